import { foldFigures } from '@/utils/adapters/text';
import { parseDay } from '@/utils/adapters/transforms/date';
import { dayFrom } from '@/utils/domain/day';
import { type CivilDay, civilDay } from '@/utils/domain/schema/time';
import { type Cell, textOf } from './file/table';

/*
 * The headings of a contact calendar [R]: dates across. A date may stand there whole, or the year and the month above
 * it, in the row over the days or in the name of the sheet.
 */

/** The year, and the month, that days without them belong to. */
interface Frame {
  year: number | null;
  month: number | null;
}

const YEAR = /(?<!\d)(20\d{2})(?!\d)/u;
const YEAR_MONTH = /(?<!\d)(20\d{2})\s*[年./-]\s*(\d{1,2})\s*(?:月|(?!\d))/u;
const MONTH = /^(\d{1,2})\s*月(?:份)?$/u;
const WEEKDAY = /\s*[(（]?(?:星期|周|週)?[一二三四五六日天]?[)）]?$/u;

const realMonth = (month: number): number | null => (month >= 1 && month <= 12 ? month : null);

/** What a heading or a sheet's name says of year and month. */
function frameIn(text: string, before: Frame): Frame {
  const plain = foldFigures(text.slice(0, 80));
  const both = YEAR_MONTH.exec(plain);
  if (both) return { year: Number(both[1]), month: realMonth(Number(both[2])) };
  const month = MONTH.exec(plain.replace(YEAR, '').replace(/年/u, '').trim());
  const year = YEAR.exec(plain);
  return {
    year: year ? Number(year[1]) : before.year,
    month: month ? realMonth(Number(month[1])) : before.month,
  };
}

/** The day that a heading names within a frame; null for none, and for a day that does not exist. */
export function dayInHeading(cell: Cell | undefined, frame: Frame): CivilDay | null {
  if (cell === undefined) return null;
  if (typeof cell !== 'string' && cell.is === 'day') return civilDay.safeParse(cell.day).data ?? null;
  const text = foldFigures(textOf(cell).slice(0, 40));
  if (text === '') return null;
  const whole = parseDay(text, 'ymd');
  if (whole) return civilDay.safeParse(whole.day).data ?? null;
  const plain = text.replace(WEEKDAY, '').trim();
  const two = /^(\d{1,2})\s*(?:月|[/.-])\s*(\d{1,2})\s*[日号號]?$/u.exec(plain);
  if (two && frame.year !== null) return dayFrom(frame.year, Number(two[1]), Number(two[2]));
  const one = /^(\d{1,2})\s*[日号號]?$/u.exec(plain);
  if (one && frame.year !== null && frame.month !== null)
    return dayFrom(frame.year, frame.month, Number(one[1]));
  return null;
}

/**
 * The day of each column, null where its heading is none.
 *
 * @param above the rows over the headings: titles, and months over their days
 * @param fallback the year of days that nothing else tells, such as that of the day on which the file was made
 */
export function calendarDays(
  headings: readonly Cell[],
  above: readonly (readonly Cell[])[],
  sheetName: string,
  fallback: number,
): (CivilDay | null)[] {
  const titled = above
    .flatMap((row) => row.filter((cell) => textOf(cell) !== '').slice(0, 1))
    .reduce<Frame>(
      (frame, cell) => frameIn(textOf(cell), frame),
      frameIn(sheetName, { year: null, month: null }),
    );
  let frame: Frame = { ...titled, year: titled.year ?? fallback };
  return Array.from({ length: headings.length }, (_, column) => {
    // A month stands once, over the first of its days: merged cells keep it there.
    for (const row of above) {
      const text = textOf(row[column]);
      if (text !== '') frame = frameIn(text, frame);
    }
    return dayInHeading(headings[column], frame);
  });
}
