import type { Brief } from '../brief';
import { isVisit } from '../cadence/visitDue';
import type { DayStatus, WorkCalendar } from '../calendar/workingDays';
import { compareDays } from '../day';
import { TIERS } from '../schema/client';
import type { Contact } from '../schema/contact';
import type { ClientId } from '../schema/ids';
import type { Capacity } from '../schema/settings';
import type { CivilDay } from '../schema/time';
import { isQuiet } from './balance';
import { daysOf, periodAround } from './period';

/** What a client waits for: a meeting, which is a contact too, or any contact. */
export const DEMANDS = ['visit', 'contact'] as const;
export type Demand = (typeof DEMANDS)[number];

/** One client to be seen or called in the week. */
export interface WeekItem {
  brief: Brief;
  demand: Demand;
  /** The day on which it was or will be due. */
  due: CivilDay;
  /** The RM put it on this day. */
  moved: boolean;
}

/** Why somebody is not in the plan. */
export const LEFT_OUT = ['putOff', 'full', 'noDay', 'quiet'] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

export interface WeekDay {
  day: CivilDay;
  status: DayStatus;
  /** Past days and days off take nothing new. */
  open: boolean;
  /** What is planned already, by whatever way. */
  planned: readonly Contact[];
  /** Meetings first, those of one area together; then contacts, the most pressing first. */
  items: readonly WeekItem[];
  visits: number;
  contacts: number;
}

export interface WeekPlan {
  days: readonly WeekDay[];
  left: readonly { item: WeekItem; why: LeftOut }[];
}

/** What the RM decided for one client in one week: the day, or not this week (null). */
export interface Move {
  clientId: ClientId;
  day: CivilDay | null;
}

export interface WeekInput {
  briefs: readonly Brief[];
  /** A day of the week. */
  week: CivilDay;
  today: CivilDay;
  /** The RM's own: with leave. */
  calendar: WorkCalendar;
  capacity: Capacity;
  /** Plans that stand in the week. */
  planned: readonly Contact[];
  moves: readonly Move[];
}

const tierPlace = ({ tier }: Brief): number => (tier === null ? TIERS.length : TIERS.indexOf(tier));
const riskPlace = ({ workload }: Brief): number => (workload?.classes.includes('atRisk') ? 0 : 1);

/** At risk first [V], then A before B, then the longest due. */
const byUrgency = (a: WeekItem, b: WeekItem): number =>
  riskPlace(a.brief) - riskPlace(b.brief) ||
  tierPlace(a.brief) - tierPlace(b.brief) ||
  compareDays(a.due, b.due) ||
  (a.brief.clientId < b.brief.clientId ? -1 : 1);

/** A day as it fills. */
interface Filling {
  day: CivilDay;
  open: boolean;
  status: DayStatus;
  planned: readonly Contact[];
  items: WeekItem[];
  count: Record<Demand, number>;
}

const MOST: Readonly<Record<Demand, keyof Capacity>> = { visit: 'visits', contact: 'contacts' };

const areaOf = ({ brief }: WeekItem): string | null => brief.workload?.area ?? null;

/** What a client waits for by the end of the week; null where it is nothing. */
function itemOf(brief: Brief, until: CivilDay): WeekItem | null {
  const visit = brief.workload?.visitDue ?? null;
  if (visit !== null && visit <= until) {
    // A meeting is the contact too: it is as pressing as the earlier of the two.
    return { brief, demand: 'visit', due: visit < brief.due ? visit : brief.due, moved: false };
  }
  return brief.due <= until ? { brief, demand: 'contact', due: brief.due, moved: false } : null;
}

/**
 * The day for an item among those with room: not after its due day if that can be; for a meeting a day on
 * which one is in that area anyway; then in turn, so that the days fill evenly and the most pressing come
 * early in the week.
 */
function dayFor(item: WeekItem, days: readonly Filling[], capacity: Capacity): Filling | null {
  const room = days.filter(({ open, count }) => open && count[item.demand] < capacity[MOST[item.demand]]);
  const area = item.demand === 'visit' ? areaOf(item) : null;
  const rank = (each: Filling): number[] => [
    each.day <= item.due || item.due < (days.find(({ open }) => open)?.day ?? item.due) ? 0 : 1,
    area !== null && each.items.some((one) => one.demand === 'visit' && areaOf(one) === area) ? 0 : 1,
    each.count[item.demand],
  ];
  return room.reduce<Filling | null>((best, each) => {
    if (best === null) return each;
    const [a, b] = [rank(each), rank(best)];
    const at = a.findIndex((value, place) => value !== b[place]);
    return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0) ? each : best;
  }, null);
}

const byPlace = (a: WeekItem, b: WeekItem): number => {
  if (a.demand !== b.demand) return a.demand === 'visit' ? -1 : 1;
  if (a.demand === 'contact') return byUrgency(a, b);
  const [one, other] = [areaOf(a) ?? '\uffff', areaOf(b) ?? '\uffff'];
  return one === other ? byUrgency(a, b) : one < other ? -1 : 1;
};

/**
 * The week plan (§6, §8): everyone whose contact or meeting is due by the end of the week, spread over the
 * RM's days up to what a day holds. What the RM has put somewhere stays there, even where that is too much
 * for a day; nothing else ever goes beyond. Everyone is on a day, planned already, or left out with a
 * reason. The same input gives the same plan.
 */
export function weekPlan(input: WeekInput): WeekPlan {
  const { briefs, today, calendar, capacity } = input;
  const span = periodAround('week', input.week);
  const days = daysOf(span).map((day): Filling => {
    const status = calendar.statusOf(day);
    const planned = input.planned.filter((plan) => plan.day === day);
    const visits = planned.filter(isVisit).length;
    const count = { visit: visits, contact: planned.length - visits };
    return { day, status, open: status.working && day >= today, planned, items: [], count };
  });
  const moves = new Map(input.moves.map(({ clientId, day }) => [clientId, day]));
  const already = new Set(
    input.planned.flatMap(({ clientId, day }) =>
      day >= span.from && day <= span.until && day >= today ? [clientId] : [],
    ),
  );
  const left: { item: WeekItem; why: LeftOut }[] = [];
  const free: WeekItem[] = [];
  const put = (item: WeekItem, on: Filling): void => {
    on.items.push(item);
    on.count[item.demand] += 1;
  };
  const wanted = briefs
    .filter(({ clientId }) => !already.has(clientId))
    .flatMap((brief) => itemOf(brief, span.until) ?? [])
    .sort(byUrgency);
  for (const item of wanted) {
    const wish = moves.get(item.brief.clientId);
    const on = days.find(({ day, open }) => open && day === wish);
    if (isQuiet(item.brief, span.from < today ? today : span.from)) left.push({ item, why: 'quiet' });
    else if (wish === null) left.push({ item, why: 'putOff' });
    else if (on) put({ ...item, moved: true }, on);
    else free.push(item);
  }
  const someDay = days.some(({ open }) => open);
  // Meetings first: they are fewer to a day, and where they lie decides the way.
  for (const demand of DEMANDS) {
    for (const item of free.filter((each) => each.demand === demand)) {
      const on = dayFor(item, days, capacity);
      if (on) put(item, on);
      else left.push({ item, why: someDay ? 'full' : 'noDay' });
    }
  }
  left.sort((a, b) => LEFT_OUT.indexOf(a.why) - LEFT_OUT.indexOf(b.why) || byUrgency(a.item, b.item));
  return {
    days: days.map(({ count, items, ...day }) => ({
      ...day,
      items: items.sort(byPlace),
      visits: count.visit,
      contacts: count.contact,
    })),
    left,
  };
}
