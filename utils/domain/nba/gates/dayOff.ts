import { isWorkingDay } from '../../calendar/workingDays';
import type { Gate } from './gate';

/** §11.8: nothing is offered on a day off; the calendar of legal holidays and make-up days decides. */
export const dayOff: Gate = {
  id: 'dayOff',
  stops: ({ aim }, { today }) => aim === 'sell' && !isWorkingDay(today),
};
