import type { FormerMaster } from '@/utils/domain/schema/keptMaster';
import type { Bytes } from './bytes';
import { type DataKeys, dataKeysOf } from './keyring';
import { nextKek, unsealMaster } from './masterSeal';

/**
 * The keys before those of a master; null where there were none, and where what is kept of them was not sealed
 * under this master: then it is left over from a change that never came into force.
 */
export async function formerKeysOf(master: Bytes, kept: FormerMaster | null): Promise<DataKeys | null> {
  if (!kept) return null;
  const former = await unsealMaster(await nextKek(master), 'next', kept.kid, kept.seal);
  return former && dataKeysOf(former);
}
