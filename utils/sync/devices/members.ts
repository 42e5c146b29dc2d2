import * as z from 'zod/mini';
import type { Instant } from '@/utils/domain/schema/time';
import { type Bytes, hex, sameBytes, text, unhex, utf8 } from '@/utils/store/crypto/bytes';
import { openWith, sealTo } from '@/utils/store/crypto/hpke';
import { type RandomBytes, sha256 } from '@/utils/store/crypto/seal';
import { KEY_LENGTH, publicKeyOf } from '@/utils/store/crypto/x25519';
import { fromBase64, toBase64 } from '../wire/base64';
import type { WireSecrets } from '../wire/keys';
import {
  boxInfo,
  byName,
  type Entry,
  type Happened,
  type Log,
  type NewMember,
  openEntry,
  type Place,
  placeAfter,
  placesIn,
  sealEntry,
} from './log';

/** One who may read the database, or might once. */
export interface Member extends NewMember {
  /** When it was taken out; null while it may read. */
  out: Instant | null;
}

/** This device among the members: its name in the list, and the private half of its key. */
export interface Own {
  id: string;
  secret: Bytes;
}

/**
 * What a list comes to. `in`: all of it holds; the secrets have grown by those that the list brought. `out`: this
 * device was taken out of it. `broken`: an entry does not open, is of one who had no right to it, or brought
 * no new secret for this device.
 */
export type Standing =
  | { state: 'in'; members: readonly Member[]; secrets: WireSecrets; k: string; next: Place }
  | { state: 'out'; members: readonly Member[]; by: string }
  | { state: 'broken'; at: number };

const secretText = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const boxed = z.strictObject({ ids: secretText, seals: z.array(secretText).check(z.minLength(1)) });

/** The secrets as text, to be handed over. */
export const secretsText = ({ ids, seals }: WireSecrets): z.infer<typeof boxed> => ({
  ids: hex(ids),
  seals: seals.map(hex),
});

/** The secrets in what was handed over; null where there are none. */
export function secretsIn(said: unknown): WireSecrets | null {
  const read = boxed.safeParse(said);
  return read.success ? { ids: unhex(read.data.ids), seals: read.data.seals.map(unhex) } : null;
}

function parsedBox(plain: Bytes | null): WireSecrets | null {
  if (!plain) return null;
  try {
    return secretsIn(JSON.parse(text(plain)));
  } catch {
    return null;
  }
}

/** Words have no sender they could know: theirs is sealed in mode base, to a key that no server has seen. */
const senderFor = (kind: NewMember['kind'], own: Own): Bytes | null => (kind === 'words' ? null : own.secret);

async function boxFor(
  to: NewMember,
  own: Own,
  place: Place,
  secrets: WireSecrets,
  random: RandomBytes,
): Promise<string> {
  const plain = utf8(JSON.stringify(secretsText(secrets)));
  const box = await sealTo(
    unhex(to.key),
    senderFor(to.kind, own),
    plain,
    { info: boxInfo(place, to.id) },
    random,
  );
  if (!box) throw new Error('a member without a key');
  return toBase64(box);
}

async function openBox(
  own: Own,
  from: Member | null,
  place: Place,
  { boxes }: Entry,
): Promise<WireSecrets | null> {
  const box = fromBase64(boxes?.[own.id] ?? '');
  if (!box) return null;
  const key = from ? unhex(from.key) : null;
  return parsedBox(await openWith(own.secret, key, box, { info: boxInfo(place, own.id) }));
}

/** What one entry comes to; null where it must not be believed. */
function after(members: readonly Member[], { by }: Entry, what: Happened): readonly Member[] | null {
  const writer = members.find(({ id }) => id === by);
  // Who has the secret in force may take himself in: the first device, and one whose book came out of a backup.
  const enters = !writer && what.do === 'add' && what.member.id === by;
  if (!enters && (!writer || writer.out !== null)) return null;
  if (what.do === 'add')
    return members.some(({ id }) => id === what.member.id)
      ? null
      : [...members, { ...what.member, out: null }];
  const meant = members.find(({ id }) => id === what.id);
  if (!meant || meant.out !== null) return null;
  if (what.do === 'remove' && what.id === by) return null;
  const changed = what.do === 'rename' ? { ...meant, name: what.name } : { ...meant, out: what.at };
  return members.map((one) => (one === meant ? changed : one));
}

/**
 * Reads a list from its beginning.
 *
 * @param secrets of the database, as far as they are known here, the one in force last known first
 * @param own null for one that is to be taken in: then all secrets of the list have to be there
 */
export async function standingOf(secrets: WireSecrets, own: Own | null, list: Log): Promise<Standing> {
  let known = secrets;
  let named = await byName(secrets);
  let members: readonly Member[] = [];
  let k = list[0]?.k ?? [...named.keys()][0] ?? '';
  let place: Place = { n: 0, before: '' };
  for (const one of list) {
    const broken = { state: 'broken', at: place.n } as const;
    const secret = named.get(one.k);
    // Under a former secret nobody writes any more: one who was taken out has it still.
    if (!secret || one.k !== k) return broken;
    const what = await openEntry(secret, place, one);
    const next = what && after(members, one, what);
    if (!what || !next) return broken;
    if (what.do === 'remove') {
      if (own?.id === what.id) return { state: 'out', members: next, by: one.by };
      if (!named.has(what.next)) {
        const writer = members.find(({ id }) => id === one.by) ?? null;
        const from = writer && own && isWords(members, own.id) ? null : writer;
        const fresh = own && (await openBox(own, from, place, one))?.seals[0];
        if (!fresh) return broken;
        known = { ids: known.ids, seals: [fresh, ...known.seals] };
        named = await byName(known);
        if (!named.has(what.next)) return broken;
      }
      k = what.next;
    }
    members = next;
    place = await placeAfter(place, one);
  }
  return { state: 'in', members, secrets: known, k, next: place };
}

const isWords = (members: readonly Member[], id: string): boolean =>
  members.some((one) => one.id === id && one.kind === 'words');

const secretInForce = async ({ secrets, k }: Extract<Standing, { state: 'in' }>) => {
  const bytes = (await byName(secrets)).get(k);
  if (!bytes) throw new Error('a list whose secret is not here');
  return { k, bytes };
};

type In = Extract<Standing, { state: 'in' }>;

/** An entry that takes somebody in; words get a box with the secrets at once. */
export async function adding(at: In, own: Own, member: NewMember, random: RandomBytes): Promise<Entry> {
  const made = await sealEntry(await secretInForce(at), at.next, own.id, { do: 'add', member }, random);
  if (member.kind === 'device') return made;
  return { ...made, boxes: { [member.id]: await boxFor(member, own, at.next, at.secrets, random) } };
}

/** An entry that gives a device another name. */
export const renaming = async (
  at: In,
  own: Own,
  id: string,
  name: string,
  random: RandomBytes,
): Promise<Entry> => sealEntry(await secretInForce(at), at.next, own.id, { do: 'rename', id, name }, random);

/**
 * An entry that takes a device out: a new secret for everything that is written from then on, sealed to each one
 * that stays. Whoever wrote it learns the secret from the list like everybody else, so that nothing is lost if he is
 * stopped in between.
 */
export async function removing(
  at: In,
  own: Own,
  id: string,
  now: Instant,
  random: RandomBytes,
): Promise<Entry> {
  const fresh = random(KEY_LENGTH);
  const secrets: WireSecrets = { ids: at.secrets.ids, seals: [fresh, ...at.secrets.seals] };
  const [next = ''] = (await byName({ ids: secrets.ids, seals: [fresh] })).keys();
  const what: Happened = { do: 'remove', id, at: now, next };
  const made = await sealEntry(await secretInForce(at), at.next, own.id, what, random);
  const stay = at.members.filter((one) => one.out === null && one.id !== id);
  const boxes = await Promise.all(
    stay.map(async (one) => [one.id, await boxFor(one, own, at.next, secrets, random)] as const),
  );
  return { ...made, boxes: Object.fromEntries(boxes) };
}

/** The member that words come to: their key is derived, so that they say the same wherever they are typed. */
export async function wordsMember(entropy: Bytes): Promise<Own & { key: Bytes }> {
  const base = await crypto.subtle.importKey('raw', entropy, 'HKDF', false, ['deriveBits']);
  const info = utf8('zhibi/recovery/x25519/1');
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info };
  const secret = new Uint8Array(await crypto.subtle.deriveBits(derivation, base, 8 * KEY_LENGTH));
  const key = publicKeyOf(secret);
  return { id: await idOf(key), secret, key };
}

const ID_LENGTH = 8;

/** The name of a member in the list: it follows from its public key. */
export const idOf = async (key: Bytes): Promise<string> => hex((await sha256(key)).subarray(0, ID_LENGTH));

/** The secrets of a database by nothing but the list and words; null where the words are not in it. */
export async function secretsByWords(words: Own, list: Log): Promise<WireSecrets | null> {
  const places = await placesIn(list);
  for (let n = list.length - 1; n >= 0; n--) {
    const [one, place] = [list[n], places[n]];
    const found =
      one?.boxes?.[words.id] === undefined || !place ? null : await openBox(words, null, place, one);
    if (found) return found;
  }
  return null;
}

/** Whether two lists of secrets end in the same one. */
export const sameSecrets = (a: WireSecrets, b: WireSecrets): boolean =>
  a.seals.length === b.seals.length &&
  sameBytes(a.ids, b.ids) &&
  a.seals.every((one, n) => sameBytes(one, b.seals[n] ?? new Uint8Array()));
