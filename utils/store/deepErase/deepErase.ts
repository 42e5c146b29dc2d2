import { Dexie } from 'dexie';
import { fail, ok, type Result } from '@/utils/domain/result';
import { judge, parseCanary } from '../canary/canary';
import { countHolds, sightFor } from '../canary/check';
import { canaryLock } from '../canary/keeper';
import { Database, DEFAULT_NAME, FORMAT } from '../connection/database';
import { LOCK_WAIT_MS, underLock } from '../connection/underLock';
import type { Damage, StorePorts } from '../ports';
import { type CopyProgress, copyRows, digestOf, rowsIn } from './copy';
import { type MarkPort, parseMark } from './mark';

/** The name of a book's copy, which is there only while it is erased deeply. */
export const copyName = (name: string): string => `${name}.copy`;

/** What a deep erase needs of the world. */
export interface DeepEraseOrder {
  ports: Pick<StorePorts, 'canary' | 'locks'>;
  marks: MarkPort;
  name?: string;
  /** Told after every reading. What it throws ends the work as the end of the worker would. */
  tell?(progress: CopyProgress): unknown;
  /** Told before each step that must not be cut in two. */
  reached?(step: string): unknown;
}

/** `undone`: it had been cut short before the copy was whole; the book is as it was. */
export type DeepErased = { state: 'done'; rows: number } | { state: 'undone' };

/** Why it was not begun, or, with nothing changed, not gone on with. */
export type DeepEraseProblem = 'damaged' | 'readOnly' | 'unavailable' | 'differs';

/** One deep erase at work. */
interface Work {
  ports: DeepEraseOrder['ports'];
  marks: MarkPort;
  name: string;
  tell(progress: CopyProgress): unknown;
  reached(step: string): unknown;
}

const workOf = ({ ports, marks, name = DEFAULT_NAME, tell, reached }: DeepEraseOrder): Work => ({
  ports,
  marks,
  name,
  tell: (progress) => tell?.(progress),
  reached: (step) => reached?.(step),
});

/** Opens a database past every flag: it is copied here, nothing else. */
async function withDatabase<Value>(name: string, use: (db: Database) => Promise<Value>): Promise<Value> {
  const db = new Database(name);
  await db.open();
  try {
    return await use(db);
  } finally {
    db.close();
  }
}

/** Flags the canary, or takes this very flag off it. */
const flag = ({ ports, name }: Work, damage: Damage | null): Promise<void> =>
  underLock(ports.locks, canaryLock(name), LOCK_WAIT_MS, async () => {
    const canary = parseCanary(await ports.canary.read());
    if (!canary || (canary.damage && canary.damage.why !== 'erasing')) return;
    await ports.canary.write({ ...canary, damage });
  });

/** Why the book may not be copied and removed; null where it may. */
async function trouble({ ports }: Work, db: Database): Promise<DeepEraseProblem | null> {
  const canary = parseCanary(await ports.canary.read());
  const sight = await sightFor(db, canary);
  if (db.isNewer || (sight.head?.format ?? 0) > FORMAT) return 'readOnly';
  if (!canary) return 'unavailable';
  return judge(canary, sight) || (await countHolds(db)) ? 'damaged' : null;
}

/** Copies one database into another of the same tables and compares both. @returns whether they are the same */
async function copyWhole(work: Work, from: string, to: string, part: 0 | 1): Promise<number | null> {
  await Dexie.delete(to);
  return withDatabase(from, (source) =>
    withDatabase(to, async (copy) => {
      const rows = await rowsIn(source);
      // Each way is a writing and two readings; the two ways are told as one.
      let done = part * 3 * rows;
      const passed = (more: number) => {
        done += more;
        return work.tell({ done: Math.min(done, 6 * rows), of: 6 * rows });
      };
      await copyRows(source, copy, passed);
      const [before, after] = [await digestOf(source, passed), await digestOf(copy, passed)];
      return before.hash === after.hash && before.rows === after.rows ? after.rows : null;
    }),
  );
}

/** Everybody may go on with the book that there is. */
async function free(work: Work): Promise<void> {
  work.reached('free');
  await withDatabase(work.name, (db) => db.meta.delete('halt'));
  await flag(work, null);
  work.reached('unmark');
  await work.marks.write(null);
}

/** The copy is not whole, the book is: the copy goes. */
async function undo(work: Work): Promise<DeepErased> {
  work.reached('undo');
  await Dexie.delete(copyName(work.name));
  await free(work);
  return { state: 'undone' };
}

/** The copy is the book: the former one goes, with all that was ever deleted in it, and the copy takes its place. */
async function takeBack(work: Work): Promise<Result<DeepErased, DeepEraseProblem>> {
  work.reached('back');
  const rows = await copyWhole(work, copyName(work.name), work.name, 1);
  // The copy stays the book: the next start tries again.
  if (rows === null) return fail('differs');
  work.reached('markBack');
  await work.marks.write({ step: 'back' });
  return ok(await tidy(work, rows));
}

/** The book is in its place again: the copy goes. */
async function tidy(work: Work, rows: number): Promise<DeepErased> {
  work.reached('tidy');
  await Dexie.delete(copyName(work.name));
  await free(work);
  return { state: 'done', rows };
}

async function begin(work: Work): Promise<Result<DeepErased, DeepEraseProblem>> {
  const { name, marks } = work;
  // One that was cut short is ended first.
  if (parseMark(await marks.read())) return goOn(work);
  const problem = await withDatabase(name, (db) => trouble(work, db));
  if (problem) return fail(problem);
  work.reached('mark');
  await marks.write({ step: 'copying' });
  work.reached('flag');
  const damage: Damage = { why: 'erasing', had: 0, has: 0 };
  await flag(work, damage);
  // Who has the book open looks at this in the transaction of every commit.
  work.reached('halt');
  await withDatabase(name, (db) => db.meta.put({ k: 'halt', damage }));
  work.reached('copy');
  const rows = await copyWhole(work, name, copyName(name), 0);
  if (rows === null) {
    await undo(work);
    return fail('differs');
  }
  work.reached('markCopied');
  await marks.write({ step: 'copied' });
  return takeBack(work);
}

async function goOn(work: Work): Promise<Result<DeepErased, DeepEraseProblem>> {
  const step = parseMark(await work.marks.read())?.step;
  if (step === 'copied') return takeBack(work);
  if (step === 'back') return ok(await tidy(work, await withDatabase(work.name, rowsIn)));
  return ok(await undo(work));
}

/**
 * Erases deeply: copies the book as it lies there into a second database, removes the first, and copies it back, so
 * that no file of the browser's database has to keep what was deleted (decision 039). Nobody can write meanwhile;
 * every other context loses its connection, for good.
 *
 * @throws what the database says; the mark then says where the next start goes on
 */
export function deepErase(order: DeepEraseOrder): Promise<Result<DeepErased, DeepEraseProblem>> {
  const work = workOf(order);
  return underLock(work.ports.locks, `${work.name}.commit`, LOCK_WAIT_MS, () => begin(work));
}

/** Ends or undoes a deep erase that was cut short. To be called before anybody opens the book. */
export function resumeDeepErase(order: DeepEraseOrder): Promise<Result<DeepErased, DeepEraseProblem>> {
  const work = workOf(order);
  return underLock(work.ports.locks, `${work.name}.commit`, LOCK_WAIT_MS, () => goOn(work));
}
