import { createPublicKey, type KeyObject } from 'node:crypto';
import { recoveryWords } from '../utils/app/lock/recoveryKey';
import { type BankWrap, bankWrap, bankWrapFile } from '../utils/domain/schema/bankWrap';
import { bankKeyName, recoveryFromWrap } from '../utils/store/crypto/bankSeal';

/** A backup says of itself what is needed here in its first line, which is shorter than this. */
export const FIRST_LINE = 16 * 1024;

/** The wrap in a backup's first line, or in a file that a user saved for the bank; null where there is none. */
export function wrapIn(start: string): BankWrap | null {
  try {
    const said: unknown = JSON.parse(start.split('\n', 1)[0] ?? '');
    const file = bankWrapFile.safeParse(said);
    if (file.success) {
      const { zhibi: _, ...wrap } = file.data;
      return wrap;
    }
    const inside = said !== null && typeof said === 'object' && 'byBank' in said ? said.byBank : null;
    return bankWrap.safeParse(inside).data ?? null;
  } catch {
    return null;
  }
}

/** Whether this is a private key on P-256. */
export const isOnCurve = (key: KeyObject): boolean =>
  key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1';

const der = (key: KeyObject): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createPublicKey(key).export({ type: 'spki', format: 'der' }));

/** The public half of a private key: as the policy's `recoveryKey` has it, and its fingerprint. */
export async function publicHalf(key: KeyObject): Promise<{ text: string; name: string }> {
  const spki = der(key);
  return { text: Buffer.from(spki).toString('base64'), name: await bankKeyName(spki) };
}

/** The 24 words that open a book or a backup, by the bank's private key; null where it is not sealed to this key. */
export async function wordsFor(wrap: BankWrap, key: KeyObject, language: string): Promise<string[] | null> {
  const pkcs8 = new Uint8Array(key.export({ type: 'pkcs8', format: 'der' }));
  const recovery = await recoveryFromWrap(pkcs8, wrap);
  return recovery && recoveryWords(recovery, language);
}
