import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import type { RetentionNoted } from '@/utils/domain/retention/calendar';
import { civilDay } from '@/utils/domain/schema/time';

const KEY = 'retention';

const noted = z.strictObject({
  days: z.int(),
  since: civilDay,
  done: z.nullable(civilDay),
});

/** What is kept of how the bank's word on old rows is carried out; null where nothing is. */
export async function loadRetention(): Promise<RetentionNoted | null> {
  const kept = noted.safeParse((await browser.storage.local.get(KEY))[KEY]);
  return kept.success ? kept.data : null;
}

export const saveRetention = (next: RetentionNoted): Promise<void> =>
  browser.storage.local.set({ [KEY]: noted.parse(next) });
