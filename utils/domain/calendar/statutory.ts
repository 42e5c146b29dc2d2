import { addDays, dayFrom } from '../day';
import type { CivilDay } from '../schema/time';
import { civilOf, lunarNewYearsEve } from './lunar';
import type { Holiday } from './schedule';

/**
 * The day of 清明. The formula of the solar terms holds for 1900–2099; later years take 5 April, from
 * which it strays by a day at most.
 */
export function qingmingOf(year: number): CivilDay | null {
  const yearOfCentury = year % 100;
  const known = year >= 1900 && year < 2100;
  const constant = year < 2000 ? 5.59 : 4.81;
  const day = known ? Math.floor(yearOfCentury * 0.2422 + constant) - Math.floor(yearOfCentury / 4) : 5;
  return dayFrom(year, 4, day);
}

const run = (first: CivilDay | null, days: number): CivilDay[] =>
  first === null ? [] : Array.from({ length: days }, (_, later) => addDays(first, later));

/**
 * The statutory days off of a year by the rules of 2025: 元旦, 除夕 to 初三, 清明, 1–2 May, 端午, 中秋,
 * 1–3 October. The days exchanged around them and those given for a holiday on a weekend are not known
 * before the year's schedule is announced, so what rests on this is provisional.
 */
export function statutoryDays(year: number): ReadonlyMap<CivilDay, Holiday> {
  const lunar = (month: number, day: number) => civilOf({ year, month, day, leap: false });
  const runs: [Holiday, CivilDay[]][] = [
    ['newYear', run(dayFrom(year, 1, 1), 1)],
    ['springFestival', run(lunarNewYearsEve(year), 4)],
    ['qingming', run(qingmingOf(year), 1)],
    ['labourDay', run(dayFrom(year, 5, 1), 2)],
    ['dragonBoat', run(lunar(5, 5), 1)],
    ['midAutumn', run(lunar(8, 15), 1)],
    ['nationalDay', run(dayFrom(year, 10, 1), 3)],
  ];
  return new Map(runs.flatMap(([name, days]) => days.map((day) => [day, name] as const)));
}
