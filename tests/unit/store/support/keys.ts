import { concat } from '@/utils/store/crypto/bytes';
import { dataKeysOf, idsSecretOf, MASTER_LENGTH } from '@/utils/store/crypto/keyring';
import { nextKek, sealMaster } from '@/utils/store/crypto/masterSeal';
import type { World } from './world';

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/** Puts another master in the place of the world's, which is laid aside: what the options page does at a set-up. */
export async function changeKeys(world: World): Promise<void> {
  const { master } = world;
  if (!master) throw new Error('no master to change');
  const next = concat(random(MASTER_LENGTH), await idsSecretOf(master));
  const { kid } = await dataKeysOf(master);
  const bare = master.slice(0, MASTER_LENGTH);
  world.former = { kid, seal: await sealMaster(await nextKek(next), 'next', kid, bare, random) };
  world.master = next;
}

/** The names of all keys under which anything lies sealed in the world's database. */
export const keysInUse = (world: World): Promise<ReadonlySet<string>> =>
  world.raw(async (db) => {
    const rows = await Promise.all(db.tables.map((table) => table.toArray()));
    return new Set(rows.flat().flatMap((row: { kid?: string }) => (row.kid === undefined ? [] : [row.kid])));
  });
