import { x25519 } from '@noble/curves/ed25519.js';
import type { Bytes } from './bytes';

/** Bytes of a private key, of a public key, and of what two of them agree on (RFC 7748). */
export const KEY_LENGTH = 32;

/** The public half of a private key. */
export const publicKeyOf = (secret: Bytes): Bytes => new Uint8Array(x25519.getPublicKey(secret));

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
