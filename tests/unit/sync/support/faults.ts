import type { Answer, Remote } from '@/utils/sync/replicator/ports';
import type { Chance } from './chance';

/** What may go wrong with one request. */
export const FAULTS = [
  'noAnswer',
  'answerLost',
  'cut',
  'page',
  'busy',
  'later',
  'timeOut',
  'conflict',
  'precondition',
  'tooFew',
  'twice',
  'signIn',
  'forbidden',
  'empty',
] as const;
export type Fault = (typeof FAULTS)[number];

const says = (status: number, text: string, retryAfter: number | null = null): Answer => ({
  status,
  text,
  retryAfter,
});

/** Answers one request with a fault. The server has done its work, or has not, as the fault says. */
async function faulty(remote: Remote, fault: Fault, args: Parameters<Remote['request']>): Promise<Answer> {
  switch (fault) {
    case 'noAnswer':
      throw new TypeError('fetch failed');
    case 'timeOut':
      throw new DOMException('', 'TimeoutError');
    case 'answerLost':
      await remote.request(...args);
      throw new TypeError('terminated');
    case 'cut': {
      const { text } = await remote.request(...args);
      return says(200, text.slice(0, text.length / 2));
    }
    case 'page':
      return says(200, '<!doctype html><title>Sign in</title>');
    case 'busy':
      return says(503, '{"error":"x"}');
    case 'later':
      return says(429, '{}', 1);
    case 'conflict':
      return says(409, '{"error":"conflict"}');
    case 'precondition':
      return says(412, '{"error":"precondition_failed"}');
    case 'tooFew': {
      const { text } = await remote.request(...args);
      return says(202, text);
    }
    case 'twice':
      await remote.request(...args);
      return remote.request(...args);
    case 'signIn':
      return says(401, '{"error":"unauthorized"}');
    case 'forbidden':
      return says(403, '{"error":"forbidden"}');
    case 'empty':
      return says(200, '[]');
  }
}

/** A server behind something that loses, cuts and repeats. */
export const behindFaults = (remote: Remote, pick: (path: string) => Fault | null): Remote => ({
  async request(...args) {
    const fault = pick(args[1]);
    return fault === null ? remote.request(...args) : faulty(remote, fault, args);
  },
});

/** A share of all requests goes wrong in one way or another. */
export const sometimes = (chance: Chance, share: number) => (): Fault | null =>
  chance.is(share) ? (chance.one(FAULTS) ?? null) : null;
