import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { recoveryEntropies } from '@/utils/app/lock/recoveryKey';
import type { BankWrap } from '@/utils/domain/schema/bankWrap';
import { masterFromWrap, wrapForBank } from '@/utils/store/crypto/bankSeal';
import { unbase64 } from '@/utils/store/crypto/bytes';
import { dataKeysOf } from '@/utils/store/crypto/keyring';

// Each run is a process of its own, which compiles what it needs.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const folder = mkdtempSync(path.join(tmpdir(), 'zhibi-recovery-'));
afterAll(() => rmSync(folder, { recursive: true }));
const inFolder = (name: string): string => path.join(folder, name);

interface Run {
  code: number;
  out: string;
  err: string;
}

/** What `npm run` runs, by the command line. */
const run = (script: string, ...args: string[]): Promise<Run> =>
  new Promise((resolve) =>
    execFile('node_modules/.bin/tsx', [`scripts/${script}.ts`, ...args], (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    ),
  );

const write = (name: string, text: string): string => {
  writeFileSync(inFolder(name), text);
  return inFolder(name);
};

/** The bank's own pair, and that of another bank. */
const BANK = inFolder('bank.pem');
const OTHER = inFolder('other.pem');
const MASTER = random(32);
let made: Run;
let wrap: BankWrap;
let file: string;

beforeAll(async () => {
  made = await run('recoveryKey', inFolder('bank'));
  await run('recoveryKey', OTHER);
  const spki = unbase64(made.out.trim().split('\n').at(-1) ?? '');
  wrap = await wrapForBank(spki, (await dataKeysOf(MASTER)).kid, MASTER, random);
  file = write('book.json', JSON.stringify({ zhibi: 'recovery', ...wrap }));
});

/** The master that the printed words open. */
async function masterBy(out: string) {
  const words = out.replace(/\d+/g, '');
  const keys = await recoveryEntropies(words);
  const masters = await Promise.all(keys.map((recovery) => masterFromWrap(recovery, wrap)));
  return masters.find((master) => master !== null) ?? null;
}

/** It ended with 1, printed no word of a key, and said in one line and without a stack what is wrong. */
function isRefused({ code, out, err }: Run, said: string): void {
  expect(err).toContain(said);
  expect(err.trim().split('\n')).toHaveLength(1);
  expect({ code, out }).toEqual({ code: 1, out: '' });
}

describe('npm run recovery:key', () => {
  it('writes the private half for its owner alone, and prints the public one', () => {
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(BANK, 'utf8')).toMatch(/^-----BEGIN PRIVATE KEY-----/);
    expect(statSync(BANK).mode & 0o777).toBe(0o600);
    expect(made.out).not.toContain('PRIVATE');
  });

  it('never writes over a key that is there', async () => {
    const before = readFileSync(BANK, 'utf8');
    isRefused(await run('recoveryKey', BANK), 'nothing was changed');
    expect(readFileSync(BANK, 'utf8')).toBe(before);
  });
});

describe('npm run recovery:open', () => {
  it('prints 24 words that open the book’s master, from the file for the bank', async () => {
    const { code, out, err } = await run('recoveryOpen', file, BANK);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.trim().split('\n')).toHaveLength(24);
    expect(await masterBy(out)).toEqual(MASTER);
  });

  it('does so in Chinese, and from a backup whose frames it does not read', async () => {
    const head = JSON.stringify({ zhibi: 'backup', byBank: wrap });
    const backup = write('book.zhibi', `${head}\n${'\u0000frames'.repeat(10_000)}`);
    const { code, out } = await run('recoveryOpen', backup, BANK, 'zh-CN');
    expect(code).toBe(0);
    expect(out).toMatch(/^ 1 \p{Script=Han}$/mu);
    expect(await masterBy(out)).toEqual(MASTER);
  });

  it('says to which key the file is sealed where it is another’s', async () => {
    isRefused(await run('recoveryOpen', file, OTHER), `sealed to the key ${wrap.to}`);
  });

  it('says so of a file in which nothing is sealed to a bank, and of one that was altered', async () => {
    for (const garbled of ['', 'PK\u0003\u0004', JSON.stringify({ zhibi: 'recovery', ...wrap }).slice(0, -9)])
      isRefused(await run('recoveryOpen', write('garbled.json', garbled), BANK), 'nothing in it is sealed');
    const last = wrap.words.sealed.endsWith('0') ? '1' : '0';
    const words = { ...wrap.words, sealed: wrap.words.sealed.slice(0, -1) + last };
    const altered = write('altered.json', JSON.stringify({ zhibi: 'recovery', ...wrap, words }));
    isRefused(await run('recoveryOpen', altered, BANK), 'the file was altered');
  });

  it('says so of a key that is none, and of files that are not there', async () => {
    isRefused(await run('recoveryOpen', file, write('none.pem', 'no key')), 'none.pem: not a private key');
    isRefused(await run('recoveryOpen', file, inFolder('gone.pem')), 'gone.pem: cannot be read');
    isRefused(await run('recoveryOpen', inFolder('gone.json'), BANK), 'gone.json: cannot be read');
    isRefused(await run('recoveryOpen', file, BANK, 'de'), 'usage:');
    isRefused(await run('recoveryOpen', file), 'usage:');
  });
});
