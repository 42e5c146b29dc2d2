import { callsEnough } from './callsEnough';
import { complaint } from './complaint';
import { consent } from './consent';
import { dayOff } from './dayOff';
import type { Gate } from './gate';
import { planned } from './planned';

/** All gates, in the order in which they are asked; the first that stops a prompt is the one named. */
export const ALL_GATES: readonly Gate[] = [complaint, consent, dayOff, callsEnough, planned];
