import type { Database, DeviceKeyRow } from '../connection/database';
import type { Bytes } from './bytes';
import type { Keyring } from './keyring';
import { type RandomBytes, seal, unseal } from './seal';

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' } as const;

const contextOf = (kid: string): string => `zd1|device|${kid}`;

/** A device's key, open. */
export interface DeviceKey {
  /** SPKI. */
  spki: Bytes;
  /** r and s one after the other: 64 bytes. */
  sign(bytes: Bytes): Promise<Bytes>;
}

/** The key as it is kept, or null before the first signature. */
async function keptKey(db: Database): Promise<DeviceKeyRow | null> {
  const row = await db.meta.get('device');
  return row?.k === 'device' ? row : null;
}

/** The private half, PKCS #8, under whichever of the ring's keys it was sealed. */
async function plainOf(ring: Keyring, row: DeviceKeyRow): Promise<Bytes | null> {
  const keys = await ring.keysOf(row.kid);
  return keys && unseal(keys.journal, contextOf(row.kid), row.sealed);
}

async function openKey(ring: Keyring, row: DeviceKeyRow): Promise<DeviceKey | null> {
  const plain = await plainOf(ring, row);
  if (!plain) return null;
  const key = await crypto.subtle.importKey('pkcs8', plain, CURVE, false, ['sign']);
  return {
    spki: row.spki,
    sign: async (bytes) => new Uint8Array(await crypto.subtle.sign(SIGNATURE, key, bytes)),
  };
}

async function newKey(ring: Keyring, random: RandomBytes): Promise<DeviceKeyRow> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(CURVE, true, ['sign', 'verify']);
  const plain = new Uint8Array(await crypto.subtle.exportKey('pkcs8', privateKey));
  return {
    k: 'device',
    spki: new Uint8Array(await crypto.subtle.exportKey('spki', publicKey)),
    kid: ring.kid,
    sealed: await seal(ring.journal, contextOf(ring.kid), plain, random),
  };
}

/** Brings the device's key under the keys in force (decision 031); one that does not open will give way anyhow. */
export async function resealDeviceKey(db: Database, ring: Keyring, random: RandomBytes): Promise<void> {
  const kept = await keptKey(db);
  const plain = kept && kept.kid !== ring.kid ? await plainOf(ring, kept) : null;
  if (!kept || !plain) return;
  const sealed = await seal(ring.journal, contextOf(ring.kid), plain, random);
  await db.transaction('rw', db.meta, async () => {
    if ((await keptKey(db))?.kid === kept.kid) await db.meta.put({ ...kept, kid: ring.kid, sealed });
  });
}

/**
 * The key by which this device signs: made at the first use, its private half sealed like everything else. One
 * that does not open any more (the master was changed) gives way to a new one: whoever has noted the old key's
 * fingerprint sees the difference.
 */
export async function deviceKeyOf(
  db: Database,
  ring: Keyring,
  random: RandomBytes,
): Promise<DeviceKey | null> {
  const kept = await keptKey(db);
  const opened = kept ? await openKey(ring, kept) : null;
  if (opened) return opened;
  const made = await newKey(ring, random);
  // Two contexts that sign for the first time must come to one key.
  await db.transaction('rw', db.meta, async () => {
    const now = await keptKey(db);
    if (!now || now.kid === kept?.kid) await db.meta.put(made);
  });
  const stored = await keptKey(db);
  return stored ? openKey(ring, stored) : null;
}
