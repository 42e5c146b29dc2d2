import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { accept, invite, LIVES_MS, type MeetingPorts } from '@/utils/sync/devices/meeting';
import { LocalDocs } from './place';

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const introduction = z.strictObject({ name: z.string() });
const grant = z.strictObject({ secret: z.string() });

let place: LocalDocs;
let now: number;
beforeEach(() => {
  place = new LocalDocs();
  now = 0;
});

/** Others have their turn. The clock stands still: how long sealing takes here must not make a code too old. */
const sleep = async (_ms: number) => {
  await new Promise((resolve) => setImmediate(resolve));
};
/** The clock goes on while somebody waits. */
const passing = async (ms: number) => {
  now += ms;
  await sleep(ms);
};
const ports = (changed: Partial<MeetingPorts> = {}): MeetingPorts => ({
  place,
  random,
  now: () => now,
  sleep,
  signal: new AbortController().signal,
  ...changed,
});

interface Seen {
  code: Promise<string>;
  digits: string[];
  admitted: string[];
}

/** The device that has the book; its user answers as told. */
function host(answer: boolean, changed: Partial<MeetingPorts> = {}) {
  let show = (_code: string): void => undefined;
  const seen: Seen = { code: new Promise((resolve) => (show = resolve)), digits: [], admitted: [] };
  const done = invite(ports(changed), {
    showCode: (code) => show(code),
    compare: async (digits) => {
      seen.digits.push(digits);
      return answer;
    },
    introduction,
    admit: async ({ name }) => {
      seen.admitted.push(name);
      return { secret: '钥匙' };
    },
  });
  return { seen, done };
}

function guest(code: string, answer: boolean, digits: string[] = [], changed: Partial<MeetingPorts> = {}) {
  return accept(ports(changed), {
    code,
    compare: async (shown) => {
      digits.push(shown);
      return answer;
    },
    introduction: { name: '家' },
    grant,
  });
}

describe('a meeting', () => {
  it('hands over what the new device needs, and leaves nothing at the server', async () => {
    const { seen, done } = host(true);
    const digits: string[] = [];
    const joined = await guest(await seen.code, true, digits);
    expect(joined).toEqual({ ok: true, value: { secret: '钥匙' } });
    expect(await done).toEqual({ ok: true, value: { name: '家' } });
    expect(digits).toEqual(seen.digits);
    expect([...place.docs.keys()]).toEqual([]);
  });

  it('shows the server neither name nor key', async () => {
    const { seen, done } = host(true);
    const said: string[] = [];
    const spied = {
      request: async (...args: Parameters<LocalDocs['request']>) => {
        said.push(JSON.stringify(args));
        return place.request(...args);
      },
    };
    await guest(await seen.code, true, [], { place: spied });
    await done;
    expect(said.join()).not.toMatch(/家|钥匙/);
  });

  it.each([
    ['the one with the book', false, true],
    ['the new one', true, false],
  ])('hands over nothing where the user of %s says the digits differ', async (_who, first, second) => {
    const { seen, done } = host(first);
    const joined = await guest(await seen.code, second);
    const invited = await done;
    expect(joined.ok || invited.ok).toBe(false);
    const problems = [joined, invited].map((one) => (one.ok ? null : one.error)).sort();
    expect(problems).toEqual(['different', 'ended']);
    expect(seen.admitted).toEqual([]);
    expect([...place.docs.keys()].filter((path) => !path.endsWith('-end'))).toEqual([]);
  });

  it('is over after five minutes, whoever comes then', async () => {
    const { seen, done } = host(true, { sleep: passing });
    const code = await seen.code;
    expect(await done).toEqual({ ok: false, error: 'expired' });
    expect(now).toBeGreaterThanOrEqual(LIVES_MS);
    expect(await guest(code, true)).toEqual({ ok: false, error: 'noOffer' });
  });

  it('ends when its user ends it, and the other hears of it', async () => {
    const stop = new AbortController();
    const { seen, done } = host(true, { signal: stop.signal });
    const code = await seen.code;
    const joining = accept(ports(), {
      code,
      compare: () => {
        stop.abort();
        return new Promise(() => undefined);
      },
      introduction: { name: '家' },
      grant,
    });
    expect(await joining).toEqual({ ok: false, error: 'ended' });
    expect(await done).toEqual({ ok: false, error: 'stopped' });
  });

  it('takes one answer and no second', async () => {
    const { seen, done } = host(true);
    const code = await seen.code;
    const both = await Promise.all([guest(code, true), guest(code, true)]);
    await done;
    expect(both.filter((one) => one.ok).length).toBeLessThanOrEqual(1);
    expect(both.some((one) => !one.ok)).toBe(true);
  });

  it('takes another code where one is in use', async () => {
    const bytes = [...Array(8).fill(1), ...Array(8).fill(1), ...Array(8).fill(2)];
    let at = 0;
    const repeating = (length: number) =>
      length === 8 ? Uint8Array.from({ length }, () => bytes[at++] ?? 3) : random(length);
    place.docs.set('/_local/pair-11111111-offer', { rev: 1, body: {} });
    const stop = new AbortController();
    const { seen, done } = host(true, { random: repeating, signal: stop.signal });
    expect(await seen.code).toBe('22222222');
    stop.abort();
    expect(await done).toEqual({ ok: false, error: 'stopped' });
  });

  it.each([
    [401, 'signIn'],
    [403, 'signIn'],
    [404, 'missing'],
    [500, 'server'],
  ] as const)('says why it cannot begin: %s', async (status, problem) => {
    const closed = { request: async () => ({ status, text: '{}' }) };
    const { done } = host(true, { place: closed });
    expect(await done).toEqual({ ok: false, error: problem });
  });

  /** A server that answers each side with keys of its own. */
  it('T9: a server in between gives no digits that agree', async () => {
    // Two meetings under one code, each with the server: the offer that each side sees is the server's.
    const toHost = new LocalDocs();
    const toGuest = new LocalDocs();
    const { seen, done } = host(true, { place: toHost });
    const code = await seen.code;
    const digits: string[] = [];
    const serverAsGuest = accept(ports({ place: toHost }), {
      code,
      compare: async () => true,
      introduction: { name: '假' },
      grant,
    });
    // The server offers under the same code to the new device.
    const bytes = Uint8Array.from([...code].map(Number));
    let offered = (): void => undefined;
    const isOffered = new Promise<void>((resolve) => (offered = resolve));
    const sameCode = (length: number) => (length === bytes.length ? bytes : random(length));
    const asHost = invite(ports({ place: toGuest, random: sameCode }), {
      showCode: offered,
      compare: async () => true,
      introduction,
      admit: async () => ({ secret: '假' }),
    });
    await isOffered;
    // The user sees two numbers, and says so.
    const joined = accept(ports({ place: toGuest }), {
      code,
      compare: async (shown) => {
        digits.push(shown);
        return seen.digits.includes(shown);
      },
      introduction: { name: '家' },
      grant,
    });
    const results = await Promise.all([done, serverAsGuest, asHost, joined]);
    expect(digits).not.toEqual(seen.digits);
    expect(results[3]).toEqual({ ok: false, error: 'different' });
  });
});
