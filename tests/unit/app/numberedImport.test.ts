import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { demoClassic } from '@/utils/adapters/sites/demoClassic';
import { demoModern } from '@/utils/adapters/sites/demoModern';
import { keepAdapter } from '@/utils/app/adapters';
import { carryOut } from '@/utils/app/commands/carryOut';
import { type Arrival, importBatch } from '@/utils/app/commands/importBatch';
import { recordSighting } from '@/utils/app/commands/recordSighting';
import { newClientId, newOpId } from '@/utils/app/ids';
import { numberedCrm } from '@/utils/app/import/numberedCrm';
import type { ClientKind } from '@/utils/domain/schema/client';
import type { Sighting } from '@/utils/domain/schema/sighting';
import { civilDay, instant } from '@/utils/domain/schema/time';
import { broughtBy } from '@/utils/import/brought';
import { saveConnections } from '@/utils/platform/connections';
import type { Store } from '@/utils/store/store';
import { aRecord } from '../store/support/book';
import { addClient, know } from '../store/support/deeds';
import { FakeLocks } from '../store/support/locks';
import { World } from '../store/support/world';

vi.setConfig({ testTimeout: 120_000 });

const CRM = aRecord('1').crmId;
const TODAY = civilDay.parse('2026-11-20');
const NOW = instant.parse(Date.UTC(2026, 10, 20, 2));
const ZONE = 'Asia/Shanghai';
const env = () => ({ now: NOW, today: TODAY, freshClientId: newClientId(), sample: false });

interface Told {
  name: string;
  number: string;
  kind?: ClientKind;
}
const arrival = ({ name, number, kind }: Told, into: Arrival['into'] = null): Arrival => ({
  brought: broughtBy({ name, number, phone: null, birthday: null, kind: kind ?? null }),
  into,
});
const sighting = ({ name, number, kind }: Told): Sighting => ({
  adapter: 'demo-classic',
  record: { crmId: CRM, entity: 'individual', recordId: number },
  kind: kind ?? 'individual',
  name,
  fields: [],
  contacts: [],
});

async function bringIn(store: Store, arrivals: readonly Arrival[], numberedBy: string | null = CRM) {
  const how = { conflicts: 'mine', source: 'guess', day: TODAY } as const;
  const batch = { arrivals, how, entered: false, zone: ZONE, ...(numberedBy ? { numberedBy } : {}) };
  const op = newOpId();
  const done = await importBatch(store, op, batch, { now: NOW, today: TODAY });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return op;
}
const see = async (store: Store, seen: Sighting) =>
  expect((await recordSighting(store, newOpId(), seen, env(), ZONE)).ok).toBe(true);
const track = async (store: Store, seen: Sighting) => {
  const command = { do: 'track', subject: { type: 'sighted', sighting: seen } } as const;
  expect(await carryOut(store, { op: newOpId(), command }, env(), ZONE)).toMatchObject({ ok: true });
};
async function whose(store: Store, seen: Sighting) {
  const found = await store.clientByLink(await store.linkIdOf(seen.record));
  return found.ok ? found.value : null;
}
const clients = async (store: Store) => {
  const directory = await store.directory();
  return directory.ok ? directory.value.briefs : [];
};

/** A book of its own; intact at the end, row by row. */
async function inBook(use: (store: Store) => Promise<void>): Promise<void> {
  const world = new World();
  try {
    const store = await world.store();
    await use(store);
    expect((await store.verify({ deep: true })).findings).toEqual([]);
  } finally {
    world.close();
  }
}

const WANG: Told = { name: '王丽华', number: '10000001' };

describe('a client of a spreadsheet with his number', () => {
  it('is found at the first sighting of that record, and is still one', () =>
    inBook(async (store) => {
      await bringIn(store, [arrival(WANG)]);
      const [brief] = await clients(store);
      await see(store, sighting(WANG));
      expect(await whose(store, sighting(WANG))).toBe(brief?.clientId);
      await track(store, sighting(WANG));
      expect(await clients(store)).toHaveLength(1);
      const { records } = await know(store, brief?.clientId ?? newClientId());
      expect(records).toEqual([sighting(WANG).record]);
    }));

  it('is the one who is logged where the page is quicker than the sighting', () =>
    inBook(async (store) => {
      await bringIn(store, [arrival(WANG)]);
      await track(store, sighting(WANG));
      expect(await clients(store)).toHaveLength(1);
    }));

  it('joins nobody of another name, kind or CRM, nor one behind stars', () =>
    inBook(async (store) => {
      await bringIn(store, [arrival(WANG)]);
      const others: Sighting[] = [
        sighting({ ...WANG, name: '陈雅婷' }),
        sighting({ ...WANG, name: '王*华' }),
        sighting({ ...WANG, kind: 'company' }),
        { ...sighting(WANG), record: { ...sighting(WANG).record, crmId: 'other-bank' } },
      ];
      for (const other of others) {
        await see(store, other);
        expect(await whose(store, other)).toBeNull();
      }
    }));

  it('takes no record from whom the CRM has shown already', () =>
    inBook(async (store) => {
      const known = await addClient(store, { name: WANG.name, kind: 'individual' });
      await bringIn(store, [arrival(WANG, known.id)]);
      await see(store, sighting(WANG));
      expect(await whose(store, sighting(WANG))).toBeNull();
    }));

  it('has none where the file gives it to two, or no CRM is sure', () =>
    inBook(async (store) => {
      await bringIn(store, [arrival(WANG), arrival({ ...WANG })]);
      await bringIn(store, [arrival({ name: '李建国', number: '10000002' })], null);
      for (const told of [WANG, { name: '李建国', number: '10000002' }]) {
        await see(store, sighting(told));
        expect(await whose(store, sighting(told))).toBeNull();
      }
    }));

  it('goes with the whole batch when that is taken back', () =>
    inBook(async (store) => {
      const op = await bringIn(store, [arrival(WANG)]);
      expect((await store.undo({ op: newOpId(), target: op })).ok).toBe(true);
      await see(store, sighting(WANG));
      expect(await whose(store, sighting(WANG))).toBeNull();
      await bringIn(store, [arrival(WANG)]);
      await see(store, sighting(WANG));
      expect(await whose(store, sighting(WANG))).not.toBeNull();
    }));

  it('joins one and never two, whatever is brought and whatever is seen (property)', async () => {
    const told = fc.record({
      name: fc.constantFrom('王丽华', '李建国', '陈雅婷'),
      number: fc.constantFrom('1', '2', '3', '４', '4'),
    });
    const shown = fc.record({
      name: fc.constantFrom('王丽华', '李建国', '陈雅婷', '王*华'),
      number: fc.constantFrom('1', '2', '3', '4', '5'),
      tracked: fc.boolean(),
    });
    const runs = Number(process.env['RUNS'] ?? 15);
    await fc.assert(
      fc.asyncProperty(fc.array(told, { maxLength: 5 }), fc.array(shown, { maxLength: 6 }), (file, pages) =>
        inBook(async (store) => {
          await bringIn(
            store,
            file.map((one) => arrival(one)),
          );
          const brought = await clients(store);
          const namedBy = new Map<string, string>();
          for (const { tracked, ...page } of pages) {
            // The CRM has one name for a record.
            const name = namedBy.get(page.number) ?? page.name;
            namedBy.set(page.number, name);
            const seen = sighting({ ...page, name });
            await see(store, seen);
            const owners = file.filter(({ number }) => number.normalize('NFKC') === page.number);
            const before = await whose(store, seen);
            const isSure = owners.length === 1 && owners[0]?.name === name;
            if (isSure) expect(brought.map(({ clientId }) => clientId)).toContain(before);
            if (tracked) await track(store, seen);
            const owner = await whose(store, seen);
            if (before !== null) expect(owner).toBe(before);
            if (owner !== null) expect((await know(store, owner)).bundle.client.name).toBe(name);
          }
          for (const { clientId } of await clients(store))
            expect((await know(store, clientId)).records.length).toBeLessThanOrEqual(1);
        }),
      ),
      { numRuns: runs },
    );
  });
});

describe('the CRM of a spreadsheet’s numbers', () => {
  beforeEach(() => {
    fakeBrowser.reset();
    vi.stubGlobal('navigator', { locks: new FakeLocks() });
  });
  const connection = (origin: string, adapters: string[]) => ({ origin, since: NOW, adapters });

  it('is the only one that is connected, once it was seen to show clients by their numbers', async () => {
    expect(await numberedCrm()).toBeNull();
    await saveConnections([connection('http://localhost:4173', [])]);
    expect(await numberedCrm()).toBeNull();
    await saveConnections([connection('http://localhost:4173', [demoModern.id])]);
    expect(await numberedCrm()).toBe(demoModern.crmId);
  });

  it('is none where two are connected', async () => {
    await saveConnections([
      connection('http://localhost:4173', [demoModern.id]),
      connection('http://127.0.0.1:4173', [demoClassic.id]),
    ]);
    expect(await numberedCrm()).toBeNull();
  });

  it('is none where its records go by a number that no page shows', async () => {
    const [page] = demoModern.pages;
    if (!page) throw new Error('no page');
    const { confirm: _, ...identity } = page.identity;
    const bare = { ...demoModern, id: 'bare', crmId: 'bare', pages: [{ ...page, identity }] };
    expect((await keepAdapter(JSON.stringify(bare), NOW)).ok).toBe(true);
    await saveConnections([connection('http://localhost:4173', ['bare'])]);
    expect(await numberedCrm()).toBeNull();
  });
});
