import { foldLabel } from '../text';
import { headingOf } from './boxHeading';
import { sameName } from './names';
import { withoutOtherPeople } from './otherPeople';
import { isPhrase, looksOf } from './parts';
import { isWithin, type Seen } from './seen';
import type { Settled } from './settle';
import { isEmptyValue } from './shapes';
import { numberIn } from './subject';
import { isChromeLabel, isSort, meaningOf, partOf } from './terms';

/**
 * Of all pairs on a page those of the record itself: not the same labels over and over in cards of a list,
 * not what is about to be entered in a small form beside the record.
 */
export function ownPairs(
  pairs: readonly Settled[],
  name: Seen | null,
  nameText: string | null,
  entity: string | null,
): Settled[] {
  const page = inMainFrame(withoutChrome(pairs));
  const near = inRecordBox(withoutOtherPeople(withoutRows(page, nameText), nameText), name, nameText);
  const cards = cardsOf(near).filter((card) => !name || !isWithin(name, card));
  const kept = near.filter((pair) => !cards.some((card) => isWithin(pair.box, card)));
  const others = [...composersOf(kept), ...(PERSON.test(entity ?? '') ? quickViewsOf(kept) : [])];
  return kept.filter((pair) => !others.some((box) => pair.values.some((value) => isWithin(value, box))));
}

/** The longest line in which the program speaks of its user. */
const LINE = 160;

/** Without what the program says of its user and its day, and what stands in one short line with that. */
function withoutChrome(pairs: readonly Settled[]): readonly Settled[] {
  const lines = pairs.flatMap(({ label, box }) => {
    const line = isChromeLabel(label) ? lineAround(box) : null;
    return line && line.text.length <= LINE && isPhrase(line) ? [line] : [];
  });
  return pairs.filter(
    ({ label, box }) => !isChromeLabel(label) && !lines.some((line) => isWithin(box, line)),
  );
}

/** What a piece of text shares a line with: the box around it and others. */
function lineAround(box: Seen): Seen | null {
  let at = box.parent;
  while (at && at.text === box.text) at = at.parent;
  return at;
}

/**
 * Heads of columns over one row that names somebody, where another row under heads names the
 * record by its number too: co-borrowers under a borrower.
 */
export function tablesOfOthers(pairs: readonly Settled[]): Seen[] {
  const tables = new Map<Seen, Settled[]>();
  for (const pair of pairs)
    if (pair.make.startsWith('columns')) tables.set(pair.box, [...(tables.get(pair.box) ?? []), pair]);
  const naming = [...tables].filter(([, inside]) =>
    inside.some(({ label }) => meaningOf(label)?.kind === 'name' && meaningOf(label)?.whole),
  );
  const numbered = naming.filter(([, inside]) => numberIn(inside) !== null);
  if (numbered.length !== 1) return [];
  return naming.filter((table) => !numbered.includes(table)).map(([box]) => box);
}

/** Without heads of columns over the one row of a list: it names somebody else. */
function withoutRows(pairs: readonly Settled[], name: string | null): readonly Settled[] {
  const lists = new Set(
    pairs.flatMap(({ make, box, label, text }) => {
      const meaning = make.startsWith('columns') ? meaningOf(label) : null;
      const isOther = meaning?.kind === 'name' && meaning.whole && name !== null && !sameName(name, text);
      return isOther ? [box] : [];
    }),
  );
  return pairs.filter(({ box, make }) => !(make.startsWith('columns') && lists.has(box)));
}

/** Without the frames beside that of the record: a banner, a menu, a status line. */
function inMainFrame(pairs: readonly Settled[]): readonly Settled[] {
  const counts = new Map<Document, number>();
  for (const { box } of pairs)
    counts.set(box.element.ownerDocument, (counts.get(box.element.ownerDocument) ?? 0) + 1);
  const [most] = [...counts].sort((one, other) => other[1] - one[1]);
  if (!most || counts.size < 2) return pairs;
  const main = most[0];
  const above = (document: Document): Document[] => {
    const frame = document.defaultView?.frameElement ?? null;
    return frame ? [document, ...above(frame.ownerDocument)] : [document];
  };
  return pairs.filter(
    ({ box }) =>
      above(main).includes(box.element.ownerDocument) || above(box.element.ownerDocument).includes(main),
  );
}

/** How much of a page's pairs its record box must hold. */
const MOST = 0.8;

/** Without what stands before the smallest box that holds the name and nearly all pairs: that is the program's. */
function inRecordBox(
  pairs: readonly Settled[],
  name: Seen | null,
  nameText: string | null,
): readonly Settled[] {
  const [first] = pairs;
  if (!first || pairs.length < 6) return pairs;
  const middle = pairs[Math.floor(pairs.length / 2)] ?? first;
  // A bar over the fields may say who it is: his number, his name once more.
  const saying = pairs.filter(
    (pair) => numberIn([pair]) !== null || (nameText !== null && sameName(pair.text, nameText)),
  );
  for (let at: Seen | null = name ?? middle.box; at; at = at.parent) {
    const box = at;
    const inside = pairs.filter((pair) => isWithin(pair.box, box));
    if (inside.length >= pairs.length * MOST && saying.every((pair) => inside.includes(pair)))
      return pairs.filter((pair) => pair.box.from >= box.from || isWithin(box, pair.box));
  }
  return pairs;
}

const PERSON = /^(?:contact|person|people|lead|联系人)$/i;
const PRIMARY_CONTACT = /^(?:primary|main|key) contact$|^(?:主要|首要|主)(?:联系人|聯絡人)$/iu;

/** On a person's page the card of the company: whoever is its contact, these are the company's own fields. */
const quickViewsOf = (pairs: readonly Settled[]): Seen[] =>
  pairs.flatMap((pair) => {
    if (!PRIMARY_CONTACT.test(pair.label)) return [];
    for (let at = pair.box.parent, level = 0; at && level < 5; at = at.parent, level += 1)
      if (isSort(headingOf(at) ?? '')) return [at];
    return [];
  });

/** Boxes made alike in which the same labels return: records in a list drawn as cards. */
export function cardsOf(pairs: readonly Settled[]): Seen[] {
  const byLabel = new Map<string, Settled[]>();
  const labels = pairs.map(({ label }) => foldLabel(label));
  for (const [at, pair] of pairs.entries()) {
    const label = labels[at] ?? '';
    const alike = byLabel.get(label);
    if (alike) alike.push(pair);
    else byLabel.set(label, [pair]);
  }
  const isIn = (at: number, card: Seen): boolean => {
    const box = pairs[at]?.box;
    return box !== undefined && isWithin(box, card);
  };
  const held = new Map<Seen, Set<string>>();
  const inside = (card: Seen): Set<string> => {
    const known = held.get(card);
    if (known) return known;
    const found = new Set(labels.filter((_, at) => isIn(at, card)));
    held.set(card, found);
    return found;
  };
  const cards = new Set<Seen>();
  for (const alike of byLabel.values()) {
    const [first, ...others] = alike;
    if (!first) continue;
    for (const other of others) {
      const [one, two] = branches(first.box, other.box);
      if (!one || !two || one === two || looksOf(one) !== looksOf(two)) continue;
      if (!areAlike(inside(one), inside(two))) continue;
      const looks = looksOf(one);
      for (const kid of one.parent?.kids ?? []) if (looksOf(kid) === looks) cards.add(kid);
      break;
    }
  }
  return [...cards];
}

/** Two labels at least in each, and most of the longer in both: a record's fields and three of his son's are no two cards. */
function areAlike(one: ReadonlySet<string>, two: ReadonlySet<string>): boolean {
  if (one.size < 2 || two.size < 2) return false;
  const shared = [...one].filter((label) => two.has(label)).length;
  return shared >= Math.max(one.size, two.size) * SHARED;
}

const SHARED = 0.4;

/** The boxes below the nearest common one through which each is reached. */
function branches(one: Seen, two: Seen): [Seen | null, Seen | null] {
  let at: Seen | null = one;
  let below: Seen | null = one;
  while (at && !isWithin(two, at)) {
    below = at;
    at = at.parent;
  }
  if (!at || at === two || at === one) return [null, null];
  let other: Seen | null = two;
  while (other && other.parent !== at) other = other.parent;
  return [below, other];
}

/** Forms beside the record: nothing in them says who it is, and most of the page stands outside. */
function composersOf(pairs: readonly Settled[]): Seen[] {
  const forms = new Map<Seen, Settled[]>();
  for (const pair of pairs) {
    const form = formOf(pair);
    if (form) forms.set(form, [...(forms.get(form) ?? []), pair]);
  }
  return [...forms].flatMap(([form, inside]) => {
    const controls = inside.filter((pair) => pair.values.some(isEditable));
    if (controls.length < inside.length * 0.5) return [];
    // Columns of one form, each a form of its own: one of them says who it is.
    const looks = looksWithin(form);
    const columns = [...forms].flatMap(([other, pairsIn]) => (looksWithin(other) === looks ? pairsIn : []));
    return columns.some(saysWho) || inside.length > pairs.length * 0.6 ? [] : [form];
  });
}

const saysWho = ({ label, text }: Settled): boolean =>
  !isEmptyValue(text) &&
  (partOf(label) !== null ||
    /^(?:name|number|phone|email|birthday|address)$/.test(meaningOf(label)?.kind ?? ''));

/** How a form looks, and what it stands in, whichever of several is being worked in. */
const looksWithin = (form: Seen): string =>
  `${form.parent?.parent ? looksOf(form.parent.parent) : ''} ${form.parent ? looksOf(form.parent) : ''} ${looksOf(form)}`.replace(
    WORKED_IN,
    '',
  );

const WORKED_IN = /\.[\w-]*(?:in)?active\b/g;

const isEditable = (seen: Seen): boolean => seen.control?.editable === true || seen.kids.some(isEditable);

function formOf(pair: Settled): Seen | null {
  for (let at: Seen | null = pair.box; at; at = at.parent)
    if (at.tag === 'FORM' || at.role === 'form') return at;
  return null;
}
