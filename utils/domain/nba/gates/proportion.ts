import { inProportion } from '../proportion';
import type { Gate } from './gate';

/**
 * §11.1: no offer of a product whose least amount is out of proportion to the client's assets, or where nothing is
 * known of them. Ends when more is known to be there; never overridden.
 */
export const proportion: Gate = {
  id: 'proportion',
  stops: ({ finding: { offers } }, facts) => offers !== undefined && !inProportion(offers, facts),
};
