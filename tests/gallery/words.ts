import { readFileSync } from 'node:fs';
import { generateChromeMessages, parseMessagesObject } from '@wxt-dev/i18n/build';
import { parse } from 'yaml';
import { FIXTURE_WORDS } from './fixtures/fixtureWords';

/** The locales that stand in locales/. */
export const LOCALES = ['zh_CN', 'zh_TW', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

function readWords(locale: Locale): Record<string, string> {
  const messages = generateChromeMessages(
    parseMessagesObject(parse(readFileSync(`locales/${locale}.yml`, 'utf8'))),
  );
  const words = Object.entries(messages).map(([key, { message }]) => [key, message]);
  return { ...Object.fromEntries(words), ...FIXTURE_WORDS[locale] };
}

const readAlready = new Map<Locale, Record<string, string>>();

/** The words of a locale file under the keys that browser.i18n knows, with those of the fixtures; read once. */
export function wordsOf(locale: Locale): Record<string, string> {
  const words = readAlready.get(locale) ?? readWords(locale);
  readAlready.set(locale, words);
  return words;
}
