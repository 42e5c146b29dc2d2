import { addDays } from '../../day';
import type { Gate } from './gate';

/** A plan further away than this does not stand for being in touch now. */
const WITHIN_DAYS = 14;

/**
 * A contact is planned for today or the next two weeks: no prompt to get in touch before it. Asking,
 * keeping a promise and greeting go on. Ends when the plan is undone, logged, or its day is past.
 */
export const planned: Gate = {
  id: 'planned',
  stops: ({ aim }, { plans, today }) =>
    aim === 'contact' && plans.some(({ contact }) => contact.day <= addDays(today, WITHIN_DAYS)),
};
