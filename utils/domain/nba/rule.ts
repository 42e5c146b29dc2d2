import type { Message } from '../words';
import type { Deed } from './action';
import type { Facts } from './facts';

/**
 * What a prompt is for; gates stop aims, not single rules. `contact`: be in touch again · `service`: do
 * what is owed or kind · `learn`: ask for what is not known · `sell`: offer something · `record`: put
 * on file what happened.
 */
export type Aim = 'contact' | 'service' | 'learn' | 'sell' | 'record';

/** What a rule saw: one prompt, before gates, answers and priority. */
export interface Finding {
  /** What makes this prompt itself, without the rule's id: other evidence is another prompt. */
  evidence: string;
  title: Message;
  /** At least one. */
  why: readonly [Message, ...Message[]];
  talkTrack: Message;
  deed: Deed;
  due?: Facts['today'] | null;
  hot?: boolean;
  /** 1 to 1.5: how pressing. */
  urgency: number;
  /** 0.5 to 1: how sure the evidence is; 1 if left out. */
  confidence?: number;
  /** Where this finding's aim is not the rule's. */
  aim?: Aim;
}

/** One rule of next best action (§5): declarative, pure, with its own test. */
export interface Rule {
  /** Names the locale entries `rule.<id>.*`; kept in answers, so never renamed. */
  id: string;
  /** Its row in the table of rules. */
  number: number;
  /** Where its priority starts: what it is worth among all rules. */
  base: number;
  aim: Aim;
  /** Days for which the rule rests after it was acted on. */
  coolDown: number;
  /** What rests: the rule, or only the evidence that was acted on (another promise is another matter). */
  rests: 'rule' | 'evidence';
  /**
   * What "done" means for the evidence itself: `settles`, it never comes back; `rests`, it comes back
   * after the cool-down if the facts still say so.
   */
  done: 'settles' | 'rests';
  /** Only its best prompt is shown; when that is put away, the next one takes its place. */
  oneAtATime?: true;
  find(facts: Facts): Finding[];
}

/** The usual cool-down: the same client and rule not again within a week (§5). */
export const WEEK = 7;
