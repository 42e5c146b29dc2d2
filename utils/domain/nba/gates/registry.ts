import { borrowedMoney } from './borrowedMoney';
import { callsEnough } from './callsEnough';
import { complaint } from './complaint';
import { consent } from './consent';
import { dayOff } from './dayOff';
import { discretion } from './discretion';
import { doNotContact } from './doNotContact';
import type { Gate } from './gate';
import { loanInProgress } from './loanInProgress';
import { mourning } from './mourning';
import { older } from './older';
import { planned } from './planned';
import { proportion } from './proportion';
import { suitability } from './suitability';
import { testsEnough } from './testsEnough';

/** All gates, in the order in which they are asked; the first that stops a prompt is the one named. */
export const ALL_GATES: readonly Gate[] = [
  doNotContact,
  complaint,
  mourning,
  discretion,
  consent,
  suitability,
  proportion,
  older,
  loanInProgress,
  borrowedMoney,
  dayOff,
  callsEnough,
  testsEnough,
  planned,
];
