import * as z from 'zod/mini';
import { clientId, contactId, eventId } from './ids';
import { civilDay, instant, minuteOfDay, timeZone } from './time';

/** The calendar's letters [R] and their meaning, in the order of the keys: T E M W S V B G. */
export const CHANNELS = {
  phone: 'T',
  email: 'E',
  meeting: 'M',
  wechat: 'W',
  sms: 'S',
  video: 'V',
  branch: 'B',
  group: 'G',
} as const;
export const channel = z.enum(['phone', 'email', 'meeting', 'wechat', 'sms', 'video', 'branch', 'group']);
export type Channel = z.infer<typeof channel>;

/** Purposes of a contact (§2), in the order in which the form offers them. */
export const PURPOSES = [
  'followUp',
  'acquisition',
  'negotiation',
  'care',
  'assetReview',
  'maturity',
  'riskTest',
  'collectDocuments',
  'signing',
  'invitation',
  'privileges',
  'afterSale',
  'referral',
  'complaint',
  'winBack',
  'riskCheck',
  'arrears',
  'preLoan',
  'drawdown',
  'postLoan',
] as const;
export const purpose = z.enum(PURPOSES);
export type Purpose = z.infer<typeof purpose>;

/** 接通 · 未接通 · 拒接 */
export const RESULTS = ['reached', 'noAnswer', 'declined'] as const;
export const contactResult = z.enum(RESULTS);
export type ContactResult = z.infer<typeof contactResult>;

/** 达成 · 部分 · 未达成; never preselected: a default would manufacture evidence (§2). */
export const goalReached = z.enum(['yes', 'partly', 'no']);
export type GoalReached = z.infer<typeof goalReached>;

const words = z.string().check(z.minLength(1), z.maxLength(500));

/** What was promised next, and by when. */
export const nextStep = z.strictObject({ text: words, due: z.nullable(civilDay) });

/** Longest number of a recording. */
export const MAX_RECORDING = 40;

/**
 * 双录 of a sale (§11.6), which is the bank's and never ours: the number under which it lies there, that it was made
 * online, or the RM's word that the bank asks none for this product.
 */
export const recordedSale = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('number'),
    number: z.string().check(z.minLength(1), z.maxLength(MAX_RECORDING), z.regex(/\S/u)),
  }),
  z.strictObject({ by: z.literal('online') }),
  z.strictObject({ by: z.literal('exempt') }),
]);
export type RecordedSale = z.infer<typeof recordedSale>;

/** What the RM enters of a contact. */
export const contactDetails = z.strictObject({
  channel,
  direction: z.enum(['out', 'in']),
  /** Null for a plan. */
  result: z.nullable(contactResult),
  day: civilDay,
  minute: z.nullable(minuteOfDay),
  zone: timeZone,
  minutesLong: z.nullable(z.int().check(z.gte(0), z.lte(1440))),
  purpose: z.nullable(purpose),
  goal: z.nullable(words),
  goalReached: z.nullable(goalReached),
  /** 成交标志性动作 [V]: the observable act that shows the goal was reached. */
  marker: z.nullable(words),
  /** Only of a signing whose goal was reached; left out where none was asked for. */
  recording: z.optional(recordedSale),
  nextStep: z.nullable(nextStep),
  note: z.nullable(z.string().check(z.maxLength(5000))),
  /** 客户原话: the note holds the client's own words. */
  clientWords: z.boolean(),
  metWith: z.nullable(words),
  companions: z.nullable(words),
  place: z.nullable(words),
  newBusiness: z.boolean(),
  /** 陌拜 */
  coldVisit: z.boolean(),
  /** 群发: kept, but never resets the cadence. */
  mass: z.boolean(),
});
export type ContactDetails = z.infer<typeof contactDetails>;

/** Longest name of an event: as in the bank's own list of them. */
export const MAX_EVENT_NAME = 60;

/** The group event (channel 群) of which an entry is one guest's: what its guests have in common. */
export const groupEvent = z.strictObject({
  id: eventId,
  name: z.string().check(z.minLength(1), z.maxLength(MAX_EVENT_NAME)),
});

/**
 * One contact with one client. `planned` until something is logged for it; `voided` when undone:
 * nothing is ever removed. `crm` entries were read from the CRM's own list.
 */
export const contact = z.strictObject({
  ...contactDetails.shape,
  id: contactId,
  clientId,
  origin: z.enum(['own', 'crm']),
  state: z.enum(['done', 'planned', 'voided']),
  /** 已录入: the entry stands in the bank's own system. */
  enteredInCrm: z.boolean(),
  /** The entry that this one corrects; both stay readable. */
  supersedes: z.nullable(contactId),
  /** The earlier promise (by the contact that made it) that this contact keeps. */
  keeps: z.nullable(contactId),
  /** Left out where the entry is of no event. */
  event: z.optional(groupEvent),
  loggedAt: instant,
  sample: z.optional(z.literal(true)),
});
export type Contact = z.infer<typeof contact>;
