import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TailChunk } from '@/utils/domain/backup/kept';
import type { Client } from '@/utils/domain/schema/client';
import { healFromTail, lossOf } from '@/utils/store/backup/heal';
import { readTail } from '@/utils/store/backup/tail';
import { Connection } from '@/utils/store/connection/connection';
import type { Database } from '@/utils/store/connection/database';
import { backUp, opened, restoreInto, wordForWord } from '../support/backups';
import { aContact, aNote } from '../support/book';
import { addClient, know, write } from '../support/deeds';
import { World } from '../support/world';

vi.setConfig({ testTimeout: 60_000 });

let world: World;
let chunks: TailChunk[];
beforeEach(() => {
  world = new World();
  chunks = [];
});
afterEach(() => world.close());

/** Keeps what is new, as the worker does after a commit. */
async function keep(): Promise<TailChunk | null> {
  const connection = new Connection(world.ports(), world.name);
  const last = chunks.at(-1);
  const chunk = await readTail(connection, last ? { epoch: last.epoch, upTo: last.upTo } : null);
  connection.close();
  if (chunk === null || 'tooMany' in chunk) return null;
  chunks.push(chunk);
  return chunk;
}

/** A book of six entries, kept chunk by chunk: made, noted, met, reworded, one note removed. */
async function aBook(): Promise<Client> {
  const store = await world.store();
  const client = await addClient(store);
  await keep();
  const [note, gone] = [aNote(client.id), aNote(client.id, { text: '会消失' })];
  await write(store, { type: 'insert', table: 'notes', body: note });
  await write(store, { type: 'insert', table: 'notes', body: gone });
  await keep();
  await write(store, { type: 'insert', table: 'contacts', body: aContact(client.id) });
  await write(store, { type: 'update', table: 'notes', body: { ...note, text: '改过了' } });
  await write(store, { type: 'delete', table: 'notes', body: gone });
  await keep();
  await store.tend();
  return client;
}

const heal = () => healFromTail(world.ports(), chunks, world.name);
const loss = () => lossOf(world.ports(), chunks, world.name);

/** The database as an older copy of itself. */
const rollBack = (seq: number, rows: (db: Database) => Promise<unknown>) => async (db: Database) => {
  const [last, head] = await Promise.all([db.journal.get(seq), db.head()]);
  await db.journal.where('seq').above(seq).delete();
  await db.parts.where('[seq+i]').above([seq, 99]).delete();
  if (last && head) await db.meta.put({ ...head, seq, hash: last.hash });
  await rows(db);
};

/** A store without its cards and what is only worked out, which are made anew. */
const journalled = (said: string): string =>
  said
    .split('\n')
    .filter((line) => !/^\["(?:briefs|stamps|end|later|draft|aside)"/.test(line))
    .join('\n');

describe('the tail', () => {
  it('holds nothing that can be read without the key, and each entry once', async () => {
    const client = await aBook();
    expect(chunks.map(({ after, upTo }) => [after, upTo])).toEqual([
      [0, 1],
      [1, 3],
      [3, 6],
    ]);
    expect(JSON.stringify(chunks)).not.toContain(client.name);
    expect(JSON.stringify(chunks)).not.toContain('改过了');
    expect(await keep()).toBeNull();
  });

  it('goes on while the book is locked', async () => {
    const client = await addClient(await world.store());
    world.close();
    world.locked = true;
    expect(await keep()).toMatchObject({ after: 0, upTo: 1 });
    expect(client.id).toBeDefined();
  });

  it('leaves an import to the backups', async () => {
    const store = await world.store();
    const client = await addClient(store);
    for (let i = 0; i < 501; i++)
      await write(store, { type: 'insert', table: 'notes', body: aNote(client.id) });
    const connection = new Connection(world.ports(), world.name);
    expect(await readTail(connection, null)).toMatchObject({ tooMany: { upTo: 502 } });
    connection.close();
  });
});

describe('a store that has lost something', () => {
  it('is told from one that has not', async () => {
    await aBook();
    world.close();
    expect(await loss()).toBeNull();
    expect(await heal()).toEqual({ ok: false, error: 'nothing' });
  });

  it('and came back empty is whole again, word for word', async () => {
    const client = await aBook();
    const before = journalled(await wordForWord(world));
    await world.deleteDatabase();
    expect(await world.opening()).toMatchObject({ code: 'damaged' });
    expect(await loss()).toMatchObject({ why: 'behind', had: 6, has: 0, lastAt: null, inTail: 6 });
    expect(await heal()).toEqual({ ok: true, value: { entries: 6, missing: 0 } });
    expect(await loss()).toBeNull();
    expect(journalled(await wordForWord(world))).toBe(before);
    const store = await world.store();
    await store.tend();
    const { bundle } = await know(store, client.id);
    expect(bundle.notes.map(({ text }) => text)).toEqual(['改过了']);
    expect(await store.verify({ deep: true })).toMatchObject({ intact: true, findings: [] });
    await write(store, { type: 'insert', table: 'notes', body: aNote(client.id) });
  });

  it('and was cut back gets the rest, also from the middle of a chunk', async () => {
    const client = await aBook();
    const before = journalled(await wordForWord(world));
    world.close();
    // As it was after the fifth entry: the note is reworded, the other not yet removed.
    await world.raw(
      rollBack(5, async (db) => {
        const gone = chunks[1]?.lines.split('\n').filter((line) => line.startsWith('["notes"')) ?? [];
        const kept = new Set((await db.notes.toArray()).map(({ id }) => id));
        for (const line of gone) {
          const { x, ...row } = JSON.parse(line)[1];
          if (!kept.has(row.id))
            await db.notes.put({ ...row, sealed: new Uint8Array(Buffer.from(x, 'hex')) });
        }
      }),
    );
    expect(await loss()).toMatchObject({ had: 6, has: 5, inTail: 1 });
    expect(await heal()).toEqual({ ok: true, value: { entries: 1, missing: 0 } });
    expect(journalled(await wordForWord(world))).toBe(before);
    expect((await know(await world.store(), client.id)).bundle.contacts).toHaveLength(1);
  });

  it('is told how much is lost for good where the tail ends too early', async () => {
    await aBook();
    await world.deleteDatabase();
    chunks.pop();
    expect(await heal()).toEqual({ ok: true, value: { entries: 3, missing: 3 } });
    expect(await world.opening()).toBe('ok');
  });

  it('needs a backup where the tail begins too late', async () => {
    await aBook();
    await world.deleteDatabase();
    chunks.shift();
    expect(await loss()).toMatchObject({ had: 6, has: 0, inTail: 0 });
    expect(await heal()).toEqual({ ok: false, error: 'needsBackup' });
    expect(await world.opening()).toMatchObject({ code: 'damaged' });
  });

  it('takes nothing from a tail that was tampered with, or of another life', async () => {
    await aBook();
    await world.deleteDatabase();
    const kept = chunks;
    chunks = kept.map((chunk) => ({
      ...chunk,
      lines: chunk.lines.replaceAll('"cause":"test"', '"cause":"tost"'),
    }));
    expect(await heal()).toEqual({ ok: false, error: 'needsBackup' });
    chunks = kept.map((chunk) => ({ ...chunk, epoch: 'another' }));
    expect(await heal()).toEqual({ ok: false, error: 'needsBackup' });
  });

  it('is not healed while the book is locked', async () => {
    await aBook();
    await world.deleteDatabase();
    world.locked = true;
    expect(await heal()).toEqual({ ok: false, error: 'locked' });
  });

  it('gets a backup back and the tail upon it', async () => {
    const store = await world.store();
    const client = await addClient(store);
    const saved = await backUp(world);
    chunks.push({ epoch: (await world.raw((db) => db.head()))?.epoch ?? '', after: 0, upTo: 1, lines: '' });
    await write(store, { type: 'insert', table: 'notes', body: aNote(client.id, { text: '备份之后' }) });
    await keep();
    chunks.shift();
    await store.tend();
    await world.deleteDatabase();
    expect(await loss()).toMatchObject({ had: 2, has: 0, inTail: 0 });
    expect(await restoreInto(world, await opened(saved, world))).toMatchObject({ intact: true, entries: 1 });
    expect(await heal()).toEqual({ ok: true, value: { entries: 1, missing: 0 } });
    expect((await know(await world.store(), client.id)).bundle.notes[0]?.text).toBe('备份之后');
  });
});
