import type { Cut } from '../compiled';
import { MAX_FIELD_TEXT } from '../limits';
import { cutOut } from '../locate';
import { cleanText } from '../text';
import { namesClient } from './stableNames';

/** Longest words that lead to a value or end it. */
const MOST = 60;

/** The last words before a value, back to what parts them from another text: "Added on" of "Zürich · Added on 3 June". */
const LEAD = /[\p{L}\p{M}'’.()]+(?:[ -][\p{L}\p{M}'’.()]+)*\s*[:：]?$/u;

/** What ends a value: a sign that parts, or the word behind it. */
const END = /^(?:[^\p{L}\p{N}\s]+|\p{L}+)/u;

/**
 * What cuts a value out of a text that holds more: the words it stands behind and those that end it. Empty where
 * the text is the value; null where the value is not in it, or nothing but figures or the client's own words
 * would lead to it.
 */
export function cutFor(
  whole: string,
  value: string,
  avoid: readonly string[],
): { after?: string; before?: string } | null {
  const text = cleanText(whole, MAX_FIELD_TEXT);
  if (text === value) return {};
  const at = text.indexOf(value);
  if (value === '' || at < 0) return null;
  const lead = text.slice(0, at).trim();
  const rest = text.slice(at + value.length).trim();
  const after = lead === '' ? null : (LEAD.exec(lead)?.[0] ?? null);
  const before = rest === '' ? null : (END.exec(rest)?.[0] ?? null);
  if ((lead !== '' && after === null) || (rest !== '' && before === null)) return null;
  const words = [after, before].filter((one) => one !== null);
  if (words.some((one) => one.length > MOST || namesClient(one, avoid))) return null;
  const cut: Cut = { after, before };
  if (cutOut(text, cut) !== value) return null;
  return { ...(after === null ? {} : { after }), ...(before === null ? {} : { before }) };
}
