/**
 * `npm run recovery:open FILE bank-recovery.pem [en|zh-CN|zh-TW]`: prints the 24 words that open a backup, or the book of
 * a profile whose owner saved FILE for the bank. Needs nothing but the two files, and no network. Ends with 1 where
 * FILE is not sealed to this key.
 */
import { createPrivateKey } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { FIRST_LINE, isOnCurve, publicHalf, wordsFor, wrapIn } from './bankRecovery';

function fail(line: string): never {
  console.error(line);
  process.exit(1);
}

/** The beginning of a file, which may be gigabytes long. */
function startOf(file: string): string {
  const start = Buffer.alloc(FIRST_LINE);
  const handle = openSync(file, 'r');
  const length = readSync(handle, start, 0, FIRST_LINE, 0);
  closeSync(handle);
  return start.subarray(0, length).toString('utf8');
}

const [file, keyFile, language = 'en'] = process.argv.slice(2);
if (file === undefined || keyFile === undefined)
  fail('usage: npm run recovery:open FILE bank-recovery.pem [en|zh-CN|zh-TW]');

const key = createPrivateKey(readFileSync(keyFile, 'utf8'));
if (!isOnCurve(key)) fail(`${keyFile}: not an EC key on P-256 (prime256v1)`);

const wrap = wrapIn(startOf(file));
if (!wrap) fail(`${file}: nothing in it is sealed to a bank`);

const words = await wordsFor(wrap, key, language);
if (!words)
  fail(
    `${file}: sealed to the key ${wrap.to}; ${keyFile} is ${(await publicHalf(key)).name}, or the file was altered`,
  );

console.log(words.map((word, index) => `${String(index + 1).padStart(2)} ${word}`).join('\n'));
