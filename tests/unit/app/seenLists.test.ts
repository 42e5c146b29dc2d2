import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { carryOut } from '@/utils/app/commands/carryOut';
import { recordSighting } from '@/utils/app/commands/recordSighting';
import { newClientId, newOpId } from '@/utils/app/ids';
import type { Client } from '@/utils/domain/schema/client';
import type { ClientId } from '@/utils/domain/schema/ids';
import type { Sighting } from '@/utils/domain/schema/sighting';
import { instant } from '@/utils/domain/schema/time';
import type { Store } from '@/utils/store/store';
import { d, ZONE } from '../domain/build';
import { aHolding, yuan } from '../domain/buildFacts';
import { World } from '../store/support/world';

const NOW = Date.UTC(2026, 10, 20, 2);
const DAY_MS = 86_400_000;

const HELD = {
  kind: 'deposit',
  name: '一年期大额存单',
  amount: yuan(1_200_000),
  since: null,
  maturity: d('2026-12-11'),
  riskLevel: null,
} as const;
const SPOUSE = { role: 'spouse', name: '赵志远', phone: '138****7599' } as const;

const sighting = (lists: Pick<Sighting, 'holdings' | 'people'>): Sighting => ({
  adapter: 'demo-modern',
  record: { crmId: 'demo-bank', entity: 'individual', recordId: '10000001' },
  kind: 'individual',
  name: '王丽华',
  fields: [],
  contacts: [],
  ...lists,
});

let world = new World();
beforeEach(() => {
  world = new World();
});
afterEach(() => world.close());

const env = (days: number) => ({
  now: instant.parse(NOW + days * DAY_MS),
  today: d('2026-11-20'),
  freshClientId: newClientId(),
  sample: false,
});

async function track(store: Store, seen: Sighting): Promise<ClientId> {
  const command = { do: 'track', subject: { type: 'sighted', sighting: seen } } as const;
  const outcome = await carryOut(store, { op: newOpId(), command }, env(0), ZONE);
  if (!outcome.ok || outcome.value.clientId === null) throw new Error(JSON.stringify(outcome));
  return outcome.value.clientId;
}

const see = async (store: Store, seen: Sighting, days: number) => {
  const receipt = await recordSighting(store, newOpId(), seen, env(days), ZONE);
  if (!receipt.ok) throw new Error(receipt.error.code);
  return receipt.value;
};

async function bundleOf(store: Store, id: ClientId) {
  const known = await store.client(id);
  if (!known.ok) throw new Error(known.error.code);
  return known.value.bundle;
}
const heldOf = ({ seenHoldings = [] }: Client) =>
  seenHoldings.map(({ name, amount, firstSeen }) => [name, amount?.minor, (firstSeen - NOW) / DAY_MS]);

describe("the CRM's own lists", () => {
  it('are kept with the client from the first sight on, apart from the RM’s rows', async () => {
    const store = await world.store();
    const id = await track(store, sighting({ holdings: [HELD], people: [SPOUSE] }));
    const { client, holdings, relations, lastSeen } = await bundleOf(store, id);
    expect(client.seenHoldings).toMatchObject([{ ...HELD, firstSeen: NOW }]);
    expect(client.seenPeople).toMatchObject([SPOUSE]);
    expect([holdings, relations]).toEqual([[], []]);
    expect(lastSeen).toEqual({ seenHoldings: NOW, seenPeople: NOW });
  });

  it('journal only what changes; that they were seen again is a stamp', async () => {
    const store = await world.store();
    const id = await track(store, sighting({ holdings: [HELD] }));
    const before = await bundleOf(store, id);
    await see(store, sighting({ holdings: [HELD] }), 3);
    const after = await bundleOf(store, id);
    expect(after.client).toEqual(before.client);
    expect(after.lastSeen).toEqual({ seenHoldings: NOW + 3 * DAY_MS });
  });

  it('keep since when a row stands there, whatever it is worth, and drop the one that is gone', async () => {
    const store = await world.store();
    const id = await track(store, sighting({ holdings: [HELD] }));
    const fund = { ...HELD, kind: 'fund', name: '星河', maturity: null } as const;
    await see(store, sighting({ holdings: [{ ...HELD, amount: yuan(900_000) }, fund] }), 1);
    expect(heldOf((await bundleOf(store, id)).client)).toEqual([
      ['一年期大额存单', '90000000', 0],
      ['星河', '120000000', 1],
    ]);
    await see(store, sighting({ holdings: [fund] }), 2);
    expect(heldOf((await bundleOf(store, id)).client)).toEqual([['星河', '120000000', 1]]);
  });

  it('keep what a holding was worth before, with the days, but nothing that stood only for hours', async () => {
    const store = await world.store();
    const id = await track(store, sighting({ holdings: [HELD] }));
    const worth = async (amount: number | null, days: number) => {
      await see(
        store,
        sighting({ holdings: [{ ...HELD, amount: amount === null ? null : yuan(amount) }] }),
        days,
      );
      return (await bundleOf(store, id)).client.seenHoldings?.[0];
    };
    const at = (days: number) => NOW + days * DAY_MS;
    const first = { amount: HELD.amount, firstSeen: NOW, lastSeen: at(2) };
    expect(await worth(1_200_000, 2)).not.toHaveProperty('amountSince');
    expect(await worth(1_000_000, 3)).toMatchObject({ amountSince: at(3), former: [first] });
    expect(await worth(1_000_000, 4)).toMatchObject({ amountSince: at(3), former: [first] });
    // A price that ticks: what stood for a quarter of a day is passed over.
    expect(await worth(990_000, 5)).toHaveProperty('former.length', 2);
    const ticked = await worth(980_000, 5.25);
    expect(ticked).toMatchObject({ amountSince: at(5.25) });
    expect(ticked?.former?.map(({ amount }) => amount)).toEqual([yuan(1_000_000), HELD.amount]);
    // An amount that is not told is none that it was worth.
    await worth(null, 7);
    expect((await worth(970_000, 9))?.former?.map(({ amount }) => amount.minor)).toEqual([
      '98000000',
      '100000000',
      '120000000',
    ]);
    for (let day = 10; day < 20; day += 1) await worth(900_000 - day, day);
    expect((await worth(500_000, 30))?.former).toHaveLength(6);
  });

  it('stay as they were where a page does not show them', async () => {
    const store = await world.store();
    const id = await track(store, sighting({ holdings: [HELD], people: [SPOUSE] }));
    await see(store, sighting({}), 1);
    const { client, lastSeen } = await bundleOf(store, id);
    expect([client.seenHoldings?.length, client.seenPeople?.length]).toEqual([1, 1]);
    expect(lastSeen).toEqual({ seenHoldings: NOW, seenPeople: NOW });
  });

  it('tell rows apart that say the same', async () => {
    const store = await world.store();
    const id = await track(store, sighting({ holdings: [HELD, HELD] }));
    const ids = (await bundleOf(store, id)).client.seenHoldings?.map((row) => row.id) ?? [];
    expect(new Set(ids).size).toBe(2);
  });

  it('never touch an own row; one that is changed in the panel becomes an own one under its id', async () => {
    const store = await world.store();
    const id = await track(store, sighting({ holdings: [HELD] }));
    const [row] = (await bundleOf(store, id)).client.seenHoldings ?? [];
    const { clientId: _owner, ...own } = aHolding(1, {
      kind: 'deposit',
      name: HELD.name,
      takenOver: d('2026-11-20'),
    });
    const holding = { ...own, id: row?.id ?? own.id };
    const command = { do: 'keepHolding', subject: { type: 'client', clientId: id }, holding } as const;
    expect((await carryOut(store, { op: newOpId(), command }, env(1), ZONE)).ok).toBe(true);
    await see(store, sighting({ holdings: [{ ...HELD, amount: yuan(1) }] }), 2);
    const { holdings } = await bundleOf(store, id);
    expect(holdings).toMatchObject([{ id: row?.id, amount: own.amount, takenOver: '2026-11-20' }]);
  });
});
