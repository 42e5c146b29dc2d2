import { signal } from '@preact/signals';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createShowing, type Shown } from '@/utils/app/live/showing';
import type { TabView } from '@/utils/app/tabView';
import { ok, type Result } from '@/utils/domain/result';
import { type ClientId, clientId, type LinkId, linkId } from '@/utils/domain/schema/ids';
import { civilDay } from '@/utils/domain/schema/time';
import type { ClientKnown } from '@/utils/store/known';
import type { ReadProblem } from '@/utils/store/problems';
import type { StoreReader } from '@/utils/store/store';
import { aBundle, aClient } from '../domain/build';

const TODAY = signal(civilDay.parse('2026-11-20'));
const CLIENTS = 5;

const linkOf = (n: number): LinkId => linkId.parse(n.toString(16).padStart(32, '0'));
const idOf = (n: number): ClientId => clientId.parse(n.toString(16).padStart(24, '0'));
const nameOf = (n: number): string => `客户${n}`;

const sighted = (n: number, generation: number): TabView => ({
  state: 'sighted',
  documentId: 'doc',
  generation,
  linkId: linkOf(n),
  page: 'client',
  sighting: {
    adapter: 'demo',
    record: { crmId: 'demo-bank', entity: 'individual', recordId: String(n) },
    kind: 'individual',
    name: nameOf(n),
    fields: [],
    contacts: [],
  },
});

const knownOf = (n: number): ClientKnown => ({
  bundle: aBundle({ client: aClient({ id: idOf(n), name: nameOf(n) }) }),
  records: [],
  quarantined: 0,
});

/** A reader whose answers come when the test says so, also long after they were asked for. */
class SlowReader {
  readonly late: (() => void)[] = [];

  readonly reader = {
    watchLink: (link: LinkId, tell: (found: Result<ClientId | null, ReadProblem>) => void) => {
      const n = Number.parseInt(link, 16);
      this.late.push(() => tell(ok(n % 2 === 0 ? null : idOf(n))));
      return () => undefined;
    },
    watchClient: (id: ClientId, tell: (known: Result<ClientKnown, ReadProblem>) => void) => {
      const n = Number.parseInt(id, 16);
      this.late.push(() => tell(ok(knownOf(n))));
      return () => undefined;
    },
  } as Partial<StoreReader> as StoreReader;
}

/** Whose name is on the screen. */
function nameShown(shown: Shown): string | null {
  if (shown.state === 'known') return shown.known.bundle.client.name;
  if (shown.state === 'firstSight') return shown.sighting.name;
  return shown.state === 'loading' ? shown.name : null;
}

type Step = { view: number | null } | { answer: number };
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ view: fc.option(fc.integer({ min: 1, max: CLIENTS }), { nil: null }) }),
  fc.record({ answer: fc.nat() }),
);

describe('what a panel shows', () => {
  it('is never another client than its tab shows, however late the answers come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const slow = new SlowReader();
        const showing = createShowing(Promise.resolve({ reader: slow.reader, trouble: null }), TODAY);
        let current: string | null = null;
        let generation = 0;
        for (const each of steps) {
          if ('view' in each) {
            generation += 1;
            current = each.view === null ? null : nameOf(each.view);
            showing.tell(
              each.view === null
                ? { state: 'noClient', documentId: 'doc', generation, why: 'navigating' }
                : sighted(each.view, generation),
            );
          } else if (slow.late.length > 0) {
            slow.late[each.answer % slow.late.length]?.();
          }
          expect(nameShown(showing.shown.peek())).toBe(current);
          await Promise.resolve();
          await Promise.resolve();
          expect(nameShown(showing.shown.peek())).toBe(current);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('keeps what it shows of a client while more of the same page is read', async () => {
    const slow = new SlowReader();
    const showing = createShowing(Promise.resolve({ reader: slow.reader, trouble: null }), TODAY);
    showing.tell(sighted(1, 1));
    await Promise.resolve();
    for (const answer of slow.late) answer();
    for (const answer of [...slow.late]) answer();
    expect(showing.shown.peek().state).toBe('known');
    showing.tell(sighted(1, 2));
    expect(showing.shown.peek().state).toBe('known');
  });

  it('says so when there is nothing to read', async () => {
    const showing = createShowing(Promise.resolve({ reader: null, trouble: 'damaged' }), TODAY);
    showing.tell(sighted(1, 1));
    expect(nameShown(showing.shown.peek())).toBe(nameOf(1));
    await Promise.resolve();
    await Promise.resolve();
    expect(showing.shown.peek()).toEqual({ state: 'error', code: 'damaged' });
  });

  it('calls nobody new whom a damaged book does not know: it may have lost them', async () => {
    const slow = new SlowReader();
    const showing = createShowing(Promise.resolve({ reader: slow.reader, trouble: 'damaged' }), TODAY);
    showing.tell(sighted(2, 1));
    await Promise.resolve();
    for (const answer of slow.late) answer();
    expect(showing.shown.peek()).toEqual({ state: 'error', code: 'damaged' });
  });

  it('shows nobody where no connected CRM is seen', () => {
    const showing = createShowing(Promise.resolve({ reader: null, trouble: 'unavailable' }), TODAY);
    showing.tell(null);
    expect(showing.shown.peek()).toEqual({ state: 'noClient', why: 'notConnected' });
  });
});
