import { formatISO } from 'date-fns';

/** Today in this machine's own zone, `YYYY-MM-DD`. */
export const todayHere = (): string => formatISO(new Date(), { representation: 'date' });
