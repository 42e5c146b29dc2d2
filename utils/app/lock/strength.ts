import { normalPassphrase } from './argon';

/** How hard a passphrase is to guess: 0 at once, 4 not within a lifetime; zxcvbn's scale. */
export type Strength = 0 | 1 | 2 | 3 | 4;

/** Least that is taken: withstands someone who has copied the disk and stretches guesses for months. */
export const LEAST_STRENGTH: Strength = 3;
export const LEAST_LENGTH = 8;
/** What the lists, made of English pages, do not have: pinyin and numbers that stand for it. */
const COMMON_HERE = [
  'zhibi',
  '知彼',
  'woaini',
  'woaiwo',
  'wodemima',
  'mima',
  'zhongguo',
  '1314',
  '520',
  '5201314',
];
/** Longer ones are not looked at further: the estimate takes longer with every character. */
const LOOKED_AT = 100;

let estimator: Promise<(passphrase: string) => Strength> | undefined;

async function load(): Promise<(passphrase: string) => Strength> {
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  const zxcvbn = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  return (passphrase) => zxcvbn.check(passphrase, COMMON_HERE).score;
}

/** Estimates a passphrase: against lists of common ones, keyboard walks, dates and repetitions. */
export async function strengthOf(typed: string): Promise<Strength> {
  estimator ??= load();
  const estimate = await estimator;
  return estimate([...normalPassphrase(typed)].slice(0, LOOKED_AT).join(''));
}

/** Whether a passphrase may be set. */
export const isStrongEnough = (typed: string, strength: Strength): boolean =>
  [...normalPassphrase(typed)].length >= LEAST_LENGTH && strength >= LEAST_STRENGTH;
