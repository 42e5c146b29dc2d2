import { expect, it } from 'vitest';
import { dataKeysOf, keyringOf } from '@/utils/store/crypto/keyring';
import { openAccess, openSecrets, resealSpaces } from '@/utils/store/sync/secrets';
import { Device, SECRETS, SPACE } from './support/device';

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

it('a new master opens what the former one sealed, and the former one no more', async () => {
  const device = await Device.open(1);
  expect(await device.store.sync.keepAccess(SPACE, 'where and how')).toBe(true);
  const master = device.world.master ?? new Uint8Array(32);
  const from = await keyringOf(master);
  const to = await keyringOf(new Uint8Array(32).fill(8), await dataKeysOf(master));
  const alone = await keyringOf(new Uint8Array(32).fill(8));
  await device.world.raw(async (db) => {
    await resealSpaces(db, to, random);
    // Stopped and begun again: nothing is sealed twice, nothing is lost.
    await resealSpaces(db, to, random);
    const space = await db.syncSpaces.get(SPACE);
    if (!space) throw new Error('no space');
    expect(await openSecrets(alone, space)).toEqual(SECRETS);
    expect(await openAccess(alone, space)).toBe('where and how');
    expect(await openSecrets(from, space)).toBeNull();
    expect(await openAccess(from, space)).toBeNull();
  });
  device.close();
});

it('the address and the sign-in lie in the database as no text that can be read', async () => {
  const device = await Device.open(2);
  await device.store.sync.keepAccess(SPACE, 'https://couch.bank.example password');
  await device.world.raw(async (db) => {
    const said = JSON.stringify(await db.syncSpaces.toArray(), (_key, value) =>
      value instanceof Uint8Array ? new TextDecoder().decode(value) : value,
    );
    expect(said).not.toContain('couch.bank.example');
  });
  expect(await device.store.sync.access(SPACE)).toContain('couch.bank.example');
  expect(await device.store.sync.keepAccess(SPACE, null)).toBe(true);
  expect(await device.store.sync.access(SPACE)).toBeNull();
  expect(await device.store.sync.secrets(SPACE)).toEqual(SECRETS);
  device.close();
});
