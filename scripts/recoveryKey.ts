/**
 * `npm run recovery:key bank-recovery`: makes the pair of keys by which a bank opens its people's books, writes the
 * private half to `bank-recovery.pem` (PKCS #8, PEM) and prints the public half for the policy's `recoveryKey`. To be
 * run on a machine without a network; the file never goes to a browser. Ends with 1 where there is such a file.
 */
import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { publicHalf } from './bankRecovery';

const [name] = process.argv.slice(2);
if (name === undefined) {
  console.error('usage: npm run recovery:key bank-recovery');
  process.exit(1);
}
const file = `${name.replace(/\.pem$/, '')}.pem`;
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
try {
  // `wx`: a key that is there opens books, and is never written over. For its owner's eyes alone.
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { flag: 'wx', mode: 0o600 });
} catch {
  console.error(`${file} is there already, or cannot be written: nothing was changed`);
  process.exit(1);
}
const { text, name: fingerprint } = await publicHalf(privateKey);
console.log(`${file} is written: keep it offline, with a copy. Its fingerprint is ${fingerprint}.`);
console.log('The public key, for recoveryKey in the policy:');
console.log(text);
