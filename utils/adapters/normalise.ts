import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Sighting } from '@/utils/domain/schema/sighting';
import { foldFigures } from './text';

/** 转 and 分机 as the library knows extensions. */
const EXTENSION = /\s*(?:转|轉|分机号?|分機|內線|内线)\s*[:：]?\s*/u;

/**
 * The number in E.164, or null where it is not surely one: masked, two numbers in one text, or no number
 * of its country. An extension does not belong to it. `region` is the country where none is written.
 */
export function toE164(raw: string, region: string): string | null {
  const text = foldFigures(raw).replace(EXTENSION, ' ext. ');
  const plan = isSupportedCountry(region) ? { defaultCountry: region } : {};
  const number = parsePhoneNumberFromString(text, { ...plan, extract: false });
  return number?.isValid() ? number.number : null;
}

/**
 * A sighting with its phone numbers made comparable. Done in the background: the library that knows the
 * numbering plans is three times the whole content script, and pages have no need of it.
 */
export function normalisePhones(seen: Sighting, region: string): Sighting {
  const fields = seen.fields.map((field) =>
    field.value.type === 'phone' && !field.value.masked
      ? { ...field, value: { ...field.value, e164: toE164(field.value.raw, region) } }
      : field,
  );
  return { ...seen, fields };
}
