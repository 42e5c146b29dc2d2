import * as z from 'zod/mini';
import { hexOf, masterSeal } from './keptMaster';

/**
 * How a bank opens a book (decision 041): a recovery key of the bank's own, sealed to the bank's public key, and the
 * master sealed under that recovery key. Who has the private key comes to 24 words, as its user wrote some down.
 */
export const bankWrap = z.strictObject({
  v: z.literal(1),
  /** Fingerprint of the bank's public key: SHA-256 of its SPKI, the first half. */
  to: hexOf(16),
  /** Fingerprint of the master inside: see `Keyring.kid`. */
  kid: hexOf(8),
  /** The public half of a key on P-256 that was made for this alone: a point, uncompressed. */
  point: hexOf(65),
  /** The recovery key of 32 bytes, sealed under what the two keys agree on. */
  words: z.strictObject({ iv: hexOf(12), sealed: hexOf(32 + 16) }),
  /** The master, sealed under that recovery key. */
  seal: masterSeal,
});
export type BankWrap = z.infer<typeof bankWrap>;

/** A wrap as a file by itself, which a user hands to the bank: `npm run recovery:open` reads it. */
export const bankWrapFile = z.strictObject({ zhibi: z.literal('recovery'), ...bankWrap.shape });
