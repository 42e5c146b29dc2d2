import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { instant } from '@/utils/domain/schema/time';
import { watchKeys } from './watchKeys';

const KEY = 'connections';

/**
 * A CRM the user has connected: its origin (`https://crm.bank.example:8443`), since when, and the
 * adapters that have recognised a client there.
 */
const connection = z.strictObject({
  origin: z.string().check(z.regex(/^https?:\/\/[^/\s]+$/)),
  since: instant,
  adapters: z.array(z.string().check(z.maxLength(64))),
});
export type Connection = z.infer<typeof connection>;

const list = z.array(connection);

function parse(stored: unknown): Connection[] {
  const read = list.safeParse(stored ?? []);
  return read.success ? read.data : [];
}

/** The connected CRMs, oldest first. */
export async function loadConnections(): Promise<Connection[]> {
  return parse((await browser.storage.local.get(KEY))[KEY]);
}

/** Replaces the list. */
export async function saveConnections(next: readonly Connection[]): Promise<void> {
  await browser.storage.local.set({ [KEY]: list.parse(next) });
}

/** Calls back after each change. Returns how to stop. */
export const watchConnections = (changed: (connections: Connection[]) => void): (() => void) =>
  watchKeys('local', [KEY], (now) => changed(parse(now[KEY])));
