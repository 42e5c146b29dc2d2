/**
 * How a name is cut for searching: one unit per Chinese character, one per word of any other script.
 * The readings of a brief belong to these units one by one, so whoever writes readings and whoever
 * searches them cut names here.
 */

const HAN = /^\p{Script=Han}$/u;
const WORD_PART = /^[\p{L}\p{N}\p{M}]$/u;
/** Stands inside a word without ending it: O'Brien, O’Brien. */
const APOSTROPHE = /^['’‘＇]$/u;
const MARKS = /\p{M}/gu;

/** Letters that Unicode does not take apart but people type plainly. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/** The everyday Chinese characters: nothing in them to fold, and the test is cheap. */
const PLAIN_HAN = /^[\u4e00-\u9fff]*$/;

/** A piece of a name; `start` and `end` are UTF-16 positions in the name as it was given. */
export interface NameUnit {
  start: number;
  end: number;
  han: boolean;
  /** The piece as a searcher would type it: half width, lower case, without diacritics. */
  folded: string;
}

/** Text as it is compared: full width to half width, lower case, no diacritics. */
export function foldText(text: string): string {
  if (PLAIN_HAN.test(text)) return text;
  let folded = '';
  for (const letter of text.normalize('NFKD').toLowerCase().replace(MARKS, '')) {
    folded += PLAIN[letter] ?? letter;
  }
  return folded.normalize('NFC');
}

const isHan = (letter: string) => PLAIN_HAN.test(letter) || HAN.test(letter);

/** Cuts a name into its units; spaces, stars and punctuation belong to none. */
export function nameUnits(name: string): NameUnit[] {
  const units: NameUnit[] = [];
  let wordStart = -1;
  let at = 0;
  const closeWord = (end: number) => {
    if (wordStart < 0) return;
    const folded = foldText(name.slice(wordStart, end).replace(/['’‘＇]/gu, ''));
    if (folded !== '') units.push({ start: wordStart, end, han: false, folded });
    wordStart = -1;
  };
  for (const letter of name) {
    if (isHan(letter)) {
      closeWord(at);
      units.push({ start: at, end: at + letter.length, han: true, folded: foldText(letter) });
    } else if (WORD_PART.test(letter)) {
      if (wordStart < 0) wordStart = at;
    } else if (!APOSTROPHE.test(letter)) {
      closeWord(at);
    }
    at += letter.length;
  }
  closeWord(name.length);
  return units;
}
