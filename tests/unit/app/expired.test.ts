import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newContactId } from '@/utils/app/ids';
import { expiredClients } from '@/utils/app/out/expired';
import { openTrail } from '@/utils/store/read/openTrail';
import type { Store } from '@/utils/store/store';
import { aNote, day } from '../store/support/book';
import { addClient, write } from '../store/support/deeds';
import { plainBrief, World } from '../store/support/world';

vi.setConfig({ testTimeout: 30_000 });

const ZONE = 'Asia/Shanghai';
const TODAY = day('2026-11-20');
const at = (text: string) => Date.parse(`${text}+08:00`);

let world: World;
let store: Store;
beforeEach(async () => {
  world = new World();
  store = await world.store();
});
afterEach(() => world.close());

async function expired(days: number): Promise<string[] | null> {
  const trail = await openTrail(world.ports(), world.name);
  if (!trail.ok) throw new Error(trail.error);
  const found = await expiredClients(store, trail.value, days, TODAY, ZONE);
  trail.value.close();
  return found?.map(({ name, held }) => (held ? `${name} (held)` : name)) ?? null;
}

describe('clients kept longer than they may be', () => {
  it('are those of whom nothing was written for so many days, the longest first', async () => {
    world.now = at('2026-10-21T23:59:00');
    await addClient(store, { name: '三十天前' });
    world.now = at('2026-10-20T23:00:00');
    await addClient(store, { name: '三十一天前' });
    world.now = at('2024-01-05T09:00:00');
    const old = await addClient(store, { name: '早就' });
    expect(await expired(30)).toEqual(['早就', '三十一天前']);
    world.now = at('2026-11-19T09:00:00');
    await write(store, { type: 'insert', table: 'notes', body: aNote(old.id) });
    expect(await expired(30)).toEqual(['三十一天前']);
  });

  it('are told to be held where they are', async () => {
    world.now = at('2024-01-05T09:00:00');
    await addClient(store, { name: '诉讼中', legalHold: { day: TODAY, reason: '诉讼' } });
    expect(await expired(30)).toEqual(['诉讼中 (held)']);
  });

  it('are none for whom something is planned or promised', async () => {
    const busy = await world.store({
      briefOf: (known) => ({
        ...plainBrief(known),
        ahead: {
          plans: [{ contactId: newContactId(), day: day('2026-12-01'), minute: null, channel: 'phone' }],
        },
      }),
    });
    world.now = at('2024-01-05T09:00:00');
    await addClient(busy, { name: '约好了' });
    expect(await expired(30)).toEqual([]);
  });
});
