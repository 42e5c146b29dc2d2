import { x25519 } from '@noble/curves/ed25519.js';
import type { Bytes } from './bytes';
import type { RandomBytes } from './seal';

/** Bytes of a private key, of a public key, and of what two of them agree on (RFC 7748). */
export const KEY_LENGTH = 32;

/** The public half of a private key. */
export const publicKeyOf = (secret: Bytes): Bytes => new Uint8Array(x25519.getPublicKey(secret));

/** A key of one's own: the public half is given away, the other never leaves. */
export interface KeyPair {
  publicKey: Bytes;
  privateKey: Bytes;
}

/** A new pair. */
export function newKeyPair(random: RandomBytes): KeyPair {
  const privateKey = random(KEY_LENGTH);
  return { privateKey, publicKey: publicKeyOf(privateKey) };
}

/**
 * What a private and somebody else's public key agree on. Null for a public key that is none: wrong length, or one
 * of the few that would agree with everybody on the same (RFC 7748, §6.1).
 */
export function agree(secret: Bytes, publicKey: Bytes): Bytes | null {
  if (publicKey.length !== KEY_LENGTH) return null;
  try {
    return new Uint8Array(x25519.getSharedSecret(secret, publicKey));
  } catch {
    return null;
  }
}
