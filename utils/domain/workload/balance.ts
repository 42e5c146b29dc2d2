import type { Brief } from '../brief';
import { ENOUGH } from '../cadence/dueState';
import { addDays, daysBetween } from '../day';
import { TIERS } from '../schema/client';
import type { CivilDay } from '../schema/time';

/** Contacts within the client's last cadence, as far back as the card tells. */
export function timesSeen({ workload }: Brief, today: CivilDay): number {
  if (workload === null) return 0;
  const after = addDays(today, -workload.cadenceDays);
  return workload.recent.filter((day) => day > after && day <= today).length;
}

/** Over-visited (§3): more than two qualifying contacts in the last cadence, and no opportunity is open. */
export const isOverVisited = (brief: Brief, today: CivilDay): boolean =>
  brief.workload?.open === false && timesSeen(brief, today) > ENOUGH;

/** Days past the day of contact, or of meeting, whichever is longer ago; 0 where neither is past. */
export function daysLate({ due, workload }: Brief, today: CivilDay): number {
  const visit = workload?.visitDue ?? null;
  return Math.max(0, daysBetween(due, today), visit === null ? 0 : daysBetween(visit, today));
}

/** Under-visited [V]: past the day of contact or of meeting. Who wants no contact is not neglected. */
export const isUnderVisited = (brief: Brief, today: CivilDay): boolean =>
  daysLate(brief, today) > 0 && !isQuiet(brief, today);

/** 勿扰: for good, or on this day still. */
export function isQuiet({ workload }: Brief, day: CivilDay): boolean {
  const quiet = workload?.quiet;
  return quiet !== undefined && (quiet === null || quiet >= day);
}

/** Why someone is proposed instead: what the two have in common. */
export const SWAP_REASONS = ['areaAndTier', 'area', 'tier', 'waits'] as const;
export type SwapReason = (typeof SWAP_REASONS)[number];

/** A client who is seen too often, and who could have the next visit instead. */
export interface Swap {
  over: Brief;
  times: number;
  instead: { brief: Brief; why: SwapReason } | null;
}

/** Who is seen too often, who too seldom, and whom to see instead of whom [V]. */
export interface Balance {
  over: readonly Swap[];
  under: readonly Brief[];
}

const tierPlace = ({ tier }: Brief): number => (tier === null ? TIERS.length : TIERS.indexOf(tier));
const byId = (one: Brief, other: Brief): number => (one.clientId < other.clientId ? -1 : 1);

function reasonFor(over: Brief, under: Brief): SwapReason {
  const area = over.workload?.area ?? null;
  const near = area !== null && area === under.workload?.area;
  const alike = over.tier !== null && over.tier === under.tier;
  return near && alike ? 'areaAndTier' : near ? 'area' : alike ? 'tier' : 'waits';
}

/**
 * The balance of the book: under-visited by tier, then the longest late; over-visited the most often seen
 * first, each with one who waits, of the same area and tier where there is one, and nobody twice.
 */
export function balanceOf(briefs: readonly Brief[], today: CivilDay): Balance {
  const under = briefs
    .filter((brief) => isUnderVisited(brief, today))
    .sort((a, b) => tierPlace(a) - tierPlace(b) || daysLate(b, today) - daysLate(a, today) || byId(a, b));
  const over = briefs
    .filter((brief) => isOverVisited(brief, today))
    .map((brief) => ({ brief, times: timesSeen(brief, today) }))
    .sort((a, b) => b.times - a.times || tierPlace(a.brief) - tierPlace(b.brief) || byId(a.brief, b.brief));
  const free = new Set(under);
  const swaps = over.map(({ brief, times }): Swap => {
    const best = SWAP_REASONS.flatMap((why) => {
      for (const each of free) {
        if (each.clientId !== brief.clientId && reasonFor(brief, each) === why) return [{ brief: each, why }];
      }
      return [];
    })[0];
    if (best) free.delete(best.brief);
    return { over: brief, times, instead: best ?? null };
  });
  return { over: swaps, under };
}
