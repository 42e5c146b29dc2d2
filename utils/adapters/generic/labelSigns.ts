import { hasHan, hasLetter, isHan } from './letters';
import { LONGEST_CLASS, oncePerText } from './oncePerText';
import { coreOf, isPhrase, looksOf } from './parts';
import type { Seen } from './seen';
import { nameLikeness, shapeOf } from './shapes';
import { DUTY, isEmptyWord, isSection, meaningOf } from './terms';
import { halvesOf } from './twins';

/*
 * What speaks for a piece of the page being a label. No sign is enough by itself in every CRM: they are
 * added up, and pages of one make confirm each other (see `pairs`).
 */

const LONGEST = 60;
const SEMANTIC = /^(?:DT|LABEL|LEGEND)$/;
const LABEL_HINT =
  /(?<![^\s_-])(?:\w*label\w*|caption|field-?name|fieldtitle|titlefield|prop(?:erty)?-?name|statistic-title|\w*-key|key|term|th|dt)(?![^\s_-])|label|fieldname/;
/** Bootstrap calls its badges labels. */
const BADGE_HINT = /label-(?:default|primary|success|info|warning|danger)/;
const isLabelHint = oncePerText((hint) => LABEL_HINT.test(hint) && !BADGE_HINT.test(hint), LONGEST_CLASS);
const HEADING = /^H[1-6]$/;
const COLON_END = /[:：]\s*[*＊]?\s*$/u;

/** A stop, and what follows it; not an abbreviation's full stop, as in "No. of employees". */
const STOP = /(?<!\b(?:no|nr|tel|ref|acct|est|approx|avg|min|max))[.?？](?=\s+(\S))/gu;

/** Whether a sentence ends in a text with another behind it. */
const isSentences = (text: string): boolean =>
  /[。！；!;]/.test(text) ||
  // Asked first, since what stands before a sign is dear to look at.
  (/[.?？]\s/.test(text) && [...text.toLowerCase().matchAll(STOP)].some(([, next = '']) => hasLetter(next)));

/** Whether a text could be a label at all: short, words, no sentence and no value by its shape. */
export const isLabelText = oncePerText(
  (text) => isLabelIn(text) || halvesOf(text)?.every(isLabelIn) === true,
);

/** One of several levels: 1级行业. */
const isNumbered = (text: string): boolean => /^\d[级級]/u.test(text) && isHan(text.slice(2), 2, LONGEST);

function isLabelIn(text: string): boolean {
  if (text === '' || text.length > LONGEST) return false;
  const bare = text.replace(COLON_END, '').trim();
  if (bare === '' || !hasLetter(bare) || isEmptyWord(bare)) return false;
  if (isSentences(bare) || /@|https?:/i.test(bare)) return false;
  if (hasHan(bare) ? bare.length > 24 : bare.split(/\s+/).length > 8) return false;
  if ((bare.match(/\d/g)?.length ?? 0) > 3) return false;
  const shape = shapeOf(bare);
  // "Phone (2)" has a figure in it and is none.
  return (
    shape === null ||
    (shape === 'figure' && (hasLetter(String.fromCodePoint(bare.codePointAt(0) ?? 0)) || isNumbered(bare)))
  );
}

/** How sure a piece is a label, as a sum of signs; negative for never. `outer` is the box beside the value. */
export function labelSign(outer: Seen): number {
  const { kept } = outer;
  if (kept.labelSign === undefined) kept.labelSign = signOf(outer, outer.text);
  return kept.labelSign;
}

function signOf(outer: Seen, text: string): number {
  if (!isLabelText(text) || !isPhrase(outer)) return -1;
  if (isSection(text) && !meaningOf(text)) return -1;
  let sign = 0;
  if (COLON_END.test(text)) sign += 2;
  const meaning = meaningOf(text.replace(COLON_END, ''));
  if (meaning && (meaning.whole || nameLikeness(text) < 2)) sign += meaning.whole ? 2.5 : 1.5;
  return sign + drawnSign(outer);
}

/** What of a piece's sign its elements and their classes give, whatever it says. */
export function drawnSign(outer: Seen): number {
  const core = coreOf(outer);
  let hinted = false;
  let semantic = false;
  let pressed = false;
  for (let at: Seen | null = core; at; at = at.parent) {
    if (SEMANTIC.test(at.tag)) semantic = true;
    if (at.tag === 'TH') semantic = true;
    // What is drawn as a heading is one, whatever the pieces in it are called.
    if (/^H[1-4]$/.test(at.tag)) hinted = false;
    else if (!HEADING.test(at.tag) && isLabelHint(at.hint)) hinted = true;
    if (at.tag === 'A' && at.href !== '' && !at.href.startsWith('#') && !at.href.startsWith('javascript'))
      pressed = true;
    if (at === outer) break;
  }
  return (semantic ? 3 : hinted ? 1.5 : 0) - (pressed ? 1 : 0);
}

/** Two boxes made alike with nothing but a label in each: fields side by side, of which neither has a value. */
export const areLabelsAlike = (first: Seen, second: Seen): boolean =>
  looksOf(first) === looksOf(second) &&
  drawnSign(first) > 0 &&
  drawnSign(second) > 0 &&
  drawnAs(first) === drawnAs(second);

const drawnAs = (seen: Seen): string => {
  const core = coreOf(seen);
  return looksOf(core.tag === '#text' && core.parent ? core.parent : core);
};

/** Whether a text is by the lexicon a label and nothing else, so that it is no value: “No” is an answer too. */
export const isKnownLabel = (text: string): boolean =>
  text !== 'No' && meaningOf(text.replace(COLON_END, ''))?.whole === true;

export const endsInColon = (text: string): boolean => COLON_END.test(text);
export const withoutColon = (text: string): string => text.replace(COLON_END, '').trim();

/** A label's words as they are kept: without its colon, and without what only says whether it must be filled in. */
export const labelProper = (text: string): string =>
  withoutColon(text)
    .replace(/^[(（]([^()（）]+)[)）]$/u, '$1')
    .replace(DUTY, '')
    .trim();
