import { isKnownLabel, isLabelText } from './labelSigns';
import { hasHan, isHan, lettersIn } from './letters';
import type { Pair } from './pair';
import { isPhrase, partsOf } from './parts';
import type { Seen } from './seen';
import { nameLikeness } from './shapes';
import { leadIn, meaningOf } from './terms';

const PAIR = /([\p{L}][^:：|；;，,\n]{0,39}?)\s*[:：]\s*/gu;

interface Piece {
  label: string;
  value: string;
}

const endsInHan = (word: string): boolean => isHan([...word].slice(-2).join(''), 2, 2);

/** Of Chinese words with gaps between them the last before the colon. */
const lastHan = (words: string): string =>
  hasHan(words) && words.split(' ').slice(0, -1).some(endsInHan)
    ? (/\S+$/u.exec(words)?.[0] ?? words)
    : words;

/** The pairs in one run of text: `性别：男　年龄：35`, "Sector: Industrials". */
export function piecesOf(text: string): Piece[] {
  if (text.length > 600 || !/[:：]/u.test(text) || /^\S*:\/\//.test(text)) return [];
  const marks = [...text.matchAll(PAIR)].flatMap((mark) => {
    const words = mark[1] ?? '';
    const at = mark.index;
    const end = at + mark[0].length;
    // Times and addresses of pages have colons too.
    if (/^[:：]?\/\//u.test(text.slice(end - 1)) || text.startsWith('//', end)) return [];
    return [{ words, at, end }];
  });
  const taken = marks.flatMap(({ words, at, end }, order) => {
    if (order === 0) {
      if (at !== 0 && !/^[\s*•·-]+$/u.test(text.slice(0, at))) return [];
      return [{ label: lastHan(words.trim()), at, end }];
    }
    // Behind the first, only what the last words before the colon say: the rest belongs to the value before.
    const tail = /(?:^|\s)(\S+)$/u.exec(words)?.[1] ?? words;
    const label = isKnownLabel(words.trim()) ? words.trim() : tail;
    const isPart = isHan(label, 2, 8) && /\s$/u.test(text.slice(0, at + words.lastIndexOf(label)));
    return isKnownLabel(label) || isPart ? [{ label, at: at + words.lastIndexOf(label), end }] : [];
  });
  return taken.flatMap(({ label, end }, order) => {
    if (!isLabelText(label)) return [];
    const value = text
      .slice(end, taken[order + 1]?.at)
      .replace(/[\s|；;，,/·•｜]+$/u, '')
      .trim();
    return [{ label, value }];
  });
}

/** `客户号 6011287430`, `管户经理 程雨桐`: a known label and a value that fits it, with only a space between. */
function spacedPair(text: string): Piece | null {
  const words = text.length > 60 ? [] : text.split(/\s+/u);
  // The longest label first: "Client no. 4471" is no client named so.
  for (let many = Math.min(words.length - 1, 4); many >= 1; many -= 1) {
    const label = words.slice(0, many).join(' ');
    if (!isHan(label, 2, 8) && !/^[A-Za-z][A-Za-z .]{1,20}$/.test(label)) continue;
    const piece = knownPiece(label, words.slice(many).join(' '));
    if (piece) return piece;
  }
  return null;
}

/** Behind "Created" in "Created At: 3 June": the label goes on, up to its colon. */
const GOES_ON = /^\s*\p{L}+\s*[:：]/u;

function knownPiece(label: string, value: string): Piece | null {
  if (GOES_ON.test(value)) return null;
  const meaning = meaningOf(label);
  if (!meaning?.whole) return null;
  const isFigure =
    /^(?:number|phone|date|birthday|money)$/.test(meaning.kind) &&
    (value.match(/\d/g)?.length ?? 0) >= 4 &&
    !lettersIn(value).some((word) => word.length >= 4);
  const isPerson = meaning.kind === 'owner' && (nameLikeness(value) === 2 || isHan(value, 2, 3));
  return isFigure || isPerson ? { label, value } : null;
}

/** What a line says side by side, parted by dots or bars: "Farm supply · (402) 555-0133". */
export const bitsOf = (text: string): string[] =>
  text.split(/\s+[·•|]\s+|\s*｜\s*/u).map((bit) => bit.trim());

/** A value led in by words that need no colon, or a known label before a value that fits it. */
function wordedPair(seen: Seen, text: string, isWhole: boolean, isRun: boolean): Pair | null {
  const rest = { labelAt: null, values: [seen], box: seen };
  const lead = isWhole ? leadIn(text) : null;
  if (lead !== null && !GOES_ON.test(text.slice(lead.length)) && text.length <= lead.length + 60)
    return {
      ...rest,
      label: text.slice(0, lead.length),
      words: text.slice(lead.length).trim(),
      sign: 2.5,
      make: 'lead',
    };
  const spaced = isRun && !text.includes('→') ? spacedPair(text) : null;
  return spaced && { ...rest, label: spaced.label, words: spaced.value, sign: 2.25, make: 'spaced' };
}

/** Pairs within one phrase of a box, and values led in by a few words: "Added on 3 June 2026". */
export function inlinePairs(seen: Seen): Pair[] {
  const { text } = seen;
  if (text.length < 3 || text.length > 600) return [];
  const isRun = seen.tag === '#text';
  const told = isRun ? seen.parent && whenAndWho(seen.parent) : whenAndWho(seen);
  if (told) return isRun ? [] : [told];
  if (!isRun && (partsOf(seen).length < 2 || !isPhrase(seen))) return [];
  const isWhole = isRun || partsOf(seen).every((part) => part.text !== '');
  const bits = isRun ? bitsOf(text) : [text];
  const worded = bits.map((bit) => wordedPair(seen, bit, isWhole, isRun));
  if (worded.some((pair) => pair !== null))
    return worded.flatMap((pair, at) =>
      pair ? [pair] : piecesOf(bits[at] ?? '').map((one) => colonPair(seen, one)),
    );
  const pieces = piecesOf(text);
  const isOne = isRun || (pieces.length >= 2 && !areLines(partsOf(seen)));
  return isOne ? pieces.map((one) => colonPair(seen, one)) : [];
}

/** When something was done and, in a link behind it, by whom: "Created: Mar 8, 2023 Imogen Tresco". */
function whenAndWho(box: Seen): Pair | null {
  const [when, who, third] = partsOf(box);
  if (when?.tag !== '#text' || who?.tag !== 'A' || third || nameLikeness(who.text) < 2) return null;
  const [piece, second] = piecesOf(when.text);
  if (!piece || second || !/\d/.test(piece.value) || meaningOf(piece.label)?.kind !== 'date') return null;
  return colonPair(box, { label: piece.label, value: `${piece.value} ${who.text}` });
}

/** Lines of which each says label and value by itself: "Street : National Road", "City : Binangonan". */
const areLines = (parts: readonly Seen[]): boolean =>
  parts.filter((part) => piecesOf(part.text).some(({ value }) => value !== '')).length >= 2;

function colonPair(seen: Seen, { label, value }: Piece): Pair {
  const meaning = meaningOf(label);
  const known = meaning?.whole ? 2.5 : meaning ? 1.5 : isHan(label, 2, 10) ? 0.75 : 0.25;
  return {
    label,
    labelAt: null,
    values: [seen],
    words: value,
    box: seen,
    sign: 1.25 + known,
    make: `inline ${seen.parent?.hint ?? ''}`,
  };
}
