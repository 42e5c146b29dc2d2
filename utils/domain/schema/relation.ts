import * as z from 'zod/mini';
import { factSource, sureSource } from './factSource';
import { clientId, relationId } from './ids';
import { civilDay } from './time';

/** Who a person is to the client: family, key people of a company, who refers whom. */
export const RELATION_ROLES = [
  'spouse',
  'child',
  'parent',
  'sibling',
  'otherRelative',
  'controller',
  'generalManager',
  'financeHead',
  'handler',
  'legalRepresentative',
  'shareholder',
  'guarantor',
  /** This person brought the client. */
  'referredBy',
  /** The client brought this person. */
  'referred',
  'friend',
  'other',
] as const;
export const relationRole = z.enum(RELATION_ROLES);
export type RelationRole = z.infer<typeof relationRole>;

/** 学段: of a child, school or work is all that is kept (§4). */
export const STAGES = ['preschool', 'primary', 'junior', 'senior', 'university', 'working'] as const;
export const stage = z.enum(STAGES);
export type Stage = z.infer<typeof stage>;

/** What a key person does in a decision, and how he sees us: the codes of the catalogue of companies. */
export const INFLUENCES = ['decides', 'influences', 'executes'] as const;
export const influence = z.enum(INFLUENCES);

export const ATTITUDES = ['supportive', 'warm', 'neutral', 'cool', 'opposed'] as const;
export const attitude = z.enum(ATTITUDES);

/**
 * 隔离墙 (§9): nothing of the client's affairs is told to this person unless the wall was opened, by
 * the client or by what the CRM shows, never by a guess. `mustNotBeTold` says so in so many words, for
 * which a guess is enough.
 */
export const wall = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('closed') }),
  z.strictObject({ state: z.literal('sharesFinances'), day: civilDay, source: sureSource }),
  z.strictObject({ state: z.literal('mustNotBeTold'), day: civilDay, source: factSource }),
]);
export type Wall = z.infer<typeof wall>;

const GROWN_UP: ReadonlySet<Stage | null> = new Set(['university', 'working']);

/** Personal data of minors stays out: of a child, unless known to be grown up, no name, number or note. */
export const sparesMinors = (told: {
  role: RelationRole;
  stage: Stage | null;
  name: string | null;
  phone: string | null;
  note: string | null;
}): boolean => told.role !== 'child' || GROWN_UP.has(told.stage) || (!told.name && !told.phone && !told.note);

const told = z.strictObject({
  id: relationId,
  role: relationRole,
  /** Null for a minor, and while it is not known: a spouse is worth noting before the name is. */
  name: z.nullable(z.string().check(z.minLength(1), z.maxLength(200))),
  /** The client of the book that this person is. One row serves both: see ClientBundle.namedIn. */
  other: z.nullable(clientId),
  /** As the RM wrote it. */
  phone: z.nullable(z.string().check(z.minLength(1), z.maxLength(64))),
  stage: z.nullable(stage),
  /** 有无保障; null while it is not known. */
  covered: z.nullable(z.boolean()),
  influence: z.nullable(influence),
  attitude: z.nullable(attitude),
  lastMet: z.nullable(civilDay),
  wall,
  note: z.nullable(z.string().check(z.minLength(1), z.maxLength(500))),
  source: factSource,
  /** The day on which it was true. */
  day: civilDay,
});
const minors = { error: 'personal data of a minor', path: ['name'] };

/** What the RM enters of a person. */
export const relationDetails = told.check(z.refine(sparesMinors, minors));
export type RelationDetails = z.infer<typeof relationDetails>;

/** A person who matters to a client. Belongs to that client; `other` where the person is in the book too. */
export const relation = z
  .strictObject({ ...told.shape, clientId, sample: z.optional(z.literal(true)) })
  .check(z.refine(sparesMinors, minors));
export type Relation = z.infer<typeof relation>;
