import type { Gate } from './gate';

/**
 * §11.10: nothing is sold between the application for a loan at this bank and 放款. Ends on the day of
 * the drawdown, or when the application came to nothing.
 */
export const loanInProgress: Gate = {
  id: 'loanInProgress',
  stops: ({ aim }, { bundle, today }) =>
    aim === 'sell' &&
    bundle.credits.some(
      ({ place, applied, from, ended }) =>
        place.at === 'here' &&
        applied !== null &&
        applied <= today &&
        (from === null || from > today) &&
        (ended === null || ended > today),
    ),
};
