import { calendarDays } from './calendarDays';
import type { ImportField } from './fields/field';
import { fieldsOf } from './fields/fieldsOf';
import type { Cell, Sheet } from './file/table';
import { isBlank, textOf } from './file/table';
import { headingOf } from './heading';
import { SHEET_KINDS, type SheetKind } from './sheetKind';

/*
 * What a sheet seems to be: where its headings stand, of which kind it is, what each column holds. A guess by
 * headings alone, checked against what stands below them; all of it is shown, and the user's to change.
 */

/** What a column holds: the key of a field, `own` to keep it under its heading, null to leave it out. */
export type Mapping = readonly (string | null)[];

/** How a sheet is understood. */
export interface Understood {
  kind: SheetKind;
  /** Index of the row of headings; −1 where there is none. */
  headings: number;
  mapping: Mapping;
}

/** Headings stand among the first rows, below a title. */
const LOOK_ROWS = 15;
/** So many filled cells of a column say what it holds. */
const SAMPLES = 40;
/** So many days across make a calendar. */
const FEW_DAYS = 3;

const wordRank = new Map<ImportField, ReadonlyMap<string, number>>();

/** The place of each of a field's words: the earlier it stands, the surer it is. */
function ranksOf(field: ImportField): ReadonlyMap<string, number> {
  const known = wordRank.get(field);
  if (known) return known;
  const words = field.words === '' ? [] : field.words.split('|');
  const ranks = new Map(words.map((word, rank) => [word, rank]));
  wordRank.set(field, ranks);
  return ranks;
}

/** The column whose heading names a field best; −1 for none. */
function columnFor(field: ImportField, headings: readonly string[], taken: ReadonlySet<number>): number {
  const ranks = ranksOf(field);
  let best = -1;
  let bestRank = Number.POSITIVE_INFINITY;
  headings.forEach((heading, column) => {
    const rank = ranks.get(heading);
    if (rank === undefined || taken.has(column) || rank >= bestRank) return;
    best = column;
    bestRank = rank;
  });
  return best;
}

/** What the headings say of each column, by a kind of sheet. */
function mappingBy(kind: SheetKind, headings: readonly string[]): (string | null)[] {
  const mapping: (string | null)[] = headings.map(() => null);
  const taken = new Set<number>();
  for (const field of fieldsOf(kind)) {
    const column = columnFor(field, headings, taken);
    if (column < 0) continue;
    taken.add(column);
    mapping[column] = field.key;
  }
  return mapping;
}

const foldedRow = (row: readonly Cell[]): string[] => row.map((cell) => headingOf(textOf(cell)).words);

/** How much a row looks like headings: the most fields that it names for any kind, days for a calendar. */
function headingScore(sheet: Sheet, at: number, year: number): number {
  const row = sheet.rows[at] ?? [];
  const folded = foldedRow(row);
  const named = SHEET_KINDS.map((kind) => mappingBy(kind, folded).filter((key) => key !== null).length);
  const days = calendarDays(row, sheet.rows.slice(0, at), sheet.name, year).filter((day) => day !== null);
  return Math.max(...named, days.length >= FEW_DAYS ? days.length + 1 : 0);
}

/** The row of headings: the first of those that name the most; −1 where none names two things. */
function headingsRow(sheet: Sheet, year: number): number {
  let [best, most] = [-1, 1];
  for (let at = 0; at < Math.min(LOOK_ROWS, sheet.rows.length); at += 1) {
    const score = headingScore(sheet, at, year);
    if (score > most) [best, most] = [at, score];
  }
  return best;
}

const isWho = (key: string | null): boolean => key?.startsWith('who.') === true;

/** What marks a kind beyond naming a client: without it a list of names with a risk level is a client list. */
const MARKS: Readonly<Record<SheetKind, readonly string[]>> = {
  clients: [],
  calendar: [],
  contacts: ['contact.day'],
  holdings: ['holding.amount', 'holding.name'],
  policies: ['policy.insurer', 'policy.kind', 'policy.cover', 'policy.premium', 'policy.insured'],
  relations: ['relation.role'],
};

function kindOf(sheet: Sheet, at: number, year: number): SheetKind {
  const row = sheet.rows[at] ?? [];
  const days = calendarDays(row, sheet.rows.slice(0, at), sheet.name, year).filter((day) => day !== null);
  if (days.length >= FEW_DAYS && days.length * 2 > row.length) return 'calendar';
  const folded = foldedRow(row);
  const scored = SHEET_KINDS.filter((kind) => kind !== 'calendar').map((kind) => {
    const mapping = mappingBy(kind, folded);
    const marked = MARKS[kind].length === 0 || MARKS[kind].some((key) => mapping.includes(key));
    const own = mapping.filter((key) => key !== null && !isWho(key)).length;
    // A mark weighs more than a field that many lists have.
    const marks = MARKS[kind].filter((key) => mapping.includes(key)).length;
    return { kind, score: marked ? own + marks : 0 };
  });
  return scored.reduce((best, each) => (each.score > best.score ? each : best)).kind;
}

const MOBILE = /^(?:\+?86)?1[3-9]\d{9}$/u;
const CHINESE_NAME = /^[\u4e00-\u9fff·]{2,4}$/u;

function samplesOf(sheet: Sheet, from: number, column: number): string[] {
  const samples: string[] = [];
  for (let at = from; at < sheet.rows.length && samples.length < SAMPLES; at += 1) {
    const text = textOf(sheet.rows[at]?.[column]);
    if (text !== '') samples.push(text.normalize('NFKC'));
  }
  return samples;
}

const mostly = (samples: readonly string[], fits: (text: string) => boolean): boolean =>
  samples.length > 0 && samples.filter(fits).length * 2 > samples.length;

const bare = (text: string): string => text.replace(/[\s()-]/gu, '');

/** Columns without a heading that are plainly names or mobiles. */
function byShape(sheet: Sheet, from: number, mapping: (string | null)[], headings: readonly string[]): void {
  const offers: readonly [key: string, fits: (text: string) => boolean][] = [
    ['who.name', (text) => CHINESE_NAME.test(text)],
    ['who.phone', (text) => MOBILE.test(bare(text))],
  ];
  for (const [key, fits] of offers) {
    if (mapping.includes(key)) continue;
    const column = mapping.findIndex(
      (known, at) =>
        known === null && (headings[at] ?? '') === '' && mostly(samplesOf(sheet, from, at), fits),
    );
    if (column >= 0) mapping[column] = key;
  }
}

/** A heading may say more than its column holds: a 电话 in which nothing has figures is none. */
function vetoed(sheet: Sheet, from: number, mapping: (string | null)[]): void {
  mapping.forEach((key, column) => {
    if (key !== 'who.phone' && key !== 'relation.phone') return;
    const samples = samplesOf(sheet, from, column);
    if (samples.length > 0 && !mostly(samples, (text) => /\d{3}/u.test(text))) mapping[column] = null;
  });
}

const widthOf = (sheet: Sheet): number => sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);

/** What the columns hold where headings and kind are known, such as after the user has changed one of them. */
export function guessMapping(sheet: Sheet, headings: number, kind: SheetKind, year: number): Mapping {
  const width = widthOf(sheet);
  const row = headings < 0 ? [] : (sheet.rows[headings] ?? []);
  const folded = Array.from({ length: width }, (_, column) => headingOf(textOf(row[column])).words);
  const mapping = mappingBy(kind, folded);
  byShape(sheet, headings + 1, mapping, folded);
  vetoed(sheet, headings + 1, mapping);
  if (kind !== 'calendar' || headings < 0) return mapping;
  const days = calendarDays(row, sheet.rows.slice(0, headings), sheet.name, year);
  return mapping.map((key, column) => key ?? days[column] ?? null);
}

/** What a sheet seems to be. Never throws; a sheet that says nothing is a client list in which nothing is taken. */
export function understand(sheet: Sheet, year: number): Understood {
  const headings = headingsRow(sheet, year);
  const kind = headings < 0 ? 'clients' : kindOf(sheet, headings, year);
  return { kind, headings, mapping: guessMapping(sheet, headings, kind, year) };
}

/** The headings as one key: for the same sheet next month, the same mapping. */
export function headingsKey(sheet: Sheet, headings: number): string {
  const row = headings < 0 ? [] : (sheet.rows[headings] ?? []);
  return isBlank(row) ? '' : foldedRow(row).join('|').slice(0, 2000);
}
