import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { eraseDue, retentionOutlook } from '@/utils/app/out/retention';
import { NO_POLICY, savePolicy } from '@/utils/platform/policy';
import { loadRetention } from '@/utils/platform/retention';
import { openWalker } from '@/utils/store/read/openWalker';
import type { Store } from '@/utils/store/store';
import { aContact, aNote, at, day } from '../store/support/book';
import { addClient, know, write } from '../store/support/deeds';
import { World } from '../store/support/world';

vi.setConfig({ testTimeout: 30_000 });

const zone = 'Asia/Shanghai';
const HEARD = day('2026-11-22');
const NOW = Date.parse('2026-11-22T10:00:00+08:00');

let world: World;
let store: Store;
beforeEach(async () => {
  fakeBrowser.reset();
  world = new World();
  world.now = Date.parse('2020-01-05T09:00:00+08:00');
  store = await world.store();
});
afterEach(() => world.close());

const bankSays = (retentionDays: number) => savePolicy({ ...NO_POLICY, retentionDays }, at(NOW));

async function outlook(today = HEARD) {
  const opened = await openWalker(world.ports(), world.name);
  if (!opened.ok) throw new Error(opened.error);
  const found = await retentionOutlook(opened.value, { today, zone });
  opened.value.close();
  return found;
}

/** Three contacts, of which one is old, and two notes, of which one is. */
async function aClientOfLong() {
  const client = await addClient(store);
  for (const on of ['2020-01-02', '2026-10-01', '2026-11-02'])
    await write(store, { type: 'insert', table: 'contacts', body: aContact(client.id, { day: day(on) }) });
  for (const on of ['2020-01-02', '2026-11-01'])
    await write(store, {
      type: 'insert',
      table: 'notes',
      body: aNote(client.id, { createdAt: at(Date.parse(`${on}T10:00:00+08:00`)) }),
    });
  return client;
}

const always = async () => true;

describe('the bank’s days', () => {
  it('say nothing where there are none', async () => {
    await aClientOfLong();
    expect(await outlook()).toBeNull();
    expect(await eraseDue(store, { today: HEARD, zone }, always)).toBeNull();
  });

  it('are told with what will go and when, before anything goes', async () => {
    await bankSays(365);
    await aClientOfLong();
    expect(await outlook()).toEqual({
      day: '2026-12-01',
      before: '2025-12-01',
      clients: 1,
      contacts: 1,
      notes: 1,
      visits: 0,
    });
    expect(await eraseDue(store, { today: HEARD, zone }, always)).toBeNull();
  });

  it('take away what is due on the first of the next month, once', async () => {
    await bankSays(365);
    const client = await aClientOfLong();
    await outlook();
    const today = day('2026-12-03');
    expect(await eraseDue(store, { today, zone }, always)).toBe(2);
    const { bundle } = await know(store, client.id);
    expect(bundle.contacts.map((contact) => contact.day).sort()).toEqual(['2026-10-01', '2026-11-02']);
    expect(bundle.notes).toHaveLength(1);
    expect(await (await world.store()).verify({ deep: true })).toMatchObject({ intact: true, aged: 2 });
    expect(await loadRetention()).toEqual({ days: 365, since: HEARD, done: '2026-12-01' });
    expect(await eraseDue(store, { today, zone }, always)).toBeNull();
    expect(await outlook(today)).toMatchObject({ day: '2027-01-01', contacts: 0, notes: 0 });
  });

  it('are gone on with by the next idle moment where somebody came back', async () => {
    await bankSays(365);
    await aClientOfLong();
    await aClientOfLong();
    await outlook();
    const moment = { today: day('2026-12-01'), zone };
    let turns = 0;
    expect(await eraseDue(store, moment, async () => turns++ < 1)).toBe(2);
    expect((await loadRetention())?.done).toBeNull();
    expect(await eraseDue(store, moment, always)).toBe(2);
    expect((await loadRetention())?.done).toBe('2026-12-01');
  });

  it('begin anew with a month’s notice where the bank changes them', async () => {
    await bankSays(3650);
    await aClientOfLong();
    await outlook();
    await bankSays(365);
    const today = day('2026-12-05');
    expect(await eraseDue(store, { today, zone }, always)).toBeNull();
    expect(await outlook(today)).toMatchObject({ day: '2027-01-01', contacts: 1 });
  });

  it('go past a client who does not open, and come back to him', async () => {
    await bankSays(365);
    const client = await aClientOfLong();
    await aClientOfLong();
    await outlook();
    await world.raw((db) => db.clients.update(client.id, { sealed: new Uint8Array(80) }));
    const again = await world.store();
    expect(await eraseDue(again, { today: day('2026-12-01'), zone }, always)).toBe(2);
    expect((await loadRetention())?.done).toBeNull();
  });
});
