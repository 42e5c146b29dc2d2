import { isBadge } from './names';
import { coreOf, partsOf } from './parts';
import type { Seen } from './seen';
import { shapeOf } from './shapes';

/** What a number or address is for, said behind it. */
export const USE =
  /^[(（]?(?:home|work|mobile|office|other|main|primary|cell|fax|business|personal|工作|家|住家|家里|常用|备用|其它|私人|住宅|公司|办公|辦公|手机|手機|家庭|单位|主要|其他)[)）]?$/iu;

/** A number or address without the word for what it is for: `+49 30 5550 1127 Office`. */
export function withoutUse(value: Seen): Seen {
  const [first, second, third] = partsOf(coreOf(value));
  if (!first || !second || third) return value;
  if (SINCE.test(second.text) && DAY.test(first.text)) return first;
  if (!(USE.test(second.text) || isMark(second))) return value;
  return /^(?:phone|email)$/.test(shapeOf(first.text) ?? '') ? first : value;
}

/** How long ago a day was, or how far off it is, said behind it: 1968年5月14日 (58 歲). */
const SINCE =
  /^[(（]\s*\d{1,4}\s*(?:周?[岁歲]|年|个月|個月|天|日|years?(?: old)?|yrs?|months?|days?)\s*(?:[后後前]|ago|left|from now)?\s*[)）]$/iu;
const DAY = /\d{4}|\d[月/.-]\d/;

/** A mark beside a value, no part of it: "Verified", 已实名. */
const isMark = (seen: Seen): boolean =>
  (isBadge(seen) || isBadge(coreOf(seen)) || VERIFIED.test(seen.text) || SAID.test(seen.text)) &&
  !/\d/.test(seen.text);

/** Whatever is said in brackets: (On Hold). */
const SAID = /^[(（][^()（）]{1,24}[)）]$/u;

const VERIFIED =
  /^[(（✓✔√]?\s*(?:verified|unverified|confirmed|valid|invalid|primary|preferred|default|bounced|opted (?:in|out)|do not (?:call|email|contact)|已验证|未验证|已驗證|未驗證|已实名|未实名|已核实|未核实|已认证|未认证|默认|有效|无效|首选|主要)\s*[)）]?$/iu;
