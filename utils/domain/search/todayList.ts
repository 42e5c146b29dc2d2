import type { Brief } from '../brief';
import { compareDays } from '../day';
import { TIERS } from '../schema/client';
import type { CivilDay } from '../schema/time';

/** Why a client stands on today's list: something promised, or the cadence (§3). */
export interface TodayItem {
  brief: Brief;
  why: 'promise' | 'overdue';
  /** The day on which it was due. */
  day: CivilDay;
}

const tierPlace = ({ tier }: Brief): number => (tier === null ? TIERS.length : TIERS.indexOf(tier));

const byClient = (one: Brief, other: Brief): number =>
  tierPlace(one) - tierPlace(other) ||
  (one.name < other.name ? -1 : one.name > other.name ? 1 : 0) ||
  (one.clientId < other.clientId ? -1 : 1);

/**
 * Whom to talk to today: first promises due or late, the oldest first, then clients past their due
 * date, tier A first and within a tier the longest overdue. Each client once; a promise goes first
 * because a broken word costs more than a late call [W][B].
 */
export function todayList(briefs: readonly Brief[], today: CivilDay): TodayItem[] {
  const promises: TodayItem[] = [];
  const overdue: TodayItem[] = [];
  for (const brief of briefs) {
    if (brief.promise !== null && brief.promise.due <= today) {
      promises.push({ brief, why: 'promise', day: brief.promise.due });
    } else if (brief.due < today) {
      overdue.push({ brief, why: 'overdue', day: brief.due });
    }
  }
  promises.sort((one, other) => compareDays(one.day, other.day) || byClient(one.brief, other.brief));
  overdue.sort(
    (one, other) =>
      tierPlace(one.brief) - tierPlace(other.brief) ||
      compareDays(one.day, other.day) ||
      byClient(one.brief, other.brief),
  );
  return [...promises, ...overdue];
}

/** Clients talked to last, newest first; days to come are plans and do not count. */
export function recentClients(briefs: readonly Brief[], today: CivilDay, limit: number): Brief[] {
  return briefs
    .filter(({ last }) => last !== null && last.day <= today)
    .sort(
      (one, other) => compareDays(other.last?.day ?? today, one.last?.day ?? today) || byClient(one, other),
    )
    .slice(0, limit);
}
