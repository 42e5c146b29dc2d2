import * as z from 'zod/mini';
import type { Result } from '@/utils/domain/result';
import { actionAnswer } from '@/utils/domain/schema/actionState';
import {
  classTag,
  consent,
  consentChannel,
  doNotContact,
  fact,
  fieldKey,
  tier,
} from '@/utils/domain/schema/client';
import { contactDetails, contactResult, groupEvent, nextStep } from '@/utils/domain/schema/contact';
import { creditDetails } from '@/utils/domain/schema/credit';
import { fieldValue } from '@/utils/domain/schema/fieldValue';
import { holdingDetails } from '@/utils/domain/schema/holding';
import {
  clientId,
  contactId,
  creditId,
  eventId,
  holdingId,
  noteId,
  opId,
  opportunityId,
  policyId,
  relationId,
} from '@/utils/domain/schema/ids';
import { remindAt, sensitivity } from '@/utils/domain/schema/note';
import { opportunityDetails } from '@/utils/domain/schema/opportunity';
import { policyDetails } from '@/utils/domain/schema/policy';
import { relationDetails } from '@/utils/domain/schema/relation';
import { sighting } from '@/utils/domain/schema/sighting';
import { civilDay, minuteOfDay, timeZone } from '@/utils/domain/schema/time';
import { visitDetails } from '@/utils/domain/schema/visit';

/**
 * Whom a command is about: a client of the book, or one only sighted so far, who becomes a client
 * by it (decision 4). Set when a form opens and never moved: what is written stays with its client.
 */
export const subject = z.union([
  z.strictObject({ type: z.literal('client'), clientId }),
  z.strictObject({ type: z.literal('sighted'), sighting }),
]);
export type Subject = z.infer<typeof subject>;

const noteText = z.string().check(z.minLength(1), z.maxLength(5000));

/** So many facts come with the outcome of a visit at most; the profile takes more. */
export const MAX_LEARNED = 5;

/** So many guests are noted in one go at most; more are noted in several. */
export const MAX_GUESTS = 300;

/** So many entries of one event are moved or called off in one go: an event is moved whole. */
export const MAX_ENTRIES_OF_EVENT = 3000;

const guestsOf = <Entry extends z.core.$ZodLooseShape>(most: number, entry: Entry) =>
  z.array(z.strictObject({ clientId, contactId, ...entry })).check(z.minLength(1), z.maxLength(most));

/** What all guests of an event have in common in their entries. */
const eventPlace = {
  event: groupEvent,
  day: civilDay,
  minute: z.nullable(minuteOfDay),
  zone: timeZone,
  place: z.nullable(z.string().check(z.minLength(1), z.maxLength(200))),
};
const eventDay = {
  ...eventPlace,
  note: z.nullable(z.string().check(z.minLength(1), z.maxLength(1000))),
};

/** Everything a user can do to the store; one way to write (decision 7). */
export const command = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('track'), subject }),
  /** A day in the future makes a plan. `answers` is the key of the prompt that led here. */
  z.strictObject({
    do: z.literal('logContact'),
    subject,
    contactId,
    details: contactDetails,
    keeps: z.nullable(contactId),
    answers: z.nullable(z.strictObject({ key: z.string(), rule: z.string() })),
    /** It did not come of the form: a draft that waits there is left alone. */
    besideDraft: z.optional(z.literal(true)),
  }),
  /** A correction is a new entry that supersedes the old one. */
  z.strictObject({
    do: z.literal('amendContact'),
    clientId,
    contactId,
    supersedes: contactId,
    details: contactDetails,
  }),
  z.strictObject({ do: z.literal('markEntered'), clientId, contactId, entered: z.boolean() }),
  z.strictObject({ do: z.literal('setFact'), subject, key: fieldKey, fact }),
  z.strictObject({ do: z.literal('clearFact'), clientId, key: fieldKey }),
  z.strictObject({
    do: z.literal('editClient'),
    subject,
    change: z.strictObject({
      tier: z.optional(z.nullable(tier)),
      classes: z.optional(z.array(classTag)),
      prospect: z.optional(z.boolean()),
      /** The bank's service level, where the CRM shows none; null where it is not known any more. */
      ownLevel: z.optional(z.nullable(z.string().check(z.minLength(1), z.maxLength(40)))),
      cadenceDays: z.optional(z.nullable(z.int().check(z.gte(1), z.lte(3650)))),
    }),
  }),
  z.strictObject({
    do: z.literal('addNote'),
    subject,
    noteId,
    text: noteText,
    pinned: z.boolean(),
    remind: z.optional(remindAt),
    sensitivity: z.optional(sensitivity),
  }),
  /** Without `remind` the reminder stays as it is, null takes it away; so with `sensitivity`. */
  z.strictObject({
    do: z.literal('editNote'),
    clientId,
    noteId,
    text: noteText,
    pinned: z.boolean(),
    remind: z.optional(z.nullable(remindAt)),
    sensitivity: z.optional(z.nullable(sensitivity)),
  }),
  z.strictObject({ do: z.literal('removeNote'), clientId, noteId }),
  /** Two devices wrote into one note at once: the text that stays in it, the other one going; null lets both stand. */
  z.strictObject({
    do: z.literal('settleNotes'),
    clientId,
    noteId,
    copyId: noteId,
    text: z.nullable(noteText),
    /** The two texts as they were before the user's eyes: of others nothing goes. */
    seen: z.tuple([noteText, noteText]),
  }),
  // Rows under an id that the form makes: kept again under the same id, the row is changed.
  z.strictObject({ do: z.literal('keepRelation'), subject, relation: relationDetails }),
  z.strictObject({ do: z.literal('dropRelation'), clientId, relationId }),
  z.strictObject({ do: z.literal('keepHolding'), subject, holding: holdingDetails }),
  z.strictObject({ do: z.literal('dropHolding'), clientId, holdingId }),
  z.strictObject({ do: z.literal('keepPolicy'), subject, policy: policyDetails }),
  z.strictObject({ do: z.literal('dropPolicy'), clientId, policyId }),
  z.strictObject({ do: z.literal('keepCredit'), subject, credit: creditDetails }),
  z.strictObject({ do: z.literal('dropCredit'), clientId, creditId }),
  z.strictObject({ do: z.literal('keepOpportunity'), subject, opportunity: opportunityDetails }),
  z.strictObject({ do: z.literal('dropOpportunity'), clientId, opportunityId }),
  // A visit stands beside the planned contact that it is named by.
  z.strictObject({ do: z.literal('keepVisit'), clientId, visit: visitDetails }),
  z.strictObject({ do: z.literal('dropVisit'), clientId, visitId: contactId }),
  /** The outcome of a plan, all of it in one commit: the contact, what shows it, and what was learned. */
  z.strictObject({
    do: z.literal('logVisit'),
    clientId,
    contactId,
    /** The version of the plan that holds. */
    plan: contactId,
    details: contactDetails,
    evidence: z.nullable(z.string().check(z.minLength(1), z.maxLength(500))),
    learned: z.array(z.strictObject({ key: fieldKey, fact })).check(z.maxLength(MAX_LEARNED)),
  }),
  /** One entry for many (channel 群): invites them, or notes who came. One commit, and one undo. */
  z.strictObject({
    do: z.literal('logEvent'),
    ...eventDay,
    /** What was agreed with everybody who came. */
    nextStep: z.nullable(nextStep),
    guests: guestsOf(MAX_GUESTS, {
      /** The version of the entry that holds: of whoever was invited before. */
      supersedes: z.nullable(contactId),
      /** Null for an invitation. */
      result: z.nullable(contactResult),
    }),
  }),
  /** An event is on another day, at another hour or place: for all who are still invited. One commit, one undo. */
  z.strictObject({
    do: z.literal('moveEvent'),
    ...eventPlace,
    guests: guestsOf(MAX_ENTRIES_OF_EVENT, { supersedes: contactId }),
  }),
  /** An event does not take place: `guests` with the versions that hold, of who was invited and who declined. */
  z.strictObject({
    do: z.literal('callOffEvent'),
    eventId,
    guests: guestsOf(MAX_ENTRIES_OF_EVENT, {}),
  }),
  /** Whom a guest brought along: a prospect, with who brought him and with the event as the first contact. */
  z.strictObject({
    do: z.literal('bringGuest'),
    ...eventDay,
    name: z.string().check(z.minLength(1), z.maxLength(200)),
    phone: z.nullable(fieldValue),
    broughtBy: clientId,
    contactId,
    relationId,
  }),
  /** Null: neither given nor refused, as far as is known. */
  z.strictObject({
    do: z.literal('setConsent'),
    subject,
    channel: consentChannel,
    consent: z.nullable(consent),
  }),
  z.strictObject({ do: z.literal('setDoNotContact'), subject, doNotContact: z.nullable(doNotContact) }),
  z.strictObject({
    do: z.literal('answerAction'),
    clientId,
    key: z.string().check(z.minLength(3), z.maxLength(200)),
    rule: z.string().check(z.minLength(1), z.maxLength(60)),
    answer: actionAnswer,
  }),
  /** Takes back the command `target`; refused if a field it touched has changed since. */
  z.strictObject({ do: z.literal('undo'), target: opId }),
]);
export type Command = z.infer<typeof command>;

/** A command under its operation id: sent twice, done once. */
export const order = z.strictObject({ op: opId, command });
export type Order = z.infer<typeof order>;

export const PROBLEM_CODES = [
  'invalid', // the input breaks a rule; `field` says which
  'notFound', // the client, contact or note is not there
  'changedSince', // undo or amendment of something that changed meanwhile
  'damaged', // the store failed its check; writes are refused until it is restored
  'readOnly', // a newer Zhibi wrote this store
  'full', // no room on the disk
  'unavailable', // the store does not open (private mode, disk error)
  'locked', // the passphrase has not been said
  // What must not be kept (§9); `field` says where it stands.
  'holdsPassword',
  'holdsCvv',
  'holdsCode',
  'holdsCard',
  'gone', // the extension was updated or removed under this page
  'unseen', // pressed in a panel that was not in sight (decision 29); nothing was sent
  'elsewhere', // the same, for so long that it waits to be confirmed in a surface of the browser's own
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

export const problem = z.strictObject({ code: z.enum(PROBLEM_CODES), field: z.nullable(z.string()) });
/** Why a command was not done; nothing of it was written. */
export type Problem = z.infer<typeof problem>;

export const done = z.strictObject({ clientId: z.nullable(clientId), seq: z.int() });
/** Said only after the transaction: it is on the disk. */
export type Done = z.infer<typeof done>;

export const outcome = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: done }),
  z.strictObject({ ok: z.literal(false), error: problem }),
]);
export type Outcome = Result<Done, Problem>;
