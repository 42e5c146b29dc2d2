import * as z from 'zod/mini';
import { classTag, clientKind, fieldKey, tier } from '@/utils/domain/schema/client';
import { channel, contactResult, purpose } from '@/utils/domain/schema/contact';
import { fieldValue } from '@/utils/domain/schema/fieldValue';
import { holdingKind, riskLevel } from '@/utils/domain/schema/holding';
import { money } from '@/utils/domain/schema/money';
import { place } from '@/utils/domain/schema/place';
import { policyKind } from '@/utils/domain/schema/policy';
import { relationRole, stage } from '@/utils/domain/schema/relation';
import { civilDay, minuteOfDay } from '@/utils/domain/schema/time';

/*
 * What one row of a spreadsheet brings, read and checked: plain data that crosses from the worker to the page, and is
 * parsed there again. Nothing in it has an id yet, and nothing says whose it is but the row's own words.
 */

const words = (most: number) => z.string().check(z.minLength(1), z.maxLength(most));

/** Whose a row is, in its own words. A number is the bank's client number, as text: zeros in front belong to it. */
export const who = z.strictObject({
  name: z.nullable(words(200)),
  number: z.nullable(words(60)),
  phone: z.nullable(fieldValue),
  birthday: z.nullable(fieldValue),
  /** Null where neither the sheet nor the name tells. */
  kind: z.nullable(clientKind),
});
export type Who = z.infer<typeof who>;

const edit = z.strictObject({
  tier: z.optional(tier),
  classes: z.optional(z.array(classTag)),
  prospect: z.optional(z.boolean()),
  ownLevel: z.optional(words(40)),
});

export const broughtFact = z.strictObject({ key: fieldKey, value: fieldValue });
export type BroughtFact = z.infer<typeof broughtFact>;

export const broughtContact = z.strictObject({
  day: civilDay,
  minute: z.nullable(minuteOfDay),
  channel,
  /** Null where the sheet does not say: then it took place, unless its day lies ahead. */
  result: z.nullable(contactResult),
  purpose: z.nullable(purpose),
  note: z.nullable(words(5000)),
  metWith: z.nullable(words(500)),
  place: z.nullable(words(500)),
  next: z.nullable(words(500)),
  nextDue: z.nullable(civilDay),
});
export type BroughtContact = z.infer<typeof broughtContact>;

export const broughtHolding = z.strictObject({
  kind: holdingKind,
  name: z.nullable(words(200)),
  place,
  amount: z.nullable(money),
  since: z.nullable(civilDay),
  maturity: z.nullable(civilDay),
  riskLevel: z.nullable(riskLevel),
  productCode: z.nullable(words(60)),
});
export type BroughtHolding = z.infer<typeof broughtHolding>;

export const broughtPolicy = z.strictObject({
  kind: policyKind,
  insurer: z.nullable(words(200)),
  name: z.nullable(words(200)),
  /** Null for the client. */
  insured: z.nullable(words(100)),
  from: z.nullable(civilDay),
  until: z.nullable(civilDay),
  cover: z.nullable(money),
  premium: z.nullable(money),
  nextDue: z.nullable(civilDay),
  criticalIllness: z.boolean(),
});
export type BroughtPolicy = z.infer<typeof broughtPolicy>;

export const broughtRelation = z.strictObject({
  role: relationRole,
  name: z.nullable(words(200)),
  phone: z.nullable(words(64)),
  stage: z.nullable(stage),
  note: z.nullable(words(500)),
});
export type BroughtRelation = z.infer<typeof broughtRelation>;

/** What is brought of one client, by one row or by several put together. */
export const brought = z.strictObject({
  who,
  edit,
  facts: z.array(broughtFact),
  notes: z.array(words(5000)),
  contacts: z.array(broughtContact),
  holdings: z.array(broughtHolding),
  policies: z.array(broughtPolicy),
  relations: z.array(broughtRelation),
});
export type Brought = z.infer<typeof brought>;

/** One row, and which of the sheet it is, from 1. */
export const broughtRow = z.strictObject({ row: z.int().check(z.gte(1)), brought });
export type BroughtRow = z.infer<typeof broughtRow>;

/** What is wrong with a cell. Each has words that say what to do: `import.fault.<code>`. */
export const CELL_FAULTS = [
  'noSuchDay', // 30 February
  'dayOrder', // 03/04/2026: day or month first?
  'shortYear', // 26-2-9
  'noYear', // 2月9日
  'lunarDay', // 农历 where only a birthday may be
  'serialDay', // 46062: Excel's own count
  'notADay',
  'notATime',
  'notMoney',
  'notANumber',
  'unsurePhone', // kept as it is written
  'notAPhone',
  'unknownWord',
  'tooLong',
  'shortened', // 6.2E+18: Excel has rounded it
  'broken', // #REF!
  'formula', // a formula instead of what it comes to
  'unreadable', // U+FFFD: the wrong encoding
  'maskedName', // 张*
  'noName', // nobody is named
  'missing', // the row is nothing without this cell
  'order', // matures before it began
  'ahead', // lies in the future where it cannot
  'refused', // a password, a card's number or check number, a one-time code
  'minor', // of a child, neither name nor number nor note is kept
  'nothing', // the row says nothing beyond a name
] as const;
export const cellFault = z.strictObject({
  row: z.int(),
  /** Index of the column; −1 for the row as a whole. */
  column: z.int(),
  /** What stands there, cut short. */
  found: z.string(),
  why: z.enum(CELL_FAULTS),
  /** Whether the whole row is left out for it; else only this cell is. */
  rowOut: z.boolean(),
});
export type CellFault = z.infer<typeof cellFault>;
export type CellFaultCode = CellFault['why'];

/** Nothing of a client whose words these are. */
export const broughtBy = (of: Who): Brought => ({
  who: of,
  edit: {},
  facts: [],
  notes: [],
  contacts: [],
  holdings: [],
  policies: [],
  relations: [],
});
