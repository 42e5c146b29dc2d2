import { isDenied } from './denied';
import { plain, withoutQuotes } from './plain';
import { TERMS, type WordingRule } from './terms';

/** What may not be said, and where in the text it stands. */
export interface WordingFault {
  rule: WordingRule | 'yield' | 'benchmarkAlone' | 'insuranceAsDeposit';
  /** The words as they stand in the text. */
  words: string;
  at: number;
}

const YIELD =
  /(?:年化|收益率?|回报率?|报酬率?|\byields?\b|\breturns?\b)[^。；;\n]{0,14}?\d+(?:\.\d+)?\s*%|\d+(?:\.\d+)?\s*%[^。；;，,\n]{0,6}?(?:年化|的?收益|回报|报酬|\byield\b|\breturn\b)/gu;
const BENCHMARK = /业绩比较基准|\bperformance benchmark\b/u;
const NOT_THE_FUTURE =
  /不代表(?:其)?未来|不预示未来|不构成[^。]{0,8}承诺|\bnot\b[^.]{0,30}\bfuture\b|\bno (?:promise|indication) of (?:any )?future\b/u;

const INSURANCE_IS_DEPOSIT =
  /(?:保险|保单|年金险?|分红险|万能险|增额寿|终身寿)[^。；;，,不非没]{0,8}(?:就是|相当于|等于|等同|跟|和|像|当作|当成|也是)[^。；;，,不非没]{0,6}(?:存款|储蓄|存钱|定存|利息)|(?:保险|保单|年金险?|分红险|万能险)(?:的|有|给|付)?(?:利息|本息|存期)|存(?:一笔|一个|个|点|进)?(?:保险|年金险|分红险)(?!丰厚)|\b(?:insurance|policy|annuity)\b(?:(?!\bnot\b|n['’]t)[^.;,]){0,20}\b(?:is|as|like|earns?|pays?)\b(?:(?!\bnot\b|\bno\b)[^.;,]){0,12}\b(?:deposit|interest|savings account)\b/gu;

type Place = Pick<WordingFault, 'rule' | 'at'> & { length: number };

function places(text: string, pattern: RegExp, rule: WordingFault['rule']): Place[] {
  return [...text.matchAll(pattern)].map(({ 0: words, index }) => ({
    rule,
    at: index,
    length: words.length,
  }));
}

/** A rate of yield stands only as 业绩比较基准, with the words that it says nothing of the future. */
function yields(text: string): Place[] {
  const named = BENCHMARK.exec(text);
  const careful = NOT_THE_FUTURE.test(text);
  if (named) return careful ? [] : [{ rule: 'benchmarkAlone', at: named.index, length: named[0].length }];
  return places(text, YIELD, 'yield');
}

/**
 * The wording check of §11.5: what a bank may not say in talk tracks, cards, prints and copied text, in
 * simplified and traditional Chinese and in English. A denial (不保本, "not risk-free") may be said, and
 * so may a client's own words: all of a note that is marked so, or what stands in quotation marks after
 * 客户原话. An empty list means that it may be said. It finds words, not intentions: the bank's
 * compliance department has the last word.
 *
 * @param clientWords whether the whole text is the client's own words.
 */
export function checkWording(text: string, clientWords = false): WordingFault[] {
  if (clientWords) return [];
  const said = plain(withoutQuotes(text));
  const terms = TERMS.flatMap(([rule, pattern]) => places(said, pattern, rule)).filter(
    ({ at }) => !isDenied(said.slice(0, at)),
  );
  const found = [...terms, ...yields(said), ...places(said, INSURANCE_IS_DEPOSIT, 'insuranceAsDeposit')];
  return found
    .sort((a, b) => a.at - b.at || (a.rule < b.rule ? -1 : 1))
    .map(({ rule, at, length }) => ({ rule, at, words: text.slice(at, at + length) }));
}
