/** What is wrong with a wording; each has its words in the locale as `wording.<fault>`. */
export type WordingRule = 'promise' | 'noRisk' | 'likeDeposit' | 'expectedYield' | 'pressure';

/*
 * Patterns over `plain` text: simplified, small letters. A term ends where it says enough; what comes
 * before it decides whether it is denied.
 */
const CHINESE: readonly (readonly [WordingRule, RegExp])[] = [
  [
    'promise',
    /保本|保收益|保证(?:有)?(?:收益|回报|获利|赚钱)|(?:收益|回报|本金)(?:有)?保(?:证|障)|保息|包赚|稳赚|稳赢|必赚|肯定赚|一定赚|刚性兑付|刚兑|兜底/gu,
  ],
  [
    'promise',
    /肯定(?:会)?涨|一定(?:会)?涨|必(?:定|然)?(?:会)?涨|稳涨|只涨不跌|不会(?:亏|跌|赔)|不可能(?:亏|跌)|亏不了/gu,
  ],
  [
    'noRisk',
    /(?:零|0|无|没有|毫无|没有任何|没什么|没)风险(?![属屬]性|[测測][评評]|[评評]估|等[级級]|[评評][级級]|揭示|提示)/gu,
  ],
  [
    'likeDeposit',
    /(?:跟|和|同|与|如同|等同于?|相当于|等于|就是|像)(?:银行|定期)?(?:存款|定存|储蓄)(?:一样|一般|差不多|一回事)?/gu,
  ],
  ['expectedYield', /(?:预期|预计)(?:年化)?(?:收益|回报|报酬)(?:率)?|预期年化/gu],
  [
    'pressure',
    /内部(?:额度|名额|渠道|产品)|最后(?:一天|机会|一次机会)|错过(?:就)?(?:不再|没有|没了)|过了这村|抢购|手慢无|仅剩\d*/gu,
  ],
];

const ENGLISH: readonly (readonly [WordingRule, RegExp])[] = [
  [
    'promise',
    /\bguaranteed? (?:capital|principal|returns?|yields?|income|profits?|gains?)\b|\b(?:capital|principal|returns?|yields?|profits?|gains?) (?:is |are )?(?:fully )?guaranteed\b|\b(?:capital|principal)[- ]protected\b/gu,
  ],
  [
    'promise',
    /\b(?:bound|sure|certain|guaranteed) to (?:rise|win|gain|profit|go up)\b|\bwill (?:definitely|certainly|surely) (?:rise|gain|go up|profit)\b|\b(?:can't|can’t|cannot|can not) lose\b|\bsure (?:win|profit|thing)\b/gu,
  ],
  ['noRisk', /\b(?:no|zero|without(?: any)?) risks?\b(?!-)|\brisk[- ]?free\b|\bzero[- ]risk\b/gu],
  [
    'likeDeposit',
    /\b(?:same as|just like|as safe as|equal to|equivalent to|as good as) (?:a |an |your )?(?:bank |time |fixed )?deposits?\b/gu,
  ],
  ['expectedYield', /\b(?:expected|projected) (?:annual |annualised |annualized )?(?:returns?|yields?)\b/gu],
  [
    'pressure',
    /\b(?:internal|insider) (?:quota|allocation)\b|\blast (?:day|chance)\b|\bact now\b|\bhurry(?: up)?\b|\bdon['’]t miss\b|\blimited[- ]time\b/gu,
  ],
];

/** The words that §11.5 refuses, in the languages a track or print may be written in. */
export const TERMS = [...CHINESE, ...ENGLISH];
