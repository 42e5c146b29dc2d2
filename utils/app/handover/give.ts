import { fail, ok, type Result } from '@/utils/domain/result';
import { actId, BOOK, type HandedOver, type Receipted } from '@/utils/domain/schema/act';
import type { ClientId } from '@/utils/domain/schema/ids';
import { type CivilDay, type Instant, instant } from '@/utils/domain/schema/time';
import { chosenRows, countRows, type RowsToRead } from '@/utils/export/handover/chosen';
import { packetJson } from '@/utils/export/handover/packet';
import { type HandoverReceipt, readReceipt, receiptText } from '@/utils/export/handover/receipt';
import { type Bytes, hex, unhex, utf8 } from '@/utils/store/crypto/bytes';
import { type RandomBytes, sha256 } from '@/utils/store/crypto/seal';
import { KEY_LENGTH } from '@/utils/store/crypto/x25519';
import type { Store } from '@/utils/store/store';
import type { TrailReader } from '@/utils/store/trail';
import { newOpId, newRowId } from '../ids';
import type { Stretch } from '../lock/argon';
import { type SealedFor, sealFile } from './file';
import type { Packed, PackOrder, PackProblem, ReceiptProblem } from './port';
import { voiceCode } from './voiceCode';

/** How a receiving key is written: what it is, and 32 bytes in hex, in one word that is easily copied. */
const KEY_TEXT = /^zhibi-key-([0-9a-f]{64})$/;

export const keyText = (publicKey: Bytes): string => `zhibi-key-${hex(publicKey)}`;

/** The key that a text says, spaces and line breaks of a message aside; null where it is none. */
export function keyIn(text: string): Bytes | null {
  const found = KEY_TEXT.exec(text.replace(/\s/gu, '').toLowerCase());
  const bytes = found?.[1] === undefined ? null : unhex(found[1]);
  return bytes?.length === KEY_LENGTH ? bytes : null;
}

/** What packing needs of the world. */
export interface PackTools {
  trail: Pick<TrailReader, 'wholeBook' | 'receiptKey' | 'receivingKey'>;
  stretch: Stretch;
  random: RandomBytes;
  now: Instant;
  today: CivilDay;
}

async function whomOf(order: PackOrder, trail: PackTools['trail']): Promise<Result<SealedFor, PackProblem>> {
  if (order.whom.by === 'passphrase') return ok(order.whom);
  const to = keyIn(order.whom.key);
  if (!to) return fail('key');
  const own = await trail.receivingKey();
  return own.ok && hex(own.value.publicKey) === hex(to) ? fail('own') : ok({ by: 'key', to });
}

/** Packs what was chosen of the book and seals it. Nothing is noted and nothing has left yet. */
export async function packOf(order: PackOrder, tools: PackTools): Promise<Result<Packed, PackProblem>> {
  const { trail, random, now, today } = tools;
  const whom = await whomOf(order, trail);
  if (!whom.ok) return whom;
  const id = hex(random(12));
  const [read, receiptKey] = [await trail.wholeBook(), await trail.receiptKey(id)];
  if (!read.ok || !receiptKey.ok) return fail('unread');
  const all: RowsToRead = read.value.rows;
  const { from, to, confidential } = order;
  const choice = { clients: new Set(order.clients), parts: new Set(order.parts), confidential };
  const rows = chosenRows(all, choice, today);
  const json = packetJson({ id, from, madeAt: now, receiptKey: receiptKey.value, rows });
  const bytes = await sealFile(json, whom.value, now, tools);
  if (!bytes) return fail('key');
  const count = countRows(rows);
  const deed: HandedOver = {
    what: 'handedOver',
    packet: id,
    to,
    by: order.whom.by,
    clients: rows.clients.map((client) => client.id),
    rows: count,
    confidential: rows.notes.some(({ sensitivity }) => sensitivity !== undefined),
    hash: hex(await sha256(bytes)),
  };
  return ok({
    name: `zhibi-handover-${today}.zhibih`,
    bytes,
    clients: rows.clients.length,
    contacts: rows.contacts.length,
    notes: rows.notes.length,
    rows: count,
    closed: read.value.closed,
    code: await voiceCode(bytes),
    deed,
  });
}

/** Notes in the journal what was handed over, or that a receipt came. @returns whether it stands there */
export async function noteDeed(
  store: Pick<Store, 'commit'>,
  deed: HandedOver | Receipted,
  at: Instant,
): Promise<boolean> {
  const body = { id: actId.parse(newRowId()), clientId: BOOK, at, deed };
  const done = await store.commit({
    op: newOpId(),
    cause: deed.what === 'handedOver' ? 'packHandover' : 'handoverReceipt',
    plan: async () => ok({ changes: [{ type: 'insert', table: 'acts', body }] }),
  });
  return done.ok;
}

const macKey = (key: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', utf8(key), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);

/** The seal of a receipt, by the key that lay in the packet. */
export async function receiptMac(key: string, text: string): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.sign('HMAC', await macKey(key), utf8(text))));
}

/** Checks a receipt against what was handed over of this book: whose it is, who made it, and whom it names. */
export async function checkReceipt(
  text: string,
  trail: Pick<TrailReader, 'acts' | 'receiptKey'>,
): Promise<Result<{ receipt: HandoverReceipt; deed: Receipted }, ReceiptProblem>> {
  const read = readReceipt(text);
  if (!read.ok) return read;
  const receipt = read.value;
  const acts = await trail.acts();
  if (!acts.ok) return fail('notNoted');
  const given = acts.value
    .map(({ deed }) => deed)
    .find((deed) => deed.what === 'handedOver' && deed.hash === receipt.packet);
  if (given?.what !== 'handedOver') return fail('unknown');
  const key = await trail.receiptKey(given.packet);
  if (!key.ok) return fail('notNoted');
  const made = unhex(receipt.mac);
  const isGenuine = await crypto.subtle.verify(
    'HMAC',
    await macKey(key.value),
    made,
    utf8(receiptText(receipt)),
  );
  const sent = new Set<ClientId>(given.clients);
  if (!isGenuine || receipt.clients.some((id) => !sent.has(id))) return fail('forged');
  const deed: Receipted = {
    what: 'receipted',
    hash: receipt.packet,
    clients: receipt.clients,
    takenAt: instant.parse(receipt.takenAt),
    entry: receipt.anchor.seq,
    head: receipt.anchor.hash,
  };
  return ok({ receipt, deed });
}
