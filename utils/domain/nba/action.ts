import type { FieldKey } from '../schema/client';
import type { ContactDetails } from '../schema/contact';
import type { ContactId } from '../schema/ids';
import type { CivilDay } from '../schema/time';
import type { Message } from '../words';

/**
 * What a prompt is for; gates stop aims, not single rules. `contact`: be in touch again · `service`: do
 * what is owed or kind · `learn`: ask for what is not known · `sell`: offer something · `record`: put
 * on file what happened.
 */
export type Aim = 'contact' | 'service' | 'learn' | 'sell' | 'record';

/** The parts of the panel in which the evidence of a prompt stands. */
export type Part =
  | 'profile'
  | 'history'
  | 'notes'
  | 'people'
  | 'holdings'
  | 'policies'
  | 'credit'
  | 'opportunities';

/** What the main button of a prompt does. */
export type Deed =
  /** Opens the log form filled in; `amends` names the plan of which this is the outcome. */
  | { type: 'log'; prefill: Partial<ContactDetails>; keeps: ContactId | null; amends: ContactId | null }
  | { type: 'ask'; field: FieldKey }
  | { type: 'open'; section: Part };

/** The log form as the deed of a prompt. */
export const toLog = (prefill: Partial<ContactDetails>): Deed => ({
  type: 'log',
  prefill,
  keeps: null,
  amends: null,
});

/** One next best action (§5): what to do, why, in which words, and the one key that does it. */
export interface Action {
  /** `<rule>|<evidence>`: the same until the evidence changes; snoozes and dismissals hang on it. */
  key: string;
  rule: string;
  title: Message;
  /** The evidence, with dates and numbers; at least one. */
  why: readonly Message[];
  talkTrack: Message;
  deed: Deed;
  /** When it should be done by; null where any day will do. */
  due: CivilDay | null;
  hot: boolean;
  /** What it is for; what sells has its hours (§11.8). */
  aim: Aim;
  /** Days for which it can be put off at most, where it cannot be dismissed; else null. */
  putOff: number | null;
  /** The field on which its evidence rests, if it is one. */
  fact: FieldKey | null;
  /** Where its evidence stands else. */
  part: Part;
  priority: number;
  /** How the priority came about, for "why this, why now"; the priority is kept to two decimals. */
  parts: { base: number; weight: number; value: number; urgency: number; confidence: number; recent: number };
}

/** Why an action that a rule found is not shown. */
export type Silence =
  | { reason: 'gate'; gate: string }
  | { reason: 'snoozed'; until: CivilDay | null }
  | { reason: 'dismissed' }
  /** The client declined this product; quiet about it until that day. */
  | { reason: 'declined'; until: CivilDay }
  | { reason: 'done' }
  | { reason: 'resting'; until: CivilDay }
  | { reason: 'switchedOff' };

/** What to mind in any contact with the client. Said by an icon; the words on press (§9). */
export interface Caution {
  /** Named in the locale as `caution.<id>.name`. */
  id: string;
  /** At least one. */
  why: readonly Message[];
}

/** The engine's answer for one client, complete and explained. */
export interface ActionPlan {
  /** At most the cap, best first. */
  shown: readonly Action[];
  /** Beyond the cap, best first. */
  folded: readonly Action[];
  silent: readonly { action: Action; silence: Silence }[];
  cautions: readonly Caution[];
  /** Of those folded: keys of proactive prompts for which the book's share of the day has no place. */
  beyondDay: readonly string[];
  /** Rules that were three times not relevant, anywhere in the book, and speak here: worth switching off, by id. */
  offerOff: readonly string[];
}
