import * as z from 'zod/mini';
import { fail, ok, type Result } from '@/utils/domain/result';
import { clientId } from '@/utils/domain/schema/ids';
import { instant } from '@/utils/domain/schema/time';
import { personName } from './packet';

/** A receipt is a few names and numbers; what is longer is none. */
export const MAX_RECEIPT_BYTES = 1024 * 1024;

const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** What a successor says of a packet (decision 038). It holds opaque ids and no data of clients. */
const said = {
  zhibi: z.literal('handoverReceipt'),
  format: z.literal(1),
  /** The SHA-256 of the packet's file. */
  packet: sha256,
  /** Who took over, in his own words. */
  by: personName,
  takenAt: instant,
  /** Whom of the packet he took over, by the ids that they have in it. */
  clients: z.array(clientId),
  /** Rows that were written for it; those that were there already are not counted. */
  rows: z.int().check(z.gte(0)),
  /** The journal there, when it was written. */
  anchor: z.strictObject({
    epoch: z.string().check(z.maxLength(64)),
    seq: z.int().check(z.gte(0)),
    hash: z.string().check(z.regex(/^([0-9a-f]{64})?$/)),
  }),
};
const receipt = z.strictObject({ ...said, mac: sha256 });
export type HandoverReceipt = z.infer<typeof receipt>;
export type ReceiptFields = Omit<HandoverReceipt, 'zhibi' | 'format' | 'mac'>;

/** What the receipt's seal is made over: its fields in one order. */
export const receiptText = ({ packet, by, takenAt, clients, rows, anchor }: ReceiptFields): string =>
  JSON.stringify([
    'zhibi receipt 1',
    packet,
    by,
    takenAt,
    clients,
    rows,
    anchor.epoch,
    anchor.seq,
    anchor.hash,
  ]);

/** Why a file is no receipt. */
export type ReceiptFault = 'notReceipt' | 'newer' | 'garbled';

const newer = z.object({ zhibi: z.literal('handoverReceipt'), format: z.int().check(z.gt(1)) });
const ours = z.object({ zhibi: z.literal('handoverReceipt') });

/** Reads a receipt; whether it is what only whoever opened the packet can have made is for the caller to see. */
export function readReceipt(text: string): Result<HandoverReceipt, ReceiptFault> {
  if (text.length > MAX_RECEIPT_BYTES) return fail('notReceipt');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail('notReceipt');
  }
  if (newer.safeParse(value).success) return fail('newer');
  if (!ours.safeParse(value).success) return fail('notReceipt');
  const read = receipt.safeParse(value);
  return read.success ? ok(read.data) : fail('garbled');
}
