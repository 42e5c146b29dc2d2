import type { Aim } from '../nba/action';
import { isOlder } from '../nba/age';
import type { Facts } from '../nba/facts';
import { ALL_GATES } from '../nba/gates/registry';
import { mourns } from '../nba/mourning';
import { riskOf } from '../nba/products';
import type { Finding, Offer, Rule } from '../nba/rule';
import type { Purpose } from '../schema/contact';
import { say } from '../words';
import type { Card, Piece, Track, TrackKind } from './piece';

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

/** The first gate of §11 that stops something of this aim, or null. */
function gateBefore(aim: Aim, rule: Rule, facts: Facts, offer?: Offer): string | null {
  const prompt = { rule, finding: offer ? { ...finding, offers: offer } : finding, aim };
  return ALL_GATES.find(({ id, stops }) => !NOT_IN_A_TALK.has(id) && stops(prompt, facts))?.id ?? null;
}

/**
 * The gate that keeps a track away from a client today, or null where it may be said: the gates of §11 for
 * what it is for, no closing from 65 on (§11.3), no festive greeting for the bereaved, and no condolence for
 * whoever lost nobody.
 */
export function closedTo({ kind, fits }: Track, facts: Facts): string | null {
  const gate = gateBefore(AIMS[kind], ruleFor(kind), facts);
  if (gate) return gate;
  if (kind === 'closing' && isOlder(facts)) return 'older';
  const occasion = fits?.occasion;
  if (occasion === 'condolence') return mourns(facts, HUNDRED_DAYS) ? null : 'notFitting';
  return occasion !== undefined && FESTIVE.has(occasion) && mourns(facts, YEAR) ? 'mourning' : null;
}

/**
 * Whether a card may be shown beside a client: of a product on the bank's 在售清单 only (§11.4), never an
 * example, and where every gate lets it be offered, with the risk that the list and the card name: the
 * higher counts (§11.1).
 */
function mayShowCard({ product, kind, risk }: Card, facts: Facts): boolean {
  const onSale = facts.settings.products?.find((each) => each.name === product && each.kind === kind);
  if (!onSale || product === null) return false;
  // A risk that the bank has not told is told by no card of the RM's.
  const higher = onSale.risk !== null && risk !== null && risk > onSale.risk ? risk : onSale.risk;
  const offer = { product, risk: riskOf({ kind, risk: higher }), least: onSale.least };
  return gateBefore('sell', ruleFor('fabe'), facts, offer) === null;
}

/** What stands beside a client: the rules of its prompts, the first one first, and what they are for. */
export interface Beside {
  rules: readonly string[];
  purposes: readonly Purpose[];
}

/** Whether a piece may stand beside a client at all. Checklists and cases only where something leads to them. */
function mayStand(each: Piece, facts: Facts, { rules, purposes }: Beside): boolean {
  if (!(each.fits?.kinds?.includes(facts.bundle.client.kind) ?? true)) return false;
  switch (each.type) {
    case 'track':
      return closedTo(each, facts) === null;
    case 'card':
      return mayShowCard(each, facts);
    case 'checklist':
      return purposes.includes(each.purpose);
    case 'case':
      return rules.some((rule) => each.fits?.rules?.includes(rule));
  }
}

/**
 * The pieces that may stand beside a client today: those of the rules that speak first come first, then the
 * others as they stand.
 */
export function piecesFor(pieces: readonly Piece[], facts: Facts, beside: Beside): Piece[] {
  const { rules } = beside;
  const place = ({ fits }: Piece): number => {
    const at = rules.findIndex((rule) => fits?.rules?.includes(rule));
    return at < 0 ? rules.length : at;
  };
  return pieces.filter((each) => mayStand(each, facts, beside)).sort((a, b) => place(a) - place(b));
}

/** Whether a piece offers something: it then has its hours (§11.8). */
export const offers = (each: Piece): boolean =>
  each.type === 'card' || (each.type === 'track' && AIMS[each.kind] === 'sell');
