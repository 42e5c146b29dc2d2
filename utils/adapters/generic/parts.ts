import { LONGEST_CLASS, oncePerText } from './oncePerText';
import type { Seen } from './seen';
import { isAction } from './terms';

/** Signs that only divide: a colon in a column of its own, bullets, dashes between crumbs. */
const DIVIDER = /^[\s:：|•·*/\\>›»\-–—,，;；()（）#?？ⓘℹ×✕✖]+$/u;

/** Whether nothing but a sign that divides stands in it: a colon in a cell of its own. */
export const isDivider = (seen: Seen): boolean =>
  seen.text !== '' && DIVIDER.test(seen.text) && !/^[-–—*]+$/.test(seen.text) && !seen.holdsControl;

/** Whether there is anything in it for a reader: text, or a control to hold one. */
const hasContent = (seen: Seen): boolean =>
  seen.holdsControl || (seen.text !== '' && !DIVIDER.test(seen.text));

/** Whether a control stands in it. */
export const holdsControl = (seen: Seen): boolean => seen.holdsControl;

/** A link that is pressed and not read: Edit, 查看. */
export const isActionLink = (seen: Seen): boolean => {
  if (seen.text.length > 24 || !isAction(seen.text)) return false;
  const core = coreOf(seen);
  return (
    core.tag === 'A' || (core.tag === '#text' && core.element.tagName === 'A') || core.parent?.tag === 'A'
  );
};

/** The pieces of a box that a reader sees: without icons, buttons, dividers and links that are only pressed. */
export function partsOf(seen: Seen): Seen[] {
  const { kept } = seen;
  if (kept.parts) return kept.parts;
  const parts = seen.control ? [] : seen.kids.filter((kid) => !kid.pressed && !kid.icon && hasContent(kid));
  const read = parts.length > 1 ? parts.filter((part) => !isActionLink(part)) : parts;
  kept.parts = read;
  return read;
}

/** Down through boxes that hold one piece only, to the one that branches, is a control or is text. */
export function coreOf(seen: Seen): Seen {
  if (seen.kids.length === 0) return seen;
  const { kept } = seen;
  if (kept.core) return kept.core;
  const parts = partsOf(seen);
  const [only] = parts;
  const core = parts.length === 1 && only ? coreOf(only) : seen;
  kept.core = core;
  return core;
}

const LINES =
  /^(?:ADDRESS|ARTICLE|ASIDE|DD|DIV|DL|DT|FIELDSET|FORM|H[1-6]|LI|MAIN|OL|P|SECTION|TABLE|TBODY|TD|TH|TR|UL)$/;

/** Whether a box reads as one phrase: all in it stands in one line, as text, spans and links do. */
export function isPhrase(seen: Seen): boolean {
  const { kept } = seen;
  if (kept.isPhrase !== undefined) return kept.isPhrase;
  const is =
    seen.text.length <= 200 &&
    partsOf(coreOf(seen)).every(
      (part) => part.tag === '#text' || (!LINES.test(part.tag) && !holdsControl(part) && isPhrase(part)),
    );
  kept.isPhrase = is;
  return is;
}

/** A box's looks, by which rows of one kind are told: tag and first classes, without figures. */
export function looksOf(seen: Seen): string {
  const { kept, tag, hint } = seen;
  if (kept.looks !== undefined) return kept.looks;
  let looksAs = byTag.get(tag);
  if (!looksAs) {
    looksAs = oncePerText((words) => `${tag}.${firstOf(words)}`, LONGEST_CLASS);
    byTag.set(tag, looksAs);
  }
  kept.looks = looksAs(hint);
  return kept.looks;
}

const firstOf = (words: string): string => words.split(/\s+/).slice(0, 3).join('.').replace(/\d+/g, '');

const byTag = new Map<string, (hint: string) => string>();
