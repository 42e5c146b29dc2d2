import type { MasterSeal } from '@/utils/domain/schema/keptMaster';
import { type Bytes, hex, unhex, utf8 } from './bytes';
import { MASTER_LENGTH } from './keyring';
import { IV_LENGTH, type RandomBytes, seal, unseal } from './seal';

/** What the master is sealed for; authenticated with it, so that no seal can stand in another's place. */
export type SealedBy = 'passphrase' | 'recovery' | 'backup' | 'next';

const contextOf = (by: SealedBy, kid: string): string => `zm1|${by}|${kid}`;

const keyOf = (kek: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', kek, 'AES-GCM', false, ['encrypt', 'decrypt']);

/** Seals the master under a key of 32 bytes. */
export async function sealMaster(
  kek: Bytes,
  by: SealedBy,
  kid: string,
  master: Bytes,
  random: RandomBytes,
): Promise<MasterSeal> {
  const box = await seal(await keyOf(kek), contextOf(by, kid), master, random);
  return { iv: hex(box.subarray(0, IV_LENGTH)), sealed: hex(box.subarray(IV_LENGTH)) };
}

/** Opens what `sealMaster` made; null with another key, or if one bit of it was changed. */
export async function unsealMaster(
  kek: Bytes,
  by: SealedBy,
  kid: string,
  kept: MasterSeal,
): Promise<Bytes | null> {
  return unseal(await keyOf(kek), contextOf(by, kid), unhex(kept.iv + kept.sealed));
}

/** The key that the next master comes to for the one before it: no passphrase is needed to go on (decision 031). */
export const nextKek = (master: Bytes): Promise<Bytes> =>
  derivedKek(master.slice(0, MASTER_LENGTH), 'zhibi/former/1');

/** The key that a recovery key of 256 random bits comes to: it needs no stretching. */
export const recoveryKek = (entropy: Bytes): Promise<Bytes> => derivedKek(entropy, 'zhibi/recovery/1');

async function derivedKek(secret: Bytes, purpose: string): Promise<Bytes> {
  const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  const info = utf8(purpose);
  const bits = await crypto.subtle.deriveBits(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info },
    base,
    256,
  );
  return new Uint8Array(bits);
}
