import type { Seen } from './seen';
import { isAction } from './terms';

/** Signs that only divide: a colon in a column of its own, bullets, dashes between crumbs. */
const DIVIDER = /^[\s:：|•·*/\\>›»\-–—,，;；()（）#?？ⓘℹ×✕✖]+$/u;

/** Whether nothing but a sign that divides stands in it: a colon in a cell of its own. */
export const isDivider = (seen: Seen): boolean =>
  seen.text !== '' && DIVIDER.test(seen.text) && !/^[-–—*]+$/.test(seen.text) && !holdsControl(seen);

/** Whether there is anything in it for a reader: text, or a control to hold one. */
const hasContent = (seen: Seen): boolean =>
  seen.control !== null || (seen.text !== '' && !DIVIDER.test(seen.text)) || holdsControl(seen);

const holders = new WeakMap<Seen, boolean>();

/** Whether a control stands in it. */
export function holdsControl(seen: Seen): boolean {
  const known = holders.get(seen);
  if (known !== undefined) return known;
  const holds = seen.control !== null || seen.kids.some(holdsControl);
  holders.set(seen, holds);
  return holds;
}

/** A link that is pressed and not read: Edit, 查看. */
export const isActionLink = (seen: Seen): boolean => {
  if (seen.text.length > 24 || !isAction(seen.text)) return false;
  const core = coreOf(seen);
  return (
    core.tag === 'A' || (core.tag === '#text' && core.element.tagName === 'A') || core.parent?.tag === 'A'
  );
};

const cache = new WeakMap<Seen, Seen[]>();

/** The pieces of a box that a reader sees: without icons, buttons, dividers and links that are only pressed. */
export function partsOf(seen: Seen): Seen[] {
  const known = cache.get(seen);
  if (known) return known;
  const parts = seen.control ? [] : seen.kids.filter((kid) => !kid.pressed && !kid.icon && hasContent(kid));
  const read = parts.length > 1 ? parts.filter((part) => !isActionLink(part)) : parts;
  cache.set(seen, read);
  return read;
}

/** Down through boxes that hold one piece only, to the one that branches, is a control or is text. */
export function coreOf(seen: Seen): Seen {
  if (seen.kids.length === 0) return seen;
  const known = cores.get(seen);
  if (known !== undefined) return known;
  const parts = partsOf(seen);
  const [only] = parts;
  const core = parts.length === 1 && only ? coreOf(only) : seen;
  cores.set(seen, core);
  return core;
}

const cores = new WeakMap<Seen, Seen>();

const LINES =
  /^(?:ADDRESS|ARTICLE|ASIDE|DD|DIV|DL|DT|FIELDSET|FORM|H[1-6]|LI|MAIN|OL|P|SECTION|TABLE|TBODY|TD|TH|TR|UL)$/;

const phrases = new WeakMap<Seen, boolean>();

/** Whether a box reads as one phrase: all in it stands in one line, as text, spans and links do. */
export function isPhrase(seen: Seen): boolean {
  const known = phrases.get(seen);
  if (known !== undefined) return known;
  const is =
    seen.text.length <= 200 &&
    partsOf(coreOf(seen)).every(
      (part) => part.tag === '#text' || (!LINES.test(part.tag) && !holdsControl(part) && isPhrase(part)),
    );
  phrases.set(seen, is);
  return is;
}

const looks = new WeakMap<Seen, string>();

/** A box's looks, by which rows of one kind are told: tag and first classes, without figures. */
export function looksOf(seen: Seen): string {
  const known = looks.get(seen);
  if (known !== undefined) return known;
  const { tag, hint } = seen;
  const own = `${tag}.${hint === '' ? '' : hint.split(/\s+/).slice(0, 3).join('.').replace(/\d+/g, '')}`;
  looks.set(seen, own);
  return own;
}
