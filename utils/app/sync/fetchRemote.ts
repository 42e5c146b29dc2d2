import type { SignIn } from '@/utils/domain/sync/syncAccess';
import type { Answer, Remote } from '@/utils/sync/replicator/ports';

/** Longest wait for one answer, all of it read. */
const LONGEST_MS = 45_000;

/** Text in base64 as UTF-8, which is what CouchDB reads a name and a password as. */
const inBase64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

function headerFor(by: SignIn): Readonly<Record<string, string>> {
  if (by.by === 'basic') return { authorization: `Basic ${inBase64(`${by.user}:${by.password}`)}` };
  return by.by === 'token' ? { authorization: `Bearer ${by.token}` } : {};
}

/** Seconds of a `Retry-After`; a date, which CouchDB never sends, counts as none. */
function secondsOf(header: string | null): number | null {
  const seconds = header === null ? Number.NaN : Number(header);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
}

const UNAUTHORIZED = 401;
const FOUND = 302;

/**
 * The status of an answer. No CouchDB sends us elsewhere: a proxy does, to its page for signing in, once the session that
 * the browser's cookie stood for has ended. A browser tells no more of such an answer than that it is one.
 */
function statusOf({ status, type }: Response, { by }: SignIn): number {
  const isElsewhere = type === 'opaqueredirect' || (status >= 300 && status < 400);
  if (!isElsewhere) return status;
  return by === 'cookie' ? UNAUTHORIZED : FOUND;
}

/**
 * A database at an address, over the network.
 *
 * @param url of the database, without a slash at its end
 */
export const fetchRemote = (url: string, by: SignIn, ended: AbortSignal): Remote => ({
  async request(method, path, body): Promise<Answer> {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headerFor(by),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      credentials: by.by === 'cookie' ? 'include' : 'omit',
      // Never followed: elsewhere gets no password.
      redirect: 'manual',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.any([ended, AbortSignal.timeout(LONGEST_MS)]),
    });
    // All of it before it is judged: half an answer is none.
    const text = await response.text();
    return {
      status: statusOf(response, by),
      text,
      retryAfter: secondsOf(response.headers.get('retry-after')),
    };
  },
});
