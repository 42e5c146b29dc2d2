import type { Purpose } from '../schema/contact';
import type { CheckItem } from '../schema/visit';

/**
 * What a visit needs by its purpose (§6): tools, documents, talk tracks. Each line is said by the locale
 * entry `visits.check.<code>`. Codes are kept in rows: never renamed, and one that is gone is shown as
 * the RM's own words would be.
 */
const ALWAYS = ['cards', 'lastNotes', 'openPromises'] as const;

/** 贷前: two persons by policy, and what is seen with one's own eyes. */
const PRE_LOAN = ['twoPersons', 'identity', 'licence', 'premises', 'statements', 'bankFlows', 'collateral'];

/** 贷后: premises, stock, power, tax, photos, use of funds. */
const POST_LOAN = ['premises', 'stock', 'power', 'tax', 'useOfFunds', 'photos'];

const BY_PURPOSE: Readonly<Partial<Record<Purpose, readonly string[]>>> = {
  acquisition: ['introduction', 'referrer', 'needQuestions'],
  negotiation: ['productSheets', 'riskLevel', 'objections'],
  followUp: ['needQuestions'],
  assetReview: ['holdingsPrint', 'lastReview', 'riskLevel'],
  maturity: ['holdingsPrint', 'maturityPlan', 'riskLevel'],
  riskTest: ['identity', 'riskForm'],
  collectDocuments: ['documentList', 'receipt'],
  signing: ['forms', 'identity', 'recording', 'riskLevel'],
  invitation: ['eventSheet'],
  privileges: ['privilegeList'],
  afterSale: ['useTogether', 'holdingsPrint'],
  referral: ['thankYou', 'referralWords'],
  complaint: ['complaintFile', 'answerAgreed'],
  winBack: ['needQuestions', 'privilegeList'],
  riskCheck: ['twoPersons', ...POST_LOAN],
  arrears: ['twoPersons', 'arrearsSheet'],
  preLoan: PRE_LOAN,
  drawdown: ['forms', 'identity', 'conditions', 'useOfFunds'],
  postLoan: POST_LOAN,
};

/** The checklist with which the preparation of a visit begins; nothing is ticked. */
export function checklistFor(purpose: Purpose | null): CheckItem[] {
  const own = purpose === null ? [] : (BY_PURPOSE[purpose] ?? []);
  return [...own, ...ALWAYS].map((code) => ({ code, done: false }));
}

/** Every code there is: the locale has words for each. */
export const CHECK_CODES: readonly string[] = [...new Set([...ALWAYS, ...Object.values(BY_PURPOSE).flat()])];
