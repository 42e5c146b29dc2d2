import { mourns } from '../mourning';
import type { Gate } from './gate';

/** The hundred days (百日) after a loss: ours, no source gives a number. */
const DAYS = 100;

/** The client lost someone: nothing is offered for a hundred days after it was noted. */
export const mourning: Gate = {
  id: 'mourning',
  stops: ({ aim }, facts) => aim === 'sell' && mourns(facts, DAYS),
};
