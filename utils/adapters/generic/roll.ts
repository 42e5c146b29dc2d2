import { isWholePage } from './boxHeading';
import { leadsElsewhere, rowsOf } from './columns';
import { labelSign } from './labelSigns';
import { isHan } from './letters';
import { looksOf } from './parts';
import type { Seen } from './seen';
import { nameLikeness, shapeOf } from './shapes';
import { isRelated } from './terms';

/*
 * Other people on a client's page who stand in no table: cards of relatives, directors, colleagues. They
 * are told by their likeness to each other and by the heading over them.
 */

const SLICE = 200;
const LARGEST = 240;
const MOST_LEAVES = 12;

/** What stands in a roll of people made alike, one beside another: each with a name and a way to reach him. */
export function* rollItems(all: readonly Seen[]): Generator<void, Set<Seen>> {
  const items = new Set<Seen>();
  let done = 0;
  for (const { kids } of all) {
    done += 1;
    if (done % SLICE === 0) yield;
    if (kids.length < 2) continue;
    for (const run of runsIn(kids)) if (isRoll(run)) for (const item of run) items.add(item);
  }
  return items;
}

/** Kids made alike that stand side by side, two or more, and are small enough for people in a roll. */
function runsIn(kids: readonly Seen[]): Seen[][] {
  const runs: Seen[][] = [];
  let first = 0;
  let isSmall = true;
  for (const [at, kid] of kids.entries()) {
    isSmall = isSmall && isSmallItem(kid);
    const next = kids[at + 1];
    if (next && looksOf(next) === looksOf(kid)) continue;
    if (isSmall && at > first) runs.push(kids.slice(first, at + 1));
    first = at + 1;
    isSmall = true;
  }
  return runs;
}

const isSmallItem = ({ tag, text }: Seen): boolean =>
  tag !== '#text' && text !== '' && text.length <= LARGEST;

/** What an item of a list says, run by run; null where it is too much for one. */
function leavesOf(item: Seen): Seen[] | null {
  if (!isSmallItem(item)) return null;
  const leaves: Seen[] = [];
  const look = (seen: Seen): boolean => {
    if (seen.tag === '#text') leaves.push(seen);
    return leaves.length <= MOST_LEAVES && seen.control === null && seen.kids.every(look);
  };
  return look(item) ? leaves : null;
}

function isRoll(run: readonly Seen[]): boolean {
  const names = new Set<string>();
  let marked = false;
  let named = 0;
  for (const item of run) {
    const leaves = leavesOf(item);
    if (!leaves || leaves.length < 2) return false;
    const [first] = leaves;
    const isLettered = first !== undefined && first.text.length <= 2;
    const name = leaves[isLettered ? 1 : 0];
    if (!name || labelSign(name) >= 1) return false;
    const likeness = nameLikeness(name.text);
    // Not every surname is known.
    if (likeness < 2 && !isHan(name.text, 2, 4)) return false;
    if (likeness === 2) named += 1;
    const reached = leaves.some(({ text }) => /^(?:phone|email)$/.test(shapeOf(text) ?? ''));
    if (!reached && !isLettered && !leadsElsewhere(item)) return false;
    if (leaves.filter((leaf) => labelSign(leaf) >= 2 && leaf !== name).length > (reached ? 1 : 0))
      return false;
    names.add(name.text);
    if (isLettered || leaves.length >= 3 || leadsElsewhere(item)) marked = true;
  }
  // A name and a number each, and nothing else: only where all of them surely are names.
  return (marked || named === run.length) && names.size === run.length && named >= run.length / 2;
}

const level = ({ tag }: Seen): number => (/^H[2-6]$/.test(tag) ? Number(tag.charAt(1)) : 0);

/** What follows a heading of other records up to the next heading, where no box holds both. */
export function underRelated(all: readonly Seen[]): Set<Seen> {
  const heads = headBoxes(all);
  const homes = new Set([...heads.keys()].map(({ parent }) => parent));
  const under = new Set<Seen>();
  for (const home of homes) {
    let over = 0;
    for (const kid of home?.kids ?? []) {
      const head = heads.get(kid);
      if (head) {
        const own = level(head);
        if (over === 0 || own <= over) over = isRelated(head.text) && !isPageHead(head, home) ? own : 0;
      } else if (over > 0 && kid.tag !== '#text') under.add(kid);
    }
  }
  return under;
}

/** The first words of all that stands on the page: they are its own heading. */
const isPageHead = (head: Seen, home: Seen | null): boolean =>
  home?.text.startsWith(head.text) === true && isWholePage(home);

/** The largest box around each heading that holds nothing else. */
function headBoxes(all: readonly Seen[]): Map<Seen, Seen> {
  const boxes = new Map<Seen, Seen>();
  for (const head of all) {
    if (level(head) === 0) continue;
    let box = head;
    while (box.parent && box.parent.kids.length === 1 && level(box.parent) === 0) box = box.parent;
    boxes.set(box, head);
  }
  return boxes;
}

/**
 * Tables of one row under a row of heads that together lay out one record: several made alike, side by
 * side, with other heads each. One alone is a list that found one.
 */
export function spreadTables(all: readonly Seen[]): Set<Seen> {
  const groups = new Map<Seen, Map<string, Seen[]>>();
  for (const seen of all) {
    if (seen.tag !== 'TABLE' || !seen.parent || !isOneRow(seen)) continue;
    const home = groups.get(seen.parent) ?? new Map<string, Seen[]>();
    groups.set(seen.parent, home);
    home.set(looksOf(seen), [...(home.get(looksOf(seen)) ?? []), seen]);
  }
  const spread = new Set<Seen>();
  for (const home of groups.values())
    for (const tables of home.values()) {
      const heads = tables.flatMap((table) => rowsOf(table)[0]?.kids.map(({ text }) => text) ?? []);
      if (tables.length >= 2 && new Set(heads).size === heads.length)
        for (const table of tables) spread.add(table);
    }
  return spread;
}

function isOneRow(table: Seen): boolean {
  const [head, row, third] = rowsOf(table);
  if (!head || !row || third || head.kids.length !== row.kids.length || head.kids.length < 2) return false;
  const [first] = row.kids;
  return (
    head.kids.every(({ tag }) => tag === 'TH') &&
    row.kids.every(({ tag }) => tag === 'TD') &&
    first !== undefined &&
    !leadsElsewhere(first)
  );
}
