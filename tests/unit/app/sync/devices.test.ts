import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recoveryWords } from '@/utils/app/lock/recoveryKey';
import type { DevicesPort } from '@/utils/app/sync/devicesPort';
import { openDevicesPort, openJoinPort } from '@/utils/app/sync/liveDevices';
import { World } from '../../store/support/world';
import { LocalDocs } from '../../sync/devices/place';

const SPACE = 'own';
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const { signal } = new AbortController();

let place: LocalDocs;
let worlds: World[];
beforeEach(() => {
  place = new LocalDocs();
  worlds = [];
});
afterEach(() => {
  for (const world of worlds) world.close();
});

async function book(isSetUp: boolean) {
  const world = new World();
  worlds.push(world);
  const store = await world.store();
  if (isSetUp) await store.sync.join(SPACE, 'aaaabbbb', { ids: random(32), seals: [random(32)] });
  return { store, at: async () => ({ local: store.sync, remote: place, space: SPACE }) };
}

const names = (port: DevicesPort) => {
  const { value } = port.devices;
  return value.state === 'listed'
    ? value.devices.map(({ name, own, out }) => `${name}${own ? '*' : ''}${out === null ? '' : '-'}`)
    : value.state;
};

describe('the devices of a book, as a page has them', () => {
  it('are this one alone, then two, one of them renamed and taken out', async () => {
    const [first, second] = [await book(true), await book(false)];
    const port = openDevicesPort(first.at);
    expect(port.devices.value).toEqual({ state: 'reading' });
    await port.read();
    expect(names(port)).toEqual([]);

    let show = (_code: string): void => undefined;
    const code = new Promise<string>((resolve) => {
      show = resolve;
    });
    const same = async () => true;
    const inviting = port.invite({ name: '行里', showCode: show, compare: same, signal });
    const joining = openJoinPort(second.at);
    const typed = joining.codeIn(`${(await code).slice(0, 4)} ${(await code).slice(4)}`);
    expect(await joining.join({ code: typed ?? '', name: '家', compare: same, signal })).toBeNull();
    expect(await inviting).toEqual({ ok: true, value: '家' });
    expect(names(port)).toEqual(['行里*', '家']);

    const there = openDevicesPort(second.at);
    await there.read();
    expect(names(there)).toEqual(['行里', '家*']);
    const { value } = port.devices;
    const id = value.state === 'listed' ? (value.devices[1]?.id ?? '') : '';
    expect(await port.rename(id, '家里')).toBeNull();
    expect(await port.remove(id)).toBeNull();
    expect(names(port)).toEqual(['行里*', '家里-']);
    await there.read();
    expect(there.devices.value).toEqual({ state: 'problem', why: 'out' });
  });

  it('can all be lost where the words of the recovery key are in the list', async () => {
    const [first, fresh] = [await book(true), await book(false)];
    const port = openDevicesPort(first.at);
    const words = (await recoveryWords(random(32), 'zh-CN')).join(' ');
    expect(await port.addWords('不是 恢复 密钥')).toBe('noWords');
    expect(await port.enter('行里')).toBeNull();
    expect(await port.addWords(words)).toBeNull();
    expect(names(port)).toEqual(['行里*', '24']);

    const joining = openJoinPort(fresh.at);
    expect(await joining.joinByWords((await recoveryWords(random(32), 'en')).join(' '), '新')).toBe(
      'noWords',
    );
    expect(await joining.joinByWords(words, '新')).toBeNull();
    const secrets = await fresh.store.sync.secrets(SPACE);
    expect(secrets?.ids).toEqual((await first.store.sync.secrets(SPACE))?.ids);
  });

  it('are not spoken of without a server, and are told what is wrong with it', async () => {
    const { at } = await book(false);
    const none = openDevicesPort(async () => null);
    await none.read();
    expect(none.devices.value).toEqual({ state: 'off' });
    const unknown = openDevicesPort(at);
    await unknown.read();
    expect(unknown.devices.value).toEqual({ state: 'off' });
    const known = await book(true);
    const ill = openDevicesPort(async () => ({
      ...(await known.at()),
      remote: { request: async () => ({ status: 503, text: '' }) },
    }));
    await ill.read();
    expect(ill.devices.value).toEqual({ state: 'problem', why: 'server' });
  });
});
