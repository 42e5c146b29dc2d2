import { isRealDay } from '@/utils/domain/realDay';
import type { DateOrder } from '../compiled';
import { foldFigures } from '../text';

/** A day as a page shows it, and the minute after midnight if it shows one. */
export interface ShownDay {
  day: string;
  minute: number | null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const FULL_MONTHS =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|sept)$/;

const two = (figure: number): string => String(figure).padStart(2, '0');

const monthOf = (word: string): number => {
  const name = word.toLowerCase();
  return name.length === 3 || FULL_MONTHS.test(name) ? MONTHS.indexOf(name.slice(0, 3)) + 1 : 0;
};

/** 二〇二六年二月九日 in figures; other text as it is. */
export function chineseFigures(text: string): string {
  return text
    .replace(/[〇零一二三四五六七八九]{4}(?=年)/gu, (year) =>
      [...year].map((figure) => Math.max(0, '〇一二三四五六七八九'.indexOf(figure))).join(''),
    )
    .replace(/[一二三四五六七八九十]{1,3}(?=[月日])/gu, (number) => String(chineseNumber(number)));
}

/** 一 to 九十九; 0 for what is no number. */
export function chineseNumber(text: string): number {
  const digit = (figure: string | undefined): number => (figure ? '〇一二三四五六七八九'.indexOf(figure) : 0);
  const parts = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/u.exec(text);
  if (!parts || text === '') return 0;
  const [, tens, ten, units] = parts;
  if (!ten) return tens && units ? 0 : digit(tens ?? units);
  return (tens ? digit(tens) : 1) * 10 + digit(units);
}

const TIME = /^[t,]?\s*(上午|下午|am|pm)?\s*(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*(am|pm)?$/;
const WEEKDAY = /^\(?(?:星期|周|週|礼拜)[一二三四五六日天]\)?|^\(?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\)?/;

/** How old somebody is, behind a birthday: （63 岁）. */
const AGE = /^\(?\s*\d{1,3}\s*(?:周?岁|歲|years?(?: old)?|yrs?|y\/?o)\s*\)?$/;

/** The minute in what follows a day: null for none, undefined for something that is no time of day. */
function minuteIn(rest: string): number | null | undefined {
  const text = rest.trim().toLowerCase().replace(WEEKDAY, '').trim().replace(AGE, '');
  if (text === '') return null;
  // A zone or offset ("Z", "+08:00") matches nothing here: the civil day is then not ours to guess.
  const parts = TIME.exec(text);
  if (!parts) return undefined;
  const [, before, hours = '', minutes = '', after] = parts;
  const half = before ?? after;
  let hour = Number(hours);
  if (half !== undefined) {
    if (hour > 12) return undefined;
    hour = (hour % 12) + (half === '下午' || half === 'pm' ? 12 : 0);
  }
  return hour < 24 && Number(minutes) < 60 ? hour * 60 + Number(minutes) : undefined;
}

type Parts = readonly [year: string, month: string, day: string];

/** The shapes of a day in figures, each with where its year, month and day stand. */
const SHAPES: readonly [
  shape: RegExp,
  parts: (found: readonly string[], order: DateOrder) => Parts | null,
][] = [
  [
    /^(?:中华|中華)?民[国國]\s*(\d{1,3})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?/,
    ([, y = '', m = '', d = '']) => [String(Number(y) + 1911), m, d],
  ],
  [
    /^(\d{4})\s*(?:年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?|([-/.])\s?(\d{1,2})\s?\4\s?(\d{1,2})(?!\d))/,
    ([, y = '', m1, d1, , m2, d2]) => [y, m1 ?? m2 ?? '', d1 ?? d2 ?? ''],
  ],
  [/^(\d{4})(\d{2})(\d{2})(?!\d)/, ([, y = '', m = '', d = '']) => [y, m, d]],
  [
    /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)/,
    ([, a = '', , b = '', y = ''], order) => {
      if (order === 'dmy') return [y, b, a];
      if (order === 'mdy') return [y, a, b];
      // No order declared: only a figure that can be no month tells which is which.
      if (Number(a) > 12) return [y, b, a];
      return Number(b) > 12 ? [y, a, b] : null;
    },
  ],
  [
    /^(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})\.?,?[ -](\d{4})(?!\d)/,
    ([, d = '', m = '', y = '']) => [y, String(monthOf(m)), d],
  ],
  [
    /^([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/,
    ([, m = '', d = '', y = '']) => [y, String(monthOf(m)), d],
  ],
];

/**
 * The civil day a text names, as it stands there: no zone, no rolling over. Null for anything that is not
 * surely one day: `2026-02-30`, years outside 1900–2199 or of two figures, a day and month that could be
 * swapped while the adapter declares no order, instants with an offset.
 */
export function parseDay(text: string, order: DateOrder): ShownDay | null {
  const plain = chineseFigures(foldFigures(text.slice(0, 80))).replace(
    /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? /i,
    '',
  );
  for (const [shape, partsOf] of SHAPES) {
    const found = shape.exec(plain);
    if (!found) continue;
    const parts = partsOf(found, order);
    if (!parts) return null;
    const [year, month, day] = parts.map(Number);
    if (year === undefined || month === undefined || day === undefined) return null;
    if (!isRealDay(year, month, day)) return null;
    const minute = minuteIn(plain.slice(found[0].length));
    return minute === undefined ? null : { day: `${year}-${two(month)}-${two(day)}`, minute };
  }
  return null;
}
