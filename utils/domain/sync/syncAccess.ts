import * as z from 'zod/mini';
import { fail, ok, type Result } from '../result';

/** How a device shows the server whose it is. `cookie`: a proxy in front of it knows by the browser's own cookie. */
export const signIn = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('basic'),
    user: z.string().check(z.maxLength(200)),
    password: z.string().check(z.maxLength(500)),
  }),
  z.strictObject({ by: z.literal('token'), token: z.string().check(z.maxLength(8000)) }),
  z.strictObject({ by: z.literal('cookie') }),
]);
export type SignIn = z.infer<typeof signIn>;

/** Where a book is kept in step, and how this device gets in. */
export const syncAccess = z.strictObject({
  /** Of the database, without a slash at its end. */
  url: z.string().check(z.maxLength(800), z.regex(/^https?:\/\/[^\s?#@]+\/[^\s?#@/]+$/)),
  signIn,
});
export type SyncAccess = z.infer<typeof syncAccess>;

/** Access as it is kept; null for a text that is none. */
export function accessIn(said: string): SyncAccess | null {
  try {
    const read = syncAccess.safeParse(JSON.parse(said));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

export type UrlProblem = 'empty' | 'notAddress' | 'plain' | 'credentials' | 'noDatabase';

/** Names of this machine. */
const LOOPBACK = new Set(['127.0.0.1', 'localhost']);
const DATABASE = /^[a-z][a-z0-9_$()+-]*$/u;

/**
 * The address of a database as somebody types it. Plain http is for a server on this machine alone: it would carry the
 * password for all to read.
 */
export function readDatabaseUrl(typed: string): Result<string, UrlProblem> {
  const text = typed.normalize('NFKC').trim();
  if (text === '') return fail('empty');
  const named = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(named)) return fail('notAddress');
  const url = new URL(named);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return fail('notAddress');
  if (url.username !== '' || url.password !== '') return fail('credentials');
  if (url.protocol === 'http:' && !LOOPBACK.has(url.hostname)) return fail('plain');
  const path = url.pathname.split('/').filter((part) => part !== '');
  const database = path.at(-1);
  if (database === undefined || !DATABASE.test(database)) return fail('noDatabase');
  return ok(`${url.origin}/${path.join('/')}`);
}

/** The bank's word on synchronisation, as far as it concerns an address. */
export interface BankSync {
  allowed?: boolean | undefined;
  url?: string | undefined;
  database?: string | undefined;
}

const bare = (url: string): string => url.replace(/\/+$/, '');

/** The database that the bank has named in full; null where the user has to name it or a part of it. */
export const bankDatabase = ({ url, database }: BankSync): string | null =>
  url === undefined || database === undefined ? null : `${bare(url)}/${database}`;

/** Whether the bank lets a book be kept in step with this database; where it names a server, there alone. */
export function isAllowedAt(bank: BankSync | undefined, url: string): boolean {
  if (bank?.allowed === false) return false;
  if (bank?.url === undefined) return true;
  const whole = bankDatabase(bank);
  return whole === null ? url.startsWith(`${bare(bank.url)}/`) : url === whole;
}
