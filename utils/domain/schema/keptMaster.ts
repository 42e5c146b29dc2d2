import * as z from 'zod/mini';
import { instant } from './time';

const hexOf = (bytes: number) => z.string().check(z.regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`)));

/** A key of 32 bytes; once keys were changed, the key of the ids comes behind it (`MASTER_LENGTH` in the store). */
const isMaster = ({ length }: readonly number[]): boolean => length === 32 || length === 64;

/** The master key as raw bytes, as browsers' storage keeps them. */
export const masterBytes = z
  .array(z.int().check(z.gte(0), z.lte(255)))
  .check(z.refine(isMaster, 'must have 32 or 64 bytes'));

/** The master sealed under one other key by AES-256-GCM: vector, and ciphertext with its tag of 16 bytes. */
export const masterSeal = z.strictObject({
  iv: hexOf(12),
  sealed: z.union([hexOf(32 + 16), hexOf(64 + 16)]),
});
export type MasterSeal = z.infer<typeof masterSeal>;

/**
 * What a passphrase is stretched with. Bounded, so that a forged number can neither hang a page nor take its
 * memory; m in KiB.
 */
export const stretching = z.strictObject({
  name: z.literal('argon2id'),
  m: z.int().check(z.gte(8), z.lte(262_144)),
  t: z.int().check(z.gte(1), z.lte(16)),
  p: z.int().check(z.gte(1), z.lte(4)),
  salt: hexOf(16),
});
export type Stretching = z.infer<typeof stretching>;

/** The master sealed twice: under the passphrase, and under the recovery key (decision 024). */
export const sealedMaster = z.strictObject({
  v: z.literal(1),
  /** Fingerprint of the master inside: see `Keyring.kid`. */
  kid: hexOf(8),
  kdf: stretching,
  byPassphrase: masterSeal,
  byRecovery: masterSeal,
});
export type SealedMaster = z.infer<typeof sealedMaster>;

/**
 * The master before the present one, sealed under the present one, while rows of it are left (decision 031). It
 * lies under a key of its own in the storage: to take it away needs no passphrase.
 */
export const formerMaster = z.strictObject({ kid: hexOf(8), seal: masterSeal });
export type FormerMaster = z.infer<typeof formerMaster>;

/** The master between an unlock and the next lock; in session storage, which is memory. */
export const openMaster = z.strictObject({ master: masterBytes, until: instant });
export type OpenMaster = z.infer<typeof openMaster>;
