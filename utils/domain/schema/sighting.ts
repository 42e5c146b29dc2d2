import * as z from 'zod/mini';
import { clientKind, fieldKey } from './client';
import { channel } from './contact';
import { fieldValue } from './fieldValue';
import { MAX_ROWS, seenHolding, seenPerson } from './seenRow';
import { civilDay, minuteOfDay } from './time';

/** Most that one page may show; more is cut by the reader and refused here. */
const MAX_FIELDS = 200;
const MAX_CONTACTS = 200;

/** A record of a CRM: `crmId` names the system, `entity` the kind of record in it. */
export const recordRef = z.strictObject({
  crmId: z.string().check(z.regex(/^[a-z0-9][a-z0-9.-]{0,63}$/)),
  entity: z.string().check(z.regex(/^[a-z][a-zA-Z0-9]{0,31}$/)),
  recordId: z.string().check(z.minLength(1), z.maxLength(128)),
});
export type RecordRef = z.infer<typeof recordRef>;

/** One field as the page shows it; `label` in the page's own words. */
export const seenField = z.strictObject({
  key: fieldKey,
  label: z.string().check(z.maxLength(100)),
  value: fieldValue,
});

/** One line of the CRM's own list of past contacts. */
export const seenContact = z.strictObject({
  day: civilDay,
  minute: z.nullable(minuteOfDay),
  channel,
  text: z.string().check(z.maxLength(2000)),
  by: z.nullable(z.string().check(z.maxLength(100))),
});
export type SeenContact = z.infer<typeof seenContact>;

/** What one client's page shows, and of whom: the only way in for anything from a page. */
export const sighting = z.strictObject({
  adapter: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/)),
  record: recordRef,
  kind: clientKind,
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  fields: z.array(seenField).check(z.maxLength(MAX_FIELDS)),
  contacts: z.array(seenContact).check(z.maxLength(MAX_CONTACTS)),
  /** Left out where the page shows no such list: an empty one may be a list that has not come yet. */
  holdings: z.optional(z.array(seenHolding).check(z.minLength(1), z.maxLength(MAX_ROWS))),
  people: z.optional(z.array(seenPerson).check(z.minLength(1), z.maxLength(MAX_ROWS))),
});
export type Sighting = z.infer<typeof sighting>;
