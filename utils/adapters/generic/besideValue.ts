import { isBadge } from './names';
import { coreOf, partsOf } from './parts';
import type { Seen } from './seen';
import { shapeOf } from './shapes';
import { USE } from './valueFirst';

/** A number or address without the word for what it is for: `+49 30 5550 1127 Office`. */
export function withoutUse(value: Seen): Seen {
  const [first, second, third] = partsOf(coreOf(value));
  if (!first || !second || third || !(USE.test(second.text) || isMark(second))) return value;
  return /^(?:phone|email)$/.test(shapeOf(first.text) ?? '') ? first : value;
}

/** A mark beside a value, no part of it: "Verified", 已实名. */
const isMark = (seen: Seen): boolean =>
  (isBadge(seen) || isBadge(coreOf(seen)) || VERIFIED.test(seen.text)) && !/\d/.test(seen.text);

const VERIFIED =
  /^[(（✓✔√]?\s*(?:verified|unverified|confirmed|valid|invalid|primary|preferred|default|bounced|opted (?:in|out)|do not (?:call|email|contact)|已验证|未验证|已驗證|未驗證|已实名|未实名|已核实|未核实|已认证|未认证|默认|有效|无效|首选|主要)\s*[)）]?$/iu;
