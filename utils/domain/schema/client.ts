import * as z from 'zod/mini';
import { factSource, sureSource } from './factSource';
import { fieldValue } from './fieldValue';
import { clientId } from './ids';
import { MAX_ROWS, seenHoldingRow, seenPersonRow } from './seenRow';
import { civilDay, instant } from './time';

export const CLIENT_KINDS = ['individual', 'company', 'institution'] as const;
export const clientKind = z.enum(CLIENT_KINDS);
export type ClientKind = z.infer<typeof clientKind>;

/** The RM's own cadence tier [R]. */
export const TIERS = ['A', 'B', 'C', 'D'] as const;
export const tier = z.enum(TIERS);
export type Tier = z.infer<typeof tier>;

/** Class tags [V], several at once: 异常 渠道 VIP 存量 增量. */
export const CLASS_TAGS = ['atRisk', 'channel', 'vip', 'base', 'growth'] as const;
export const classTag = z.enum(CLASS_TAGS);
export type ClassTag = z.infer<typeof classTag>;

/** A field of the catalogue (clarity), or `crm.<label>` for a CRM field that has no place there. */
export const fieldKey = z.string().check(z.regex(/^([a-z][A-Za-z0-9]{0,39}|crm\..{1,60})$/u));
export type FieldKey = z.infer<typeof fieldKey>;

/** What the RM knows of one field: since when, from whom. */
export const fact = z.strictObject({
  value: fieldValue,
  source: factSource,
  day: civilDay,
  /** When it was noted or confirmed: against all that the CRM had shown by then. */
  confirmed: z.optional(instant),
});
export type Fact = z.infer<typeof fact>;

/** So many former values of a field are kept, the latest first; what was before stands in the journal. */
export const MAX_FORMER = 12;

/** A value the CRM showed once: when it was seen there first, and last. */
const formerValue = z.strictObject({ value: fieldValue, firstSeen: instant, lastSeen: instant });

/** What the CRM showed of one field, since when it shows this value, and what it showed before. */
export const observedField = z.strictObject({
  value: fieldValue,
  firstSeen: instant,
  former: z.optional(z.array(formerValue).check(z.minLength(1), z.maxLength(MAX_FORMER))),
});
export type ObservedField = z.infer<typeof observedField>;

/** Channels for which a consent to marketing is given or refused; a video call goes by that for calls. */
export const CONSENT_CHANNELS = ['phone', 'wechat', 'sms', 'email'] as const;
export const consentChannel = z.enum(CONSENT_CHANNELS);
export type ConsentChannel = z.infer<typeof consentChannel>;

/** 营销同意 (§11.7): given or refused, when, and who says so. Without one for a channel, none was given. */
export const consent = z.strictObject({ given: z.boolean(), day: civilDay, source: sureSource });
export type Consent = z.infer<typeof consent>;

/** 勿扰: since when, and for how long; `until` is the last day of it, null for good. */
export const doNotContact = z.strictObject({
  day: civilDay,
  until: z.nullable(civilDay),
  reason: z.nullable(z.string().check(z.minLength(1), z.maxLength(200))),
});
export type DoNotContact = z.infer<typeof doNotContact>;

/** 依法保留: nothing of the client may be erased while it stands, whoever asks (decision 028). */
export const legalHold = z.strictObject({
  day: civilDay,
  reason: z.string().check(z.minLength(1), z.maxLength(200)),
});
export type LegalHold = z.infer<typeof legalHold>;

/** One client of the RM's book. The CRM's own record stays in the CRM. */
export const client = z.strictObject({
  id: clientId,
  kind: clientKind,
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  /** Null until the RM sets one; the cadence then is that of D. */
  tier: z.nullable(tier),
  /** 私行 / 财富 / 金卡 / 普卡 as the CRM says it; kept apart from the tier. */
  serviceLevel: z.nullable(z.string().check(z.maxLength(40))),
  /** The same as the RM noted it where the CRM shows none; what the CRM shows wins. */
  ownLevel: z.optional(z.string().check(z.minLength(1), z.maxLength(40))),
  classes: z.array(classTag).check(z.maxLength(CLASS_TAGS.length)),
  /** Not yet a client of the bank: cadence 14 days (§3). */
  prospect: z.boolean(),
  /** The RM's own cadence for this client, in days; null for that of class and tier. */
  cadenceDays: z.nullable(z.int().check(z.gte(1), z.lte(3650))),
  facts: z.record(fieldKey, fact),
  observed: z.record(fieldKey, observedField),
  /** The CRM's own lists as they stood there last: apart from the RM's rows, which they never change. */
  seenHoldings: z.optional(z.array(seenHoldingRow).check(z.maxLength(MAX_ROWS))),
  seenPeople: z.optional(z.array(seenPersonRow).check(z.maxLength(MAX_ROWS))),
  consents: z.partialRecord(consentChannel, consent),
  doNotContact: z.nullable(doNotContact),
  /** Left out where there is none. */
  legalHold: z.optional(legalHold),
  /** The day from which the RM looks after the client: start of the cadence before any contact. */
  since: civilDay,
  /** True for a client of the sample book, removable in one go. */
  sample: z.optional(z.literal(true)),
});
export type Client = z.infer<typeof client>;
