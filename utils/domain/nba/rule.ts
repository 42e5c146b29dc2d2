import type { FieldKey } from '../schema/client';
import type { RiskLevel } from '../schema/holding';
import type { RelationId } from '../schema/ids';
import type { Money } from '../schema/money';
import type { Message } from '../words';
import type { Aim, Deed, Part } from './action';
import type { Facts } from './facts';
import type { Threshold } from './threshold';

/** What a prompt offers: the gates of §11 weigh it, and a client who declined it is left alone with it. */
export interface Offer {
  /** The product by its name, or a kind of product where none is named yet. */
  product: string;
  /** Its risk; `unknown` where it has one that nobody told, `none` for what is no investment. */
  risk: RiskLevel | 'unknown' | 'none';
  /** The least amount it asks for; left out where no product is named yet. */
  least?: Money;
}

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
  offers?: Offer;
  /** The relatives whom the prompt speaks of: the wall of §9 stands between them and the client. */
  about?: readonly RelationId[];
  /** The field on which the evidence rests, where it is one: opened when the RM says that it is wrong. */
  fact?: FieldKey;
  /** Where the evidence stands, if not where the rule's usually does. */
  part?: Part;
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
  /** Where the evidence stands; the history for `contact` and `record`, else the profile, if left out. */
  part?: Part;
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
  /** Owed by law or to someone who complained: said also where the client is not to be contacted. */
  owed?: 'law' | 'complaint';
  /** Days for which it can be put off at most; it then can be neither dismissed nor switched off. */
  putOff?: number;
  /** Its numbers that may be set otherwise, in the order in which the options page tells them. */
  thresholds?: readonly Threshold[];
  find(facts: Facts): Finding[];
}

/** Whether the weight of a rule may be learned: not where law or a complaint asks for it. */
export const isLearnable = ({ owed }: Pick<Rule, 'owed'>): boolean => owed === undefined;

/** The usual cool-down: the same client and rule not again within a week (§5). */
export const WEEK = 7;

/** A quarter, for what would be a nuisance more often. */
export const QUARTER = 90;

/** From 1, the day it is first said, up to 1.5 when all its days are gone. */
export const rising = (gone: number, of: number): number => 1 + (0.5 * Math.min(Math.max(gone, 0), of)) / of;
