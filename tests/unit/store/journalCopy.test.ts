import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Client } from '@/utils/domain/schema/client';
import { instant } from '@/utils/domain/schema/time';
import { trailFiles } from '@/utils/export/trailFiles';
import { openTrail } from '@/utils/store/read/openTrail';
import type { Store } from '@/utils/store/store';
import type { Scope, TrailReader } from '@/utils/store/trail';
import { aContact, aNote, newOp } from './support/book';
import { addClient, write } from './support/deeds';
import { World } from './support/world';

vi.setConfig({ testTimeout: 60_000 });

const SCRIPT = path.resolve(import.meta.dirname, '../../../scripts/verifyTrail.mjs');
const EVER = { from: instant.parse(0), until: instant.parse(2_000_000_000_000) };

let world: World;
let store: Store;
let trail: TrailReader;
let folder: string;
let wang: Client;
let li: Client;

beforeEach(async () => {
  world = new World();
  store = await world.store();
  [wang, li] = [await addClient(store), await addClient(store, { name: '李建国' })];
  const note = aNote(wang.id);
  await write(store, { type: 'insert', table: 'notes', body: note });
  await write(store, { type: 'update', table: 'notes', body: { ...note, text: '改为下午联系' } });
  await write(
    store,
    { type: 'insert', table: 'contacts', body: aContact(wang.id) },
    { type: 'insert', table: 'contacts', body: aContact(li.id) },
  );
  const opened = await openTrail(world.ports(), world.name);
  if (!opened.ok) throw new Error(opened.error);
  trail = opened.value;
  folder = mkdtempSync(path.join(tmpdir(), 'zhibi-trail-'));
});
afterEach(() => {
  trail.close();
  world.close();
  rmSync(folder, { recursive: true, force: true });
});

async function exportTo(scope: Partial<Scope> = {}) {
  const copy = await trail.copy({ client: null, ...EVER, ...scope });
  const signer = await trail.signer();
  if (!copy.ok || !signer.ok) throw new Error('not read');
  const { anchor, records, rows, keptHere } = copy.value;
  const script = readFileSync(SCRIPT, 'utf8');
  const content = { madeAt: EVER.from, scope: '全部', anchor, records, rows, keptHere, table: 'x', script };
  const files = await trailFiles(content, signer.value);
  for (const [name, bytes] of Object.entries(files)) writeFileSync(path.join(folder, name), bytes);
  return { copy: copy.value, key: signer.value.key };
}

/** Runs the script that is inside the export, as a compliance officer does. */
const check = (...args: readonly string[]): Promise<{ code: number; said: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [path.join(folder, 'verifyTrail.mjs'), ...args], (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, said: out + err }),
    );
  });

const alter = (name: string, change: (text: string) => string) => {
  const file = path.join(folder, name);
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(file, after);
};

describe('a signed export of the journal', () => {
  it('is found intact by its own script, without Zhibi', async () => {
    await exportTo();
    const { code, said } = await check();
    expect(said).toMatch(/^INTACT: /);
    expect(said).toContain('5 entries; 6 parts told, 0 erased, 0 not in this export.');
    expect(code).toBe(0);
  });

  it('tells of one client only, and the whole chain holds all the same', async () => {
    const { copy } = await exportTo({ client: wang.id });
    expect(JSON.stringify([copy.records, copy.rows])).not.toContain(li.id);
    expect(JSON.stringify(copy)).toContain('改为下午联系');
    const { code, said } = await check();
    expect(said).toContain('5 entries; 4 parts told, 0 erased, 2 not in this export.');
    expect(code).toBe(0);
  });

  it('leaves out what must not leave this device in every version, counts it, and is intact all the same', async () => {
    const now = aNote(wang.id, { text: '机密甲' });
    const once = aNote(wang.id, { text: '机密乙', sensitivity: 'localOnly' });
    const gone = aNote(li.id, { text: '机密丙', sensitivity: 'localOnly' });
    for (const body of [now, once, gone]) await write(store, { type: 'insert', table: 'notes', body });
    await write(store, { type: 'update', table: 'notes', body: { ...now, text: '机密丁' } });
    await write(store, {
      type: 'update',
      table: 'notes',
      body: { ...now, text: '机密丁', sensitivity: 'localOnly' },
    });
    const { sensitivity: _, ...lifted } = once;
    await write(store, { type: 'update', table: 'notes', body: { ...lifted, text: '机密戊' } });
    await write(store, { type: 'delete', table: 'notes', body: gone });
    const { copy } = await exportTo();
    const words = JSON.stringify([copy.records, copy.rows]);
    expect(words).toContain('改为下午联系');
    expect(words).not.toContain('机密');
    expect(copy.keptHere).toBe(3);
    const { code, said } = await check();
    expect(said).toMatch(/^INTACT: /);
    expect(said).toContain('3 notes must not leave the device');
    expect(code).toBe(0);
    expect((await exportTo({ client: li.id })).copy.keptHere).toBe(1);
    expect(await check()).toMatchObject({ code: 0 });
  });

  it('is intact after an erasure, which it accounts for', async () => {
    await store.erase({ op: newOp(), client: li.id, why: 'request' });
    const { copy } = await exportTo();
    expect(JSON.stringify(copy.records)).not.toContain('李建国');
    expect(await check()).toMatchObject({ code: 0, said: expect.stringContaining('2 erased') });
  });

  it('is signed by the same key next time, and by no other than the one expected', async () => {
    const { key } = await exportTo();
    expect((await exportTo()).key).toBe(key);
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', Buffer.from(key, 'base64')));
    const fingerprint = Buffer.from(digest).toString('hex');
    expect(await check(folder, fingerprint)).toMatchObject({ code: 0 });
    expect(await check(folder, fingerprint.replace(/^./, 'x'))).toMatchObject({ code: 1 });
  });

  it('is signed by a key whose private half lies sealed, and by a new one under another master', async () => {
    const { key } = await exportTo();
    const kept = await world.raw((db) => db.meta.get('device'));
    if (kept?.k !== 'device') throw new Error('no key is kept');
    const usage = ['pkcs8', kept.sealed, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']] as const;
    await expect(
      crypto.subtle.importKey(usage[0], usage[1], usage[2], usage[3], [...usage[4]]),
    ).rejects.toThrow();
    await world.raw((db) => db.meta.put({ ...kept, sealed: new Uint8Array(kept.sealed.length) }));
    expect((await exportTo()).key).not.toBe(key);
    expect(await check()).toMatchObject({ code: 0 });
  });

  const lines = (text: string) => text.trimEnd().split('\n');
  it.each<[string, RegExp, string, (text: string) => string]>([
    [
      'a word in an entry',
      /entries.jsonl was changed/,
      'entries.jsonl',
      (text) => text.replace('"test"', '"tess"'),
    ],
    [
      'an entry taken out',
      /entry 2 is missing/,
      'entries.jsonl',
      (text) => lines(text).toSpliced(1, 1).join('\n'),
    ],
    [
      'the last entry taken out',
      /the end is missing/,
      'entries.jsonl',
      (text) => lines(text).slice(0, -1).join('\n'),
    ],
    [
      'two entries swapped',
      /does not follow/,
      'entries.jsonl',
      (text) => lines(text).toReversed().join('\n'),
    ],
    [
      'what was said',
      /what entry 4 says was changed/,
      'entries.jsonl',
      (text) => text.replace('改为下午联系', '改为上午联系'),
    ],
    [
      'a row',
      /row notes\/\w+ is not what entry 4 wrote/,
      'rows.jsonl',
      (text) => text.replace('改为下午联系', '改为上午联系'),
    ],
    ['the readable table', /trail.csv was changed/, 'trail.csv', (text) => `${text}y`],
    [
      'the manifest',
      /the signature is not of this manifest/,
      'manifest.json',
      (text) => text.replace('全部', '部分'),
    ],
    ['a file cut short', /cannot be read/, 'entries.jsonl', (text) => text.slice(0, -40)],
  ])('is found out where %s was changed', async (_what, fault, name, change) => {
    await exportTo();
    alter(name, change);
    const { code, said } = await check();
    expect(said).toMatch(fault);
    expect(said).toContain('NOT INTACT');
    expect(code).toBe(1);
  });

  it('is found out where somebody made it anew with another key', async () => {
    await exportTo();
    const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
      'sign',
      'verify',
    ]);
    const spki = Buffer.from(await crypto.subtle.exportKey('spki', pair.publicKey)).toString('base64');
    const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8'));
    const expected = Buffer.from(
      await crypto.subtle.digest('SHA-256', Buffer.from(manifest.key, 'base64')),
    ).toString('hex');
    const forged = Buffer.from(JSON.stringify({ ...manifest, key: spki, scope: '伪造' }));
    const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, forged);
    writeFileSync(path.join(folder, 'manifest.json'), forged);
    writeFileSync(path.join(folder, 'signature.txt'), Buffer.from(signature).toString('base64'));
    expect(await check(folder, expected)).toMatchObject({
      code: 1,
      said: expect.stringContaining('another key'),
    });
  });

  it('is found out where a file was laid beside it', async () => {
    await exportTo();
    writeFileSync(path.join(folder, 'more.csv'), 'x');
    expect(await check()).toMatchObject({ code: 1, said: expect.stringContaining('more.csv is not part') });
  });

  it('is found out where a part was emptied and no erasure says so', async () => {
    await world.raw(async (db) => {
      const part = await db.parts.get([3, 0]);
      if (part) await db.parts.put({ seq: 3, i: 0, c: part.c });
    });
    await exportTo();
    expect(await check()).toMatchObject({
      code: 1,
      said: expect.stringContaining('part 3/0 is empty, and no erasure says so'),
    });
  });
});
