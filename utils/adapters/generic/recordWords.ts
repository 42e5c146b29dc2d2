import {
  CLIENT_WORDS,
  CLIENT_WORDS_ZH,
  LEAD_WORDS,
  LIST_WORDS,
  NEW_WORDS,
  OTHER_WORDS,
  OTHER_WORDS_ZH,
  PLACE_WORDS,
  RECORD_WORDS,
  ROOM_WORDS,
  SHELL_WORDS,
  VIEW_WORDS,
} from './lexicon/entities';
import { GERMAN_CLIENTS, GERMAN_OTHERS } from './lexicon/german';
import { wordSet } from './terms';

/** What a page is about, by a word of its address or title. */
export type Subject = 'client' | 'lead' | 'other';

const CLIENT = wordSet(`${CLIENT_WORDS}|${GERMAN_CLIENTS}`);
const LEAD = wordSet(LEAD_WORDS);
const OTHER = wordSet(`${OTHER_WORDS}|${GERMAN_OTHERS}`);
/** Words for what is done with a record, or how it is shown. */
export const VIEW = wordSet(VIEW_WORDS);
/** Words for several of them. */
export const LIST = wordSet(LIST_WORDS);
/** Words for one that is not there yet. */
export const NEW = wordSet(NEW_WORDS);
/** What stands before a number that counts a place in a page. */
export const PLACE = wordSet(PLACE_WORDS);
/** Words for a record of whatever sort. */
export const RECORDISH = wordSet(RECORD_WORDS);
/** Rooms of the program. */
export const ROOM = wordSet(ROOM_WORDS);
/** Words of the frame around it. */
export const SHELL = wordSet(SHELL_WORDS);
const CLIENT_ZH = [...wordSet(CLIENT_WORDS_ZH)];
const OTHER_ZH = [...wordSet(OTHER_WORDS_ZH)];

/** A word without its plural. */
export const singular = (word: string): string =>
  word.endsWith('ies')
    ? `${word.slice(0, -3)}y`
    : word.endsWith('s') && !word.endsWith('ss')
      ? word.slice(0, -1)
      : word;

/** The ending of a page's file. */
export const FILE = /\.(?:php|aspx?|jsp|do|action|html?|cgi|jspx|xhtml|seam|jsf|faces)$/i;

/** The words of a segment: `custDetail.do`, `crm-customer`, `res.partner`. */
export const wordsOf = (segment: string): string[] =>
  segment
    .replace(FILE, '')
    .split(/[\s._~&-]+|(?<=[a-z])(?=[A-Z])/)
    .map((word) => word.toLowerCase().replace(/(?<=[a-z])\d+$/, ''))
    .filter((word) => word !== '');

/** What a word of an address or title is about; null for one that says nothing. */
export function subjectOf(word: string): Subject | null {
  const one = singular(word);
  for (const form of [word, one]) {
    if (LEAD.has(form)) return 'lead';
    if (CLIENT.has(form)) return 'client';
    if (OTHER.has(form)) return 'other';
  }
  return null;
}

/** A customer's account is an account: alone the word says who, behind the word for him what is his. */
export const isAccountOf = (word: string, before: string | undefined): boolean =>
  singular(word) === 'account' && HOLDER.test(before ?? '');

const HOLDER = /^(?:customer|client)s?$/;

/**
 * What a compound of several words is about: `custDetail` a client, `customer-orders` orders. A client's
 * word before one that is not known (`account.move`) says whose it is, not what it is.
 */
export function subjectAmong(words: readonly string[]): { word: string; subject: Subject } | null {
  const telling = words.flatMap((word, at) => {
    // A business partner is no business: the word before another says only what sort of that it is.
    const isSort = word === 'business' && subjectOf(words[at + 1] ?? '') !== null;
    const subject = VIEW.has(word) || isSort ? null : subjectOf(word);
    return subject === null ? [] : [{ word, subject, at }];
  });
  const last = telling.at(-1);
  if (!last) return null;
  if (last.subject === 'other') return last;
  const other = telling.find(({ subject }) => subject === 'other') ?? null;
  // A loan account is a loan: alone the word says who, behind another what of his.
  if (other && singular(last.word) === 'account') return other;
  const isHead = words.slice(last.at + 1).every(isPlain);
  return isHead ? last : other;
}

/** A word of the program's making that says nothing of what a record is. */
const isPlain = (word: string): boolean =>
  VIEW.has(word) ||
  LIST.has(word) ||
  NEW.has(word) ||
  SHELL.has(word) ||
  RECORDISH.has(word) ||
  word.length <= 2;

/** What a run of Chinese is about: the subject named last in it. */
export function hanSubject(text: string): Subject | null {
  let best: { subject: Subject; end: number } | null = null;
  for (const [subject, words] of [
    ['client', CLIENT_ZH],
    ['other', OTHER_ZH],
    ['lead', ['线索', '線索', '潜客', '潛客']],
  ] as const) {
    for (const word of words) {
      const at = text.lastIndexOf(word);
      if (at >= 0 && (best === null || at + word.length > best.end))
        best = { subject, end: at + word.length };
    }
  }
  return best?.subject ?? null;
}
