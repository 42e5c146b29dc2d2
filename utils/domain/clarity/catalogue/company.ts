import { type CatalogueField, FOR_GOOD, HALF_YEAR, QUARTER, TWO_YEARS, YEAR } from './field';

const INFLUENCE = ['decides', 'influences', 'executes'] as const;
const ATTITUDE = ['supportive', 'warm', 'neutral', 'cool', 'opposed'] as const;

/** 基础信息, 15 points. */
const basics: readonly CatalogueField[] = [
  { key: 'name', dimension: 'basics', weight: 1, ttl: FOR_GOOD, type: 'text', from: 'B' },
  { key: 'creditCode', dimension: 'basics', weight: 2, ttl: FOR_GOOD, type: 'text', from: 'B' },
  { key: 'address', dimension: 'basics', weight: 1, ttl: TWO_YEARS, type: 'text', from: 'A' },
  { key: 'industry', dimension: 'basics', weight: 3, ttl: TWO_YEARS, type: 'text', from: 'D' },
  {
    key: 'sizeClass',
    dimension: 'basics',
    weight: 2,
    ttl: YEAR,
    type: 'choice',
    choices: ['large', 'medium', 'small', 'micro'],
    from: 'A',
  },
  { key: 'founded', dimension: 'basics', weight: 1, ttl: FOR_GOOD, type: 'day', from: 'A' },
  { key: 'legalRepresentative', dimension: 'basics', weight: 2, ttl: YEAR, type: 'text', from: 'D' },
  { key: 'mainBank', dimension: 'basics', weight: 3, ttl: YEAR, type: 'text', from: 'B' },
];

/** 关键决策人, 35 points: who decides, how to reach them, how they see us, when we last met. */
const keyPeople: readonly CatalogueField[] = [
  { key: 'controller', dimension: 'keyPeople', weight: 4, ttl: YEAR, type: 'text', from: 'D' },
  { key: 'controllerPhone', dimension: 'keyPeople', weight: 2, ttl: YEAR, type: 'phone', from: 'A' },
  {
    key: 'controllerInfluence',
    dimension: 'keyPeople',
    weight: 1,
    ttl: YEAR,
    type: 'choice',
    choices: INFLUENCE,
    from: 'A',
  },
  {
    key: 'controllerAttitude',
    dimension: 'keyPeople',
    weight: 2,
    ttl: HALF_YEAR,
    type: 'choice',
    choices: ATTITUDE,
    from: 'A',
  },
  {
    key: 'controllerMet',
    dimension: 'keyPeople',
    weight: 2,
    ttl: QUARTER,
    type: 'day',
    from: 'B',
    ages: 'since',
  },
  { key: 'generalManager', dimension: 'keyPeople', weight: 4, ttl: YEAR, type: 'text', from: 'B' },
  { key: 'generalManagerPhone', dimension: 'keyPeople', weight: 1, ttl: YEAR, type: 'phone', from: 'A' },
  {
    key: 'generalManagerInfluence',
    dimension: 'keyPeople',
    weight: 1,
    ttl: YEAR,
    type: 'choice',
    choices: INFLUENCE,
    from: 'A',
  },
  {
    key: 'generalManagerAttitude',
    dimension: 'keyPeople',
    weight: 1,
    ttl: HALF_YEAR,
    type: 'choice',
    choices: ATTITUDE,
    from: 'A',
  },
  {
    key: 'generalManagerMet',
    dimension: 'keyPeople',
    weight: 1,
    ttl: QUARTER,
    type: 'day',
    from: 'A',
    ages: 'since',
  },
  { key: 'financeHead', dimension: 'keyPeople', weight: 4, ttl: YEAR, type: 'text', from: 'D' },
  { key: 'financeHeadPhone', dimension: 'keyPeople', weight: 2, ttl: YEAR, type: 'phone', from: 'D' },
  {
    key: 'financeHeadInfluence',
    dimension: 'keyPeople',
    weight: 1,
    ttl: YEAR,
    type: 'choice',
    choices: INFLUENCE,
    from: 'A',
  },
  {
    key: 'financeHeadAttitude',
    dimension: 'keyPeople',
    weight: 1,
    ttl: HALF_YEAR,
    type: 'choice',
    choices: ATTITUDE,
    from: 'A',
  },
  {
    key: 'financeHeadMet',
    dimension: 'keyPeople',
    weight: 1,
    ttl: QUARTER,
    type: 'day',
    from: 'A',
    ages: 'since',
  },
  { key: 'handler', dimension: 'keyPeople', weight: 2, ttl: YEAR, type: 'text', from: 'A' },
  { key: 'handlerPhone', dimension: 'keyPeople', weight: 2, ttl: YEAR, type: 'phone', from: 'A' },
  {
    key: 'handlerInfluence',
    dimension: 'keyPeople',
    weight: 1,
    ttl: YEAR,
    type: 'choice',
    choices: INFLUENCE,
    from: 'A',
  },
  {
    key: 'handlerAttitude',
    dimension: 'keyPeople',
    weight: 1,
    ttl: HALF_YEAR,
    type: 'choice',
    choices: ATTITUDE,
    from: 'A',
  },
  {
    key: 'handlerMet',
    dimension: 'keyPeople',
    weight: 1,
    ttl: QUARTER,
    type: 'day',
    from: 'A',
    ages: 'since',
  },
];

/** 企业面貌, 40 points. */
const profile: readonly CatalogueField[] = [
  { key: 'mainBusiness', dimension: 'profile', weight: 4, ttl: YEAR, type: 'text', from: 'D' },
  { key: 'upstream', dimension: 'profile', weight: 2, ttl: YEAR, type: 'text', from: 'A' },
  { key: 'downstream', dimension: 'profile', weight: 2, ttl: YEAR, type: 'text', from: 'A' },
  { key: 'groupParent', dimension: 'profile', weight: 1, ttl: YEAR, type: 'text', from: 'A' },
  { key: 'groupMembers', dimension: 'profile', weight: 1, ttl: YEAR, type: 'text', from: 'A' },
  { key: 'revenue', dimension: 'profile', weight: 4, ttl: YEAR, type: 'money', from: 'B' },
  { key: 'profit', dimension: 'profile', weight: 2, ttl: YEAR, type: 'money', from: 'A' },
  { key: 'staff', dimension: 'profile', weight: 1, ttl: YEAR, type: 'number', from: 'A' },
  { key: 'payrollStaff', dimension: 'profile', weight: 2, ttl: HALF_YEAR, type: 'number', from: 'A' },
  { key: 'settlementShare', dimension: 'profile', weight: 3, ttl: HALF_YEAR, type: 'number', from: 'A' },
  { key: 'creditLine', dimension: 'profile', weight: 3, ttl: HALF_YEAR, type: 'money', from: 'A' },
  { key: 'creditLineElsewhere', dimension: 'profile', weight: 2, ttl: HALF_YEAR, type: 'text', from: 'A' },
  {
    key: 'creditLineUntil',
    dimension: 'profile',
    weight: 4,
    ttl: YEAR,
    type: 'day',
    from: 'D',
    ages: 'until',
  },
  { key: 'billBalance', dimension: 'profile', weight: 1, ttl: QUARTER, type: 'money', from: 'A' },
  { key: 'guaranteeBalance', dimension: 'profile', weight: 1, ttl: QUARTER, type: 'money', from: 'A' },
  { key: 'guarantors', dimension: 'profile', weight: 1, ttl: YEAR, type: 'text', from: 'A' },
  { key: 'collateral', dimension: 'profile', weight: 1, ttl: YEAR, type: 'text', from: 'A' },
  { key: 'fundingNeed', dimension: 'profile', weight: 4, ttl: HALF_YEAR, type: 'text', from: 'B' },
  // The last day of the period that the latest statement covers.
  {
    key: 'statementPeriod',
    dimension: 'profile',
    weight: 1,
    ttl: HALF_YEAR,
    type: 'day',
    from: 'A',
    ages: 'since',
  },
];

/** 企业历史, 10 points. */
const history: readonly CatalogueField[] = [
  { key: 'founding', dimension: 'history', weight: 2, ttl: FOR_GOOD, type: 'text', from: 'A' },
  { key: 'shareholderChanges', dimension: 'history', weight: 2, ttl: YEAR, type: 'text', from: 'A' },
  { key: 'financing', dimension: 'history', weight: 2, ttl: YEAR, type: 'text', from: 'A' },
  { key: 'litigation', dimension: 'history', weight: 2, ttl: HALF_YEAR, type: 'text', from: 'A' },
  { key: 'bankSince', dimension: 'history', weight: 2, ttl: FOR_GOOD, type: 'day', from: 'D' },
];

/** All that is worth knowing of a company or an institution [W]; the weights are ours. */
export const COMPANY: readonly CatalogueField[] = [...basics, ...keyPeople, ...profile, ...history];
