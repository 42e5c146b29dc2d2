import * as z from 'zod/mini';
import { clientId } from './ids';
import { civilDay, instant } from './time';

/**
 * The owner of what was done to the book as a whole. It stands where rows have their client, and is none: no
 * client is ever given it.
 */
export const BOOK = clientId.parse('0'.repeat(24));

/** 96 random bits in hex. */
export const actId = z
  .string()
  .check(z.regex(/^[0-9a-f]{24}$/))
  .brand<'ActId'>();

const count = z.int().check(z.gte(0));
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** What can be taken out of the book. */
export const EXPORT_KINDS = ['book', 'contacts', 'client', 'plans', 'whole', 'trail'] as const;
export const exportKind = z.enum(EXPORT_KINDS);
export type ExportKind = z.infer<typeof exportKind>;

/** As what it is taken out. */
export const EXPORT_FORMATS = ['csv', 'xlsx', 'json', 'ics', 'zip'] as const;
export const exportFormat = z.enum(EXPORT_FORMATS);
export type ExportFormat = z.infer<typeof exportFormat>;

/** What was taken out: what, as what, how much of it, and the SHA-256 of the file. */
export const exported = z.strictObject({
  what: z.literal('exported'),
  kind: exportKind,
  format: exportFormat,
  /** The one client it was about; null for more than one. */
  client: z.nullable(clientId),
  from: z.nullable(civilDay),
  until: z.nullable(civilDay),
  /** Lines of the file, or rows of the book in it. */
  rows: count,
  hash: sha256,
});
export type Exported = z.infer<typeof exported>;

/** Why a client was erased: asked for, kept longer than the bank lets it be, or handed over to somebody. */
export const ERASURE_REASONS = ['request', 'retention', 'handover'] as const;
export const erasureReason = z.enum(ERASURE_REASONS);
export type ErasureReason = z.infer<typeof erasureReason>;

/** A client was erased; the parts of the journal that are empty since, so that no other empty one is believed. */
export const erased = z.strictObject({
  what: z.literal('erased'),
  client: clientId,
  why: erasureReason,
  rows: count,
  /** Entry and part, in pairs. */
  parts: z.array(z.tuple([count, count])),
});

/**
 * Single rows of a client were erased because they were kept longer than the bank lets them be (decision 042), and
 * the parts of the journal that are empty since.
 */
export const aged = z.strictObject({
  what: z.literal('aged'),
  client: clientId,
  /** The first day that was kept. */
  before: civilDay,
  rows: count,
  parts: z.array(z.tuple([count, count])),
});

/** Clients were packed for a successor (decision 038): for whom, and the SHA-256 of the file. */
export const handedOver = z.strictObject({
  what: z.literal('handedOver'),
  packet: z.string().check(z.regex(/^[0-9a-f]{24}$/)),
  /** What the RM calls the successor. */
  to: z.string().check(z.minLength(1), z.maxLength(100)),
  /** Whether it opens with a key of the successor's or with a passphrase. */
  by: z.enum(['key', 'passphrase']),
  clients: z.array(clientId),
  rows: count,
  /** Confidential notes went along. */
  confidential: z.boolean(),
  hash: sha256,
});
export type HandedOver = z.infer<typeof handedOver>;

/** The successor's receipt for what was handed over came, and is what only whoever opened the file can have made. */
export const receipted = z.strictObject({
  what: z.literal('receipted'),
  /** The SHA-256 of the file it is for. */
  hash: sha256,
  /** Whom of it the successor took over. */
  clients: z.array(clientId),
  /** When, by the successor's clock, and the head of the journal there. */
  takenAt: instant,
  entry: count,
  head: z.string().check(z.regex(/^([0-9a-f]{64})?$/)),
});
export type Receipted = z.infer<typeof receipted>;

/** Something done to the book as a whole. It is written once and never changed. */
export const act = z.strictObject({
  id: actId,
  clientId,
  at: instant,
  deed: z.discriminatedUnion('what', [exported, erased, aged, handedOver, receipted]),
});
export type Act = z.infer<typeof act>;
