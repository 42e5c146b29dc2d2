import type { Database, ReceivingKeyRow } from '../connection/database';
import type { Bytes } from './bytes';
import type { Keyring } from './keyring';
import { type RandomBytes, seal, unseal } from './seal';
import { newKeyPair } from './x25519';

const contextOf = (kid: string): string => `zd1|receiving|${kid}`;

/** The key as it is kept, or null before it was first asked for. */
async function keptKey(db: Database): Promise<ReceivingKeyRow | null> {
  const row = await db.meta.get('receiving');
  return row?.k === 'receiving' ? row : null;
}

async function privateOf(ring: Keyring, row: ReceivingKeyRow): Promise<Bytes | null> {
  const keys = await ring.keysOf(row.kid);
  return keys && unseal(keys.journal, contextOf(row.kid), row.sealed);
}

/** The key by which others seal something for this device: both halves. */
export interface ReceivingKey {
  publicKey: Bytes;
  privateKey: Bytes;
}

async function openKey(ring: Keyring, row: ReceivingKeyRow | null): Promise<ReceivingKey | null> {
  const privateKey = row && (await privateOf(ring, row));
  return row && privateKey ? { publicKey: row.publicKey, privateKey } : null;
}

/** Brings the key under the keys in force (decision 031); one that does not open gives way at its next use. */
export async function resealReceivingKey(db: Database, ring: Keyring, random: RandomBytes): Promise<void> {
  const kept = await keptKey(db);
  const plain = kept && kept.kid !== ring.kid ? await privateOf(ring, kept) : null;
  if (!kept || !plain) return;
  const sealed = await seal(ring.journal, contextOf(ring.kid), plain, random);
  await db.transaction('rw', db.meta, async () => {
    if ((await keptKey(db))?.kid === kept.kid) await db.meta.put({ ...kept, kid: ring.kid, sealed });
  });
}

/**
 * The key by which others seal something for this device, made when it is first asked for. It is in no backup:
 * what was sealed for a device that is lost has to be sealed anew.
 */
export async function receivingKeyOf(
  db: Database,
  ring: Keyring,
  random: RandomBytes,
): Promise<ReceivingKey | null> {
  const kept = await keptKey(db);
  const opened = await openKey(ring, kept);
  if (opened) return opened;
  const { publicKey, privateKey } = newKeyPair(random);
  const sealed = await seal(ring.journal, contextOf(ring.kid), privateKey, random);
  // Two contexts that ask for the first time must come to one key.
  await db.transaction('rw', db.meta, async () => {
    const now = await keptKey(db);
    if (!now || now.kid === kept?.kid)
      await db.meta.put({ k: 'receiving', publicKey, kid: ring.kid, sealed });
  });
  return openKey(ring, await keptKey(db));
}
