import * as z from 'zod/mini';

/** 96 random bits in hex: all ids that Zhibi makes. Nothing about a client can be read from one. */
const randomId = z.string().check(z.regex(/^[0-9a-f]{24}$/));

export const clientId = randomId.brand<'ClientId'>();
export type ClientId = z.infer<typeof clientId>;

export const contactId = randomId.brand<'ContactId'>();
export type ContactId = z.infer<typeof contactId>;

export const noteId = randomId.brand<'NoteId'>();
export type NoteId = z.infer<typeof noteId>;

export const relationId = randomId.brand<'RelationId'>();
export type RelationId = z.infer<typeof relationId>;

export const holdingId = randomId.brand<'HoldingId'>();

export const policyId = randomId.brand<'PolicyId'>();

export const creditId = randomId.brand<'CreditId'>();

export const opportunityId = randomId.brand<'OpportunityId'>();

/** Names one group event: all entries of its guests bear it. */
export const eventId = randomId.brand<'EventId'>();
export type EventId = z.infer<typeof eventId>;

/** Names one command; the same id twice is the same command (decision 7). */
export const opId = randomId.brand<'OpId'>();
export type OpId = z.infer<typeof opId>;

/** HMAC of a CRM's record in hex: stands for the record without naming it (decision 4). */
export const linkId = z
  .string()
  .check(z.regex(/^[0-9a-f]{32}$/))
  .brand<'LinkId'>();
export type LinkId = z.infer<typeof linkId>;
