/**
 * `npm run adapter:sign adapter.json key.pem`: writes `adapter.signed.json`, the adapter in an envelope under
 * the bank's signature, for the policy or to be imported as a file, and prints the public key for the policy.
 * The private key is an EC key on P-256 in PEM, as openssl writes it. Ends with 1 where the adapter is not sound.
 */
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseAdapter } from '../utils/adapters/compile';
import { keyIdOf } from '../utils/app/bank/envelope';
import { signAdapter } from './signAdapter';

function fail(...lines: string[]): never {
  for (const line of lines) console.error(line);
  process.exit(1);
}

const [adapterFile, keyFile] = process.argv.slice(2);
if (adapterFile === undefined || keyFile === undefined)
  fail('usage: npm run adapter:sign adapter.json key.pem');

const read = parseAdapter(readFileSync(adapterFile, 'utf8'));
if (!read.ok)
  fail(`${adapterFile}:`, ...read.error.map(({ path, problem }) => `  ${path || '(top)'}: ${problem}`));

const key = createPrivateKey(readFileSync(keyFile, 'utf8'));
if (key.asymmetricKeyType !== 'ec' || key.asymmetricKeyDetails?.namedCurve !== 'prime256v1')
  fail(`${keyFile}: not an EC key on P-256 (prime256v1)`);

const spki = new Uint8Array(createPublicKey(key).export({ type: 'spki', format: 'der' }));
const pkcs8 = new Uint8Array(key.export({ type: 'pkcs8', format: 'der' }));
const envelope = await signAdapter(JSON.stringify(read.value.source), pkcs8, await keyIdOf(spki));
const file = `${adapterFile.replace(/\.json$/, '')}.signed.json`;
writeFileSync(file, `${JSON.stringify(envelope, null, 2)}\n`);
console.log(`${file} is written, signed by ${envelope.key}. The public key, for adapterKeys in the policy:`);
console.log(Buffer.from(spki).toString('base64'));
