import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { readSession, watchSession, writeSession } from '@/utils/platform/session';
import { parseCanary } from '@/utils/store/canary/canary';
import { type DeepEraseMark, type MarkPort, parseMark } from '@/utils/store/deepErase/mark';

const MARK = 'deepErase';
const CANARY = 'canary';

/** Where the step of a deep erase stands (decision 039). */
export const deepEraseMarks: MarkPort = {
  read: async () => (await browser.storage.local.get(MARK))[MARK],
  write: (mark: DeepEraseMark | null) =>
    mark ? browser.storage.local.set({ [MARK]: mark }) : browser.storage.local.remove(MARK),
};

/** Whether a deep erase was cut short: its step or its flag still stands. */
export async function isDeepEraseOpen(): Promise<boolean> {
  const kept = await browser.storage.local.get([MARK, CANARY]);
  return parseMark(kept[MARK]) !== null || parseCanary(kept[CANARY])?.damage?.why === 'erasing';
}

/** Outlives the worker: the page that asked may hear of the end from another one. */
const TOLD = 'deepEraseTold';
const count = z.int().check(z.gte(0));
const told = z.discriminatedUnion('state', [
  z.object({ state: z.literal('running'), done: count, of: count }),
  z.object({ state: z.literal('done'), rows: count }),
  z.object({
    state: z.literal('failed'),
    why: z.enum(['damaged', 'readOnly', 'unavailable', 'differs', 'undone']),
  }),
]);

/** What is told of the deep erase that is under way, or of the last one since the browser started. */
export type DeepEraseTold = z.infer<typeof told>;

export const loadDeepErase = (): Promise<DeepEraseTold | null> => readSession(TOLD, told);

export const tellDeepErase = (next: DeepEraseTold): Promise<void> => writeSession(TOLD, next);

export const watchDeepErase = (changed: (now: DeepEraseTold | null) => void): (() => void) =>
  watchSession(TOLD, told, changed);
