// The data files of the library, not its functions: those read a day by the machine's own zone (a day
// off west of Greenwich) and cannot be taken without all its code (23 kB against 2 kB a year).
import of2024 from 'chinese-days/dist/years/2024.json';
import of2025 from 'chinese-days/dist/years/2025.json';
import of2026 from 'chinese-days/dist/years/2026.json';
import { parseDay } from '../day';
import type { Holiday, HolidaySchedule } from './schedule';

/** One year as chinese-days publishes it: day → "English name,中文名,days". */
interface PublishedYear {
  holidays: Readonly<Record<string, string>>;
  workdays: Readonly<Record<string, string>>;
}

const NAMES: Readonly<Record<string, Holiday>> = {
  元旦: 'newYear',
  春节: 'springFestival',
  清明: 'qingming',
  劳动节: 'labourDay',
  端午: 'dragonBoat',
  中秋: 'midAutumn',
  国庆节: 'nationalDay',
};

const holidayNamed = (name: string): Holiday => NAMES[name.split(',')[1] ?? ''] ?? 'other';

const daysOf = (days: Readonly<Record<string, string>>): HolidaySchedule['off'] =>
  Object.entries(days).flatMap(([text, name]) => {
    const day = parseDay(text);
    return day === null ? [] : [{ day, holiday: holidayNamed(name) }];
  });

const scheduleOf = (year: number, published: PublishedYear): HolidaySchedule => ({
  year,
  off: daysOf(published.holidays),
  work: daysOf(published.workdays),
});

/** The schedules announced by the State Council that this build knows; add a year when it is announced. */
export const announcedSchedules = (): HolidaySchedule[] => [
  scheduleOf(2024, of2024),
  scheduleOf(2025, of2025),
  scheduleOf(2026, of2026),
];
