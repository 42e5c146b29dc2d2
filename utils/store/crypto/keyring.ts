import type { ClientId, LinkId } from '@/utils/domain/schema/ids';
import { linkId } from '@/utils/domain/schema/ids';
import type { RecordRef } from '@/utils/domain/schema/sighting';
import { type Bytes, hex, utf8 } from './bytes';

/**
 * Length of the master key. A master that came in the place of another is twice as long: behind it stands the
 * secret of the ids, which stays for the life of the book (decision 031).
 */
export const MASTER_LENGTH = 32;
/** Bytes of an HMAC that become an id: 128 bits. */
const ID_LENGTH = 16;

/** What one master seals and opens. */
export interface DataKeys {
  /** Fingerprint of the master, kept with each row: tells which key opens it. */
  kid: string;
  rows: CryptoKey;
  journal: CryptoKey;
}

/** Looks for keys that came into force after a ring was made; null where there are none of this name. */
export type KeySeeker = (kid: string) => Promise<DataKeys | null>;

/** The keys of one store in memory: none can be exported, each serves one purpose (decision 5). */
export interface Keyring extends DataKeys {
  ids: CryptoKey;
  /** The keys before these, while rows of theirs are left (decision 031). */
  former: DataKeys | null;
  /** The keys that open what was sealed under `kid`; null if nobody here has them. */
  keysOf: KeySeeker;
}

const derivation = (purpose: string) => ({
  name: 'HKDF',
  hash: 'SHA-256',
  salt: new Uint8Array(32),
  info: utf8(`zhibi/${purpose}/1`),
});

const baseOf = (master: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', master.slice(0, MASTER_LENGTH), 'HKDF', false, ['deriveKey', 'deriveBits']);

/** Derives by HKDF the keys that seal and open. */
export async function dataKeysOf(master: Bytes): Promise<DataKeys> {
  const base = await baseOf(master);
  const aes = (purpose: string) =>
    crypto.subtle.deriveKey(derivation(purpose), base, { name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]);
  const [fingerprint, rows, journal] = await Promise.all([
    crypto.subtle.deriveBits(derivation('kid'), base, 64),
    aes('rows'),
    aes('journal'),
  ]);
  return { kid: hex(new Uint8Array(fingerprint)), rows, journal };
}

/** The secret of the ids: of its own behind a master that came in the place of another, else derived from it. */
export async function idsSecretOf(master: Bytes): Promise<Bytes> {
  if (master.length > MASTER_LENGTH) return master.slice(MASTER_LENGTH);
  const bits = await crypto.subtle.deriveBits(derivation('ids'), await baseOf(master), 8 * MASTER_LENGTH);
  return new Uint8Array(bits);
}

/**
 * Derives the keys from the master.
 *
 * @param former the keys before these, where rows of theirs may be left
 * @param seek where to look for keys that this ring does not have
 */
export async function keyringOf(
  master: Bytes,
  former: DataKeys | null = null,
  seek: KeySeeker = async () => null,
): Promise<Keyring> {
  const [keys, secret] = await Promise.all([dataKeysOf(master), idsSecretOf(master)]);
  const ids = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  return {
    ...keys,
    ids,
    former,
    keysOf: async (kid) => {
      if (kid === keys.kid) return keys;
      return former && kid === former.kid ? former : seek(kid);
    },
  };
}

/** An id that stands for `parts` in this store and tells nothing about them. */
async function opaqueId(ring: Keyring, ...parts: readonly string[]): Promise<string> {
  const mac = await crypto.subtle.sign('HMAC', ring.ids, utf8(JSON.stringify(parts)));
  return hex(new Uint8Array(mac, 0, ID_LENGTH));
}

/** The id of a CRM's record (decision 4): HMAC(ids, crmId ‖ entity ‖ recordId). */
export async function linkIdOf(ring: Keyring, record: RecordRef): Promise<LinkId> {
  return linkId.parse(await opaqueId(ring, 'link', record.crmId, record.entity, record.recordId));
}

/** The id of the answer to one prompt of one client: one row for one key, however often it is answered. */
export const actionIdOf = (ring: Keyring, client: ClientId, key: string): Promise<string> =>
  opaqueId(ring, 'action', client, key);

/**
 * What a receipt for a packet is made with (decision 038): goes along in the packet, and is kept nowhere, since
 * this comes to the same for the life of the book.
 */
export const receiptKeyOf = (ring: Keyring, packet: string): Promise<string> =>
  opaqueId(ring, 'receipt', packet);
