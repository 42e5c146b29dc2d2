import * as z from 'zod/mini';
import { fail, ok, type Result } from '@/utils/domain/result';
import { actionState } from '@/utils/domain/schema/actionState';
import { client, fieldKey } from '@/utils/domain/schema/client';
import { contact } from '@/utils/domain/schema/contact';
import { credit } from '@/utils/domain/schema/credit';
import { holding } from '@/utils/domain/schema/holding';
import { clientId } from '@/utils/domain/schema/ids';
import { note } from '@/utils/domain/schema/note';
import { opportunity } from '@/utils/domain/schema/opportunity';
import { policy } from '@/utils/domain/schema/policy';
import { relation } from '@/utils/domain/schema/relation';
import { recordRef } from '@/utils/domain/schema/sighting';
import { instant } from '@/utils/domain/schema/time';
import { visit } from '@/utils/domain/schema/visit';

/** More is not looked at: a book of 10,000 clients is smaller. */
export const MAX_BOOK_BYTES = 400 * 1024 * 1024;

const sample = z.optional(z.literal(true));

/** Every row of the book, in the words of its schema; nothing of the journal. */
export const bookRows = z.strictObject({
  clients: z.array(client),
  /** Under which records the CRMs know them. */
  links: z.array(z.strictObject({ record: recordRef, clientId, sample })),
  contacts: z.array(contact),
  notes: z.array(note),
  relations: z.array(relation),
  holdings: z.array(holding),
  policies: z.array(policy),
  credits: z.array(credit),
  opportunities: z.array(opportunity),
  visits: z.array(visit),
  actions: z.array(actionState),
  /** When a CRM was last seen to show each field. */
  stamps: z.array(z.strictObject({ clientId, lastSeen: z.record(fieldKey, instant) })),
});
export type BookRows = z.infer<typeof bookRows>;

/** The whole book as one file. */
const bookFile = z.strictObject({
  format: z.literal('zhibi-book'),
  version: z.literal(1),
  madeAt: instant,
  /** The head of the journal at that moment: evidence of how far it went, wherever this file is kept. */
  anchor: z.strictObject({ epoch: z.string(), seq: z.int(), hash: z.string() }),
  /** Notes that are not in it because they must not leave their device. */
  keptHere: z.optional(z.int()),
  rows: bookRows,
});
export type BookFile = z.infer<typeof bookFile>;

/** Why a file is no book: its place in it where it has one, such as `rows.contacts.3.day`. */
export interface BookFault {
  why: 'tooLarge' | 'notJson' | 'notBook' | 'newer' | 'garbled' | 'orphan' | 'twice';
  path: string;
}

/** The same to be written: nobody changes its rows. */
interface BookContent extends Omit<BookFile, 'rows'> {
  rows: { readonly [Table in keyof BookRows]: readonly BookRows[Table][number][] };
}

/** The book as JSON: one row a line, so that two of them can be compared. */
export function bookJson({ rows, ...head }: BookContent): string {
  const tables = Object.entries(rows).map(
    ([table, all]) => `${JSON.stringify(table)}:[\n${all.map((row) => JSON.stringify(row)).join(',\n')}]`,
  );
  return `${JSON.stringify(head).slice(0, -1)},"rows":{\n${tables.join(',\n')}}}\n`;
}

function parsed(text: string): Result<unknown, BookFault> {
  try {
    return ok(JSON.parse(text));
  } catch {
    return fail({ why: 'notJson', path: '' });
  }
}

const versionOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && Reflect.get(value, 'format') === 'zhibi-book'
    ? Reflect.get(value, 'version')
    : undefined;

/** A row whose client is not in the file, or one that stands there twice; null where all is well. */
export function misplaced(rows: BookRows): BookFault | null {
  const clients = new Set<string>(rows.clients.map(({ id }) => id));
  if (clients.size < rows.clients.length) return { why: 'twice', path: 'rows.clients' };
  const { clients: _, ...others } = rows;
  for (const [table, all] of Object.entries(others)) {
    const seen = new Set<string>();
    for (const [at, row] of all.entries()) {
      const path = `rows.${table}.${at}`;
      if (!clients.has(row.clientId)) return { why: 'orphan', path };
      const key = 'id' in row ? row.id : 'key' in row ? `${row.clientId}|${row.key}` : JSON.stringify(row);
      if (seen.has(key)) return { why: 'twice', path };
      seen.add(key);
    }
  }
  return null;
}

/** Reads what `bookJson` wrote; every row is parsed by its schema, and one that does not fit refuses the file. */
export function readBook(text: string): Result<BookFile, BookFault> {
  if (text.length > MAX_BOOK_BYTES) return fail({ why: 'tooLarge', path: '' });
  const value = parsed(text);
  if (!value.ok) return value;
  const version = versionOf(value.value);
  if (version === undefined) return fail({ why: 'notBook', path: '' });
  if (typeof version === 'number' && version > 1) return fail({ why: 'newer', path: 'version' });
  const read = bookFile.safeParse(value.value);
  if (!read.success) return fail({ why: 'garbled', path: read.error.issues[0]?.path.join('.') ?? '' });
  const fault = misplaced(read.data.rows);
  return fault ? fail(fault) : ok(read.data);
}
