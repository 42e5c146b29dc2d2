import { cpSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Probe } from '../../fixtures/store-extension/probe';
import { callBench, launchTestExtension, newFolder, openBench } from './testExtension';

/** One way to damage the files of a profile. `folder` is that of the extension's IndexedDB. */
export interface Damage {
  name: string;
  inflict(folder: string): void;
}

/**
 * What became of the book: whole (the browser repaired it, or the damage hit nothing), or the loss
 * was seen at opening, or by the deep check, or by nobody, which must never be.
 */
export type Fate = 'whole' | 'seen at opening' | 'seen by the deep check' | 'UNSEEN';

export interface DamageReport {
  name: string;
  fate: Fate;
  probe: Probe;
}

function fateOf({ opening, deep, again }: Probe, writes: number): Fate {
  if (opening !== 'ok') return 'seen at opening';
  if (!deep?.intact || again !== 'ok') return 'seen by the deep check';
  return deep.entries === writes ? 'whole' : 'UNSEEN';
}

const filesLike = (folder: string, pattern: RegExp): string[] =>
  readdirSync(folder)
    .filter((name) => pattern.test(name))
    .map((name) => path.join(folder, name))
    .sort((a, b) => statSync(b).size - statSync(a).size);

const LOG = /\.log$/;
const TABLE = /\.ldb$/;

/** Flips bits of a file, at the same places every time: a run can be repeated. */
function flip(file: string, bits: number, seed: number): void {
  const bytes = readFileSync(file);
  let state = seed;
  for (let i = 0; i < bits && bytes.length > 0; i++) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    const at = state % bytes.length;
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (state % 8));
  }
  writeFileSync(file, bytes);
}

const toBiggest = (pattern: RegExp, work: (file: string) => void) => (folder: string) => {
  const [biggest] = filesLike(folder, pattern);
  if (biggest !== undefined) work(biggest);
};

const cutTo = (part: number) => (file: string) => truncateSync(file, Math.floor(statSync(file).size * part));

/** The kinds of damage that a disk, a crash or a cleaner can do to the files. */
export const DAMAGES: readonly Damage[] = [
  { name: 'none', inflict: () => {} },
  { name: 'the folder is deleted', inflict: (folder) => rmSync(folder, { recursive: true }) },
  { name: 'the log is cut to half', inflict: toBiggest(LOG, cutTo(0.5)) },
  { name: 'CURRENT is deleted', inflict: (folder) => rmSync(path.join(folder, 'CURRENT')) },
  { name: 'the log is cut a little', inflict: toBiggest(LOG, cutTo(0.98)) },
  { name: 'the log is emptied', inflict: toBiggest(LOG, cutTo(0)) },
  { name: 'the log is deleted', inflict: toBiggest(LOG, (file) => rmSync(file)) },
  { name: '64 bits of the log are flipped', inflict: toBiggest(LOG, (file) => flip(file, 64, 7)) },
  ...[11, 13, 17, 19].map((seed) => ({
    name: `one bit of the log is flipped (${seed})`,
    inflict: toBiggest(LOG, (file) => flip(file, 1, seed)),
  })),
  { name: 'a table is cut to half', inflict: toBiggest(TABLE, cutTo(0.5)) },
  { name: 'a table is deleted', inflict: toBiggest(TABLE, (file) => rmSync(file)) },
  { name: '64 bits of a table are flipped', inflict: toBiggest(TABLE, (file) => flip(file, 64, 7)) },
  ...[11, 13, 17, 19].map((seed) => ({
    name: `one bit of a table is flipped (${seed})`,
    inflict: toBiggest(TABLE, (file) => flip(file, 1, seed)),
  })),
  { name: 'the manifest is flipped', inflict: toBiggest(/^MANIFEST/, (file) => flip(file, 4, 7)) },
];

/** Where a profile keeps the databases of its extension. */
export function databaseFolder(profile: string): string {
  const all = path.join(profile, 'Default', 'IndexedDB');
  const name = readdirSync(all).find(
    (each) => each.startsWith('chrome-extension') && each.endsWith('.leveldb'),
  );
  if (name === undefined) throw new Error('no database in the profile');
  return path.join(all, name);
}

async function probeIn(extension: string, profile: string, writes: number): Promise<Probe> {
  const running = await launchTestExtension(extension, profile);
  const page = await openBench(running);
  const probed = await callBench(page, 'probe', writes);
  await running.browser.close();
  return probed;
}

/**
 * Makes a book, closes the browser, damages the files, opens it again and notes who notices.
 *
 * @param writes entries of the book; a few thousand turn part of the log into tables
 */
export async function damageAndProbe(
  extension: string,
  damages: readonly Damage[],
  writes: number,
): Promise<DamageReport[]> {
  const whole = newFolder('profile');
  await probeIn(extension, whole, writes);
  const reports: DamageReport[] = [];
  for (const { name, inflict } of damages) {
    const profile = newFolder('profile');
    cpSync(whole, profile, { recursive: true });
    inflict(databaseFolder(profile));
    const probe = await probeIn(extension, profile, 1);
    reports.push({ name, fate: fateOf(probe, writes), probe });
    rmSync(profile, { recursive: true, force: true });
  }
  return reports;
}
