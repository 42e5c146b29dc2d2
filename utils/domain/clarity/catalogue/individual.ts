import { type CatalogueField, FOR_GOOD, HALF_YEAR, QUARTER, TEN_YEARS, TWO_YEARS, YEAR } from './field';

/** 基础信息, 30 points. */
const basics: readonly CatalogueField[] = [
  { key: 'name', dimension: 'basics', weight: 1, ttl: FOR_GOOD, type: 'text', from: 'B' },
  {
    key: 'gender',
    dimension: 'basics',
    weight: 1,
    ttl: FOR_GOOD,
    type: 'choice',
    choices: ['male', 'female'],
    from: 'A',
  },
  { key: 'mobile', dimension: 'basics', weight: 4, ttl: YEAR, type: 'phone', from: 'D' },
  { key: 'birthday', dimension: 'basics', weight: 4, ttl: FOR_GOOD, type: 'day', from: 'D' },
  { key: 'address', dimension: 'basics', weight: 1, ttl: TWO_YEARS, type: 'text', from: 'A' },
  { key: 'occupation', dimension: 'basics', weight: 3, ttl: YEAR, type: 'text', from: 'D' },
  { key: 'employer', dimension: 'basics', weight: 2, ttl: YEAR, type: 'text', from: 'A' },
  {
    key: 'maritalStatus',
    dimension: 'basics',
    weight: 2,
    ttl: TWO_YEARS,
    type: 'choice',
    choices: ['single', 'married', 'divorced', 'widowed'],
    from: 'B',
  },
  { key: 'email', dimension: 'basics', weight: 1, ttl: TWO_YEARS, type: 'text', from: 'A' },
  { key: 'wechat', dimension: 'basics', weight: 1, ttl: TWO_YEARS, type: 'text', from: 'A' },
  {
    key: 'preferredChannel',
    dimension: 'basics',
    weight: 1,
    ttl: YEAR,
    type: 'choice',
    choices: ['phone', 'wechat', 'sms', 'email', 'meeting', 'video', 'branch'],
    from: 'A',
  },
  {
    key: 'preferredHours',
    dimension: 'basics',
    weight: 1,
    ttl: YEAR,
    type: 'text',
    from: 'A',
  },
  {
    key: 'marketingConsent',
    dimension: 'basics',
    weight: 2,
    ttl: YEAR,
    type: 'choice',
    choices: ['all', 'phone', 'wechat', 'sms', 'email', 'none'],
    from: 'B',
  },
  { key: 'idExpiry', dimension: 'basics', weight: 1, ttl: TEN_YEARS, type: 'day', from: 'A', ages: 'until' },
  // Together 5 [R]. The test is what grows old (12 months), so the day of the test is the heavy one.
  {
    key: 'riskLevel',
    dimension: 'basics',
    weight: 1,
    ttl: YEAR,
    type: 'choice',
    choices: ['C1', 'C2', 'C3', 'C4', 'C5'],
    from: 'D',
  },
  { key: 'riskTestedOn', dimension: 'basics', weight: 4, ttl: YEAR, type: 'day', from: 'D', ages: 'since' },
];

/** 人际关系, 20 points. Of children, the stage of school and whether they are insured are enough. */
const relations: readonly CatalogueField[] = [
  { key: 'spouse', dimension: 'relations', weight: 4, ttl: TWO_YEARS, type: 'text', from: 'B' },
  { key: 'children', dimension: 'relations', weight: 4, ttl: YEAR, type: 'text', from: 'D' },
  {
    key: 'childrenCover',
    dimension: 'relations',
    weight: 1,
    ttl: YEAR,
    type: 'choice',
    choices: ['yes', 'partly', 'no'],
    from: 'A',
  },
  { key: 'parents', dimension: 'relations', weight: 2, ttl: YEAR, type: 'text', from: 'A' },
  { key: 'referredBy', dimension: 'relations', weight: 2, ttl: FOR_GOOD, type: 'text', from: 'A' },
  { key: 'referrals', dimension: 'relations', weight: 2, ttl: YEAR, type: 'text', from: 'A' },
  {
    key: 'familyDecider',
    dimension: 'relations',
    weight: 2,
    ttl: TWO_YEARS,
    type: 'choice',
    choices: ['self', 'spouse', 'together', 'parents', 'children'],
    from: 'A',
  },
  { key: 'mustNotTell', dimension: 'relations', weight: 3, ttl: YEAR, type: 'text', from: 'A' },
  { key: 'childName', dimension: 'relations', weight: 0, ttl: YEAR, type: 'text', from: null, minor: true },
  { key: 'childSchool', dimension: 'relations', weight: 0, ttl: YEAR, type: 'text', from: null, minor: true },
  { key: 'childHealth', dimension: 'relations', weight: 0, ttl: YEAR, type: 'text', from: null, minor: true },
];

/** 个人面貌, 30 points. */
const persona: readonly CatalogueField[] = [
  { key: 'aum', dimension: 'persona', weight: 4, ttl: QUARTER, type: 'money', from: 'D' },
  { key: 'averageBalance', dimension: 'persona', weight: 2, ttl: QUARTER, type: 'money', from: 'A' },
  { key: 'assetsElsewhere', dimension: 'persona', weight: 5, ttl: HALF_YEAR, type: 'text', from: 'B' },
  { key: 'property', dimension: 'persona', weight: 3, ttl: TWO_YEARS, type: 'text', from: 'A' },
  {
    key: 'mortgage',
    dimension: 'persona',
    weight: 2,
    ttl: YEAR,
    type: 'choice',
    choices: ['none', 'here', 'elsewhere'],
    from: 'A',
  },
  {
    key: 'insuranceCover',
    dimension: 'persona',
    weight: 4,
    ttl: YEAR,
    type: 'choice',
    choices: ['full', 'partial', 'socialOnly', 'none'],
    from: 'B',
  },
  { key: 'hobbies', dimension: 'persona', weight: 3, ttl: TWO_YEARS, type: 'text', from: 'A' },
  {
    key: 'productPreference',
    dimension: 'persona',
    weight: 3,
    ttl: YEAR,
    type: 'text',
    from: 'B',
  },
  { key: 'temper', dimension: 'persona', weight: 2, ttl: TEN_YEARS, type: 'text', from: 'A' },
  { key: 'taboos', dimension: 'persona', weight: 2, ttl: TWO_YEARS, type: 'text', from: 'A' },
];

/** 成长历史, 20 points. */
const history: readonly CatalogueField[] = [
  { key: 'homeTown', dimension: 'history', weight: 2, ttl: FOR_GOOD, type: 'text', from: 'A' },
  { key: 'education', dimension: 'history', weight: 2, ttl: TEN_YEARS, type: 'text', from: 'A' },
  { key: 'career', dimension: 'history', weight: 4, ttl: TWO_YEARS, type: 'text', from: 'A' },
  { key: 'cameBy', dimension: 'history', weight: 4, ttl: FOR_GOOD, type: 'text', from: 'D' },
  { key: 'lifeEvents', dimension: 'history', weight: 4, ttl: YEAR, type: 'text', from: 'A' },
  { key: 'milestones', dimension: 'history', weight: 4, ttl: YEAR, type: 'text', from: 'A' },
];

/** All that is worth knowing of a person, in the order of the documents [W][R]. */
export const INDIVIDUAL: readonly CatalogueField[] = [...basics, ...relations, ...persona, ...history];
