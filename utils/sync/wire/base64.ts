import type { Bytes } from '@/utils/store/crypto/bytes';

/** Bytes that one call turns into characters: more are more arguments than some engines take. */
const AT_ONCE = 8192;

/** Base64 with padding. */
export function toBase64(bytes: Uint8Array): string {
  let characters = '';
  for (let i = 0; i < bytes.length; i += AT_ONCE)
    characters += String.fromCharCode(...bytes.subarray(i, i + AT_ONCE));
  return btoa(characters);
}

/** The bytes of base64; null where it is none. */
export function fromBase64(text: string): Bytes | null {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
