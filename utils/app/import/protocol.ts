import * as z from 'zod/mini';
import { civilDay } from '@/utils/domain/schema/time';
import { broughtRow, cellFault } from '@/utils/import/brought';
import { CAPS, ENCODINGS, FILE_FAULTS } from '@/utils/import/file/table';
import { SHEET_KINDS } from '@/utils/import/sheetKind';

/*
 * What page and worker say to one another about a file. The worker holds the file's cells; the page gets views of
 * them, and in the end what the rows bring.
 */

export const sheetKind = z.enum(SHEET_KINDS);
export const encoding = z.enum(ENCODINGS);

const index = z.int().check(z.gte(0));
const key = z.string().check(z.minLength(1), z.maxLength(60));

/** How a sheet is understood; see `utils/import/guess`. */
export const understood = z.strictObject({
  kind: sheetKind,
  headings: z.int().check(z.gte(-1)),
  mapping: z.array(z.nullable(key)).check(z.maxLength(CAPS.columns)),
});

export const manner = z.strictObject({
  order: z.enum(['ymd', 'dmy', 'mdy']),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
  region: z.string().check(z.regex(/^[A-Z]{2}$/)),
});

/** What the page asks of the worker. Each question has one answer, and may have words of progress before it. */
export const question = z.discriminatedUnion('ask', [
  z.strictObject({
    ask: z.literal('open'),
    bytes: z.instanceof(Uint8Array),
    name: z.string(),
    encoding: z.nullable(encoding),
    /** The year of days that have none. */
    year: z.int(),
  }),
  /** Other headings or another kind than was guessed; null to guess. */
  z.strictObject({
    ask: z.literal('view'),
    sheet: index,
    headings: z.nullable(z.int().check(z.gte(-1))),
    kind: z.nullable(sheetKind),
    year: z.int(),
  }),
  z.strictObject({ ask: z.literal('read'), sheet: index, understood, manner, today: civilDay }),
]);
export type Question = z.infer<typeof question>;

const column = z.strictObject({
  /** The heading as it stands there; empty for none. */
  heading: z.string(),
  /** The first values below it. */
  samples: z.array(z.string()),
});

/** A sheet as the page shows it. */
export const sheetView = z.strictObject({
  index,
  name: z.string(),
  /** Rows in all. */
  rows: z.int(),
  understood,
  columns: z.array(column),
  /** What a column may hold. */
  fields: z.array(key),
  /** The headings as one key, for remembering the mapping; empty where there are none. */
  headingsKey: z.string(),
});
export type SheetView = z.infer<typeof sheetView>;

const openedFile = z.strictObject({
  encoding: z.nullable(z.strictObject({ as: encoding, unreadable: z.int() })),
  sheets: z.array(sheetView).check(z.minLength(1)),
});
/** A file that was opened. */
export type OpenedFile = z.infer<typeof openedFile>;

const sheetRead = z.strictObject({
  rows: z.array(broughtRow),
  faults: z.array(cellFault),
  faultsInAll: z.int(),
  of: z.int(),
});

export const refused = z.strictObject({ why: z.enum(FILE_FAULTS), row: z.nullable(z.int()) });

/** What the worker says. */
export const saying = z.discriminatedUnion('say', [
  z.strictObject({ say: z.literal('progress'), rows: z.int() }),
  z.strictObject({ say: z.literal('refused'), refused }),
  z.strictObject({ say: z.literal('opened'), file: openedFile }),
  z.strictObject({ say: z.literal('view'), view: sheetView }),
  z.strictObject({ say: z.literal('read'), read: sheetRead }),
]);
export type Saying = z.infer<typeof saying>;
