import type { Gate } from './gate';

/**
 * A complaint is open: nothing is offered and nothing asked about the client until it is settled. Open
 * is a complaint of which the last contact on it did not reach its goal, or does not say so; it ends
 * with a contact for the purpose 投诉 whose goal was reached.
 */
export const complaint: Gate = {
  id: 'complaint',
  stops: ({ aim }, { timeline }) => {
    if (aim !== 'sell' && aim !== 'learn') return false;
    const last = timeline.find(({ contact }) => contact.state === 'done' && contact.purpose === 'complaint');
    return last !== undefined && last.contact.goalReached !== 'yes';
  },
};
