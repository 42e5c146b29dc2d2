import { fail, ok, type Result } from '@/utils/domain/result';
import type { OpenProblem, Store } from '@/utils/store/store';
import type { Problem } from '../command';
import { presentMoment } from './day';

let opening: Promise<Result<Store, OpenProblem>> | undefined;

/** What everybody who opens the book has to wait for. */
let held: Promise<unknown> = Promise.resolve();

/** Set for good once this worker wipes: whoever opened the book now would make an empty one. */
let barred = false;

/** Closes the book, and no other is opened any more by this worker, whose end is near. */
export async function barBook(): Promise<void> {
  barred = true;
  const opened = await opening;
  if (opened?.ok) opened.value.close();
  else if (opened && opened.error.code !== 'unavailable') opened.error.reader?.close();
}

/**
 * The store, open for writing: the background's one handle on it, opened at the first need and again
 * by each worker that starts. A failed opening is tried anew by the next who asks.
 */
export function theBook(): Promise<Result<Store, OpenProblem>> {
  if (barred) return Promise.resolve(fail({ code: 'unavailable', detail: 'wiped' }));
  opening ??= held.then(open).then((opened) => {
    if (!opened.ok) opening = undefined;
    return opened;
  });
  return opening;
}

/** Drops the keys and everything unsealed: the book is locked. */
export async function closeBook(): Promise<void> {
  const opened = await opening;
  if (opened?.ok) opened.value.lock();
  else if (opened && opened.error.code !== 'unavailable') opened.error.reader?.lock();
}

/** The book was replaced as a whole: the next who asks opens what is there now. */
export async function forgetBook(): Promise<void> {
  const former = opening;
  opening = undefined;
  const opened = await former;
  if (opened?.ok) opened.value.close();
  else if (opened && opened.error.code !== 'unavailable') opened.error.reader?.close();
}

/** Closes the book and works on its database; whoever asks for the book meanwhile gets it afterwards. */
export function whileHeld<Value>(work: () => Promise<Value>): Promise<Value> {
  const [before, closed] = [held, forgetBook()];
  const done = Promise.all([before, closed]).then(work);
  held = done.catch(() => undefined);
  return done;
}

async function open(): Promise<Result<Store, OpenProblem>> {
  // Not part of the worker's start: a page that only asks what to look for is answered before.
  const [{ openStore }, { writePorts }] = await Promise.all([
    import('@/utils/store/write/openStore'),
    import('../writePorts'),
  ]);
  return openStore(writePorts());
}

/** Does `use` with the store, or says why there is none to write to. */
export async function withBook<Value>(
  use: (store: Store) => Promise<Result<Value, Problem>>,
): Promise<Result<Value, Problem>> {
  const opened = await theBook();
  if (!opened.ok) return fail({ code: opened.error.code, field: null });
  return use(opened.value);
}

/** Number of overdue clients today up to `most`, from the index alone; 0 while the store cannot be read. */
export async function overdueToday(most: number): Promise<number> {
  const { today } = await presentMoment();
  const opened = await theBook();
  const reader = opened.ok ? opened.value : opened.error.code === 'unavailable' ? null : opened.error.reader;
  const counted = reader ? await reader.overdueCount(today, most) : ok(0);
  return counted.ok ? counted.value : 0;
}
