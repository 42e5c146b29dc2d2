import { addDays, compareDays, dayFrom, yearOf } from '../day';
import type { CivilDay } from '../schema/time';
import { civilOf } from './lunar';

/** The festivals on which one sends a greeting [R]; 清明 is for the dead and none of them. */
export const FESTIVALS = [
  'newYear',
  'springFestival',
  'lantern',
  'dragonBoat',
  'midAutumn',
  'nationalDay',
  'doubleNinth',
] as const;
export type Festival = (typeof FESTIVALS)[number];

const LUNAR: Readonly<Partial<Record<Festival, readonly [month: number, day: number]>>> = {
  springFestival: [1, 1],
  lantern: [1, 15],
  dragonBoat: [5, 5],
  midAutumn: [8, 15],
  doubleNinth: [9, 9],
};

/** The day of a festival in a year; those of the moon in the lunar year that begins in it. Null beyond the calendar's ends. */
export function festivalDay(festival: Festival, year: number): CivilDay | null {
  const lunar = LUNAR[festival];
  if (lunar) return civilOf({ year, month: lunar[0], day: lunar[1], leap: false });
  return dayFrom(year, festival === 'newYear' ? 1 : 10, 1);
}

const ofYear = new Map<number, readonly { festival: Festival; day: CivilDay }[]>();

/** The festivals of a year by their days, worked out once. */
function festivalsOf(year: number): readonly { festival: Festival; day: CivilDay }[] {
  const known = ofYear.get(year);
  if (known) return known;
  const days = FESTIVALS.flatMap((festival) => {
    const day = festivalDay(festival, year);
    return day === null ? [] : [{ festival, day }];
  }).sort((a, b) => compareDays(a.day, b.day));
  ofYear.set(year, days);
  return days;
}

/** The first festival from today until so many days later, both included; null if there is none. */
export function festivalWithin(today: CivilDay, days: number): { festival: Festival; day: CivilDay } | null {
  const year = yearOf(today);
  const next = festivalsOf(year).find(({ day }) => day >= today) ?? festivalsOf(year + 1)[0];
  return next && next.day <= addDays(today, days) ? next : null;
}
