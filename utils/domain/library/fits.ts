import { isOlder } from '../nba/age';
import type { Facts } from '../nba/facts';
import { ALL_GATES } from '../nba/gates/registry';
import { mourns } from '../nba/mourning';
import type { Aim, Finding, Rule } from '../nba/rule';
import { say } from '../words';
import type { Piece, Track, TrackKind } from './piece';

/** What a kind of track is for: gates stop aims. */
const AIMS: Readonly<Record<TrackKind, Aim>> = {
  opening: 'contact',
  invitation: 'sell',
  situation: 'learn',
  problem: 'learn',
  implication: 'learn',
  needPayoff: 'sell',
  fabe: 'sell',
  objection: 'sell',
  closing: 'sell',
  referral: 'sell',
  complaint: 'service',
  care: 'service',
};

/** Whether a track of this kind offers something: it then has its hours (§11.8). */
export const offersIn = (kind: TrackKind): boolean => AIMS[kind] === 'sell';

/** Greetings that the bereaved do not get for a year (rule 5). */
const FESTIVE: ReadonlySet<string> = new Set([
  'springFestival',
  'lantern',
  'dragonBoat',
  'midAutumn',
  'doubleNinth',
  'nationalDay',
  'newYear',
]);
const YEAR = 365;
const HUNDRED_DAYS = 100;

/** A plan is no reason to keep silent in a talk that takes place. */
const NOT_IN_A_TALK: ReadonlySet<string> = new Set(['planned']);
const nothing = say('greeting.plain');
const finding: Finding = {
  evidence: 'library',
  title: nothing,
  why: [nothing],
  talkTrack: nothing,
  deed: { type: 'log', prefill: {}, keeps: null, amends: null },
  urgency: 1,
};
const ruleFor = (kind: TrackKind): Rule => ({
  id: 'library',
  number: 0,
  base: 0,
  aim: AIMS[kind],
  coolDown: 0,
  rests: 'evidence',
  done: 'rests',
  ...(kind === 'complaint' ? { owed: 'complaint' as const } : {}),
  find: () => [],
});

/**
 * The gate that keeps a track away from a client today, or null where it may be said: the gates of §11 for
 * what it is for, no closing from 65 on (§11.3), no festive greeting for the bereaved, and no condolence for
 * whoever lost nobody.
 */
export function closedTo({ kind, fits }: Track, facts: Facts): string | null {
  const aim = AIMS[kind];
  const rule = ruleFor(kind);
  const gate = ALL_GATES.find(
    ({ id, stops }) => !NOT_IN_A_TALK.has(id) && stops({ rule, finding, aim }, facts),
  );
  if (gate) return gate.id;
  if (kind === 'closing' && isOlder(facts)) return 'older';
  const occasion = fits?.occasion;
  if (occasion === 'condolence') return mourns(facts, HUNDRED_DAYS) ? null : 'notFitting';
  return occasion !== undefined && FESTIVE.has(occasion) && mourns(facts, YEAR) ? 'mourning' : null;
}

/** Whether a piece is for clients of this kind. */
const isForKind = ({ fits }: Piece, { bundle }: Facts): boolean =>
  fits?.kinds?.includes(bundle.client.kind) ?? true;

/**
 * The tracks that may be said to a client today, those of the prompt's rule and of the rules that speak
 * first, then by kind in the order of a talk.
 *
 * @param rules of the prompts that stand beside the client, the first one first
 */
export function tracksFor(pieces: readonly Piece[], facts: Facts, rules: readonly string[]): Track[] {
  const place = ({ fits }: Track): number => {
    const at = rules.findIndex((rule) => fits?.rules?.includes(rule));
    return at < 0 ? rules.length : at;
  };
  return pieces
    .flatMap((each) => (each.type === 'track' && isForKind(each, facts) ? [each] : []))
    .filter((each) => closedTo(each, facts) === null)
    .sort((a, b) => place(a) - place(b));
}

/**
 * The cards that may be shown beside a client: of products on the bank's 在售清单 only (§11.4); the examples
 * never, nor a card of a product that is not on it any more.
 */
export const cardsOnSale = (pieces: readonly Piece[], { settings }: Pick<Facts, 'settings'>): Piece[] =>
  pieces.filter(
    (each) =>
      each.type === 'card' &&
      each.product !== null &&
      settings.products?.some(({ name, kind }) => name === each.product && kind === each.kind),
  );
