/**
 * `npm run recovery:open FILE bank-recovery.pem [en|zh-CN|zh-TW]`: prints the 24 words that open a backup, or the book of
 * a profile whose owner saved FILE for the bank. Needs nothing but the two files, and no network. Ends with 1 and one
 * line that says why where FILE is not sealed to this key, was altered, or one of the two cannot be read.
 */
import { createPrivateKey, type KeyObject } from 'node:crypto';
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

/** What a file holds; ends the run where it is not there or not readable. */
function contentOf(name: string, read: (name: string) => string): string {
  try {
    return read(name);
  } catch {
    return fail(`${name}: cannot be read`);
  }
}

function keyIn(name: string): KeyObject {
  const pem = contentOf(name, (each) => readFileSync(each, 'utf8'));
  try {
    return createPrivateKey(pem);
  } catch {
    return fail(`${name}: not a private key (PEM, without a passphrase)`);
  }
}

const LANGUAGES = ['en', 'zh-CN', 'zh-TW'];

const [file, keyFile, language = 'en'] = process.argv.slice(2);
if (file === undefined || keyFile === undefined || !LANGUAGES.includes(language))
  fail(`usage: npm run recovery:open FILE bank-recovery.pem [${LANGUAGES.join('|')}]`);

const key = keyIn(keyFile);
if (!isOnCurve(key)) fail(`${keyFile}: not an EC key on P-256 (prime256v1)`);

const wrap = wrapIn(contentOf(file, startOf));
if (!wrap) fail(`${file}: nothing in it is sealed to a bank`);

const words = await wordsFor(wrap, key, language);
if (!words)
  fail(
    `${file}: sealed to the key ${wrap.to}; ${keyFile} is ${(await publicHalf(key)).name}, or the file was altered`,
  );

console.log(words.map((word, index) => `${String(index + 1).padStart(2)} ${word}`).join('\n'));
