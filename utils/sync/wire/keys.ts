import { type Bytes, hex, utf8 } from '@/utils/store/crypto/bytes';

/**
 * The secrets of one database on a server, 32 random bytes each, apart from the book's own master: they are the same on every device
 * that may read it, and stay when a device changes its master. `seals`: the one that seals now comes first, then
 * former ones, by which older documents open. `ids` never changes, or every document would be another one.
 */
export interface WireSecrets {
  ids: Bytes;
  seals: readonly Bytes[];
}

/** What one sealing secret comes to. */
export interface SealKeys {
  /** Names the secret to who has it. */
  kid: string;
  box: CryptoKey;
  /** For revisions and vectors. */
  mac: CryptoKey;
}

/** Keys in memory, none of which can be exported. */
export interface WireKeys {
  now: SealKeys;
  byKid: ReadonlyMap<string, SealKeys>;
  ids: CryptoKey;
}

const derivation = (purpose: string) => ({
  name: 'HKDF',
  hash: 'SHA-256',
  salt: new Uint8Array(32),
  info: utf8(`zhibi/wire/${purpose}/1`),
});

const HMAC = { name: 'HMAC', hash: 'SHA-256', length: 256 } as const;

const baseOf = (secret: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey', 'deriveBits']);

async function sealKeysOf(secret: Bytes): Promise<SealKeys> {
  const base = await baseOf(secret);
  const [fingerprint, box, mac] = await Promise.all([
    crypto.subtle.deriveBits(derivation('kid'), base, 32),
    crypto.subtle.deriveKey(derivation('seal'), base, { name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]),
    crypto.subtle.deriveKey(derivation('revision'), base, HMAC, false, ['sign']),
  ]);
  return { kid: hex(new Uint8Array(fingerprint)), box, mac };
}

/** Derives the keys from the secrets by HKDF, each for one purpose. */
export async function wireKeysOf({ ids, seals }: WireSecrets): Promise<WireKeys> {
  const [first, ...former] = await Promise.all(seals.map(sealKeysOf));
  if (!first) throw new Error('A database without a secret.');
  const base = await baseOf(ids);
  return {
    now: first,
    byKid: new Map([first, ...former].map((keys) => [keys.kid, keys])),
    ids: await crypto.subtle.deriveKey(derivation('ids'), base, HMAC, false, ['sign']),
  };
}

const ID_LENGTH = 16;

/** An id that stands for `parts` in this database, and tells nothing about them to who has not its secret. */
export async function opaqueIdOf(
  keys: WireKeys,
  parts: readonly string[],
  length = ID_LENGTH,
): Promise<string> {
  const mac = await crypto.subtle.sign('HMAC', keys.ids, utf8(JSON.stringify(parts)));
  return hex(new Uint8Array(mac, 0, length));
}
