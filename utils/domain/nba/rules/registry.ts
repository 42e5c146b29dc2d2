import type { Rule } from '../rule';
import { balanceFell } from './balanceFell';
import { birthday } from './birthday';
import { goalMissed } from './goalMissed';
import { moneyArrived } from './moneyArrived';
import { neverContacted } from './neverContacted';
import { nextQuestion } from './nextQuestion';
import { overdue } from './overdue';
import { promiseDue } from './promiseDue';
import { staleProfile } from './staleProfile';
import { unloggedVisit } from './unloggedVisit';

/** All rules, by their number in the table (§5): equal priorities keep this order. */
export const ALL_RULES: readonly Rule[] = [
  overdue, // 1
  neverContacted, // 2
  promiseDue, // 3
  birthday, // 4
  nextQuestion, // 10
  staleProfile, // 11
  goalMissed, // 12
  unloggedVisit, // 13
  balanceFell, // 22
  moneyArrived, // 23
];
