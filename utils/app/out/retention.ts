import { startOfDay } from '@/utils/domain/day';
import {
  firstOfMonth,
  isErasureDue,
  keptFrom,
  nextErasure,
  type RetentionNoted,
} from '@/utils/domain/retention/calendar';
import { countOf, pastKeeping } from '@/utils/domain/retention/pastKeeping';
import type { CivilDay } from '@/utils/domain/schema/time';
import { loadPolicy } from '@/utils/platform/policy';
import { loadRetention, saveRetention } from '@/utils/platform/retention';
import type { BookWalker, Store } from '@/utils/store/store';
import type { Moment } from '../background/day';
import { newOpId } from '../ids';

/** What will go next under the bank's policy, and when. */
export interface RetentionOutlook {
  day: CivilDay;
  /** The first day that is kept then. */
  before: CivilDay;
  clients: number;
  contacts: number;
  notes: number;
  visits: number;
}

/** How the bank's word stands: noted when it is first heard, and anew where it changes. Null where there is none. */
export async function retentionNoted(today: CivilDay): Promise<RetentionNoted | null> {
  const [{ retentionDays: days }, kept] = await Promise.all([loadPolicy(), loadRetention()]);
  if (days === undefined) return null;
  if (kept?.days === days) return kept;
  const fresh: RetentionNoted = { days, since: today, done: null };
  await saveRetention(fresh);
  return fresh;
}

/**
 * What would go at the next first of a month; null where the bank has said nothing of it.
 *
 * @throws where the book cannot be read
 */
export async function retentionOutlook(
  walker: Pick<BookWalker, 'bundles'>,
  { today, zone }: Pick<Moment, 'today' | 'zone'>,
): Promise<RetentionOutlook | null> {
  const noted = await retentionNoted(today);
  if (!noted) return null;
  const day = nextErasure(noted, today);
  const before = keptFrom(day, noted.days);
  const sum: RetentionOutlook = { day, before, clients: 0, contacts: 0, notes: 0, visits: 0 };
  for await (const { known } of walker.bundles())
    for (const { bundle } of known) {
      const past = pastKeeping(bundle, before, day, zone);
      if (countOf(past) === 0) continue;
      sum.clients += 1;
      sum.contacts += past.contacts.length;
      sum.notes += past.notes.length;
      sum.visits += past.visits.length;
    }
  return sum;
}

/**
 * Carries out what is due, client by client, as long as `mayGoOn` says so: whoever is stopped is taken up again by the
 * next, and what has gone is not there to go again. Each client is judged anew under the lock of the commit.
 *
 * @returns rows that went; null where nothing was due
 */
export async function eraseDue(
  store: Store,
  { today, zone }: Pick<Moment, 'today' | 'zone'>,
  mayGoOn: () => Promise<boolean>,
): Promise<number | null> {
  const noted = await retentionNoted(today);
  if (!noted || !isErasureDue(noted, today)) return null;
  const day = firstOfMonth(today);
  const before = keptFrom(day, noted.days);
  const beforeAt = startOfDay(before, zone);
  const directory = await store.directory();
  if (!directory.ok) return 0;
  let rows = 0;
  let failed = false;
  for (const { clientId: client } of directory.value.briefs) {
    if (!(await mayGoOn())) return rows;
    const gone = await store.eraseAged({
      op: newOpId(),
      client,
      before,
      beforeAt,
      agedIn: (bundle) => pastKeeping(bundle, before, today, zone),
    });
    if (gone.ok) rows += gone.value.rows;
    // One that does not open may be held; the others go on, and it is looked at again.
    else if (gone.error.code !== 'notFound') failed = true;
  }
  if (!failed) await saveRetention({ ...noted, done: day });
  return rows;
}
