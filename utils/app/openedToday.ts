import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { type ClientId, clientId } from '@/utils/domain/schema/ids';
import { type CivilDay, civilDay } from '@/utils/domain/schema/time';
import { watchKeys } from '@/utils/platform/watchKeys';

/** More clients than anybody opens in a day. */
const MOST = 1000;

/** Clients of one day, by their opaque ids alone. */
const dayList = z.strictObject({ day: civilDay, ids: z.array(clientId).check(z.maxLength(MOST)) });

/**
 * Two lists for the evening: whose page was opened today, written by the background, and who was put aside
 * as nothing to log, written by the evening's page. Local storage: a browser that was started again in
 * between still knows. A new day begins both anew.
 */
const KEYS = { opened: 'openedToday', dismissed: 'nothingToLog' } as const;
type List = keyof typeof KEYS;

const idsOn = (kept: unknown, today: CivilDay): readonly ClientId[] => {
  const read = dayList.safeParse(kept);
  return read.success && read.data.day === today ? read.data.ids : [];
};

export async function readDayList(list: List, today: CivilDay): Promise<readonly ClientId[]> {
  const key = KEYS[list];
  return idsOn((await browser.storage.local.get(key))[key], today);
}

export async function keepDayList(list: List, today: CivilDay, ids: readonly ClientId[]): Promise<void> {
  await browser.storage.local.set({ [KEYS[list]]: dayList.parse({ day: today, ids: ids.slice(-MOST) }) });
}

/** Calls back after each change with what the list says of `today` then. Returns how to stop. */
export const watchDayList = (
  list: List,
  today: () => CivilDay,
  changed: (ids: readonly ClientId[]) => void,
): (() => void) => watchKeys('local', [KEYS[list]], (now) => changed(idsOn(now[KEYS[list]], today())));

let line: Promise<void> = Promise.resolve();

/** Notes that a client of the book was opened today; one after the other, so that none is lost. */
export function noteOpened(id: ClientId, today: CivilDay): Promise<void> {
  const noted = line.then(async () => {
    const ids = await readDayList('opened', today);
    if (!ids.includes(id)) await keepDayList('opened', today, [...ids, id]);
  });
  line = noted.catch(() => undefined);
  return noted;
}
