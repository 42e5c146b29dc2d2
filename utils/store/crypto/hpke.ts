import { type Bytes, concat, utf8 } from './bytes';
import type { RandomBytes } from './seal';
import { agree, KEY_LENGTH, newKeyPair, publicKeyOf } from './x25519';

/*
 * Sealing to a public key as RFC 9180 (HPKE) says, one message at a time: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256,
 * AES-GCM. With a sender's private key (mode auth) whoever opens it knows that it is from him; without (mode base)
 * anybody may have sealed it. Tested against the RFC's own vectors.
 */

/** The cipher: its number in RFC 9180, §7.3, and the bytes of its key. */
export interface Aead {
  id: number;
  keyLength: number;
}
const AES_256: Aead = { id: 2, keyLength: 32 };

const IV_LENGTH = 12;
const TAG_LENGTH = 16;
const HASH_LENGTH = 32;

/** How much longer what is sealed is than its text. */
export const HPKE_OVERHEAD = KEY_LENGTH + TAG_LENGTH;

const BASE = 0;
const AUTH = 2;

const twoBytes = (number: number): Bytes => new Uint8Array([number >> 8, number & 255]);

const KEM = concat(utf8('KEM'), twoBytes(0x0020));
const suiteOf = ({ id }: Aead): Bytes =>
  concat(utf8('HPKE'), twoBytes(0x0020), twoBytes(0x0001), twoBytes(id));

const NOTHING: Bytes = new Uint8Array();

async function hmac(key: Bytes, bytes: Bytes): Promise<Bytes> {
  // An empty key is as many zeros (RFC 2104); WebCrypto takes none of no length.
  const raw = key.length === 0 ? new Uint8Array(HASH_LENGTH) : key;
  const made = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', made, bytes));
}

/** LabeledExtract of RFC 9180, §4. */
const extract = (suite: Bytes, salt: Bytes, label: string, secret: Bytes): Promise<Bytes> =>
  hmac(salt, concat(utf8('HPKE-v1'), suite, utf8(label), secret));

/** LabeledExpand of RFC 9180, §4; at most one hash long, which is all that is asked for here. */
async function expand(suite: Bytes, key: Bytes, label: string, info: Bytes, length: number): Promise<Bytes> {
  const labelled = concat(twoBytes(length), utf8('HPKE-v1'), suite, utf8(label), info);
  return (await hmac(key, concat(labelled, new Uint8Array([1])))).slice(0, length);
}

/** ExtractAndExpand of RFC 9180, §4.1. */
async function sharedOf(agreed: Bytes, context: Bytes): Promise<Bytes> {
  const key = await extract(KEM, NOTHING, 'eae_prk', agreed);
  return expand(KEM, key, 'shared_secret', context, HASH_LENGTH);
}

/** The key schedule of RFC 9180, §5.1, for a first and only message. */
async function boxOf(mode: number, shared: Bytes, info: Bytes, aead: Aead) {
  const suite = suiteOf(aead);
  const [noPsk, infoHash, secret] = await Promise.all([
    extract(suite, NOTHING, 'psk_id_hash', NOTHING),
    extract(suite, NOTHING, 'info_hash', info),
    extract(suite, shared, 'secret', NOTHING),
  ]);
  const context = concat(new Uint8Array([mode]), noPsk, infoHash);
  const [raw, iv] = await Promise.all([
    expand(suite, secret, 'key', context, aead.keyLength),
    expand(suite, secret, 'base_nonce', context, IV_LENGTH),
  ]);
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
  return { key, iv };
}

/** What a message belongs to: `info` goes into the key, `aad` is authenticated with the text. */
export interface Bound {
  info: Bytes;
  aad?: Bytes;
  /** Other than AES-256-GCM only for the RFC's vectors. */
  aead?: Aead;
}

/**
 * Seals a text to a public key.
 *
 * @param sender the private key of who seals it; null for mode base
 * @returns the single-use public key (32 bytes) ‖ ciphertext ‖ tag; null where `to` is no key
 */
export async function sealTo(
  to: Bytes,
  sender: Bytes | null,
  plain: Bytes,
  { info, aad = NOTHING, aead = AES_256 }: Bound,
  random: RandomBytes,
): Promise<Bytes | null> {
  const { privateKey: once, publicKey: enc } = newKeyPair(random);
  const agreed = agree(once, to);
  const own = sender ? agree(sender, to) : NOTHING;
  if (!agreed || !own) return null;
  const context = sender ? concat(enc, to, publicKeyOf(sender)) : concat(enc, to);
  const shared = await sharedOf(concat(agreed, own), context);
  const { key, iv } = await boxOf(sender ? AUTH : BASE, shared, info, aead);
  const box = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: aad }, key, plain);
  return concat(enc, new Uint8Array(box));
}

/**
 * Opens what `sealTo` made.
 *
 * @param from the public key of who is said to have sealed it; null for mode base
 * @returns null if it was changed, is for another key, from another sender or belongs to something else
 */
export async function openWith(
  secret: Bytes,
  from: Bytes | null,
  sealed: Bytes,
  { info, aad = NOTHING, aead = AES_256 }: Bound,
): Promise<Bytes | null> {
  const enc = sealed.slice(0, KEY_LENGTH);
  const agreed = agree(secret, enc);
  const theirs = from ? agree(secret, from) : NOTHING;
  if (!agreed || !theirs) return null;
  const to = publicKeyOf(secret);
  const shared = await sharedOf(concat(agreed, theirs), from ? concat(enc, to, from) : concat(enc, to));
  const { key, iv } = await boxOf(from ? AUTH : BASE, shared, info, aead);
  try {
    const box = sealed.slice(KEY_LENGTH);
    return new Uint8Array(
      await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: aad }, key, box),
    );
  } catch {
    return null;
  }
}
