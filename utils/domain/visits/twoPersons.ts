import type { Purpose } from '../schema/contact';

/** The purposes for which a visit by one person alone is no visit: two by policy. */
const BY_TWO: ReadonlySet<Purpose> = new Set(['preLoan', 'riskCheck', 'arrears']);

/** Whether the bank wants two of its people there. */
export const needsTwo = (purpose: Purpose | null): boolean => purpose !== null && BY_TWO.has(purpose);
