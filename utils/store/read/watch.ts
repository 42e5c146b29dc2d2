import { liveQuery } from 'dexie';
import { fail, type Result } from '@/utils/domain/result';
import type { Connection } from '../connection/connection';
import type { Database } from '../connection/database';
import { readProblem } from '../connection/failure';
import type { ReadProblem } from '../problems';
import type { Stop } from '../store';

/**
 * Watches what a query reads. The query runs inside Dexie's live query, which observes just the keys
 * and index ranges it touches, in all contexts; it must await nothing but Dexie. What it found is
 * opened outside, and an answer that took long never comes after a newer one.
 *
 * @param query reads sealed rows
 * @param open unseals them
 */
export function watch<Sealed, Value>(
  connection: Connection,
  query: (db: Database) => Promise<Sealed>,
  open: (sealed: Sealed, db: Database) => Promise<Result<Value, ReadProblem>>,
  tell: (value: Result<Value, ReadProblem>) => void,
): Stop {
  let stopped = false;
  let round = 0;
  let stopQuery: Stop = () => {};

  const show = async (work: () => Promise<Result<Value, ReadProblem>>) => {
    const mine = ++round;
    const value = await work().catch((error: unknown) => fail(readProblem(error)));
    if (!stopped && mine === round) tell(value);
  };

  const start = async () => {
    stopQuery();
    const ready = await connection.ready();
    if (stopped) return;
    if (!ready.ok) {
      await show(async () => ready);
      return;
    }
    const db = ready.value;
    const subscription = liveQuery(() => query(db)).subscribe({
      next: (sealed) => void show(() => open(sealed, db)),
      error: (error: unknown) => {
        connection.doubt();
        void show(async () => fail(readProblem(error)));
      },
    });
    stopQuery = () => subscription.unsubscribe();
  };

  const stopReopen = connection.onReopen(() => void start());
  void start();
  return () => {
    stopped = true;
    stopReopen();
    stopQuery();
  };
}
