import { coreOf, isActionLink } from './parts';
import type { Seen } from './seen';

const TITLE_HINT = /title|header|heading|caption|legend/;
const HEADING = /^(?:H[1-6]|LEGEND|SUMMARY|B|STRONG|CAPTION)$/;

/** What stands over a box: the words of its first piece, even on a button that folds it. */
export function headingOf(seen: Seen): string | null {
  const first = seen.kids.find((kid) => !kid.icon && (kid.text !== '' || caption(kid) !== ''));
  if (!first || seen.kids.length < 2) return null;
  const core = coreOf(first);
  // Without the links beside it: "Notes  Create New".
  const words = first.text === '' ? caption(first) : isWithLink(core, first) ? core.text : first.text;
  if (words.length > 60) return null;
  if (first.text === '') return words;
  for (let at: Seen | null = core; at; at = at.parent) {
    if (HEADING.test(at.tag) || at.role === 'heading' || TITLE_HINT.test(at.hint)) return words;
    if (at === first) break;
  }
  return isHeadBox(first) ? headingOf(first) : null;
}

/** Whether a link that is only pressed stands beside a core in its box. */
const isWithLink = (core: Seen, box: Seen): boolean => {
  for (let at = core; at !== box && at.parent; at = at.parent) {
    const { kids } = at.parent;
    if (kids.length > 1) return kids.some((kid) => kid !== at && !kid.pressed && isActionLink(kid));
  }
  return false;
};

/** A head with more than a heading: buttons, a count beside it. */
const isHeadBox = (seen: Seen): boolean =>
  seen.kids.length >= 2 && seen.text.length < 60 && seen.tag !== '#text';

const caption = (seen: Seen): string => {
  if (seen.pressed) return seen.caption;
  const captions = seen.kids.map(caption).filter((text) => text !== '');
  return captions.length === 1 ? (captions[0] ?? '') : '';
};

/** All that stands on a page is no part of it: its heading is the page's. */
export const isWholePage = (seen: Seen): boolean => {
  for (let at: Seen = seen; at.parent; at = at.parent) if (at.parent.text !== seen.text) return false;
  return true;
};
