import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { type Learned, ruleAnswers } from '@/utils/domain/nba/learning';
import { opId } from '@/utils/domain/schema/ids';
import { watchKeys } from './watchKeys';

const KEY = 'learned';

const ruleId = z.string().check(z.minLength(1), z.maxLength(60));

/**
 * How prompts were answered, by rule: counts alone, no client. `counted` are the last answers with their
 * operation, so that one that is sent twice counts once and one that is taken back counts no more.
 */
const learning = z.strictObject({
  rules: z.record(ruleId, ruleAnswers),
  counted: z
    .array(z.strictObject({ op: opId, rule: ruleId, added: z.partial(ruleAnswers) }))
    .check(z.maxLength(200)),
});
export type Learning = z.infer<typeof learning>;

export const NOTHING_LEARNED: Learning = { rules: {}, counted: [] };

function parse(stored: unknown): Learning {
  const read = learning.safeParse(stored);
  return read.success ? read.data : NOTHING_LEARNED;
}

/** What has been learned on this machine; nothing where nothing is kept or it cannot be read. */
export async function loadLearning(): Promise<Learning> {
  return parse((await browser.storage.local.get(KEY))[KEY]);
}

/** Keeps it in place of what was; whoever changes it stands in line first. */
export async function saveLearning(next: Learning): Promise<void> {
  await browser.storage.local.set({ [KEY]: learning.parse(next) });
}

/** Calls back after each change, in this context or another. Returns how to stop. */
export const watchLearned = (changed: (learned: Learned) => void): (() => void) =>
  watchKeys('local', [KEY], (now) => changed(parse(now[KEY]).rules));
