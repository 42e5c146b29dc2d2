import { createI18n } from '@wxt-dev/i18n';
import type { GeneratedI18nStructure } from '#i18n';

/** A key of the locale files. */
export type WordKey = Exclude<keyof GeneratedI18nStructure, `@@${string}`>;

/** What fills the places $1, $2, … of an entry. */
export type Filling = string | number;

const { t: lookUp } = createI18n();

/** Stands for the n-th filling until the entry's plural form is chosen. Private use: no text holds it. */
const PLACE_BASE = 0xe000;
const PLACES = /[\ue000-\ue008]/gu;

/** Entries as they were last said, by key and number of places. */
const said = new Map<string, string>();

/**
 * The entry as the browser gives it. A page whose extension was updated under it has nobody left to ask:
 * it goes on with what has been said before, and says nothing where that is nothing.
 */
function entryOf(key: string, places: string[], count: number | undefined): string {
  const name = `${key} ${places.length}`;
  try {
    const entry = count === undefined ? lookUp(key, places) : lookUp(key, count, places);
    said.set(name, entry);
    return entry;
  } catch {
    return said.get(name) ?? '';
  }
}

/**
 * The entry `key` cut at its places: texts and the fillings between them, so that a screen can put
 * elements where the fillings go. The first number among the fillings chooses the plural form.
 * Fillings are put in only after that: a " | " in a client's own words is never taken for a plural.
 *
 * @param key dotted key of the locale files; a key that is not there gives the key itself.
 */
export function phraseParts<Part>(key: string, fillings: readonly Part[]): (string | Part)[] {
  const places = fillings.map((_, index) => String.fromCharCode(PLACE_BASE + index));
  const count = fillings.find((filling) => typeof filling === 'number');
  const entry = entryOf(key, places, count);
  if (entry === '') return [key];
  const parts: (string | Part)[] = [];
  let end = 0;
  for (const match of entry.matchAll(PLACES)) {
    if (match.index > end) parts.push(entry.slice(end, match.index));
    const filling = fillings[match[0].charCodeAt(0) - PLACE_BASE];
    if (filling !== undefined) parts.push(filling);
    end = match.index + match[0].length;
  }
  if (end < entry.length) parts.push(entry.slice(end));
  return parts;
}

/** The entry of a key that is known only at run time (domain messages, catalogue fields), as text. */
export const phrase = (key: string, ...fillings: Filling[]): string => phraseParts(key, fillings).join('');

/** The words of `key` in the reader's language, its places filled. */
export const t = (key: WordKey, ...fillings: Filling[]): string => phrase(key, ...fillings);

/** BCP 47 tag of the language the words are in, which may not be the browser's own. */
export const language = (): string => t('ui.language');

/** Whether the words are Chinese, of the mainland or of Taiwan: 万/亿 or 萬/億, 10月5日, full-width punctuation. */
export const isChinese = (): boolean => language().startsWith('zh');
