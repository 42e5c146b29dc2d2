import { type Bytes, concat, hex, utf8 } from './bytes';
import { type RandomBytes, seal, sha256, unseal } from './seal';
import { agree, KEY_LENGTH, publicKeyOf } from './x25519';

/*
 * Sealing for somebody of whom only a public key is known: an X25519 key made for this one text, HKDF over what the
 * two keys come to, and AES-256-GCM as everywhere (decision 038). Whoever has the public key can seal: the seal says
 * for whom a text is, never by whom.
 */

/** The form of what is sealed; stands in its first byte. */
const FORM = 1;

/** A key of one's own: the public half is given away, the other never leaves. */
export interface KeyPair {
  publicKey: Bytes;
  privateKey: Bytes;
}

/** A new pair. */
export function newKeyPair(random: RandomBytes): KeyPair {
  const privateKey = random(KEY_LENGTH);
  return { privateKey, publicKey: publicKeyOf(privateKey) };
}

async function sealingKey(shared: Bytes, once: Bytes, to: Bytes): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
  const how = { name: 'HKDF', hash: 'SHA-256', salt: concat(once, to), info: utf8('zhibi/public/1') };
  return crypto.subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/**
 * Seals a text to a public key of 32 bytes.
 *
 * @param context what the text belongs to; must be the same on opening
 * @returns form ‖ the key made for it (32) ‖ vector ‖ ciphertext ‖ tag; null where the public key is none
 */
export async function sealTo(
  to: Bytes,
  context: string,
  plain: Bytes,
  random: RandomBytes,
): Promise<Bytes | null> {
  const once = newKeyPair(random);
  const shared = agree(once.privateKey, to);
  if (!shared) return null;
  const key = await sealingKey(shared, once.publicKey, to);
  const box = await seal(key, `zp${FORM}|${context}`, plain, random);
  return concat(Uint8Array.of(FORM), once.publicKey, box);
}

/** Opens what `sealTo` made; null with another key, another context, or if one bit of it was changed. */
export async function openWith(
  privateKey: Bytes,
  context: string,
  sealed: Uint8Array,
): Promise<Bytes | null> {
  if (sealed[0] !== FORM || sealed.length <= 1 + KEY_LENGTH) return null;
  const once = new Uint8Array(sealed.slice(1, 1 + KEY_LENGTH));
  const shared = agree(privateKey, once);
  if (!shared) return null;
  const key = await sealingKey(shared, once, publicKeyOf(privateKey));
  return unseal(key, `zp${FORM}|${context}`, new Uint8Array(sealed.slice(1 + KEY_LENGTH)));
}

/** Digits of one group, and how many groups are read out. */
const DIGITS = 4;
const GROUPS = 4;

/** What two people compare by voice of a key, a file or a hash: four groups of four hex digits of its SHA-256. */
export async function voiceCode(bytes: Bytes): Promise<string> {
  const digest = hex(await sha256(bytes));
  return Array.from({ length: GROUPS }, (_, at) => digest.slice(at * DIGITS, (at + 1) * DIGITS)).join(' ');
}
