import { foldFigures } from '../text';
import { chineseFigures, chineseNumber } from './date';
import type { Value } from './value';

const SHAPE =
  /^[农農阴陰旧舊][历曆] ?:? ?(?:(\d{4})年)?(闰|閏)?(正|冬|腊|臘|\d{1,2}|[一二三四五六七八九十]{1,2})月(初?[一二三四五六七八九十\d]{1,3}|[廿卅][一二三四五六七八九]?)日?$/u;

const NAMED_MONTHS: Readonly<Record<string, number>> = { 正: 1, 冬: 11, 腊: 12, 臘: 12 };

const numberOf = (word: string): number => Number(word) || chineseNumber(word);

/**
 * A day said by the lunar calendar (农历八月十五, 农历1962年闰四月初三), or null. Whether that year had
 * such a leap month is not checked here.
 */
export function parseLunarDay(text: string): Extract<Value, { type: 'lunarDay' }> | null {
  const found = SHAPE.exec(chineseFigures(foldFigures(text.slice(0, 40))));
  if (!found) return null;
  const [, yearText, leap, monthWord = '', dayWord = ''] = found;
  const month = NAMED_MONTHS[monthWord] ?? numberOf(monthWord);
  const day = numberOf(dayWord.replace('初', '').replace('廿', '二十').replace('卅', '三十'));
  const year = yearText === undefined ? null : Number(yearText);
  if (month < 1 || month > 12 || day < 1 || day > 30) return null;
  if (year !== null && (year < 1900 || year > 2199)) return null;
  return { type: 'lunarDay', year, month, day, leap: leap !== undefined };
}
