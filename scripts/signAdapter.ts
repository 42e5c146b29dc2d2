import { webcrypto } from 'node:crypto';
import { type Envelope, signedBytes } from '../utils/app/bank/envelope';

/**
 * Puts an adapter's text under a signature.
 *
 * @param pkcs8 the private key, an EC key on P-256
 * @param key its name, by `keyIdOf` of the public one
 */
export async function signAdapter(
  adapter: string,
  pkcs8: Uint8Array<ArrayBuffer>,
  key: string,
): Promise<Envelope> {
  const curve = { name: 'ECDSA', namedCurve: 'P-256' };
  const by = await webcrypto.subtle.importKey('pkcs8', pkcs8, curve, false, ['sign']);
  const how = { name: 'ECDSA', hash: 'SHA-256' };
  const signature = Buffer.from(await webcrypto.subtle.sign(how, by, signedBytes(adapter)));
  return { adapter, signature: signature.toString('base64'), key };
}
