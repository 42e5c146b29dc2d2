import { type Bytes, concat, utf8 } from './bytes';

/** Length of the random initialisation vector in front of every sealed text. */
export const IV_LENGTH = 12;
const TAG_LENGTH = 16;

/** Source of randomness; passed in, so that a test can make it repeat. */
export type RandomBytes = (length: number) => Bytes;

/**
 * Seals a text: AES-256-GCM with a random 96-bit vector (decision 5).
 * Always before a transaction, never inside: slower work inside commits early.
 *
 * @param context what the text belongs to; it is authenticated with it, and must be the same on opening
 * @returns vector ‖ ciphertext ‖ tag
 */
export async function seal(
  key: CryptoKey,
  context: string,
  plain: Bytes,
  random: RandomBytes,
): Promise<Bytes> {
  const iv = random(IV_LENGTH);
  const box = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: utf8(context) }, key, plain);
  return concat(iv, new Uint8Array(box));
}

/**
 * Opens what `seal` made; null if it was changed, cut, moved to another context or sealed with
 * another key. Always after a transaction, never inside.
 */
export async function unseal(key: CryptoKey, context: string, sealed: unknown): Promise<Bytes | null> {
  if (!(sealed instanceof Uint8Array) || sealed.length < IV_LENGTH + TAG_LENGTH) return null;
  const box = new Uint8Array(sealed);
  try {
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: box.subarray(0, IV_LENGTH), additionalData: utf8(context) },
      key,
      box.subarray(IV_LENGTH),
    );
    return new Uint8Array(plain);
  } catch {
    return null;
  }
}

/** SHA-256 by WebCrypto; for the synchronous one inside a transaction see journal/chain. */
export async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}
