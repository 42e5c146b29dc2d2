import type { Command } from './command';

/**
 * What destroys, takes back, or changes how a client may be addressed by law: pressed in a panel that lies in
 * a page, only done when the panel was in sight (decision 29). Every command is on this list or the other,
 * which the test of this file holds.
 */
export const GRAVE = [
  'clearFact',
  'removeNote',
  'settleNotes',
  'dropRelation',
  'dropHolding',
  'dropPolicy',
  'dropCredit',
  'dropOpportunity',
  'dropVisit',
  'callOffEvent',
  'setConsent',
  'setDoNotContact',
  'undo',
] as const satisfies readonly Command['do'][];
export type Grave = (typeof GRAVE)[number];

/** Which of the grave deeds a command is; null for the others. */
export const graveOf = (command: Command): Grave | null => GRAVE.find((each) => each === command.do) ?? null;
