import { type Bytes, hex } from '@/utils/store/crypto/bytes';
import { sha256 } from '@/utils/store/crypto/seal';

/** Digits of one group, and how many groups are read out. */
const DIGITS = 4;
const GROUPS = 4;

/** What two people compare by voice of a key, a file or a hash: four groups of four hex digits of its SHA-256. */
export async function voiceCode(bytes: Bytes): Promise<string> {
  const digest = hex(await sha256(bytes));
  return Array.from({ length: GROUPS }, (_, at) => digest.slice(at * DIGITS, (at + 1) * DIGITS)).join(' ');
}
