import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { forgetBook } from '@/utils/app/background/book';
import { followSync, syncIfDue, syncNow } from '@/utils/app/background/sync';
import { SPACE } from '@/utils/app/sync/space';
import { clientId } from '@/utils/domain/schema/ids';
import { instant } from '@/utils/domain/schema/time';
import { KEPT_BANK } from '@/utils/platform/policyBank';
import { loadSyncStatus, saveSyncNowhere, saveSyncPaused, saveSyncStatus } from '@/utils/platform/sync';
import { newOp } from '../../store/support/book';
import { npmServer } from '../../sync/support/backends';
import { aBook, aBrowser, theStore } from '../backup/world';

/* The background's runs, with a whole book against a real server of the protocol. */

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const server = await npmServer();
afterAll(() => server.close());
const { port, username, password } = new URL(server.url ?? '');
const user = decodeURIComponent(username);
const right = decodeURIComponent(password);
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

let databases = 0;
let url: string;
const landed = vi.fn(async () => undefined);
const lines = vi.fn();
vi.stubGlobal('addEventListener', lines);
followSync(landed);

const order = (method: string, path = '') =>
  fetch(`${url}${path}`, { method, headers: { authorization: `Basic ${btoa(`${user}:${right}`)}` } });
const inFeed = async (): Promise<number> => {
  const { results } = (await (await order('GET', '/_changes')).json()) as { results: unknown[] };
  return results.length;
};

/** Sets the book up at the server, with this password. */
async function setUp(said = right): Promise<void> {
  const store = await theStore();
  await store.sync.join(SPACE, 'aaaabbbb', { ids: random(32), seals: [random(32)] });
  await store.sync.keepAccess(SPACE, JSON.stringify({ url, signIn: { by: 'basic', user, password: said } }));
  store.close();
}

beforeEach(async () => {
  await forgetBook();
  await aBrowser();
  vi.spyOn(fakeBrowser.permissions, 'contains').mockResolvedValue(true);
  databases += 1;
  url = `http://127.0.0.1:${port}/runner-${databases}`;
  await order('PUT');
  await aBook();
});
afterEach(async () => {
  await forgetBook();
  vi.restoreAllMocks();
  landed.mockClear();
});

const alarm = () => fakeBrowser.alarms.get('sync');

describe('a run in the background', () => {
  it('does nothing and wakes nobody where no server is set up', async () => {
    await syncNow();
    expect(await loadSyncStatus()).toEqual({ state: 'off' });
    expect(await alarm()).toBeFalsy();
  });

  it('does not even open the book at the next start, until a server is named', async () => {
    await syncNow();
    await forgetBook();
    await fakeBrowser.storage.session.clear();
    const opened = vi.spyOn(indexedDB, 'open');
    await syncIfDue();
    expect(opened).not.toHaveBeenCalled();
    await setUp();
    await saveSyncNowhere(false);
    await syncIfDue();
    expect(await loadSyncStatus()).toMatchObject({ state: 'safe' });
  });

  it('says that the session at a proxy has ended, and tries no more by itself', async () => {
    await setUp();
    const asked = vi
      .spyOn(globalThis, 'fetch')
      .mockResolvedValue(new Response('', { status: 302, headers: { location: 'https://id.bank.example' } }));
    const store = await theStore();
    await store.sync.keepAccess(SPACE, JSON.stringify({ url, signIn: { by: 'cookie' } }));
    store.close();
    await syncNow();
    expect(await loadSyncStatus()).toEqual({ state: 'stopped', why: 'signIn', open: 3 });
    expect(asked).toHaveBeenCalledTimes(1);
    expect(await alarm()).toBeFalsy();
  });

  it('goes on when the line is there again, and only where it waited for it', async () => {
    await setUp();
    const [, onLine] = lines.mock.calls.find(([kind]) => kind === 'online') ?? [];
    const asked = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('fetch failed'));
    Object.assign(navigator, { onLine: false });
    await syncNow();
    expect(await loadSyncStatus()).toMatchObject({ state: 'waiting', why: 'offline', open: 3 });
    asked.mockRestore();
    Object.assign(navigator, { onLine: true });
    onLine();
    await vi.waitFor(async () => expect(await loadSyncStatus()).toMatchObject({ state: 'safe' }), 20_000);
    const again = vi.spyOn(globalThis, 'fetch');
    onLine();
    await syncIfDue();
    expect(again).not.toHaveBeenCalled();
  });

  it('brings the book to the server, says so, and comes again by itself', async () => {
    await setUp();
    await syncNow();
    expect(await loadSyncStatus()).toMatchObject({ state: 'safe', refused: 0 });
    // The client, where its record is, and its note.
    expect(await inFeed()).toBe(3);
    expect((await alarm())?.scheduledTime).toBeGreaterThan(Date.now());
  });

  it('asks nothing of a server that refused the sign-in until the user has been there', async () => {
    await setUp('wrong');
    const asked = vi.spyOn(globalThis, 'fetch');
    await syncNow();
    expect(await loadSyncStatus()).toEqual({ state: 'stopped', why: 'signIn', open: 3 });
    expect(asked).toHaveBeenCalledTimes(1);
    await syncIfDue();
    expect(asked).toHaveBeenCalledTimes(1);
    expect(await alarm()).toBeFalsy();
  });

  it('lets nothing of an erased client stay in what is known of the server, while it is paused', async () => {
    await setUp();
    await syncNow();
    await saveSyncPaused(true);
    await syncNow();
    expect(await loadSyncStatus()).toEqual({ state: 'paused', by: 'user' });
    const store = await theStore();
    const before = await store.sync.slice(SPACE, '', 100);
    const client = before.find(({ table }) => table === 'clients')?.row;
    expect(await store.erase({ op: newOp(), client: clientId.parse(client), why: 'request' })).toMatchObject({
      ok: true,
    });
    expect(await store.sync.erased(SPACE, 100)).toHaveLength(3);
    await syncIfDue();
    expect(await store.sync.erased(SPACE, 100)).toEqual([]);
    const after = await store.sync.slice(SPACE, '', 100);
    expect(after.map(({ deleted }) => deleted)).toEqual([true, true, true]);
    expect(after.map(({ e }) => e)).not.toEqual(expect.arrayContaining([before[0]?.e]));
    store.close();
    await saveSyncPaused(false);
  });

  it('waits longer each time where there is no answer, and says how much waits', async () => {
    await setUp();
    vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('fetch failed'));
    await syncNow();
    const first = await loadSyncStatus();
    expect(first).toMatchObject({ state: 'waiting', why: 'busy', open: 3, turn: 0 });
    await syncNow();
    expect(await loadSyncStatus()).toMatchObject({ state: 'waiting', turn: 1 });
    expect((await alarm())?.scheduledTime).toBeGreaterThan(Date.now());
  });

  it('says that the database is gone, and that another answers', async () => {
    await setUp();
    await order('DELETE');
    await syncNow();
    expect(await loadSyncStatus()).toMatchObject({ state: 'stopped', why: 'missing' });
  });

  it('rests while the user has paused it, the bank forbids it, or the browser lets nobody there', async () => {
    await setUp();
    const asked = vi.spyOn(globalThis, 'fetch');
    await saveSyncPaused(true);
    await syncNow();
    expect(await loadSyncStatus()).toEqual({ state: 'paused', by: 'user' });
    await saveSyncPaused(false);
    await fakeBrowser.storage.local.set({ [KEPT_BANK]: { sync: { allowed: false } } });
    await syncNow();
    expect(await loadSyncStatus()).toEqual({ state: 'paused', by: 'bank' });
    await fakeBrowser.storage.local.set({ [KEPT_BANK]: { sync: { url: 'https://other.bank.example' } } });
    await syncNow();
    expect(await loadSyncStatus()).toMatchObject({ state: 'stopped', why: 'bank' });
    await fakeBrowser.storage.local.remove(KEPT_BANK);
    vi.spyOn(fakeBrowser.permissions, 'contains').mockResolvedValue(false);
    await syncNow();
    expect(await loadSyncStatus()).toMatchObject({ state: 'stopped', why: 'permission' });
    expect(asked).not.toHaveBeenCalled();
  });

  it('rests on a metered line, but not where the user asks for it', async () => {
    await setUp();
    Object.assign(navigator, { connection: { type: 'cellular' } });
    await syncIfDue();
    expect(await loadSyncStatus()).toEqual({ state: 'paused', by: 'metered' });
    await syncNow();
    expect(await loadSyncStatus()).toMatchObject({ state: 'safe' });
  });

  it('goes on where a worker was stopped in the middle', async () => {
    await setUp();
    await saveSyncStatus({ state: 'running' });
    await syncIfDue();
    expect(await loadSyncStatus()).toMatchObject({ state: 'safe' });
  });

  it('is not due again until something is written, or time has passed', async () => {
    await setUp();
    await syncNow();
    const asked = vi.spyOn(globalThis, 'fetch');
    await syncIfDue();
    expect(asked).not.toHaveBeenCalled();
    await saveSyncStatus({ state: 'safe', at: instant.parse(Date.now() - 600_000), refused: 0 });
    await syncIfDue();
    expect(asked).toHaveBeenCalled();
  });
});
