import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';
import type { Bytes } from '@/utils/store/crypto/bytes';

/** Words of a recovery key: 256 random bits and 8 that check them. */
export const RECOVERY_WORDS = 24;

const LISTS = {
  en: () => import('@scure/bip39/wordlists/english.js'),
  'zh-CN': () => import('@scure/bip39/wordlists/simplified-chinese.js'),
  'zh-TW': () => import('@scure/bip39/wordlists/traditional-chinese.js'),
} as const;

const loaders = new Map<string, (typeof LISTS)[keyof typeof LISTS]>(Object.entries(LISTS));

/** 256 random bits as 24 words (BIP 39) of the reader's language: in Chinese a character each. */
export async function recoveryWords(entropy: Bytes, language: string): Promise<string[]> {
  const { wordlist } = await (loaders.get(language) ?? LISTS.en)();
  return entropyToMnemonic(entropy, wordlist).split(/\s+/);
}

/** As it was written down, in words: any spaces, commas or numbers between them; Chinese may come without any. */
function wordsIn(typed: string): string[] {
  const text = typed.normalize('NFKC').toLowerCase();
  return text.match(/[a-z]+|\p{Script=Han}/gu) ?? [];
}

/**
 * The bits of a recovery key that was typed, in whichever language it was made; none if it is none. The two
 * Chinese lists share characters: once in a while both read the same words.
 */
export async function recoveryEntropies(typed: string): Promise<Bytes[]> {
  const words = wordsIn(typed);
  if (words.length !== RECOVERY_WORDS) return [];
  const read = await Promise.all(
    [...loaders.values()].map(async (load) => {
      const { wordlist } = await load();
      try {
        return [new Uint8Array(mnemonicToEntropy(words.join(' '), wordlist))];
      } catch {
        // Not of this list, or a word is wrong.
        return [];
      }
    }),
  );
  return read.flat();
}
