import * as z from 'zod/mini';
import { instant } from '@/utils/domain/schema/time';
import { type Bytes, hex, text, utf8 } from '@/utils/store/crypto/bytes';
import { type RandomBytes, seal, sha256, unseal } from '@/utils/store/crypto/seal';
import { fromBase64, toBase64 } from '../wire/base64';
import { canonical } from '../wire/canonical';
import { type WireSecrets, wireKeysOf } from '../wire/keys';

/*
 * Who may read a database: a list of what happened, in one document beside the others (decision 040). Each entry is
 * sealed under the secret in force when it was written, and bound to the one before it: the server can show an older
 * list, never another one.
 */

/** The document of the list; no row's document has such an id. */
export const LIST_ID = 'zhibi-devices';

/** Longest list that is read: each entry is an addition, a name or a removal. */
const MOST_ENTRIES = 500;
export const MOST_LETTERS = 60;

export const memberId = z.string().check(z.regex(/^[0-9a-f]{16}$/));
const kid = z.string().check(z.regex(/^[0-9a-f]{8}$/));
const sealedText = z.string().check(z.maxLength(100_000));

/** One entry as the server sees it. */
export const entry = z.strictObject({
  /** Who wrote it. */
  by: memberId,
  /** Which secret of the database opens it. */
  k: kid,
  e: sealedText,
  /** The database's secrets, sealed to each one's public key. */
  boxes: z.optional(z.record(memberId, sealedText)),
});
export type Entry = z.infer<typeof entry>;

export const log = z.array(entry).check(z.maxLength(MOST_ENTRIES));
export type Log = readonly Entry[];

export const memberName = z.string().check(z.minLength(1), z.maxLength(MOST_LETTERS));
const publicKey = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** A device, or the words of a recovery key, which stand for a device that is not there yet. */
export const newMember = z.strictObject({
  id: memberId,
  kind: z.enum(['device', 'words']),
  name: memberName,
  since: instant,
  key: publicKey,
});
export type NewMember = z.infer<typeof newMember>;

/** What an entry says. */
export const happened = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('add'), member: newMember }),
  z.strictObject({ do: z.literal('rename'), id: memberId, name: memberName }),
  z.strictObject({ do: z.literal('remove'), id: memberId, at: instant, next: kid }),
]);
export type Happened = z.infer<typeof happened>;

/** What stands before an entry: its number, and the hash of the one before. */
export interface Place {
  n: number;
  before: string;
}

const FIRST: Place = { n: 0, before: '' };

/** The place after an entry. */
export const placeAfter = async ({ n }: Place, one: Entry): Promise<Place> => ({
  n: n + 1,
  before: hex(await sha256(utf8(canonical(one)))),
});

/** The places of all entries, and behind the last the place of the next. */
export async function placesIn(list: Log): Promise<Place[]> {
  const places: Place[] = [FIRST];
  for (const [n, one] of list.entries()) places.push(await placeAfter(places[n] ?? FIRST, one));
  return places;
}

const contextOf = ({ n, before }: Place, by: string, k: string): string => `zl1|${n}|${before}|${by}|${k}`;

/** What a box is bound to. */
export const boxInfo = ({ n, before }: Place, to: string): Bytes => utf8(`zl1|box|${n}|${before}|${to}`);

/** The secrets of a database by their names. */
export async function byName({ ids, seals }: WireSecrets): Promise<ReadonlyMap<string, Bytes>> {
  const named = await Promise.all(
    seals.map(async (one) => [(await wireKeysOf({ ids, seals: [one] })).now.kid, one] as const),
  );
  return new Map(named);
}

async function listKeyOf(secret: Bytes): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const derivation = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(32),
    info: utf8('zhibi/wire/devices/1'),
  };
  return crypto.subtle.deriveKey(derivation, base, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
}

/** Seals what happened under one of the database's secrets. */
export async function sealEntry(
  secret: { k: string; bytes: Bytes },
  place: Place,
  by: string,
  what: Happened,
  random: RandomBytes,
): Promise<Entry> {
  const { k } = secret;
  const box = await seal(
    await listKeyOf(secret.bytes),
    contextOf(place, by, k),
    utf8(canonical(what)),
    random,
  );
  return { by, k, e: toBase64(box) };
}

/** Opens an entry; null if it was changed, moved, or sealed with another secret. */
export async function openEntry(secret: Bytes, place: Place, one: Entry): Promise<Happened | null> {
  const context = contextOf(place, one.by, one.k);
  const plain = await unseal(await listKeyOf(secret), context, fromBase64(one.e));
  if (!plain) return null;
  try {
    const read = happened.safeParse(JSON.parse(text(plain)));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/**
 * How the list that the server shows stands to the one known here. `behind`: it lacks what is known here, so it is
 * an older one and ours is offered again. `forked`: they parted, which only a server that shows each device another
 * list, or two who wrote on two sides of a broken cluster, can bring about: nothing of it is believed.
 */
export function compare(known: Log, shown: Log): 'same' | 'ahead' | 'behind' | 'forked' {
  const shorter = Math.min(known.length, shown.length);
  const same = known.slice(0, shorter).every((one, n) => canonical(one) === canonical(shown[n]));
  if (!same) return 'forked';
  if (known.length === shown.length) return 'same';
  return known.length < shown.length ? 'ahead' : 'behind';
}
