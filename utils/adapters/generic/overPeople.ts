import { isCompanyName } from './clientKind';
import { rowsOf } from './columns';
import { isGeneric } from './names';
import { looksOf } from './parts';
import type { Seen } from './seen';
import { nameLikeness, shapeOf } from './shapes';
import { isAction, meaningOf } from './terms';
import type { Zones } from './zones';

/*
 * A page may be no more than a heading over people: an employer over those who work there, a club over its
 * members. Words beside them are the list's, and a heading over others is no client.
 */

/** The largest row of one person. */
const LARGEST = 240;

const LIST = /^(?:UL|OL|TBODY)$/;
const LIST_ROLE = /^(?:list|table|rowgroup|grid)$/;

/**
 * Whether people are listed below a heading and nothing else is told: every fact stands in the row of one
 * of them. Asks of the page only as far as the first fact outside such a row.
 *
 * @param isHere whether something is of the part of the page that is read
 * @param facts what is told of somebody: values under labels, and bare ones that say whose they are
 */
export function isOnlyOverPeople(
  heading: Seen,
  all: readonly Seen[],
  isHere: (seen: Seen) => boolean,
  facts: readonly Seen[],
  zones: Zones,
): boolean {
  const known = new Map<Seen, ReadonlySet<Seen>>();
  const peopleIn = (home: Seen): ReadonlySet<Seen> => {
    const people =
      known.get(home) ??
      new Set((isHeadedByOther(home) ? [] : runsOf(home)).filter((run) => arePeople(run, zones)).flat());
    known.set(home, people);
    return people;
  };
  const isTheirs = (fact: Seen): boolean => {
    for (let at = fact; at.parent; at = at.parent) if (peopleIn(at.parent).has(at)) return true;
    return false;
  };
  return (
    facts.every(isTheirs) &&
    all.some(
      (seen) => seen.from > heading.to && seen.kids.length > 0 && isHere(seen) && peopleIn(seen).size > 0,
    )
  );
}

/** Rows made alike, one beside another; one alone only where its box is a list. */
function runsOf(home: Seen): Seen[][] {
  const isList = LIST.test(home.tag) || LIST_ROLE.test(home.role);
  const runs = new Map<string, Seen[]>();
  for (const kid of home.kids) {
    if (kid.tag === '#text' || kid.text.length > LARGEST || isHeadRow(kid)) continue;
    const looks = looksOf(kid);
    runs.set(looks, [...(runs.get(looks) ?? []), kid]);
  }
  return [...runs.values()].filter(({ length }) => length > 1 || isList);
}

/** A table whose first column is headed by what is no name: "Phone Call" under "Type" is nobody. */
function isHeadedByOther({ tag, parent }: Seen): boolean {
  const table = tag === 'TBODY' ? parent : null;
  const [head] = table ? rowsOf(table) : [];
  const [first] = head && isHeadRow(head) ? head.kids.filter(({ text }) => text !== '') : [];
  const meaning = first ? meaningOf(first.text) : null;
  return meaning?.whole === true && !/^(?:name|person|company|owner)$/.test(meaning.kind);
}

const isHeadRow = ({ tag, kids }: Seen): boolean => tag === 'TR' && kids.every((kid) => kid.tag === 'TH');

/** Whether each row begins with a name that leads somewhere, or stands in a list of records; most are surely persons'. */
function arePeople(run: readonly Seen[], zones: Zones): boolean {
  const names = new Set<string>();
  let sure = 0;
  for (const row of run) {
    const name = nameIn(row, zones);
    if (name === null) return false;
    names.add(name);
    if (nameLikeness(name) === 2) sure += 1;
  }
  return names.size === run.length && sure > run.length / 2;
}

function nameIn(row: Seen, zones: Zones): string | null {
  const zone = zones.of(row);
  if (zone === 'chrome') return null;
  const [first, second] = beginningOf(row);
  // An avatar's letters, or the row's own number.
  const name = first && first.text.length <= 2 && second ? second : first;
  if (!name || (!name.leads && zone !== 'list')) return null;
  const isName =
    name.text.length >= 2 &&
    shapeOf(name.text) === null &&
    !isGeneric(name.text) &&
    !isCommand(name.text) &&
    !isCompanyName(name.text);
  return isName ? name.text : null;
}

/** What a menu offers to do, "Delete Contact", is written like a name. */
const isCommand = (text: string): boolean => {
  const [verb, second] = text.split(' ');
  return verb !== undefined && second !== undefined && isAction(verb);
};

interface Beginning {
  text: string;
  /** It is a link or a button. */
  leads: boolean;
}

/** The first two texts of a row. */
function beginningOf(row: Seen): Beginning[] {
  const found: Beginning[] = [];
  const look = (seen: Seen, leads: boolean): void => {
    if (found.length >= 2 || seen.icon) return;
    const text = seen.pressed ? seen.caption : seen.tag === '#text' ? seen.text : '';
    if (text !== '') found.push({ text, leads: leads || seen.pressed });
    else for (const kid of seen.kids) look(kid, leads || seen.tag === 'A' || seen.role === 'link');
  };
  look(row, row.tag === 'A' || row.role === 'link');
  return found;
}
