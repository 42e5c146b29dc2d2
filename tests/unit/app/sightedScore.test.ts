import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { carryOut } from '@/utils/app/commands/carryOut';
import { recordSighting } from '@/utils/app/commands/recordSighting';
import { newClientId, newOpId } from '@/utils/app/ids';
import { briefOf } from '@/utils/domain/briefOf';
import { outlineOf } from '@/utils/domain/outline';
import type { ClientId } from '@/utils/domain/schema/ids';
import type { Sighting } from '@/utils/domain/schema/sighting';
import { instant } from '@/utils/domain/schema/time';
import type { Store } from '@/utils/store/store';
import { d, someSettings, ZONE } from '../domain/build';
import { yuan } from '../domain/buildFacts';
import { World } from '../store/support/world';

const NOW = Date.UTC(2026, 10, 20, 2);
const DAY_MS = 86_400_000;
const TODAY = d('2026-11-20');

const BARE: Sighting = {
  adapter: 'demo-modern',
  record: { crmId: 'demo-bank', entity: 'individual', recordId: '10000001' },
  kind: 'individual',
  name: '王丽华',
  fields: [],
  contacts: [],
};

/** What the CRM's page shows beside the name: fields, and its own lists. */
const SHOWN: Sighting = {
  ...BARE,
  fields: [
    { key: 'occupation', label: '职业', value: { type: 'text', text: '企业主' } },
    { key: 'aum', label: '管理资产', value: { type: 'money', money: yuan(5_200_000) } },
    { key: 'mobile', label: '手机号码', value: { type: 'phone', raw: '138****6621', e164: null } },
  ],
  holdings: [
    {
      kind: 'deposit',
      name: '一年期大额存单',
      amount: yuan(1_200_000),
      since: null,
      maturity: d('2026-12-11'),
      riskLevel: null,
    },
  ],
  people: [{ role: 'spouse', name: '赵志远', phone: '138****7599' }],
};

const env = (days: number, sample = false) => ({
  now: instant.parse(NOW + days * DAY_MS),
  today: TODAY,
  freshClientId: newClientId(),
  sample,
});

let world = new World();
let today = TODAY;
beforeEach(() => {
  world = new World();
  today = TODAY;
});
afterEach(() => world.close());

/** A store whose cards are worked out as in the extension. */
const openBook = () =>
  world.store({ briefOf: ({ bundle }) => briefOf(bundle, someSettings(), today, [['wang']], ['10000001']) });

async function track(store: Store, sighting: Sighting, sample: boolean): Promise<ClientId> {
  const command = { do: 'track', subject: { type: 'sighted', sighting } } as const;
  const outcome = await carryOut(store, { op: newOpId(), command }, env(0, sample), ZONE);
  if (!outcome.ok || outcome.value.clientId === null) throw new Error(JSON.stringify(outcome));
  return outcome.value.clientId;
}

async function see(store: Store, days: number): Promise<void> {
  const receipt = await recordSighting(store, newOpId(), SHOWN, env(days), ZONE);
  if (!receipt.ok) throw new Error(receipt.error.code);
}

/** 知彼度 of the client as the book's list has it, and as the panel works it out. */
async function scores(store: Store, id: ClientId): Promise<{ book: number | undefined; panel: number }> {
  const [directory, known] = await Promise.all([store.directory(), store.client(id)]);
  if (!directory.ok || !known.ok) throw new Error('not read');
  return {
    book: directory.value.briefs.find(({ clientId }) => clientId === id)?.score,
    panel: outlineOf(known.value.bundle, someSettings(), today).clarity.score,
  };
}

describe('知彼度 in the book’s list', () => {
  it.each([
    ['a client of the book', false],
    ['a client of the sample book', true],
  ])('counts what the CRM’s page showed of %s, as the panel does', async (_, sample) => {
    const store = await openBook();
    const id = await track(store, BARE, sample);
    const before = await scores(store, id);
    expect(before.book).toBe(before.panel);
    await see(store, 1);
    const after = await scores(store, id);
    expect(after.panel).toBeGreaterThan(before.panel);
    expect(after.book).toBe(after.panel);
  });

  it('is fresh again once the page has shown the same again', async () => {
    const store = await openBook();
    const id = await track(store, SHOWN, false);
    const first = await scores(store, id);
    // Two years on the same page says the same: nothing is journalled, yet it is as sure as on the first day.
    today = d('2028-11-19');
    const aged = await scores(store, id);
    expect(aged.panel).toBeLessThan(first.panel);
    await see(store, 730);
    const again = await scores(store, id);
    expect(again.panel).toBeGreaterThan(aged.panel);
    expect(again.book).toBe(again.panel);
  });
});
