import * as z from 'zod/mini';
import { fail, ok, type Result } from '@/utils/domain/result';
import { instant } from '@/utils/domain/schema/time';
import { type BookRows, bookRows, misplaced } from '../bookFile';

/** Number of what stands in a packet, apart from the number of the file it is sealed in. */
const PACKET_VERSION = 1;

/** A name that one RM gives another, or himself. */
export const personName = z.string().check(z.trim(), z.minLength(1), z.maxLength(100));

/** What a packet says once it is open (decision 038). */
const packet = z.strictObject({
  format: z.literal('zhibi-handover'),
  version: z.literal(PACKET_VERSION),
  /** 96 random bits: names the packet to the book it was made of. */
  id: z.string().check(z.regex(/^[0-9a-f]{24}$/)),
  /** Who hands over, in his own words: nothing proves it. */
  from: personName,
  madeAt: instant,
  /** What the receipt is made with; only whoever opened the packet has it. */
  receiptKey: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  rows: bookRows,
});
export type Packet = z.infer<typeof packet>;

/** Why what was sealed is no packet: its place in it where it has one. */
export interface PacketFault {
  why: 'newer' | 'garbled' | 'localOnly';
  path: string;
}

/** A packet as text. */
export const packetJson = (said: Omit<Packet, 'format' | 'version'>): string =>
  JSON.stringify({ format: 'zhibi-handover', version: PACKET_VERSION, ...said });

const newest = z.object({
  format: z.literal('zhibi-handover'),
  version: z.int().check(z.gt(PACKET_VERSION)),
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Every person another client is said to be is in the packet too: ids of whoever is not tell nothing. */
const alone = (rows: BookRows): BookRows => {
  const coming = new Set<string>(rows.clients.map(({ id }) => id));
  const relations = rows.relations.map((row) =>
    row.other === null || coming.has(row.other) ? row : { ...row, other: null },
  );
  return { ...rows, relations };
};

/** Reads what `packetJson` wrote. Whoever sealed it, nothing in it is believed before its schema fits. */
export function readPacket(text: string): Result<Packet, PacketFault> {
  const value = parsed(text);
  if (newest.safeParse(value).success) return fail({ why: 'newer', path: 'version' });
  const read = packet.safeParse(value);
  if (!read.success) return fail({ why: 'garbled', path: read.error.issues[0]?.path.join('.') ?? '' });
  const { rows } = read.data;
  const fault = misplaced(rows);
  if (fault) return fail({ why: 'garbled', path: fault.path });
  // It should never have left; here it does not come in.
  const kept = rows.notes.findIndex(({ sensitivity }) => sensitivity === 'localOnly');
  if (kept >= 0) return fail({ why: 'localOnly', path: `rows.notes.${kept}` });
  return ok({ ...read.data, rows: alone(rows) });
}
