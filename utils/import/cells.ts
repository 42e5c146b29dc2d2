import type { DateOrder } from '@/utils/adapters/compiled';
import { toE164 } from '@/utils/adapters/interpret';
import { cleanText, foldFigures, foldLabel, isMasked, isNothing } from '@/utils/adapters/text';
import { parseDay } from '@/utils/adapters/transforms/date';
import { parseLunarDay } from '@/utils/adapters/transforms/lunarDay';
import { parseMoney, parseNumber } from '@/utils/adapters/transforms/money';
import { dayFrom } from '@/utils/domain/day';
import { fail, ok, type Result } from '@/utils/domain/result';
import { type FieldValue, fieldValue } from '@/utils/domain/schema/fieldValue';
import type { CellFaultCode } from './brought';
import type { Reads } from './fields/field';
import { type Cell, textOf } from './file/table';
import { CHANNEL_WORDS, type CodeWords } from './words';

/** How cells are to be read, where they do not say so themselves. */
export interface Manner {
  /** Which figure of 03/04/2026 is the month. */
  order: DateOrder;
  /** Currency of an amount without one. */
  currency: string;
  /** The country whose numbering plan a phone without a country code follows. */
  region: string;
}

/** What a cell says; `doubt` where it is kept, but is to be looked at. Null for a cell that says nothing. */
export type CellRead = Result<{ value: FieldValue; doubt: CellFaultCode | null } | null, CellFaultCode>;

const NOTHING: CellRead = ok(null);

/** An id or a number in the thousands of millions of millions that Excel has shortened. */
const SCIENTIFIC = /^[+-]?\d(?:[.,]\d+)?e\+?\d{1,3}$/iu;
const MOST_EXACT = 1e15;
const FORMULA = /^[=＝@]\s*\S/u;
const MAX_PHONE = 64;

function valued(input: unknown, doubt: CellFaultCode | null, otherwise: CellFaultCode): CellRead {
  const read = fieldValue.safeParse(input);
  return read.success ? ok({ value: read.data, doubt }) : fail(otherwise);
}

/** What keeps a cell from being read, whatever it should hold. */
function faultOf(cell: Cell | undefined, text: string, exact: boolean): CellFaultCode | null {
  if (typeof cell === 'object' && cell.is === 'fault') return 'broken';
  if (text.includes('\ufffd')) return 'unreadable';
  if (FORMULA.test(text)) return 'formula';
  if (/^#(?:REF|N\/A|VALUE|NAME|DIV\/0|NUM|NULL|SPILL|CALC)[!?]?/iu.test(text)) return 'broken';
  if (!exact) return null;
  const rounded = typeof cell === 'object' && cell.is === 'number' && Math.abs(cell.number) >= MOST_EXACT;
  return rounded || SCIENTIFIC.test(text) ? 'shortened' : null;
}

/** Why a text is no day that can be relied on. */
function dayFault(text: string): CellFaultCode {
  const plain = foldFigures(text).replace(/\s+/gu, '');
  if (parseLunarDay(text)) return 'lunarDay';
  if (/^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}/u.test(plain)) return 'dayOrder';
  if (/^(?:19|20|21)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?/u.test(plain)) return 'noSuchDay';
  if (/^(?:19|20|21)\d{6}$/u.test(plain)) return 'noSuchDay';
  if (/^(?:中[华華])?民[国國]/u.test(plain)) return 'noSuchDay';
  if (/^\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}/u.test(plain)) return 'shortYear';
  const [, month, day] = /^(\d{1,2})(?:月|[-/.])(\d{1,2})[日号號]?$/u.exec(plain) ?? [];
  // 2月30日 is none in any year, leap years among them.
  if (month !== undefined) return dayFrom(2000, Number(month), Number(day)) ? 'noYear' : 'noSuchDay';
  return /^\d{5}(?:\.\d+)?$/u.test(plain) ? 'serialDay' : 'notADay';
}

function readDay(cell: Cell | undefined, text: string, lunarToo: boolean, { order }: Manner): CellRead {
  if (typeof cell === 'object' && cell.is === 'day')
    return valued({ type: 'day', day: cell.day }, null, 'notADay');
  const lunar = lunarToo ? parseLunarDay(text) : null;
  if (lunar) return valued(lunar, null, 'notADay');
  const shown = parseDay(text, order);
  return shown ? valued({ type: 'day', day: shown.day }, null, 'notADay') : fail(dayFault(text));
}

function readPhone(text: string, { region }: Manner): CellRead {
  const raw = cleanText(text, MAX_PHONE);
  if (isMasked(raw)) return valued({ type: 'phone', raw, e164: null, masked: true }, null, 'notAPhone');
  if (!/\d{3}/u.test(foldFigures(raw).replace(/[^\d\p{L}]/gu, ''))) return fail('notAPhone');
  const e164 = toE164(raw, region);
  return valued({ type: 'phone', raw, e164 }, e164 === null ? 'unsurePhone' : null, 'notAPhone');
}

/** A figure that Excel has worked out has more decimals than there are coins: it is rounded to the smallest one. */
function amountText(cell: Cell | undefined, text: string, unit: number): string {
  if (typeof cell !== 'object' || cell.is !== 'number' || Math.abs(cell.number) >= 1e13) return text;
  const decimals = 2 + Math.round(Math.log10(unit));
  const fraction = /^-?\d+\.(\d+)$/u.exec(text)?.[1] ?? '';
  return fraction.length > decimals ? cell.number.toFixed(decimals) : text;
}

const folded = new WeakMap<CodeWords, ReadonlyMap<string, string>>();

/** Word → code. */
function codesByWord(words: CodeWords): ReadonlyMap<string, string> {
  const known = folded.get(words);
  if (known) return known;
  const codes = new Map(
    Object.entries(words).flatMap(([code, list]) => [
      [code.toLowerCase(), code] as const,
      ...list.split('|').map((word) => [word, code] as const),
    ]),
  );
  folded.set(words, codes);
  return codes;
}

/** The code of a word; undefined for none. */
export const codeOf = (words: CodeWords, text: string): string | undefined =>
  codesByWord(words).get(foldLabel(text.slice(0, 80)));

/** What a cell says, read as its column is. Never throws; a cell that cannot be relied on is a fault, never a guess. */
export function readCell(cell: Cell | undefined, reads: Reads, manner: Manner, unit = 1): CellRead {
  const whole = textOf(cell);
  if (whole === '') return NOTHING;
  const exact = reads.type === 'text' || reads.type === 'phone';
  const fault = faultOf(cell, whole, exact);
  if (fault) return fail(fault);
  const most = reads.type === 'text' ? reads.most : 200;
  if (whole.length > most * 4) return fail('tooLong');
  const text = cleanText(whole, most * 4);
  if (isNothing(text)) return NOTHING;
  switch (reads.type) {
    case 'text':
      if (text.length > most) return fail('tooLong');
      return valued({ type: 'text', text, ...(isMasked(text) ? { masked: true } : {}) }, null, 'tooLong');
    case 'day':
      return readDay(cell, text, false, manner);
    case 'birthday':
      return readDay(cell, text, true, manner);
    case 'phone':
      return readPhone(text, manner);
    case 'money':
      return valued(parseMoney(amountText(cell, text, unit), manner.currency, unit), null, 'notMoney');
    case 'number':
      return valued(parseNumber(text), null, 'notANumber');
    case 'time': {
      const minute = minuteIn(cell, text);
      return minute === null
        ? fail('notATime')
        : valued({ type: 'number', number: minute }, null, 'notATime');
    }
    case 'choice': {
      const code = codeOf(reads.codes, text);
      return code === undefined ? fail('unknownWord') : valued({ type: 'choice', code }, null, 'unknownWord');
    }
  }
}

/** The minute of the day that a cell names; null for none. */
export function minuteIn(cell: Cell | undefined, text: string): number | null {
  if (typeof cell === 'object' && cell.is === 'day') return cell.minute;
  if (typeof cell === 'object' && cell.is === 'number')
    return cell.number > 0 && cell.number < 1 ? Math.min(1439, Math.round(cell.number * 1440)) : null;
  return parseDay(`2000-01-01 ${foldFigures(text)}`, 'ymd')?.minute ?? null;
}

/** What a cell of several choices says: each of its words; the first that is none. */
export function readSeveral(text: string, words: CodeWords): Result<string[], string> {
  const parts = text.split(/[,，、;；/|\s]+/u).filter((part) => part !== '');
  const codes = parts.map((part) => codeOf(words, part));
  const wrong = codes.indexOf(undefined);
  if (wrong >= 0) return fail(parts[wrong] ?? '');
  return ok([...new Set(codes.filter((code) => code !== undefined))]);
}

const LETTERS = /^([TEMWSVBG]{1,4})(?![A-Za-z])\s*/u;
const SIGNS = /^([电電邮郵面微短视視店群]{1,3})(?=$|[\s:：,，.。;；/、（(\-—])\s*/u;
const LONGEST_WORD = 8;
const JOINTS = /^[\s:：,，.。;；/、\-—]+/u;

/** The channel words at the beginning of a text, and what follows them. */
function leadingWord(text: string): { codes: string[]; rest: string } | null {
  for (let length = Math.min(LONGEST_WORD, text.length); length >= 2; length -= 1) {
    const code = codeOf(CHANNEL_WORDS, text.slice(0, length));
    if (code !== undefined) return { codes: [code], rest: text.slice(length) };
  }
  return null;
}

/**
 * A cell of the contact calendar [R]: letters or words of channels, and after them what was talked about. Null where
 * it does not begin with one.
 */
export function readCalendarCell(text: string): { codes: string[]; note: string } | null {
  const several = readSeveral(text, CHANNEL_WORDS);
  if (several.ok && several.value.length > 0) return { codes: several.value, note: '' };
  const found = LETTERS.exec(text) ?? SIGNS.exec(text);
  const lead = found
    ? {
        codes: [...(found[1] ?? '')].flatMap((sign) => codeOf(CHANNEL_WORDS, sign) ?? []),
        rest: text.slice(found[0].length),
      }
    : leadingWord(text);
  if (!lead) return null;
  return { codes: [...new Set(lead.codes)], note: lead.rest.replace(JOINTS, '').trim() };
}
