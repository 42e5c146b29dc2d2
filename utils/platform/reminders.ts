import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { linkId } from '@/utils/domain/schema/ids';
import { instant } from '@/utils/domain/schema/time';

const KEY = 'reminders';

/** So many told reminders are remembered; a book of ten thousand tells a few a day. */
const MAX_TOLD = 2000;

/** One reminder that was told. */
const toldReminder = z.strictObject({
  /** Stands for the reminder without saying what it is: an HMAC of its key. */
  key: linkId,
  at: instant,
  /** The notification it was in. */
  shown: z.string().check(z.maxLength(80)),
  /** When it comes again, put off by the user; null where it was told for good. */
  again: z.nullable(instant),
});
export type ToldReminder = z.infer<typeof toldReminder>;

const toldList = z.array(toldReminder);

/** What was told, as far as it is remembered. */
export async function loadTold(): Promise<readonly ToldReminder[]> {
  const read = toldList.safeParse((await browser.storage.local.get(KEY))[KEY] ?? []);
  return read.success ? read.data : [];
}

/** Replaces the list; of too many the oldest are forgotten. */
export async function saveTold(told: readonly ToldReminder[]): Promise<void> {
  const kept = [...told].sort((a, b) => b.at - a.at).slice(0, MAX_TOLD);
  await browser.storage.local.set({ [KEY]: toldList.parse(kept) });
}
