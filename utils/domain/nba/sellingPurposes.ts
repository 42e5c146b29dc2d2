import type { Purpose } from '../schema/contact';

/** Purposes of a contact that offer something: what §11.7 and §11.8 call marketing. */
const SELLING: ReadonlySet<Purpose> = new Set([
  'acquisition',
  'negotiation',
  'maturity',
  'invitation',
  'privileges',
  'referral',
  'winBack',
]);

/** Whether a contact of this purpose offers something. */
export const isSelling = (purpose: Purpose | null): boolean => purpose !== null && SELLING.has(purpose);
