import type { Rule } from '../rule';
import { afterSale } from './afterSale';
import { askReferral } from './askReferral';
import { assetReview } from './assetReview';
import { balanceFell } from './balanceFell';
import { birthday } from './birthday';
import { coldRelationship } from './coldRelationship';
import { complaintFollowUp } from './complaintFollowUp';
import { creditDates } from './creditDates';
import { crossSell } from './crossSell';
import { deciderUnmet } from './deciderUnmet';
import { documentExpiry } from './documentExpiry';
import { dormant } from './dormant';
import { familyEvent } from './familyEvent';
import { festivalGreeting } from './festivalGreeting';
import { goalMissed } from './goalMissed';
import { insuranceGap } from './insuranceGap';
import { leaving } from './leaving';
import { maturity } from './maturity';
import { moneyArrived } from './moneyArrived';
import { nearLevel } from './nearLevel';
import { neverContacted } from './neverContacted';
import { nextQuestion } from './nextQuestion';
import { otherBankMoney } from './otherBankMoney';
import { overdue } from './overdue';
import { overVisited } from './overVisited';
import { payrollOnly } from './payrollOnly';
import { pension } from './pension';
import { postLoan } from './postLoan';
import { privileges } from './privileges';
import { productMatch } from './productMatch';
import { promiseDue } from './promiseDue';
import { registerChange } from './registerChange';
import { settlementFlow } from './settlementFlow';
import { staleProfile } from './staleProfile';
import { stalledOpportunity } from './stalledOpportunity';
import { topNeglected } from './topNeglected';
import { tryTogether } from './tryTogether';
import { unloggedVisit } from './unloggedVisit';
import { valueFell } from './valueFell';

/**
 * All rules, by their number in the table (§5): equal priorities keep this order. Rules 19 and 20 are
 * cautions: they stand before any prompt.
 */
export const ALL_RULES: readonly Rule[] = [
  overdue, // 1
  neverContacted, // 2
  promiseDue, // 3
  birthday, // 4
  festivalGreeting, // 5
  assetReview, // 6
  maturity, // 7
  otherBankMoney, // 8
  insuranceGap, // 9
  nextQuestion, // 10
  staleProfile, // 11
  goalMissed, // 12
  unloggedVisit, // 13
  overVisited, // 14
  coldRelationship, // 15
  askReferral, // 16
  familyEvent, // 17
  productMatch, // 18
  crossSell, // 21
  balanceFell, // 22
  moneyArrived, // 23
  documentExpiry, // 24
  postLoan, // 25
  deciderUnmet, // 26
  complaintFollowUp, // 27
  stalledOpportunity, // 28
  tryTogether, // 29
  topNeglected, // 30
  nearLevel, // 31
  dormant, // 32
  leaving, // 33
  privileges, // 34
  payrollOnly, // 35
  pension, // 36
  creditDates, // 37
  settlementFlow, // 38
  registerChange, // 39
  afterSale, // 40, of §3
  valueFell, // 41, of §3
];
