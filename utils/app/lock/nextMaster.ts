import { layFormer, readFormer } from '@/utils/platform/vault';
import { type Bytes, concat, sameBytes } from '@/utils/store/crypto/bytes';
import { formerKeysOf } from '@/utils/store/crypto/former';
import { dataKeysOf, idsSecretOf, MASTER_LENGTH } from '@/utils/store/crypto/keyring';
import { nextKek, sealMaster, unsealMaster } from '@/utils/store/crypto/masterSeal';
import type { RandomBytes } from '@/utils/store/crypto/seal';

/**
 * A new master to come in the place of `former`, which is laid aside sealed under it: read back, and proven to
 * open. Nothing changes before the new one is put into force; what was laid aside opens nothing until then.
 *
 * @returns null while rows of the master before `former` are left: it must not be lost
 */
export async function masterInPlaceOf(former: Bytes, random: RandomBytes): Promise<Bytes | null> {
  if (await formerKeysOf(former, await readFormer())) return null;
  const bare = former.slice(0, MASTER_LENGTH);
  const master = concat(random(MASTER_LENGTH), await idsSecretOf(former));
  const [{ kid }, kek] = await Promise.all([dataKeysOf(former), nextKek(master)]);
  const laid = await layFormer({ kid, seal: await sealMaster(kek, 'next', kid, bare, random) });
  const opened = laid && (await unsealMaster(kek, 'next', laid.kid, laid.seal));
  if (!opened || !sameBytes(opened, bare)) throw new Error('a master that was laid aside does not open');
  return master;
}
