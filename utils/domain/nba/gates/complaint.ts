import { isOpenComplaint, lastComplaint } from '../complaints';
import type { Gate } from './gate';

/**
 * A complaint is open: nothing is offered and nothing asked about the client until it is settled. It ends
 * with a contact for the purpose 投诉 whose goal was reached.
 */
export const complaint: Gate = {
  id: 'complaint',
  stops: ({ aim }, facts) => (aim === 'sell' || aim === 'learn') && isOpenComplaint(lastComplaint(facts)),
};
