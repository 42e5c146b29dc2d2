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

/** Those who wait, in their order, by what they may have in common with somebody. */
class Waiting {
  readonly #queues = new Map<string, { briefs: Brief[]; from: number }>();
  readonly #taken = new Set<Brief>();

  constructor(under: readonly Brief[]) {
    for (const brief of under) {
      for (const why of SWAP_REASONS) {
        const key = keyOf(brief, why);
        if (key === null) continue;
        const queue = this.#queues.get(key);
        if (queue) queue.briefs.push(brief);
        else this.#queues.set(key, { briefs: [brief], from: 0 });
      }
    }
  }

  /** Takes the first who has most in common with a client and is nobody's yet; null where nobody waits. */
  take(over: Brief): Swap['instead'] {
    for (const why of SWAP_REASONS) {
      const key = keyOf(over, why);
      const queue = key === null ? undefined : this.#queues.get(key);
      if (!queue) continue;
      // Whoever is taken stays so: a book of ten thousand is gone through once.
      while (queue.from < queue.briefs.length && this.#isTaken(queue.briefs[queue.from])) queue.from += 1;
      for (let at = queue.from; at < queue.briefs.length; at += 1) {
        const brief = queue.briefs[at];
        if (!brief || this.#taken.has(brief) || brief.clientId === over.clientId) continue;
        this.#taken.add(brief);
        return { brief, why };
      }
    }
    return null;
  }

  #isTaken(brief: Brief | undefined): boolean {
    return brief !== undefined && this.#taken.has(brief);
  }
}

/** What a client has to share with another for a reason; null where he has not got it. */
function keyOf({ tier, workload }: Brief, why: SwapReason): string | null {
  const area = workload?.area ?? null;
  if (why === 'waits') return why;
  if (why === 'tier') return tier === null ? null : `${why}|${tier}`;
  if (area === null) return null;
  return why === 'area' ? `${why}|${area}` : tier === null ? null : `${why}|${tier}|${area}`;
}

/**
 * The balance of the book: under-visited by tier, then the longest late; over-visited the most often seen
 * first, each with one who waits, of the same area and tier where there is one, and nobody twice.
 */
export function balanceOf(briefs: readonly Brief[], today: CivilDay): Balance {
  const under = briefs
    .filter((brief) => isUnderVisited(brief, today))
    .map((brief) => ({ brief, late: daysLate(brief, today) }))
    .sort((a, b) => tierPlace(a.brief) - tierPlace(b.brief) || b.late - a.late || byId(a.brief, b.brief))
    .map(({ brief }) => brief);
  const over = briefs
    .filter((brief) => isOverVisited(brief, today))
    .map((brief) => ({ brief, times: timesSeen(brief, today) }))
    .sort((a, b) => b.times - a.times || tierPlace(a.brief) - tierPlace(b.brief) || byId(a.brief, b.brief));
  const waiting = new Waiting(under);
  const swaps = over.map(({ brief, times }): Swap => ({ over: brief, times, instead: waiting.take(brief) }));
  return { over: swaps, under };
}
