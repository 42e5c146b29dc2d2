import { type Bytes, concat, hex, text, utf8 } from '@/utils/store/crypto/bytes';
import { IV_LENGTH, unseal } from '@/utils/store/crypto/seal';
import { type Content, content, current, naturalKey, type Reading, type Said } from '../merge/content';
import type { WireDoc } from './answers';
import { fromBase64, toBase64 } from './base64';
import { canonical } from './canonical';
import { docIdOf } from './docId';
import type { WireKeys } from './keys';
import { packed, unpacked } from './packed';
import { generationOf } from './rev';

/** One revision of a document, sealed. */
export interface SealedRev {
  rev: string;
  deleted: boolean;
  /** Which secret opens it. */
  k: string;
  /** Base64 of vector ‖ ciphertext ‖ tag. */
  e: string;
}

const REV_LENGTH = 16;

const contextOf = (id: string, rev: string, deleted: boolean, kid: string): string =>
  `zw1|${id}|${rev}|${deleted ? 1 : 0}|${kid}`;

/**
 * Seals a content as the child of `parent`. Revision and vector come from one HMAC over id, parent, deletion and
 * plaintext: sent again after a lost answer it is the same revision, and the same merge on two devices is the same
 * revision too. The vector is new for every plaintext, since the HMAC is; what repeats is the very same message.
 */
export async function sealDoc(
  keys: WireKeys,
  id: string,
  parent: string | null,
  said: Content,
): Promise<SealedRev> {
  const deleted = said.state !== 'live';
  const plain = utf8(canonical(packed(said)));
  const { kid, box, mac } = keys.now;
  const header = utf8(`zw1|${id}|${parent ?? ''}|${deleted ? 1 : 0}|`);
  const digest = new Uint8Array(await crypto.subtle.sign('HMAC', mac, concat(header, plain)));
  const rev = `${(parent === null ? 0 : generationOf(parent)) + 1}-${hex(digest.subarray(0, REV_LENGTH))}`;
  const iv: Bytes = digest.slice(REV_LENGTH, REV_LENGTH + IV_LENGTH);
  const additionalData = utf8(contextOf(id, rev, deleted, kid));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, box, plain);
  return { rev, deleted, k: kid, e: toBase64(concat(iv, new Uint8Array(sealed))) };
}

const parsed = (plain: Bytes): unknown => {
  try {
    return JSON.parse(text(plain));
  } catch {
    return null;
  }
};

/**
 * Opens a revision; `unreadable` if it was changed, cut, moved to another document or revision, forged, sealed with
 * a key that is not here, or is not what its id says. What it says is not yet raised to this build's schema.
 */
export async function openSealed(
  keys: WireKeys,
  doc: Pick<WireDoc, '_id' | '_rev' | '_deleted' | 'k' | 'e'>,
): Promise<Content | null> {
  const bytes = fromBase64(doc.e);
  const box = keys.byKid.get(doc.k)?.box;
  if (!bytes || !box) return null;
  const deleted = doc._deleted === true;
  const plain = await unseal(box, contextOf(doc._id, doc._rev, deleted, doc.k), bytes);
  const said = content.safeParse(plain && unpacked(parsed(plain)));
  if (!said.success || deleted !== (said.data.state !== 'live')) return null;
  if (said.data.state === 'folded') return said.data;
  const key = naturalKey(said.data);
  return key && (await docIdOf(keys, said.data.table, key)) === doc._id ? said.data : null;
}

/** Opens a revision and raises it to this build's schema; `folded` says nothing of a row. */
export async function openDoc(
  keys: WireKeys,
  doc: Pick<WireDoc, '_id' | '_rev' | '_deleted' | 'k' | 'e'>,
): Promise<Reading<Said> | { state: 'folded' }> {
  const opened = await openSealed(keys, doc);
  if (opened === null) return { state: 'unreadable' };
  return opened.state === 'folded' ? { state: 'folded' } : current(opened);
}
