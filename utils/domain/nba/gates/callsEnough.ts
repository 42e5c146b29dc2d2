import { addDays } from '../../day';
import type { Contact } from '../../schema/contact';
import { daysSince } from '../facts';
import { isSelling } from '../sellingPurposes';
import type { Gate } from './gate';

const IN_A_DAY = 1;
const IN_A_WEEK = 2;

const isMarketingCall = ({ origin, channel, direction, purpose }: Contact): boolean =>
  origin === 'own' && channel === 'phone' && direction === 'out' && isSelling(purpose);

/** §11.8: one marketing call a day and two in seven days, answered or not; after that nothing is offered. */
export const callsEnough: Gate = {
  id: 'callsEnough',
  stops: ({ aim }, facts) => {
    if (aim !== 'sell') return false;
    const weekAgo = addDays(facts.today, -7);
    const ages = [...facts.reached, ...facts.attempts]
      .filter(({ contact }) => contact.day > weekAgo && isMarketingCall(contact))
      .map(({ contact }) => daysSince(contact.day, facts));
    return (
      ages.filter((age) => age === 0).length >= IN_A_DAY || ages.filter((age) => age < 7).length >= IN_A_WEEK
    );
  },
};
