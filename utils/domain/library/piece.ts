import * as z from 'zod/mini';
import { clientKind } from '../schema/client';
import { purpose } from '../schema/contact';
import { holdingKind, riskLevel } from '../schema/holding';

/** Kinds of talk track, in the order in which a talk takes them: SPIN's four, FABE, objections, closing and so on. */
export const TRACK_KINDS = [
  'opening',
  'invitation',
  'situation',
  'problem',
  'implication',
  'needPayoff',
  'fabe',
  'objection',
  'closing',
  'referral',
  'complaint',
  'care',
] as const;
export const trackKind = z.enum(TRACK_KINDS);
export type TrackKind = z.infer<typeof trackKind>;

/** What a care message is for. */
const OCCASIONS = [
  'birthday',
  'springFestival',
  'lantern',
  'dragonBoat',
  'midAutumn',
  'doubleNinth',
  'nationalDay',
  'newYear',
  'condolence',
  'illness',
  'newborn',
  'exam',
  'thanks',
] as const;
const occasion = z.enum(OCCASIONS);

const line = (most: number) => z.string().check(z.minLength(1), z.maxLength(most));
const few = <Schema extends z.ZodMiniType>(each: Schema, most: number) =>
  z.array(each).check(z.maxLength(most));

/** Where a piece fits; what is left out does not matter. */
const fits = z.strictObject({
  /** The prompts beside which it stands, by the id of their rule. */
  rules: z.optional(few(line(60), 40)),
  purposes: z.optional(few(purpose, 20)),
  /** For clients of these kinds only. */
  kinds: z.optional(few(clientKind, 3)),
  occasion: z.optional(occasion),
  /** Who it is said to. */
  relation: z.optional(z.enum(['client', 'elder', 'family', 'company'])),
});

const head = {
  /** Names it in both languages, in counters and in what was changed: never renamed. */
  id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{1,59}$/)),
  title: line(80),
  fits: z.optional(fits),
};
const answer = z.strictObject({ asked: line(200), answer: line(600) });

/** 话术: what to say. `{title}` and `{name}` are filled in for the client. */
export const track = z.strictObject({
  type: z.literal('track'),
  ...head,
  kind: trackKind,
  text: line(2000),
});
export type Track = z.infer<typeof track>;

/** A checklist for contacts of one purpose. */
const checklist = z.strictObject({
  type: z.literal('checklist'),
  ...head,
  purpose,
  items: z.array(line(200)).check(z.minLength(1), z.maxLength(30)),
});

/** 产品卡. */
const card = z.strictObject({
  type: z.literal('card'),
  ...head,
  kind: holdingKind,
  /** Its name on the bank's 在售清单; null for an example, which is never matched to a client (§11.4). */
  product: z.nullable(line(100)),
  risk: z.nullable(riskLevel),
  /** Three selling points. */
  points: z.array(line(200)).check(z.minLength(1), z.maxLength(3)),
  advantages: few(line(200), 20),
  forWhom: line(400),
  comparison: line(800),
  example: line(800),
  questions: few(answer, 20),
  objections: few(answer, 20),
});

export type Card = z.infer<typeof card>;

/** 成功案例: without a name in it. */
const successCase = z.strictObject({
  type: z.literal('case'),
  ...head,
  situation: line(800),
  did: line(800),
  result: line(800),
  lesson: line(400),
});

/** One piece of the library. */
export const piece = z.discriminatedUnion('type', [track, checklist, card, successCase]);
export type Piece = z.infer<typeof piece>;
export type PieceType = Piece['type'];
export const PIECE_TYPES = ['track', 'checklist', 'card', 'case'] as const satisfies readonly PieceType[];

/** Ids and choices: nobody says them. */
const NO_WORDS: ReadonlySet<string> = new Set(['id', 'type', 'purpose', 'risk', 'fits', 'kind']);

function stringsIn(value: unknown, path: readonly string[]): { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path: path.join('.'), text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => stringsIn(inner, [...path, key]));
}

/** The texts of a piece, each with its place in it: what is searched, and what the wording check reads. */
export const textsOf = (whole: Piece): { path: string; text: string }[] =>
  Object.entries(whole).flatMap(([key, inner]) => (NO_WORDS.has(key) ? [] : stringsIn(inner, [key])));
