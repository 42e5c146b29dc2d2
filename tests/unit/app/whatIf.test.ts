import { describe, expect, it, vi } from 'vitest';
import { tryBook } from '@/utils/app/whatIf';
import type { ClientBundle } from '@/utils/domain/bundle';
import { differenceOf, tallyOf } from '@/utils/domain/nba/whatIf';
import type { BookWalker } from '@/utils/store/store';
import { aBundle, aClient, aClientId, aContact, d, someSettings } from '../domain/build';

const late = (n: number): ClientBundle =>
  aBundle({ client: aClient({ id: aClientId(n), name: `客户${n}` }), contacts: [aContact('2026-09-01', n)] });

/** A book that gives two clients at a time. */
const walking = (bundles: readonly ClientBundle[], closed = 0): Pick<BookWalker, 'bundles'> => ({
  async *bundles() {
    for (let at = 0; at < bundles.length; at += 2) {
      const known = bundles.slice(at, at + 2).map((bundle) => ({ bundle, records: [], quarantined: 0 }));
      yield { known, closed: at === 0 ? closed : 0 };
    }
  },
});

const now = someSettings();
const trial = { day: d('2026-11-20'), now, tried: now, learned: {} };
const signal = new AbortController().signal;
const none = (): void => undefined;

describe('a try over the whole book', () => {
  it('plans every client, and says how many do not open', async () => {
    const found = await tryBook(walking([1, 2, 3, 4, 5].map(late), 1), 6, trial, signal, none);
    expect(found).toMatchObject({ done: 6, of: 6, closed: 1, stopped: false });
    expect(found.clients.map(({ name }) => name)).toEqual(['客户1', '客户2', '客户3', '客户4', '客户5']);
    expect(tallyOf(found.clients).find(({ rule }) => rule === 'overdue')).toMatchObject({ tried: 5, now: 5 });
  });

  it('tells what appears, goes and moves against the rules as they are set', async () => {
    const tried = { ...now, rulesOff: ['overdue'] };
    const { clients } = await tryBook(walking([late(1)]), 1, { ...trial, tried }, signal, none);
    const prompts = clients.flatMap((client) => client.prompts);
    const gone = prompts.filter((prompt) => differenceOf(prompt) === 'gone');
    expect(gone.map(({ action, was }) => [action.rule, was])).toEqual([['overdue', 1]]);
    expect(prompts.filter((prompt) => differenceOf(prompt) === 'moved').length).toBeGreaterThan(0);
    expect(tallyOf(clients).find(({ rule }) => rule === 'overdue')).toMatchObject({
      now: 1,
      tried: 0,
      gone: 1,
    });
    const back = await tryBook(walking([late(1)]), 1, { ...trial, now: tried }, signal, none);
    expect(tallyOf(back.clients).find(({ rule }) => rule === 'overdue')?.appeared).toBe(1);
  });

  it('tells what is found and held back, each with its reason: folded, or silenced', async () => {
    const tried = { ...now, promptsPerClient: 1, rulesOff: ['overdue'] };
    const { clients } = await tryBook(walking([late(1)]), 1, { ...trial, tried }, signal, none);
    const [client] = clients;
    const whyOf = (rule: string) => client?.quiet.find(({ action }) => action.rule === rule)?.why;
    expect(whyOf('overdue')).toEqual({ reason: 'switchedOff' });
    const folded = client?.quiet.filter(({ why }) => why.reason === 'folded') ?? [];
    expect(folded.length).toBeGreaterThan(0);
    expect(folded[0]?.why).toEqual({ reason: 'folded', most: 1 });
    // As set now it has a place; as tried it is held back: both are told.
    expect(tallyOf(clients).find(({ rule }) => rule === 'overdue')).toMatchObject({
      now: 1,
      tried: 0,
      quiet: 1,
    });
    const keys = client?.prompts.filter(({ is }) => is !== null).map(({ action }) => action.key) ?? [];
    expect(client?.quiet.some(({ action }) => keys.includes(action.key))).toBe(false);
  });

  it('stops when it is told to, and says that it has', async () => {
    const control = new AbortController();
    const book = walking([1, 2, 3, 4].map(late));
    const leaving: Pick<BookWalker, 'bundles'> = {
      async *bundles() {
        for await (const slice of book.bundles()) {
          yield slice;
          control.abort();
        }
      },
    };
    const found = await tryBook(leaving, 4, trial, control.signal, none);
    expect(found).toMatchObject({ stopped: true, of: 4, done: 2 });
  });

  it('lets the page breathe, and tells how far it has come', async () => {
    const clock = vi.spyOn(performance, 'now');
    let ms = 0;
    clock.mockImplementation(() => {
      ms += 30;
      return ms;
    });
    const told: number[] = [];
    await tryBook(walking([1, 2, 3].map(late)), 3, trial, signal, ({ done }) => told.push(done));
    clock.mockRestore();
    expect(told).toEqual([2, 3]);
  });
});
