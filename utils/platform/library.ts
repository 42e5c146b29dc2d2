import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { type Piece, piece } from '@/utils/domain/library/piece';
import { watchKeys } from './watchKeys';

const KEY = 'library';

/** How often a piece was used, and how often it worked. */
export const counter = z.strictObject({ used: z.int().check(z.gte(0)), worked: z.int().check(z.gte(0)) });
export type Counter = z.infer<typeof counter>;

const kept = z.strictObject({ own: z.array(z.unknown()), counts: z.record(z.string(), counter) });

/** What the user has made of the library: pieces of his own, in place of those of their ids, and what worked. */
export interface KeptLibrary {
  own: readonly Piece[];
  counts: Readonly<Record<string, Counter>>;
}

function parse(stored: unknown): KeptLibrary {
  const read = kept.safeParse(stored);
  if (!read.success) return { own: [], counts: {} };
  // Each by itself: one that a newer Zhibi wrote does not take the others along.
  const own = read.data.own.flatMap((each) => {
    const one = piece.safeParse(each);
    return one.success ? [one.data] : [];
  });
  return { own, counts: read.data.counts };
}

/** What is kept; nothing before the first change. */
export async function loadKept(): Promise<KeptLibrary> {
  return parse((await browser.storage.local.get(KEY))[KEY]);
}

/** Replaces it. */
export const saveKept = (next: KeptLibrary): Promise<void> => browser.storage.local.set({ [KEY]: next });

/** Calls back after each change, in this context or another. Returns how to stop. */
export const watchKept = (changed: (now: KeptLibrary) => void): (() => void) =>
  watchKeys('local', [KEY], (now) => changed(parse(now[KEY])));

/** The pieces that come with Zhibi in a language, as they lie in its own files, unparsed. */
export async function seedsIn(language: 'zh_CN' | 'zh_TW' | 'en'): Promise<string> {
  const answer = await fetch(browser.runtime.getURL(`/library/${language}.json`));
  return answer.text();
}
