import * as z from 'zod/mini';
import type { SyncAccess } from '@/utils/domain/sync/syncAccess';
import type { SyncDiagnosis } from '@/utils/domain/sync/syncStatus';
import type { Answer, Remote } from '@/utils/sync/replicator/ports';
import { fetchRemote } from './fetchRemote';

/** Longest that somebody waits for the outcome of a try. */
const PATIENCE_MS = 12_000;
/** The first that keeps every revision as this one sends it, and can be made a cluster. */
const OLDEST = 2;

const root = z.object({ couchdb: z.string(), version: z.string() });
const info = z.object({ db_name: z.string(), doc_count: z.int() });

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const partsOf = (url: string): { server: string; database: string } => {
  const cut = url.lastIndexOf('/');
  return { server: url.slice(0, cut), database: url.slice(cut + 1) };
};

/** A server that says that it is an older CouchDB. One that says nothing of itself is tried all the same. */
async function isOld(server: Remote): Promise<boolean> {
  const answer = await server.request('GET', '/').catch(() => null);
  const said = root.safeParse(answer && jsonOf(answer.text));
  return said.success && Number.parseInt(said.data.version, 10) < OLDEST;
}

/** Whether this sign-in may write there; only a place that is never replicated is tried. */
const mayWrite = async (database: Remote): Promise<Answer> =>
  database.request('PUT', '/_local/d-check', { seen: [] });

async function judged(database: Remote, server: Remote, isKnown: boolean): Promise<SyncDiagnosis> {
  const answer = await database.request('GET', '');
  if (answer.status === 401) return 'signIn';
  if (answer.status === 403) return 'forbidden';
  if (await isOld(server)) return 'old';
  if (answer.status === 404) return jsonOf(answer.text) === null ? 'notCouch' : 'missing';
  const said = info.safeParse(jsonOf(answer.text));
  if (answer.status !== 200 || !said.success) return 'notCouch';
  // Sealed by secrets that are not here: nothing of it could be read, and what was sent would mix with it.
  if (!isKnown && said.data.doc_count > 0) return 'foreign';
  const write = await mayWrite(database);
  // The place is taken by a former try: it may be written.
  if (write.status === 201 || write.status === 202 || write.status === 409) return 'ready';
  return write.status === 401 || write.status === 403 ? 'forbidden' : 'notCouch';
}

/**
 * Tries an address, and says plainly what is wrong with it. A browser does not tell a server that is not there from
 * one whose certificate it does not trust.
 *
 * @param isKnown this book has the secrets of what is in the database
 */
export async function diagnose({ url, signIn }: SyncAccess, isKnown: boolean): Promise<SyncDiagnosis> {
  const ended = AbortSignal.timeout(PATIENCE_MS);
  const { server } = partsOf(url);
  try {
    return await judged(fetchRemote(url, signIn, ended), fetchRemote(server, signIn, ended), isKnown);
  } catch {
    return navigator.onLine === false ? 'offline' : 'unreachable';
  }
}

/** Makes the database; false where the sign-in may not. */
export async function createDatabase({ url, signIn }: SyncAccess): Promise<boolean> {
  try {
    const answer = await fetchRemote(url, signIn, AbortSignal.timeout(PATIENCE_MS)).request('PUT', '');
    return answer.status === 201 || answer.status === 202;
  } catch {
    return false;
  }
}
