import * as z from 'zod/mini';
import type { StoredTable } from '../rows/bodies';
import { STORED } from '../rows/kinds';
import { type SpaceFields, spaceFields } from '../sync/spaceCopy';
import { BackupFault } from './fault';

/** Parts of a line between its fields and the row's own text, which is JSON: no tab stands in either. */
const BETWEEN = '\t';

const hexText = z.string().check(z.regex(/^(?:[0-9a-f]{2})*$/));
/** What did not open when the backup was made, as it lay there. */
const unopened = { kid: z.exactOptional(z.string()), x: z.exactOptional(hexText) };

const rowFields = z.strictObject({
  id: z.string(),
  ck: z.string(),
  v: z.int(),
  seq: z.int(),
  schema: z.int(),
  /** Values of indexes, and a brief's tick: what a row holds in plain words. */
  at: z.exactOptional(z.number()),
  other: z.exactOptional(z.string()),
  due: z.exactOptional(z.string()),
  tick: z.exactOptional(z.int()),
  ...unopened,
});
export type RowFields = z.infer<typeof rowFields>;

const entryFields = z.strictObject({
  seq: z.int(),
  op: z.string(),
  at: z.number(),
  cause: z.string(),
  n: z.int(),
  commit: hexText,
  hash: hexText,
});

const partFields = z.strictObject({
  seq: z.int(),
  i: z.int(),
  c: hexText,
  ck: z.exactOptional(z.string()),
  ...unopened,
});

const draftFields = z.strictObject({ id: z.string(), ...unopened });

/** What lies beside the book (the user's settings, say), under its name; its text is JSON, and its reader's to parse. */
const besideFields = z.strictObject({ name: z.string() });

/** A row that had been set aside, with its bytes as hex under `sealed`. */
const asideFields = z.strictObject({
  id: z.string(),
  table: z.string(),
  why: z.string(),
  at: z.number(),
  row: z.unknown(),
});

const goneFields = z.strictObject({ table: z.enum(STORED), id: z.string() });

/** How many rows of each table there are. */
const counts = z.record(z.enum(STORED), z.int());
export type BackupCounts = z.infer<typeof counts>;

/** Of which life of the database it is: what the journal's hashes are taken with. */
const beginFields = z.strictObject({ epoch: z.string() });

const endFields = z.strictObject({
  epoch: z.string(),
  /** Null of a store that nothing was ever written to. */
  head: z.nullable(
    z.strictObject({
      seq: z.int(),
      hash: hexText,
      tick: z.int(),
      cleared: z.int(),
      format: z.int(),
      kid: z.string(),
    }),
  ),
  counts,
  parts: z.int(),
  /** Cards were still to be worked out anew. */
  rebuilding: z.boolean(),
  /** Lines before this one. */
  lines: z.int(),
});
export type BackupEnd = z.infer<typeof endFields>;

/** One line of a backup; `plain` is the row's text exactly as it was sealed in the store. */
export type BackupLine =
  | { kind: 'begin'; fields: z.infer<typeof beginFields> }
  | { kind: 'row'; table: StoredTable; fields: RowFields; plain: string | null }
  | { kind: 'entry'; fields: z.infer<typeof entryFields> }
  | { kind: 'part'; fields: z.infer<typeof partFields>; plain: string | null }
  | { kind: 'draft'; fields: z.infer<typeof draftFields>; plain: string | null }
  | { kind: 'beside'; fields: z.infer<typeof besideFields>; plain: string }
  | { kind: 'aside'; fields: z.infer<typeof asideFields> }
  /** A database that the book is kept in step with: see sync/spaceCopy. */
  | { kind: 'space'; fields: SpaceFields; plain: string | null }
  /** What comes now was written while the backup was being made, and takes the place of what came until here. */
  | { kind: 'later' }
  | { kind: 'gone'; fields: z.infer<typeof goneFields> }
  | { kind: 'end'; fields: BackupEnd };

const isStored = (word: string): word is (typeof STORED)[number] => STORED.some((table) => table === word);

/** What a line is of: a row of a table, or one of the other kinds. */
type LineWord = StoredTable | Exclude<BackupLine['kind'], 'row'>;

/** The fields in one order, however the row came to have them: the same row is the same line. */
const inOrder = (fields: object): [string, unknown][] =>
  Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));

/** A line's text, with its line feed. */
export const lineText = (word: LineWord, fields: object, plain: string | null = null): string =>
  `${JSON.stringify([word, Object.fromEntries(inOrder(fields))])}${plain === null ? '' : BETWEEN + plain}\n`;

const lineForm = z.tuple([z.string(), z.unknown()]);

function readFields(word: string, fields: unknown, plain: string | null): BackupLine {
  if (isStored(word)) return { kind: 'row', table: word, fields: rowFields.parse(fields), plain };
  switch (word) {
    case 'begin':
      return { kind: 'begin', fields: beginFields.parse(fields) };
    case 'entry':
      return { kind: 'entry', fields: entryFields.parse(fields) };
    case 'part':
      return { kind: 'part', fields: partFields.parse(fields), plain };
    case 'draft':
      return { kind: 'draft', fields: draftFields.parse(fields), plain };
    case 'beside':
      return { kind: 'beside', fields: besideFields.parse(fields), plain: plain ?? '' };
    case 'aside':
      return { kind: 'aside', fields: asideFields.parse(fields) };
    case 'space':
      return { kind: 'space', fields: spaceFields.parse(fields), plain };
    case 'later':
      return { kind: 'later' };
    case 'gone':
      return { kind: 'gone', fields: goneFields.parse(fields) };
    case 'end':
      return { kind: 'end', fields: endFields.parse(fields) };
    default:
      throw new Error(`a line of ${word}`);
  }
}

/** @throws BackupFault `wrong` where the line is none of ours */
export function readLine(line: string): BackupLine {
  const at = line.indexOf(BETWEEN);
  try {
    const [word, fields] = lineForm.parse(JSON.parse(at < 0 ? line : line.slice(0, at)));
    return readFields(word, fields, at < 0 ? null : line.slice(at + 1));
  } catch (error) {
    throw new BackupFault('wrong', -1, error instanceof Error ? error.name : '');
  }
}
