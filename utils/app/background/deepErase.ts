import type { Result } from '@/utils/domain/result';
import type { DeepErased, DeepEraseOrder, DeepEraseProblem } from '@/utils/store/deepErase/deepErase';
import { deepEraseMarks, isDeepEraseOpen, tellDeepErase } from '../deepErase/kept';
import { browserPorts } from '../storePorts';
import { beginTailAnew } from './backup';
import { whileHeld } from './book';

/** Told so often: each telling is a call to the browser, and keeps a worker alive that works on its databases alone. */
const TELL_MS = 250;

type Ended = Result<DeepErased, DeepEraseProblem>;

function orderNow(): DeepEraseOrder {
  let last = 0;
  return {
    ports: browserPorts(),
    marks: deepEraseMarks,
    async tell({ done, of }) {
      if (Date.now() - last < TELL_MS) return;
      last = Date.now();
      await tellDeepErase({ state: 'running', done, of });
    },
  };
}

async function tellEnd(ended: Ended): Promise<void> {
  if (!ended.ok) return tellDeepErase({ state: 'failed', why: ended.error });
  if (ended.value.state === 'undone') return tellDeepErase({ state: 'failed', why: 'undone' });
  // What it holds of erased clients goes with what is written anew.
  await beginTailAnew().catch(() => undefined);
  await tellDeepErase({ state: 'done', rows: ended.value.rows });
}

/** Runs one step of the whole; where it ends in between, what was begun is ended or undone at once. */
async function carryOut(how: 'deepErase' | 'resumeDeepErase'): Promise<void> {
  const work = await import('@/utils/store/deepErase/deepErase');
  const ended = await work[how](orderNow()).catch((error: unknown) => {
    console.error('deep erase stopped', error);
    return work.resumeDeepErase(orderNow());
  });
  await tellEnd(ended);
}

/**
 * Erases the book deeply (decision 039). Whoever asks for the book meanwhile waits; what is told stands in the
 * session's storage.
 *
 * @param replaced lets every page begin anew with the book that is there then
 */
export async function eraseDeeply(replaced: () => Promise<unknown>): Promise<void> {
  await whileHeld(async () => {
    await tellDeepErase({ state: 'running', done: 0, of: 0 });
    await carryOut('deepErase');
  }).catch(async (error: unknown) => {
    console.error('deep erase failed', error);
    await tellDeepErase({ state: 'failed', why: 'unavailable' });
  });
  await replaced();
}

/** Ends or undoes what the end of the worker cut short; nobody opens the book before. */
export const resumeErasing = (replaced: () => Promise<unknown>): Promise<void> =>
  whileHeld(async () => {
    if (!(await isDeepEraseOpen())) return false;
    await carryOut('resumeDeepErase');
    return true;
  }).then(
    async (was) => void (was && (await replaced())),
    (error: unknown) => console.error('deep erase not ended', error),
  );
