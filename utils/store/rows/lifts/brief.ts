import type { Lifts } from '../lift';

/** Cards: 2 holds what plan and balance ask; until it is worked out from the rows, nothing is known of it. */
export const BRIEF_LIFTS: Lifts = [(body) => ({ ...body, workload: null })];
