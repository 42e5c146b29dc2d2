import * as z from 'zod/mini';
import { exportRule, retentionDays } from '../exportRule';
import { holdingKind, riskLevel } from './holding';
import { money } from './money';
import { stage } from './relation';
import { civilDay, minuteOfDay } from './time';

const days = z.int().check(z.gte(1), z.lte(3650));

/** Cadence by tier, class and standing, in days (§3); a client's own value comes before these. */
export const cadenceSettings = z.strictObject({
  A: days,
  B: days,
  C: days,
  D: days,
  prospect: days,
  atRisk: days,
});
export type CadenceSettings = z.infer<typeof cadenceSettings>;

/** The classes that may have a cadence of their own; at risk always has one and stands above. */
export const CADENCED_CLASSES = ['vip', 'channel', 'growth', 'base'] as const;

/** Cadence by class, in days; a class that is not named goes by standing and tier. */
const classCadence = z.strictObject({
  vip: z.optional(days),
  channel: z.optional(days),
  growth: z.optional(days),
  base: z.optional(days),
});
export type ClassCadence = z.infer<typeof classCadence>;

/** How often clients of a tier are met, in days, apart from other contacts; null: as it comes. */
const visitCadence = z.strictObject({
  A: z.nullable(days),
  B: z.nullable(days),
  C: z.nullable(days),
  D: z.nullable(days),
});
export type VisitCadence = z.infer<typeof visitCadence>;

/** Days on which the RM is away, both included, and who stands in. */
export const leave = z
  .strictObject({
    from: civilDay,
    until: civilDay,
    standIn: z.nullable(z.string().check(z.minLength(1), z.maxLength(40))),
  })
  .check(z.refine(({ from, until }) => from <= until, 'ends before it begins'));
export type Leave = z.infer<typeof leave>;

/** Most that is planned for one working day (§8). */
const capacity = z.strictObject({
  visits: z.int().check(z.gte(0), z.lte(20)),
  contacts: z.int().check(z.gte(0), z.lte(100)),
});
export type Capacity = z.infer<typeof capacity>;

/** What a contact is marked with in the calendar: T E M W, or 电 邮 面 微 (§2). */
export const CALENDAR_MARKS = ['letters', 'characters'] as const;
export type CalendarMarks = (typeof CALENDAR_MARKS)[number];

/** One product of the bank's signed 在售清单 (§11.4); only these are ever matched to a client. */
export const productOnSale = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(100)),
  kind: holdingKind,
  /** The higher one where issuer and bank differ; null where nobody told it: it then is never prompted. */
  risk: z.nullable(riskLevel),
  /** The least amount, in the currency of the product. */
  least: money,
});
export type ProductOnSale = z.infer<typeof productOnSale>;

/** An event of the bank for clients with children of these stages; `until` is its day. */
export const familyEvent = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(60)),
  stages: z.array(stage).check(z.minLength(1)),
  until: civilDay,
});
export type FamilyEvent = z.infer<typeof familyEvent>;

const ruleId = z.string().check(z.minLength(1), z.maxLength(60));

/** The range of a rule's own weight: half again as much or half as much at most (§5). */
export const LEAST_WEIGHT = 0.5;
export const MOST_WEIGHT = 1.5;
/** Most proactive prompts a day for the whole book (§5): as it starts, and at most. */
export const PROACTIVE_A_DAY = 10;
export const MOST_PROACTIVE = 50;
export const MOST_PROMPTS = 10;

/** A rule's weight, by which its prompts are moved up or down among the others. */
export const ruleWeight = z.number().check(z.gte(LEAST_WEIGHT), z.lte(MOST_WEIGHT));
export const ruleWeights = z.record(ruleId, ruleWeight);
/** Numbers of rules by `<rule>.<name>`; the engine holds each within the range that its rule declares. */
export const ruleThresholds = z.record(z.string().check(z.maxLength(90)), z.int().check(z.gte(0)));
export const promptsPerClient = z.int().check(z.gte(1), z.lte(MOST_PROMPTS));
export const proactivePerDay = z.int().check(z.gte(1), z.lte(MOST_PROACTIVE));
export const productsOnSale = z.array(productOnSale).check(z.maxLength(500));
export const familyEvents = z.array(familyEvent).check(z.maxLength(50));
/** Yuan, whole. */
export const serviceLine = z.int().check(z.gte(1), z.lte(10_000_000_000));
export const serviceLines = z.array(serviceLine).check(z.maxLength(10));

/** Nobody is offered anything by telephone before 8 or after 21, whoever sets the hours; minutes after midnight. */
export const EARLIEST_OFFER = 8 * 60;
export const LATEST_OFFER = 21 * 60;
const offerMinute = z.int().check(z.gte(EARLIEST_OFFER), z.lte(LATEST_OFFER));

/**
 * The hours of a working day in which something may be offered by telephone (§11.8), in minutes after midnight,
 * each end out; without a lunch hour where it ends as it begins.
 */
export const offerHours = z
  .strictObject({ from: offerMinute, lunchFrom: offerMinute, lunchTo: offerMinute, until: offerMinute })
  .check(
    z.refine(
      ({ from, lunchFrom, lunchTo, until }) =>
        from < until && from <= lunchFrom && lunchFrom <= lunchTo && lunchTo <= until,
      'not in the order of the day',
    ),
  );
export type OfferHours = z.infer<typeof offerHours>;

/** Which reached signings of individuals need 双录: none, all but of products for which it is not asked, or every one. */
export const recordedSales = z.enum(['none', 'products', 'every']);
export type RecordedSales = z.infer<typeof recordedSales>;

/** Of what the RM can be reminded. */
export const REMINDER_KINDS = ['promise', 'note', 'plan', 'birthday', 'maturity'] as const;
export const reminderKind = z.enum(REMINDER_KINDS);
export type ReminderKind = z.infer<typeof reminderKind>;

/** Reminders by the browser's notifications: off unless the RM switches them on. */
export const reminderSettings = z.strictObject({
  on: z.boolean(),
  /** Whether they may name clients, where the bank's policy lets them. */
  names: z.boolean(),
  kinds: z.array(reminderKind).check(z.maxLength(REMINDER_KINDS.length)),
  /**
   * Minutes of a working day between which they come, the end is out; `daysOff` where the RM works on
   * weekends and holidays too.
   */
  hours: z
    .strictObject({ from: minuteOfDay, to: minuteOfDay, daysOff: z.boolean() })
    .check(z.refine(({ from, to }) => from < to, 'the end is before the start')),
});
export type ReminderSettings = z.infer<typeof reminderSettings>;

/** Starting values: nobody is reminded, and nobody named. */
export const NO_REMINDERS: ReminderSettings = {
  on: false,
  names: false,
  kinds: [...REMINDER_KINDS],
  hours: { from: 9 * 60, to: 18 * 60, daysOff: false },
};

export const settings = z.strictObject({
  /** The RM's time zone: days begin and end there. */
  zone: z.string().check(z.minLength(1), z.maxLength(64)),
  cadence: cadenceSettings,
  /** By class, where one is to differ from its tier. */
  classCadence: z.optional(classCadence),
  /** Meetings apart from other contacts; the usual ones if left out. */
  visitCadence: z.optional(visitCadence),
  /** The RM's leave, in no order: due dates step over it. */
  leave: z.optional(z.array(leave).check(z.maxLength(60))),
  /** What the week plan fills a day with; the usual if left out. */
  capacity: z.optional(capacity),
  /** Letters unless set otherwise. */
  calendarMarks: z.optional(z.enum(CALENDAR_MARKS)),
  /** Opens the panel by itself on client pages. */
  autoOpen: z.boolean(),
  /** Most prompts shown for one client (§5). */
  promptsPerClient,
  /** Most proactive prompts a day for the book; ten if left out. */
  proactivePerDay: z.optional(proactivePerDay),
  /** Rules that are switched off, by id. */
  rulesOff: z.array(z.string().check(z.maxLength(60))).check(z.maxLength(100)),
  /** Of those that were moved; 1 for all others. What is owed has none. */
  weights: z.optional(ruleWeights),
  /** Of those that were moved. */
  thresholds: z.optional(ruleThresholds),
  /** Whether answers to prompts may shift the weights of rules; yes if left out. */
  learning: z.optional(z.boolean()),
  /** 在售清单; without it no product is matched. */
  products: z.optional(productsOnSale),
  /** Events that clients with children can be invited to. */
  events: z.optional(familyEvents),
  /** The lines of assets between the bank's service levels, in yuan; the usual ones if left out. */
  serviceLines: z.optional(serviceLines),
  /** Hours of offers by telephone; the usual ones if left out. */
  offerHours: z.optional(offerHours),
  /** Of which sales the recording is asked for; of all where the bank asks it if left out. */
  recordedSales: z.optional(recordedSales),
  /** The bank's template for what is copied into its CRM; ours, in the reader's language, if left out. */
  template: z.optional(z.string().check(z.minLength(1), z.maxLength(2000))),
  /** Those of `NO_REMINDERS` if left out. */
  reminders: z.optional(reminderSettings),
  /** Whether anything may be taken out of the book; the bank's policy may be stricter. */
  exports: z.optional(exportRule),
  /** Days after which clients of whom nothing was written any more are offered for erasure; never if left out. */
  retentionDays: z.optional(retentionDays),
  theme: z.enum(['system', 'light', 'dark']),
});
export type Settings = z.infer<typeof settings>;

/** Starting values (§3, §5); `zone` is the one the browser tells. */
export const defaultSettings = (zone: string): Settings => ({
  zone,
  cadence: { A: 30, B: 60, C: 90, D: 90, prospect: 14, atRisk: 15 },
  autoOpen: true,
  promptsPerClient: 3,
  rulesOff: [],
  theme: 'system',
});
