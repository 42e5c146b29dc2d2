import { isCompanyName } from './clientKind';
import { hasHan, hasLetter, lettersIn } from './letters';
import { ALIAS_NAMES, COMPANY_NAMES, PERSON_LABELS, REFERENCE_LABELS } from './lexicon/kinds';
import { type Heading, sameName } from './names';
import type { Seen } from './seen';
import type { Settled } from './settle';
import { isEmptyValue, nameLikeness } from './shapes';
import { isAmong, meaningOf, partOf, plainWords, wordSet } from './terms';
import { halvesOf } from './twins';

/** A text that is drawn as any other and only looks like a name: of two of these either may be the user's. */
const PLAIN = 2;

/** The rank from which on a heading is one by its element, wherever it stands. */
const PROMINENT = 8;

const COMPANIES = wordSet(COMPANY_NAMES);
const REFERENCES = wordSet(REFERENCE_LABELS);
const ALIASES = wordSet(ALIAS_NAMES);

/** The name of the record, and how it was found. */
export interface PickedName {
  text: string;
  seen: Seen;
  /** The field that says it; null where only a heading does. */
  field: Settled | null;
  /** The heading that says it; null where only fields do. */
  heading: Heading | null;
}

export type NameChoice =
  | { state: 'sure'; name: PickedName }
  | { state: 'none' }
  | { state: 'two'; texts: string[] };

const isNameField = (pair: Settled): boolean => {
  const meaning = meaningOf(pair.label);
  return (
    meaning?.kind === 'name' &&
    meaning.whole &&
    !isEmptyValue(pair.text) &&
    // "Client 000000417" says his number.
    hasLetter(pair.text) &&
    partOf(pair.label) === null &&
    pair.text.length <= 120
  );
};

/** First and last name of a form as one; Chinese ones the other way round and without a space. */
function fromParts(pairs: readonly Settled[]): PickedName | null {
  const of = (part: 'first' | 'middle' | 'last'): Settled | undefined =>
    pairs.find((pair) => partOf(pair.label) === part && !isEmptyValue(pair.text));
  const [first, middle, last] = [of('first'), of('middle'), of('last')];
  const seen = (last ?? first)?.values[0];
  if (!seen || !last) return null;
  const isHan = hasHan(last.text);
  const text = isHan
    ? `${last.text}${first?.text ?? ''}`
    : [first?.text, middle?.text, last.text].filter(Boolean).join(' ');
  return { text, seen, field: null, heading: null };
}

const wantsPerson = (entity: string | null): boolean =>
  entity !== null && /contact|person|people|lead/.test(entity);

/** How much better a label is for a person, or for a company, whichever the page is about. */
const fitness = (pair: Settled, isPerson: boolean): number => {
  const isCompany = isAmong(COMPANIES, pair.label);
  return isCompany === !isPerson ? 1 : 0;
};

/** Of a heading and a field that agree the one without what decks it; a heading in two languages is no deck. */
const shorter = (heading: string, field: string): string =>
  field.includes(heading) ||
  isCutShort(heading, field) ||
  (halvesOf(heading)?.includes(field) && nameLikeness(heading) > 0)
    ? heading
    : field;

/** The name as one field says it, where that says the parts and more: a surname alone is not all of it. */
function wholeName(parts: PickedName, fields: readonly Settled[]): PickedName {
  const field = fields.find(
    ({ label, text }) =>
      !isAmong(COMPANIES, label) && sameName(text, parts.text) && text.length > parts.text.length,
  );
  const seen = field?.values[0];
  return field && seen ? { text: field.text, seen, field, heading: null } : parts;
}

/** A heading without the middle names of the field. */
const isCutShort = (heading: string, field: string): boolean => {
  const words = field.split(/\s+/);
  return words.length > 2 && heading.split(/\s+/).every((word) => words.includes(word));
};

/**
 * The one name of the page. A heading and a field that agree are sure; a field alone or a heading alone is
 * taken if nothing speaks against it; a heading of one name over fields of another is two.
 */
export function pickName(
  headings: readonly Heading[],
  pairs: readonly Settled[],
  entity: string | null,
): NameChoice {
  const fields = pairs.filter(isNameField);
  const top = headings.slice(0, 8);
  const [first] = top;
  const parts = fromParts(pairs);
  for (const heading of top) {
    const field = fields.find(
      (pair) =>
        sameName(pair.text, heading.text) &&
        (heading === first || !wantsPerson(entity) || !namesCompany(pair.label)),
    );
    const seen = field?.values[0];
    if (field && seen)
      return { state: 'sure', name: { text: shorter(heading.text, field.text), seen, field, heading } };
    if (parts && sameName(parts.text, heading.text))
      return { state: 'sure', name: { ...parts, text: heading.text, heading } };
  }
  const isProminent = first !== undefined && first.rank >= 10 && nameLikeness(first.text) > 0;
  const isOtherName = ({ label, text }: Settled): boolean =>
    isProminent && isAmong(ALIASES, label) && (first.inTitle || sharesWord(first.text, text));
  if (
    parts &&
    fields.every(
      (pair) => isAmong(COMPANIES, pair.label) || isOtherName(pair) || sameName(pair.text, parts.text),
    )
  )
    return isProminent && nameLikeness(first.text) === 2
      ? { state: 'two', texts: [first.text, parts.text] }
      : { state: 'sure', name: wholeName(parts, fields) };
  const isPerson = wantsPerson(entity) || isPersonal(pairs);
  const ranked = fields
    .filter((pair) => !isOtherName(pair))
    .sort(
      (one, other) =>
        fitness(other, isPerson) - fitness(one, isPerson) ||
        nameLikeness(other.text) - nameLikeness(one.text),
    );
  const [field] = ranked;
  if (field) {
    const seen = field.values[0];
    const rival = ranked.find(
      (pair) => !sameName(pair.text, field.text) && plainWords(pair.label) === plainWords(field.label),
    );
    if (rival) return { state: 'two', texts: [field.text, rival.text] };
    const onlyCompany =
      namesCompany(field.label) &&
      (fitness(field, wantsPerson(entity)) === 0 || (isPersonal(pairs) && !isCompanyName(first?.text ?? '')));
    if (onlyCompany && first && nameLikeness(first.text) === 2 && !sameName(first.text, field.text))
      return { state: 'sure', name: { text: first.text, seen: first.seen, field: null, heading: first } };
    if (isProminent) return { state: 'two', texts: [first.text, field.text] };
    if (seen) return { state: 'sure', name: { text: field.text, seen, field, heading: null } };
  }
  if (!first) return { state: 'none' };
  if (first.rank < PROMINENT && nameLikeness(first.text) === 0) {
    // Headings of parts further down are no name; the one that stands before all fields may be.
    const [only, second] = top.filter(
      ({ rank, text, isBefore }) => isBefore && rank < PROMINENT && nameLikeness(text) === 2,
    );
    return only && only.rank > (second?.rank ?? 0)
      ? { state: 'sure', name: { text: only.text, seen: only.seen, field: null, heading: only } }
      : { state: 'none' };
  }
  const rival = top.find(
    (one) =>
      one !== first &&
      one.rank === first.rank &&
      (one.rank >= 12 || (one.rank <= PLAIN && one.isBefore)) &&
      nameLikeness(one.text) === 2 &&
      !sameName(one.text, first.text),
  );
  if (rival && nameLikeness(first.text) === 2) return { state: 'two', texts: [first.text, rival.text] };
  return { state: 'sure', name: { text: first.text, seen: first.seen, field: null, heading: first } };
}

const PERSONAL = wordSet(PERSON_LABELS);

/** Whether the fields are of a person: one name among them that is a company's is his employer's. */
const isPersonal = (pairs: readonly Settled[]): boolean =>
  pairs.filter(({ label }) => meaningOf(label)?.kind === 'birthday' || isAmong(PERSONAL, label)).length >= 2;

/** A word of some length in both: "Hollowell" and "Hollowell Feed & Seed LLC". */
const sharesWord = (one: string, other: string): boolean => {
  const words = new Set(longWords(one));
  return longWords(other).some((word) => words.has(word));
};

const longWords = (text: string): string[] =>
  lettersIn(text.toLowerCase()).filter((word) => word.length >= 3);

/** Whether a label is one under which a client's other names stand. */
export const isAlias = (label: string): boolean => isAmong(ALIASES, label);

/** Whether a name-like label on this page names another than the record: the company of a contact. */
export const namesCompany = (label: string): boolean => isAmong(COMPANIES, label);

/** Whether a label is one by which other records say whose they are. */
export const isReference = (label: string): boolean => isAmong(REFERENCES, label);

/** A heading of the first levels, before all fields: `rankOf` gives it so much. */
const TOP = 14;

/** Whether the page's first heading names a record by a number, and not by one of these. */
export function headsOther(
  headings: readonly Heading[],
  name: PickedName | null,
  ids: readonly (string | undefined)[],
): boolean {
  const [first] = headings;
  if (!first || first.rank < TOP || name?.heading === first || name?.heading) return false;
  if (!hasLetter(first.text) || !/\d{2,}/.test(first.text)) return false;
  return !ids.some((id) => id !== undefined && first.text.includes(id));
}
