import * as z from 'zod/mini';
import { MAX_ADAPTER_SIZE } from '@/utils/adapters/limits';
import { unbase64 } from '@/utils/store/crypto/bytes';

/*
 * An adapter under a bank's signature: ECDSA over P-256 with SHA-256, by WebCrypto. It comes by the policy or
 * as a file, and is worth what the policy's keys make of it.
 */

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** The adapter's text stands in it word for word: it is what the signature was made over. */
export const envelope = z.strictObject({
  adapter: z.string().check(z.minLength(2), z.maxLength(MAX_ADAPTER_SIZE)),
  /** r and s one after the other, as WebCrypto has them: 64 bytes in base64. */
  signature: z.string().check(z.length(88), z.regex(BASE64)),
  /** Which key: see `keyIdOf`. */
  key: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
});
export type Envelope = z.infer<typeof envelope>;

/** An envelope as text: the adapter in it is escaped, and may double by that. */
export const MAX_ENVELOPE_SIZE = 2 * MAX_ADAPTER_SIZE + 1024;

/** Public keys as SPKI in base64, without a PEM's head and foot. */
const publicKey = z.string().check(z.maxLength(200), z.regex(BASE64));

/** What signatures are made over: said of an adapter they are good for nothing else. */
export const signedBytes = (adapter: string): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(`zhibi adapter 1\n${adapter}`);

/** A key's name: the first 16 hex digits of its SPKI's SHA-256. */
export async function keyIdOf(spki: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', spki));
  return [...digest.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The policy's keys by name. */
export type Keys = ReadonlyMap<string, CryptoKey>;

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** The keys of a policy's list; an entry that is none is left out, and what it signed is by an unknown key. */
export async function keysIn(list: readonly unknown[]): Promise<Keys> {
  const read = list.map(async (entry): Promise<[string, CryptoKey][]> => {
    const text = publicKey.safeParse(entry);
    if (!text.success) return [];
    try {
      const spki = unbase64(text.data);
      return [[await keyIdOf(spki), await crypto.subtle.importKey('spki', spki, CURVE, false, ['verify'])]];
    } catch {
      return [];
    }
  });
  return new Map((await Promise.all(read)).flat());
}

/** Why a signature does not count; null where it does. */
export async function signatureFault(
  { adapter, signature, key }: Envelope,
  keys: Keys,
): Promise<'noKeys' | 'unknownKey' | 'signature' | null> {
  if (keys.size === 0) return 'noKeys';
  const by = keys.get(key);
  if (!by) return 'unknownKey';
  try {
    const how = { name: 'ECDSA', hash: 'SHA-256' } as const;
    return (await crypto.subtle.verify(how, by, unbase64(signature), signedBytes(adapter)))
      ? null
      : 'signature';
  } catch {
    return 'signature';
  }
}
