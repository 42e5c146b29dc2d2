import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { type Instant, instant } from '@/utils/domain/schema/time';

/** Where it stands from when on a book without a passphrase stays closed, because its bank requires one. */
export const KEPT_DUE = 'passphraseDue';

const due = z.strictObject({
  /** When the bank's word was first heard. */
  since: instant,
  /** From when on nothing opens without a passphrase. */
  from: instant,
});
export type PassphraseDue = z.infer<typeof due>;

/** Null where the bank requires none. */
export async function readDue(): Promise<PassphraseDue | null> {
  const kept = due.safeParse((await browser.storage.local.get(KEPT_DUE))[KEPT_DUE]);
  return kept.success ? kept.data : null;
}

/** Keeps it; null takes it away. */
export const writeDue = (next: PassphraseDue | null): Promise<void> =>
  next === null
    ? browser.storage.local.remove(KEPT_DUE)
    : browser.storage.local.set({ [KEPT_DUE]: due.parse(next) });

/** Whether a book without a passphrase stays closed now. */
export async function isPassphraseDue(now: Instant): Promise<boolean> {
  const kept = await readDue();
  return kept !== null && now >= kept.from;
}
