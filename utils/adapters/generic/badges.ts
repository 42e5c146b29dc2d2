import { bitsOf } from './inline';
import type { FieldKind } from './lexicon/kinds';
import { STAGE_WORDS, TIER_WORDS } from './lexicon/kinds';
import type { Loose } from './loose';
import { isBadge, isGeneric, sameName } from './names';
import type { PickedName } from './pickName';
import { isWithin, type Seen } from './seen';
import { isEmptyValue, kindOfShape, shapeOf } from './shapes';
import { isAction, meaningOf, wordSet } from './terms';

const TIERS = wordSet(TIER_WORDS);
const STAGES = wordSet(STAGE_WORDS);

/** How far up from a heading its marks may stand. */
const CLIMB = 5;

/** The marks beside a record's heading, without labels: a tier, a status, tags. */
export function badgesOf(
  runs: readonly Seen[],
  name: PickedName | null,
  firstField: number,
  claimed: readonly Seen[],
): Loose[] {
  const heading = name?.heading?.seen;
  if (!heading) return [];
  const head = headBox(heading, firstField);
  const beside = heading.parent ?? heading;
  return runs
    .filter(
      (seen) =>
        (isWithin(seen, head) ||
          (isWithin(seen, beside) && seen.from > heading.to && seen.to < firstField)) &&
        !(isWithin(seen, heading) && name.text.includes(seen.text)) &&
        seen.tag === '#text',
    )
    .filter(
      (seen) =>
        seen.text !== name?.text &&
        !EDITOR.test(seen.text) &&
        seen.text.length <= 24 &&
        isBadge(seen) &&
        (STAGES.has(seen.text.toLowerCase()) || !isAction(seen.text)) &&
        !isEmptyValue(seen.text),
    )
    .filter((seen) => isWords(seen.text) && !claimed.some((one) => isWithin(seen, one)))
    .map((seen) => ({ seen, text: seen.text, kind: kindOfMark(seen.text) }));
}

/** No figure or date, but for one within words: "Do not call before 10am". */
const isWords = (text: string): boolean =>
  shapeOf(text) === null || (shapeOf(text) === 'figure' && /^\p{L}+ \p{L}+ /u.test(text));

/** What an editor says of itself, and nothing of the record. */
const EDITOR = /^(?:未保存|已保存|已修改|编辑中|not saved|unsaved(?: changes)?|saved|modified|editing)$/iu;

const MOST_LINES = 3;
const LONGEST_LINE = 60;

/** How far up from a heading its lines may stand. */
const LINE_CLIMB = 2;

/** What stands right under or beside a record's heading without a label: a position, a name in Latin letters, a state. */
export function linesOf(
  runs: readonly Seen[],
  name: PickedName | null,
  firstField: number,
  claimed: readonly Seen[],
): Loose[] {
  const heading = name?.heading?.seen;
  if (!heading) return [];
  const below = (climb: number): { head: Seen; lines: Seen[] } => {
    const head = headBox(heading, firstField, climb);
    return { head, lines: runs.filter((seen) => isWithin(seen, head) && seen.from > heading.to) };
  };
  const wide = below(LINE_CLIMB);
  // Where the box around the head holds too much, that of the heading alone may hold its lines.
  const { head, lines } = wide.lines.length > MOST_LINES * 2 ? below(1) : wide;
  if (lines.length > MOST_LINES * 2) return [];
  return lines
    .filter(({ text }) => !EDITOR.test(text))
    .filter((seen) => !claimed.some((one) => isWithin(seen, one)) && !isLinked(seen, head))
    .flatMap((seen) => bitsOf(seen.text).map((text) => ({ seen, text, shape: shapeOf(text) })))
    .filter(
      ({ text }) =>
        text.length >= 2 && text.length <= LONGEST_LINE && !/[。！!?？:：]|\byour?\b|[你您]/iu.test(text),
    )
    .filter(({ text }) => !sameName(text, name.text) && !isEmptyValue(text))
    .filter(
      ({ text, seen, shape }) => shape === null || (text !== seen.text && /^(?:phone|email)$/.test(shape)),
    )
    .filter(({ text }) => STAGES.has(text.toLowerCase()) || !isPlainWords(text))
    .slice(0, MOST_LINES)
    .map(({ seen, text, shape }) => ({ seen, text, kind: kindOfShape(shape) ?? kindOfMark(text) }));
}

/** Words of the program or of a label, and nothing of the record's own. */
const isPlainWords = (text: string): boolean =>
  isGeneric(text) || isAction(text) || meaningOf(text)?.whole === true;

const isLinked = (seen: Seen, head: Seen): boolean => {
  for (let at: Seen | null = seen; at && at !== head; at = at.parent) if (at.tag === 'A') return true;
  return false;
};

/** The largest box around a heading that ends before the fields begin. */
function headBox(heading: Seen, firstField: number, climb = CLIMB): Seen {
  let box = heading;
  for (let level = 0; level < climb && box.parent; level += 1) {
    if (box.parent.to >= firstField || box.parent.text.length > 240) break;
    box = box.parent;
  }
  return box;
}

const kindOfMark = (text: string): FieldKind => {
  const word = text.toLowerCase().replace(/(?:级|級|客户|客戶|等级|会员)$/u, '');
  if (TIERS.has(word) || TIERS.has(text.toLowerCase())) return 'tier';
  return STAGES.has(word) || STAGES.has(text.toLowerCase()) ? 'stage' : 'other';
};
