import { webcrypto } from 'node:crypto';
import type { Adapter } from '@/utils/adapters/schema';
import { type Envelope, keyIdOf } from '@/utils/app/bank/envelope';
import { signAdapter } from '../../../../scripts/signAdapter';

/** One who signs: a key pair, made for the test. */
export interface Signer {
  /** As it stands in a policy. */
  publicKey: string;
  sign(adapter: Adapter | string): Promise<Envelope>;
}

export async function newSigner(): Promise<Signer> {
  const pair = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ]);
  const spki = new Uint8Array(await webcrypto.subtle.exportKey('spki', pair.publicKey));
  const pkcs8 = new Uint8Array(await webcrypto.subtle.exportKey('pkcs8', pair.privateKey));
  const key = await keyIdOf(spki);
  return {
    publicKey: Buffer.from(spki).toString('base64'),
    sign: (adapter) =>
      signAdapter(typeof adapter === 'string' ? adapter : JSON.stringify(adapter), pkcs8, key),
  };
}
