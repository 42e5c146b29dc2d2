import { daysSince } from '../facts';
import type { Gate } from './gate';

/** Days for which money in the account may be the loan's: ours, the rule itself names none. */
const DAYS = 90;

/** §11.10: borrowed money is never matched to investments: none is offered for 90 days after a loan was drawn. */
export const borrowedMoney: Gate = {
  id: 'borrowedMoney',
  stops: ({ finding: { offers } }, facts) =>
    offers !== undefined &&
    offers.risk !== 'none' &&
    facts.bundle.credits.some(
      ({ kind, from }) =>
        kind === 'loan' && from !== null && from <= facts.today && daysSince(from, facts) < DAYS,
    ),
};
