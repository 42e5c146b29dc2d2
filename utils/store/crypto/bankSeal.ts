import type { BankWrap } from '@/utils/domain/schema/bankWrap';
import { type Bytes, hex, unhex, utf8 } from './bytes';
import { recoveryKek, sealMaster, unsealMaster } from './masterSeal';
import { IV_LENGTH, type RandomBytes, seal, sha256, unseal } from './seal';

/*
 * A book's master for the bank (decision 041): ECDH on P-256, HKDF and AES-256-GCM, all of WebCrypto. OpenSSL, Node and
 * every module that banks keep keys in know the curve; no library of ours has to be trusted with it.
 */

const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const;
const FINGERPRINT_LENGTH = 16;
const RECOVERY_LENGTH = 32;

/** The name of a public key: the first half of the SHA-256 of its SPKI, as hex. */
export const bankKeyName = async (spki: Bytes): Promise<string> =>
  hex((await sha256(spki)).subarray(0, FINGERPRINT_LENGTH));

/** What a wrap's parts are bound to: none of them can stand in another's place. */
const contextOf = ({ to, kid, point }: Pick<BankWrap, 'to' | 'kid' | 'point'>): string =>
  `zw1|${to}|${kid}|${point}`;

/** What two keys agree on, for this wrap alone. */
async function agreed(own: CryptoKey, other: CryptoKey, context: string): Promise<CryptoKey> {
  const bits = await crypto.subtle.deriveBits({ name: 'ECDH', public: other }, own, 256);
  const base = await crypto.subtle.importKey('raw', bits, 'HKDF', false, ['deriveKey']);
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info: utf8(context) };
  return crypto.subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/**
 * Wraps a master to a bank's public key (SPKI, P-256), under a recovery key made for this and told to nobody.
 *
 * @throws where the key is none of that curve
 */
export async function wrapForBank(
  spki: Bytes,
  kid: string,
  master: Bytes,
  random: RandomBytes,
): Promise<BankWrap> {
  const bank = await crypto.subtle.importKey('spki', spki, CURVE, false, []);
  const { publicKey, privateKey } = await crypto.subtle.generateKey(CURVE, false, ['deriveBits']);
  const point = hex(new Uint8Array(await crypto.subtle.exportKey('raw', publicKey)));
  const named = { to: await bankKeyName(spki), kid, point };
  const recovery = random(RECOVERY_LENGTH);
  const key = await agreed(privateKey, bank, contextOf(named));
  const box = await seal(key, contextOf(named), recovery, random);
  return {
    v: 1,
    ...named,
    words: { iv: hex(box.subarray(0, IV_LENGTH)), sealed: hex(box.subarray(IV_LENGTH)) },
    seal: await sealMaster(await recoveryKek(recovery), 'bank', kid, master, random),
  };
}

/** The recovery key in a wrap by the bank's private key (PKCS #8); null with another, or if a bit was changed. */
export async function recoveryFromWrap(pkcs8: Bytes, wrap: BankWrap): Promise<Bytes | null> {
  const own = await crypto.subtle.importKey('pkcs8', pkcs8, CURVE, false, ['deriveBits']);
  try {
    const other = await crypto.subtle.importKey('raw', unhex(wrap.point), CURVE, false, []);
    const key = await agreed(own, other, contextOf(wrap));
    return await unseal(key, contextOf(wrap), unhex(wrap.words.iv + wrap.words.sealed));
  } catch {
    // What stands there is no point of the curve.
    return null;
  }
}

/** The master in a wrap by its recovery key; null with another. */
export const masterFromWrap = async (recovery: Bytes, wrap: BankWrap): Promise<Bytes | null> =>
  unsealMaster(await recoveryKek(recovery), 'bank', wrap.kid, wrap.seal);
