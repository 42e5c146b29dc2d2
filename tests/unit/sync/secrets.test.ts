import { expect, it } from 'vitest';
import { keyringOf } from '@/utils/store/crypto/keyring';
import { openSecrets, resealSecrets } from '@/utils/store/sync/secrets';
import { Device, SECRETS, SPACE } from './support/device';

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

it('a new master opens what the former one sealed, and the former one no more', async () => {
  const device = await Device.open(1);
  const from = await keyringOf(device.world.master ?? new Uint8Array(32));
  const to = await keyringOf(new Uint8Array(32).fill(8));
  await device.world.raw(async (db) => {
    expect(await resealSecrets(db, from, to, random)).toBe(0);
    // Stopped and begun again: nothing is sealed twice, nothing is lost.
    expect(await resealSecrets(db, from, to, random)).toBe(0);
    const space = await db.syncSpaces.get(SPACE);
    expect(space && (await openSecrets(to, space))).toEqual(SECRETS);
    expect(space && (await openSecrets(from, space))).toBeNull();
  });
  device.close();
});
