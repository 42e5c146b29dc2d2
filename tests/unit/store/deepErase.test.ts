import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseCanary } from '@/utils/store/canary/canary';
import { Database } from '@/utils/store/connection/database';
import { digestOf } from '@/utils/store/deepErase/copy';
import { copyName, type DeepEraseOrder, deepErase, resumeDeepErase } from '@/utils/store/deepErase/deepErase';
import { type DeepEraseMark, parseMark } from '@/utils/store/deepErase/mark';
import { wordForWord } from './support/backups';
import { aContact, aNote } from './support/book';
import { addClient, know, tryWrite, write } from './support/deeds';
import { refusingLocks } from './support/locks';
import { World } from './support/world';

vi.setConfig({ testTimeout: 120_000 });

class Stopped extends Error {}

let world: World;
let mark: DeepEraseMark | null;

const order = (changed: Partial<DeepEraseOrder> = {}): DeepEraseOrder => ({
  ports: world.ports(),
  name: world.name,
  marks: {
    read: async () => structuredClone(mark),
    write: async (next) => {
      mark = structuredClone(next);
    },
  },
  ...changed,
});

const names = async () => (await Dexie.getDatabaseNames()).filter((name) => name.startsWith(world.name));
const digest = () => world.raw((db) => digestOf(db));
/** What the database named by the mark holds: the one that is the book. */
const digestOfTruth = async () => {
  const db = new Database(mark?.step === 'copied' ? copyName(world.name) : world.name);
  await db.open();
  try {
    return await digestOf(db);
  } finally {
    db.close();
  }
};
const damage = () => parseCanary(world.canary)?.damage ?? null;

/** A book with all sorts of rows: clients, notes, removed ones, a draft, a row set aside, documents of a space. */
async function furnish(): Promise<void> {
  const store = await world.store();
  const client = await addClient(store);
  await addClient(store);
  await write(store, { type: 'insert', table: 'contacts', body: aContact(client.id) });
  const note = aNote(client.id, { text: '仅此一份' });
  await write(store, { type: 'insert', table: 'notes', body: note });
  await write(store, { type: 'delete', table: 'notes', body: note });
  await store.drafts.put(client.id, { text: '半句话' });
  await store.tend();
  world.close();
  await world.raw(async (db) => {
    await db.quarantine.put({ id: 'notes|x', table: 'notes', why: 'sealed', at: 1, row: { id: 'x' } });
    await db.table('syncSpaces').put({ id: 'space', sealed: new Uint8Array(4) });
    await db.table('syncDocs').bulkPut([...Array(501)].map((_, at) => ({ id: `doc-${at}`, space: 'space' })));
  });
}

beforeEach(async () => {
  world = new World();
  mark = null;
  await furnish();
});
afterEach(async () => {
  world.close();
  for (const name of await names()) await Dexie.delete(name);
});

describe('a deep erase', () => {
  it('leaves the same book, word for word, in a database that is new, and nothing else', async () => {
    const [rows, words] = [await digest(), await wordForWord(world)];
    const done = await deepErase(order());
    expect(done).toEqual({ ok: true, value: { state: 'done', rows: rows.rows } });
    expect(await digest()).toEqual(rows);
    expect(await wordForWord(world)).toBe(words);
    expect(await names()).toEqual([world.name]);
    expect([mark, damage(), await world.raw((db) => db.halt())]).toEqual([null, null, null]);
    const store = await world.store();
    expect(await store.verify({ deep: true })).toMatchObject({ intact: true });
    await addClient(store);
  });

  it('tells how far it is, and never more than there is', async () => {
    const told: { done: number; of: number }[] = [];
    await deepErase(order({ tell: (progress) => told.push(progress) }));
    expect(told.length).toBeGreaterThan(10);
    expect(told.every(({ done, of }) => done <= of)).toBe(true);
    expect(told.every(({ done }, at) => done >= (told[at - 1]?.done ?? 0))).toBe(true);
    expect(told.at(-1)).toMatchObject({ done: told.at(-1)?.of });
  });

  it('lets nobody write who has the book open, and says nothing is damaged', async () => {
    // One that does not wait for its turn: what refuses it is the flag, not the lock.
    const store = await world.store({ locks: refusingLocks });
    const client = await addClient(store);
    const note = aNote(client.id, { text: '来晚了' });
    const answers: unknown[] = [];
    const before = await digest();
    await deepErase(
      order({
        async tell() {
          if (answers.length > 0) return;
          answers.push(await tryWrite(store, [{ type: 'insert', table: 'notes', body: note }]));
          answers.push(await world.opening());
        },
      }),
    );
    expect(answers).toEqual([
      { ok: false, error: { code: 'damaged', field: null } },
      { code: 'unavailable', detail: 'erasing' },
    ]);
    expect(await digest()).toEqual(before);
    expect(damage()).toBeNull();
    // What was refused can be written once the book is open again.
    const again = await world.store();
    await write(again, { type: 'insert', table: 'notes', body: note });
    expect((await know(again, client.id)).bundle.notes.map(({ text }) => text)).toEqual(['来晚了']);
  });

  it('is not begun with a book that is damaged, or that a newer Zhibi has written', async () => {
    const whole = structuredClone(world.canary);
    world.canary = { ...parseCanary(whole), seq: 99 };
    expect(await deepErase(order())).toEqual({ ok: false, error: 'damaged' });
    world.canary = whole;
    await world.raw(async (db) => {
      const head = await db.head();
      if (head) await db.meta.put({ ...head, format: 99 });
    });
    expect(await deepErase(order())).toEqual({ ok: false, error: 'readOnly' });
    expect([mark, await names()]).toEqual([null, [world.name]]);
  });

  it('is not taken for a flag of somebody else', async () => {
    world.canary = { ...parseCanary(world.canary), damage: { why: 'rows', had: 1, has: 1 } };
    expect(await deepErase(order())).toEqual({ ok: false, error: 'damaged' });
    expect(damage()?.why).toBe('rows');
  });

  it('that left nothing but the flag is taken off by the next start', async () => {
    world.canary = { ...parseCanary(world.canary), damage: { why: 'erasing', had: 0, has: 0 } };
    expect(await world.opening()).toEqual({ code: 'unavailable', detail: 'erasing' });
    await resumeDeepErase(order());
    expect(await world.opening()).toBe('ok');
  });
});

/** All moments at which a deep erase can be cut short: before each step, and after each reading. */
async function moments(): Promise<string[]> {
  const found: string[] = [];
  let readings = 0;
  await deepErase(
    order({
      reached: (step) => found.push(step),
      tell: () => found.push(`reading ${readings++}`),
    }),
  );
  return found;
}

/** The same, cut short at one of them. */
const cutAt = (at: string): Partial<DeepEraseOrder> => {
  let readings = 0;
  const stopAt = (moment: string) => {
    if (moment === at) throw new Stopped();
  };
  return { reached: stopAt, tell: () => stopAt(`reading ${readings++}`) };
};

describe('a deep erase that is cut short', () => {
  it('leaves one whole book at every moment, and the next start ends or undoes it', async () => {
    const all = await moments();
    expect(all).toEqual(
      expect.arrayContaining(['mark', 'flag', 'halt', 'copy', 'markCopied', 'back', 'tidy']),
    );
    // With hundreds of readings a few of each way say as much as all.
    const tried = all.filter((moment, at) => !moment.startsWith('reading') || at % 11 === 0);
    expect(tried.length).toBeGreaterThan(15);
    const [rows, words] = [await digest(), await wordForWord(world)];
    const ends = new Set<string>();
    for (const at of tried) {
      await expect(deepErase(order(cutAt(at)))).rejects.toBeInstanceOf(Stopped);
      expect(await digestOfTruth(), at).toEqual(rows);
      const ended = await resumeDeepErase(order());
      ends.add(ended.ok ? ended.value.state : ended.error);
      expect(await digest(), at).toEqual(rows);
      expect([mark, damage(), await names()], at).toEqual([null, null, [world.name]]);
      expect(await wordForWord(world), at).toBe(words);
    }
    expect([...ends].sort()).toEqual(['done', 'undone']);
  });

  it('and cut short again while it is ended, is ended by the one after', async () => {
    const rows = await digest();
    for (const first of ['halt', 'copy', 'back', 'markBack', 'tidy', 'unmark']) {
      await expect(deepErase(order(cutAt(first)))).rejects.toBeInstanceOf(Stopped);
      for (const second of ['reading 2', 'markBack', 'undo', 'tidy', 'free', 'unmark'])
        await resumeDeepErase(order(cutAt(second))).catch((error: unknown) =>
          expect(error).toBeInstanceOf(Stopped),
        );
      expect(await digestOfTruth(), first).toEqual(rows);
      await resumeDeepErase(order());
      expect(await digest(), first).toEqual(rows);
      expect([mark, damage(), await names()], first).toEqual([null, null, [world.name]]);
    }
  });

  it('is ended before another is begun', async () => {
    const rows = await digest();
    await expect(deepErase(order(cutAt('markBack')))).rejects.toBeInstanceOf(Stopped);
    expect(await deepErase(order())).toMatchObject({ ok: true, value: { state: 'done' } });
    expect(await digest()).toEqual(rows);
  });

  it('has a mark that nobody else’s words are taken for', () => {
    expect([parseMark(null), parseMark('copied'), parseMark({ step: 'gone' })]).toEqual([null, null, null]);
  });
});
