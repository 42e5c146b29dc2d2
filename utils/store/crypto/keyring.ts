import type { ClientId, LinkId } from '@/utils/domain/schema/ids';
import { linkId } from '@/utils/domain/schema/ids';
import type { RecordRef } from '@/utils/domain/schema/sighting';
import { type Bytes, hex, utf8 } from './bytes';

/** Length of the master key. */
export const MASTER_LENGTH = 32;
/** Bytes of an HMAC that become an id: 128 bits. */
const ID_LENGTH = 16;

/** The keys of one store in memory: none can be exported, each serves one purpose (decision 5). */
export interface Keyring {
  /** Fingerprint of the master, kept with each row: tells which key opens it. */
  kid: string;
  rows: CryptoKey;
  journal: CryptoKey;
  ids: CryptoKey;
}

const derivation = (purpose: string) => ({
  name: 'HKDF',
  hash: 'SHA-256',
  salt: new Uint8Array(32),
  info: utf8(`zhibi/${purpose}/1`),
});

/** Derives the keys from the master by HKDF. */
export async function keyringOf(master: Bytes): Promise<Keyring> {
  const base = await crypto.subtle.importKey('raw', master, 'HKDF', false, ['deriveKey', 'deriveBits']);
  const aes = (purpose: string) =>
    crypto.subtle.deriveKey(derivation(purpose), base, { name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]);
  const [fingerprint, rows, journal, ids] = await Promise.all([
    crypto.subtle.deriveBits(derivation('kid'), base, 64),
    aes('rows'),
    aes('journal'),
    crypto.subtle.deriveKey(derivation('ids'), base, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, [
      'sign',
    ]),
  ]);
  return { kid: hex(new Uint8Array(fingerprint)), rows, journal, ids };
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
