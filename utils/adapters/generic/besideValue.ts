import { isBadge } from './names';
import { coreOf, partsOf } from './parts';
import type { Seen } from './seen';
import { shapeOf } from './shapes';
import { wordSet } from './terms';

const USES = wordSet(
  'home|work|mobile|office|other|main|primary|cell|fax|business|personal|工作|家|住家|家里|常用|备用|其它|私人|住宅|公司|办公|辦公|手机|手機|行動|家庭|单位|主要|其他',
);

/** Whether a text is what a number or address is for, said behind it: Office, (手机). */
export const isUse = (text: string): boolean =>
  text.length < LONGEST && USES.has(text.replace(/^[(（]|[)）]$/g, '').toLowerCase());

/** What is said behind a value in a word or two is shorter. */
const LONGEST = 40;

/** A number or address without the word for what it is for: `+49 30 5550 1127 Office`. */
export function withoutUse(value: Seen): Seen {
  const [first, second, third] = partsOf(coreOf(value));
  if (!first || !second || third) return value;
  if (NOTE.test(second.hint) || (isSince(second.text) && DAY.test(first.text))) return first;
  if (!(isUse(second.text) || isMark(second))) return value;
  return /^(?:phone|email)$/.test(shapeOf(first.text) ?? '') ? first : value;
}

/** A remark for whoever fills in the form: "Not modifiable". */
const NOTE = /(?<![^\s_-])(?:tooltip|help-?(?:text|block)|form-text)(?![^\s_-])/;

/** How long ago a day was, or how far off it is, said behind it: 1968年5月14日 (58 歲). */
const SINCE =
  /^[(（]\s*\d{1,4}\s*(?:周?[岁歲]|年|个月|個月|天|日|years?(?: old)?|yrs?|months?|days?)\s*(?:[后後前]|ago|left|from now)?\s*[)）]$/i;
const isSince = (text: string): boolean => /^[(（]\s*\d/.test(text) && SINCE.test(text);
const DAY = /\d{4}|\d[月/.-]\d/;

/** A mark beside a value, no part of it: "Verified", 已实名. */
const isMark = (seen: Seen): boolean =>
  (isBadge(seen) || isBadge(coreOf(seen)) || isVerified(seen.text) || SAID.test(seen.text)) &&
  !/\d/.test(seen.text);

/** Whatever is said in brackets: (On Hold). */
const SAID = /^[(（][^()（）]{1,24}[)）]$/u;

const MARKS = wordSet(
  'verified|unverified|confirmed|valid|invalid|primary|preferred|default|bounced|opted in|opted out|do not call|do not email|do not contact|已验证|未验证|已驗證|未驗證|已实名|未实名|已核实|未核实|已认证|未认证|默认|有效|无效|首选|主要',
);
const isVerified = (text: string): boolean =>
  text.length < LONGEST && MARKS.has(text.replace(/^[(（✓✔√]?\s*|\s*[)）]?$/g, '').toLowerCase());
