import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { instant } from '@/utils/domain/schema/time';
import {
  addWords,
  type DevicePorts,
  inviteDevice,
  type JoinProblem,
  joinByWords,
  joinDevice,
  removeDevice,
  renameDevice,
} from '@/utils/sync/devices/join';
import { type Listed, ownMember, tendList } from '@/utils/sync/devices/keep';
import type { Remote } from '@/utils/sync/replicator/ports';
import { wireKeysOf } from '@/utils/sync/wire/keys';
import { aNote } from '../../store/support/book';
import { addClient, know, write } from '../../store/support/deeds';
import { World } from '../../store/support/world';
import { type Backend, npmServer, realServer, type Site } from '../support/backends';
import { Device, SPACE } from '../support/device';

/*
 * Devices of one user, from the first meeting to the loss of all of them, with real books against a real server of the
 * protocol, and against a CouchDB where COUCH_URL names one.
 */

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const couchUrl = process.env['COUCH_URL'];
const backends: Backend[] = [await npmServer(), ...(couchUrl ? [realServer(couchUrl)] : [])];
afterAll(() => Promise.all(backends.map((backend) => backend.close())));

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

describe.each(backends.map((backend) => [backend.name, backend] as const))(
  'devices at %s',
  (_name, backend) => {
    let site: Site;
    let first: Device;
    const open: { close(): void }[] = [];

    beforeEach(async () => {
      site = await backend.site();
      first = await Device.open(1);
      open.push(first);
    });
    afterEach(() => {
      for (const one of open.splice(0)) one.close();
    });

    const portsOf = (device: Device, remote: Remote = site.remote): DevicePorts => ({
      local: device.store.sync,
      remote,
      space: SPACE,
      random,
      now: () => instant.parse(Date.now()),
      sleep: () => new Promise((resolve) => setTimeout(resolve, 5)),
      newDevice: () => device.name,
    });

    /** A device that knows no database yet. */
    const blank = async (index: number): Promise<Device> => {
      const device = await Device.open(index);
      open.push(device);
      await device.store.sync.leave(SPACE);
      return device;
    };

    /** Two users with one code and two screens; they compare what they see. */
    async function pair(host: Device, guest: Device, name: string): Promise<JoinProblem | null> {
      let show = (_code: string): void => undefined;
      const shown = new Promise<string>((resolve) => {
        show = resolve;
      });
      const screens: string[] = [];
      const compare = async (digits: string) => {
        screens.push(digits);
        await vi.waitFor(() => expect(screens.length).toBe(2), 20_000);
        return screens[0] === screens[1];
      };
      const { signal } = new AbortController();
      const inviting = inviteDevice(portsOf(host), { name: '行里', showCode: show, compare, signal });
      const code = await shown;
      const joined = await joinDevice(portsOf(guest), { code, name, compare, signal });
      const invited = await inviting;
      // Of the two, the one that knows why.
      const problems = [invited, joined].flatMap((one) => (one.ok ? [] : [one.error]));
      return problems.find((one) => one !== 'ended') ?? problems[0] ?? null;
    }

    const listed = async (device: Device): Promise<Listed> => {
      const done = await tendList(portsOf(device));
      if (!done.ok) throw new Error(done.error);
      return done.value;
    };
    const names = async (device: Device) =>
      (await listed(device)).standing.members.map(({ name, out }) => (out === null ? name : `(${name})`));

    /** A run with the secrets that the book holds now. */
    const sync = async (device: Device) => {
      const secrets = await device.store.sync.secrets(SPACE);
      if (!secrets) throw new Error('no secrets');
      return device.sync(site.remote, { keys: await wireKeysOf(secrets) });
    };

    it('a second device gets everything the first one has, and both write on', async () => {
      const client = await addClient(first.store);
      await sync(first);
      const second = await blank(2);
      expect(await pair(first, second, '家')).toBeNull();
      await sync(second);
      expect((await know(second.store, client.id)).bundle.client).toEqual(client);
      await write(second.store, { type: 'insert', table: 'notes', body: aNote(client.id) });
      await sync(second);
      await sync(first);
      expect([...(await first.says())]).toEqual([...(await second.says())]);
      expect(await names(first)).toEqual(['行里', '家']);
      expect(ownMember(await listed(second))?.name).toBe('家');
      // Nothing of the meeting is left, and the list is no row.
      const { ok: isDone, ...rest } = await sync(first);
      expect(isDone, JSON.stringify(rest)).toBe(true);
      expect(rest).toMatchObject({ value: { unreadable: 0 } });
    });

    it('one that was taken out reads nothing that is written later, and the others go on', async () => {
      const client = await addClient(first.store);
      await sync(first);
      const [second, third] = [await blank(2), await blank(3)];
      expect(await pair(first, second, '家')).toBeNull();
      expect(await pair(second, third, '旧')).toBeNull();
      await sync(second);
      await sync(third);
      const lost = (await listed(third)).own.id;
      expect(await removeDevice(portsOf(first), lost)).toMatchObject({ ok: true });
      await write(first.store, {
        type: 'insert',
        table: 'notes',
        body: aNote(client.id, { text: '旧电脑看不到' }),
      });
      await sync(first);
      // The one that is left learns the key from the list, and reads it.
      expect((await listed(second)).renewed).toBe(true);
      await sync(second);
      expect((await know(second.store, client.id)).bundle.notes.map(({ text }) => text)).toEqual([
        '旧电脑看不到',
      ]);
      // The one that went is told so, has what it had, and opens nothing that came later.
      expect(await tendList(portsOf(third))).toEqual({ ok: false, error: 'out' });
      const run = await sync(third);
      expect(run).toMatchObject({ ok: true, value: { unreadable: 1 } });
      expect((await know(third.store, client.id)).bundle).toMatchObject({ client, notes: [] });
      expect(await names(second)).toEqual(['行里', '家', '(旧)']);
    });

    it('what was met before the list brought its key is read with it, though the feed had gone past', async () => {
      const client = await addClient(first.store);
      await sync(first);
      const [second, third] = [await blank(2), await blank(3)];
      expect(await pair(first, second, '家')).toBeNull();
      expect(await pair(first, third, '旧')).toBeNull();
      await sync(second);
      await removeDevice(portsOf(first), (await listed(third)).own.id);
      await write(first.store, {
        type: 'insert',
        table: 'notes',
        body: aNote(client.id, { text: '换钥匙以后写的' }),
      });
      await sync(first);
      expect(await sync(second)).toMatchObject({ ok: true, value: { unreadable: 1 } });
      expect((await know(second.store, client.id)).bundle.notes).toEqual([]);
      expect((await listed(second)).renewed).toBe(true);
      await sync(second);
      expect((await know(second.store, client.id)).bundle.notes.map(({ text }) => text)).toEqual([
        '换钥匙以后写的',
      ]);
    });

    it('a device has another name for all', async () => {
      const second = await blank(2);
      expect(await pair(first, second, '家')).toBeNull();
      const { own } = await listed(second);
      expect(await renameDevice(portsOf(first), own.id, '家里的笔记本')).toMatchObject({ ok: true });
      expect(await names(second)).toEqual(['行里', '家里的笔记本']);
    });

    it('where all devices are lost, the words and the sign-in bring everything back', async () => {
      const entropy = random(32);
      const client = await addClient(first.store);
      const second = await blank(2);
      expect(await pair(first, second, '家')).toBeNull();
      expect(await addWords(portsOf(first), entropy, '24')).toMatchObject({ ok: true });
      // After a change of keys too.
      const { own } = await listed(second);
      await removeDevice(portsOf(first), own.id);
      await sync(first);
      const fresh = await blank(4);
      expect(await joinByWords(portsOf(fresh), [random(32)], '新')).toEqual({ ok: false, error: 'noWords' });
      expect(await joinByWords(portsOf(fresh), [random(32), entropy], '新')).toEqual({
        ok: true,
        value: null,
      });
      await sync(fresh);
      expect((await know(fresh.store, client.id)).bundle.client).toEqual(client);
      expect(await names(fresh)).toEqual(['行里', '(家)', '24', '新']);
      expect(await names(first)).toEqual(['行里', '(家)', '24', '新']);
    });

    it('T9: a server that shows an older list gets ours again, and nobody comes back by it', async () => {
      const second = await blank(2);
      expect(await pair(first, second, '家')).toBeNull();
      const older = await site.remote.request('GET', '/zhibi-devices');
      await removeDevice(portsOf(first), (await listed(second)).own.id);
      const now = JSON.parse((await site.remote.request('GET', '/zhibi-devices')).text);
      await site.remote.request('PUT', '/zhibi-devices', { ...JSON.parse(older.text), _rev: now._rev });
      expect(await names(first)).toEqual(['行里', '(家)']);
      expect(await tendList(portsOf(second))).toEqual({ ok: false, error: 'out' });
    });

    it('two changes at the same time are both there', async () => {
      const second = await blank(2);
      expect(await pair(first, second, '家')).toBeNull();
      const [a, b] = [(await listed(first)).own.id, (await listed(second)).own.id];
      const done = await Promise.all([
        renameDevice(portsOf(first), a, '甲'),
        renameDevice(portsOf(second), b, '乙'),
      ]);
      expect(done.every(({ ok }) => ok)).toBe(true);
      expect(await names(first)).toEqual(['甲', '乙']);
    });

    it.each([
      [401, 'signIn'],
      [500, 'server'],
      [202, 'server'],
    ] as const)(
      'a list that the server answers with %s is not taken for an empty one',
      async (status, problem) => {
        const second = await blank(2);
        expect(await pair(first, second, '家')).toBeNull();
        const ill: Remote = { request: async () => ({ status, text: '{}', retryAfter: null }) };
        expect(await tendList(portsOf(first, ill))).toEqual({ ok: false, error: problem });
        expect(await names(first)).toEqual(['行里', '家']);
      },
    );

    it('a device that has a book in step joins no other', async () => {
      const { signal } = new AbortController();
      const compare = async () => true;
      expect(await joinDevice(portsOf(first), { code: '12345678', name: 'x', compare, signal })).toEqual({
        ok: false,
        error: 'already',
      });
    });
  },
);

it('a book without a server has no list', async () => {
  const world = new World();
  const store = await world.store();
  const remote: Remote = { request: async () => ({ status: 404, text: '{}', retryAfter: null }) };
  const done = await tendList({
    local: store.sync,
    remote,
    space: SPACE,
    random,
    now: () => instant.parse(1),
  });
  expect(done).toEqual({ ok: false, error: 'off' });
  world.close();
});
