import { addMonths } from '../../day';
import type { Gate } from './gate';

const IN_A_DAY = 2;
const IN_A_YEAR = 8;

/**
 * §11.2: no more than two risk tests (风险测评) a day and eight in twelve months. Counted are contacts for that
 * purpose whose goal was reached: to have spoken of a test is none. Ends with the day, or as they grow old.
 */
export const testsEnough: Gate = {
  id: 'testsEnough',
  stops: ({ finding: { deed } }, { reached, today }) => {
    if (deed.type !== 'log' || deed.prefill.purpose !== 'riskTest') return false;
    const yearAgo = addMonths(today, -12);
    const tests = reached.filter(
      ({ contact: { purpose, goalReached, day } }) =>
        purpose === 'riskTest' && goalReached === 'yes' && day > yearAgo,
    );
    return (
      tests.length >= IN_A_YEAR || tests.filter(({ contact }) => contact.day === today).length >= IN_A_DAY
    );
  },
};
