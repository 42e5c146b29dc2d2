import { argon2id } from '@noble/hashes/argon2.js';
import type { Stretching } from '@/utils/domain/schema/keptMaster';
import { type Bytes, unhex, utf8 } from '@/utils/store/crypto/bytes';

/** Bytes of a key. */
const KEK_LENGTH = 32;

/** Stretches a passphrase into the key of 32 bytes that seals the master: a passphrase and a salt. */
export type Stretch = (passphrase: string, how: Stretching) => Promise<Bytes>;

/**
 * One text for all ways in which a keyboard or an input method writes the same: full-width and half-width,
 * composed and decomposed (NFKC). Spaces are part of a passphrase.
 */
export const normalPassphrase = (typed: string): string => typed.normalize('NFKC');

/** Argon2id (RFC 9106), on the spot: 0.3 to 1 s without a pause. Pages let a worker do it. */
export function stretchHere(passphrase: string, { m, t, p, salt }: Stretching): Bytes {
  const key = argon2id(utf8(normalPassphrase(passphrase)), unhex(salt), { m, t, p, dkLen: KEK_LENGTH });
  return new Uint8Array(key);
}
