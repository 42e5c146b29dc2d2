import type { Transform } from '../compiled';
import { MAX_FIELD_TEXT, MAX_PHONE } from '../limits';
import { cleanText, foldFigures, isMasked, isNothing, lookUp } from '../text';
import { parseDay } from './date';
import { parseLunarDay } from './lunarDay';
import { parseMoney, parseNumber } from './money';
import type { Value } from './value';

const asText = (text: string): Value =>
  isMasked(text) ? { type: 'text', text, masked: true } : { type: 'text', text };

/**
 * A phone number as it stands on the page. What it means in E.164 is for the background to say (the
 * library for it is larger than this whole script): see `normalisePhones`.
 */
function asPhone(clean: string): Value | null {
  const raw = cleanText(clean, MAX_PHONE);
  if (isMasked(raw)) return { type: 'phone', raw, e164: null, masked: true };
  return /\d{3}/.test(foldFigures(raw).replace(/[^\d\p{L}]/gu, ''))
    ? { type: 'phone', raw, e164: null }
    : null;
}

function asDigits(clean: string): Value | null {
  if (isMasked(clean)) return asText(clean);
  const digits = foldFigures(clean).replace(/\D/g, '');
  return digits === '' ? null : { type: 'text', text: digits };
}

/** What a page text is worth as a value, by a transform of the closed set; null where it is not one. */
export function transform(text: string, as: Transform): Value | null {
  const clean = cleanText(text, MAX_FIELD_TEXT);
  if (isNothing(clean)) return null;
  switch (as.type) {
    case 'text':
      return asText(clean);
    case 'digits':
      return asDigits(clean);
    case 'phone':
      return asPhone(clean);
    case 'date': {
      const lunar = parseLunarDay(clean);
      if (lunar) return lunar;
      const shown = parseDay(clean, as.order);
      return shown && { type: 'day', day: shown.day };
    }
    case 'money':
      return parseMoney(clean, as.currency, as.unit);
    case 'number':
      return parseNumber(clean);
    case 'choice': {
      const code = lookUp(as.codes, clean);
      return code === undefined ? null : { type: 'choice', code };
    }
  }
}
