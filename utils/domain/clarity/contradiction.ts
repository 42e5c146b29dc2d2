import { civilOf } from '../calendar/lunar';
import { sameValue } from '../fieldValues';
import type { FieldValue } from '../schema/fieldValue';
import type { CivilDay } from '../schema/time';

/** What a CRM puts in place of what it hides. */
const HIDDEN = /[*•●×]+|x{2,}/iu;

/** A text as it is compared: without spaces, signs between digits, capitals and the country code of a mobile. */
const bare = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-()]/gu, '')
    .replace(/^(?:\+|00)86(?=1)/u, '');

/** Whether `open` could be the text behind `masked`: alike before the first and after the last hidden sign. */
function couldHide(masked: string, open: string): boolean {
  const shown = bare(masked).split(HIDDEN);
  const whole = bare(open);
  return whole.startsWith(shown[0] ?? '') && whole.endsWith(shown.at(-1) ?? '');
}

function textOf(value: FieldValue): { text: string; masked: boolean } | null {
  if (value.type === 'text') return { text: value.text, masked: value.masked === true };
  if (value.type === 'phone') return { text: value.raw, masked: value.masked === true };
  return null;
}

function dayOf(value: FieldValue): CivilDay | null {
  if (value.type === 'day') return value.day;
  if (value.type !== 'lunarDay' || value.year === null) return null;
  return civilOf({ year: value.year, month: value.month, day: value.day, leap: value.leap });
}

/**
 * Whether two values of one field cannot both be true. What cannot be compared is no contradiction: a
 * code and the page's own words, a lunar birthday without its year and a civil day. Nor is a masked
 * value that could hide the other.
 */
export function contradicts(a: FieldValue, b: FieldValue): boolean {
  if (sameValue(a, b)) return false;
  const [firstText, secondText] = [textOf(a), textOf(b)];
  if (firstText && secondText) {
    if (firstText.masked && secondText.masked) return false;
    if (firstText.masked) return !couldHide(firstText.text, secondText.text);
    if (secondText.masked) return !couldHide(secondText.text, firstText.text);
    return bare(firstText.text) !== bare(secondText.text);
  }
  const [firstDay, secondDay] = [dayOf(a), dayOf(b)];
  if (firstDay && secondDay) return firstDay !== secondDay;
  return a.type === b.type && a.type !== 'lunarDay';
}
