import * as z from 'zod/mini';
import { type Bytes, concat, hex, sameBytes, text, unhex, utf8 } from '@/utils/store/crypto/bytes';
import { type RandomBytes, seal, sha256, unseal } from '@/utils/store/crypto/seal';
import { agree, KEY_LENGTH, publicKeyOf } from '@/utils/store/crypto/x25519';
import { fromBase64, toBase64 } from '../wire/base64';

/*
 * Two devices agree on keys over a server that neither trusts (decision 040). The first binds itself to its half
 * before it sees the other's: whoever stands between them and speaks to each with keys of his own has one guess at
 * the digits that the user compares, in a million. Nothing here knows a network, a clock or a screen.
 */

/** Digits of a code that is typed on the other device; it names the meeting, and is no secret. */
export const CODE_LENGTH = 8;
/** Digits that are compared on both screens. */
export const DIGITS = 6;
const NONCE_LENGTH = 32;

const hexKey = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** First message, from the device that has the book: it binds itself to what it will reveal. */
export const offerMessage = z.strictObject({ v: z.literal(1), commitment: hexKey });
/** Second, from the new device; and third, what the first one bound itself to: then both know keys and digits. */
export const answerMessage = z.strictObject({ v: z.literal(1), key: hexKey, nonce: hexKey });
/** Fourth and fifth, sealed: who the new device is, and what it needs. */
export const sealedMessage = z.strictObject({
  v: z.literal(1),
  sealed: z.string().check(z.maxLength(1_000_000)),
});

export type OfferMessage = z.infer<typeof offerMessage>;
export type AnswerMessage = z.infer<typeof answerMessage>;
export type SealedMessage = z.infer<typeof sealedMessage>;

/** One side's half: a key for this meeting alone, and chance that nobody can foresee. */
export interface Half {
  secret: Bytes;
  key: Bytes;
  nonce: Bytes;
}

/** What both come to. */
export interface Meeting {
  /** To be compared on both screens before anything is handed over. */
  digits: string;
  /** Seals what the new device says, and what the first one hands over: one key for each direction. */
  fromNew: CryptoKey;
  fromFirst: CryptoKey;
  /** Bound to all that was said. */
  context: string;
}

/** Digits of a code. */
export function newCode(random: RandomBytes): string {
  let code = '';
  // Bytes from 250 on would make some digits likelier.
  while (code.length < CODE_LENGTH) for (const byte of random(CODE_LENGTH)) if (byte < 250) code += byte % 10;
  return code.slice(0, CODE_LENGTH);
}

/** The code in what was typed: full-width digits, spaces and dashes do not matter; null where it is none. */
export function codeIn(typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(/[\s-]/g, '');
  return /^\d{8}$/.test(digits) ? digits : null;
}

export function newHalf(random: RandomBytes): Half {
  const secret = random(KEY_LENGTH);
  return { secret, key: publicKeyOf(secret), nonce: random(NONCE_LENGTH) };
}

const commitmentOf = (code: string, key: Bytes, nonce: Bytes): Promise<Bytes> =>
  sha256(concat(utf8(`zhibi/pair/offer/1|${code}|`), key, nonce));

/** What the first device says first. */
export async function offerOf(code: string, { key, nonce }: Half): Promise<OfferMessage> {
  return { v: 1, commitment: hex(await commitmentOf(code, key, nonce)) };
}

/** What the new device answers, and what the first one reveals then. */
export const halfMessage = ({ key, nonce }: Half): AnswerMessage => ({
  v: 1,
  key: hex(key),
  nonce: hex(nonce),
});

/** Everything that was said, in order; every piece has one length. */
const transcriptOf = (code: string, offer: OfferMessage, answer: AnswerMessage, reveal: AnswerMessage) =>
  sha256(
    concat(
      utf8(`zhibi/pair/1|${code}|`),
      ...[offer.commitment, answer.key, answer.nonce, reveal.key, reveal.nonce].map(unhex),
    ),
  );

async function meetingOf(agreed: Bytes, transcript: Bytes): Promise<Meeting> {
  const base = await crypto.subtle.importKey('raw', agreed, 'HKDF', false, ['deriveKey', 'deriveBits']);
  const derivation = (purpose: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: transcript,
    info: utf8(`zhibi/pair/${purpose}/1`),
  });
  const key = (purpose: string) =>
    crypto.subtle.deriveKey(derivation(purpose), base, { name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]);
  const [bits, fromNew, fromFirst] = await Promise.all([
    crypto.subtle.deriveBits(derivation('digits'), base, 64),
    key('new'),
    key('first'),
  ]);
  const number = new DataView(bits).getBigUint64(0) % 10n ** BigInt(DIGITS);
  const digits = number.toString().padStart(DIGITS, '0');
  return { digits, fromNew, fromFirst, context: `zp1|${hex(transcript)}` };
}

/** What was said at one meeting, in order. */
export interface Said {
  code: string;
  offer: OfferMessage;
  answer: AnswerMessage;
  reveal: AnswerMessage;
}

/**
 * The meeting, as one of the two sees it. Null where the other's key is none, is our own sent back, or is not what
 * the first device bound itself to: then there is somebody in between, and the meeting is over.
 */
export async function meet(side: 'first' | 'new', own: Half, said: Said): Promise<Meeting | null> {
  const { code, offer, answer, reveal } = said;
  const mine = halfMessage(own);
  const ours = side === 'first' ? reveal : answer;
  if (ours.key !== mine.key || ours.nonce !== mine.nonce || answer.key === reveal.key) return null;
  const bound = await commitmentOf(code, unhex(reveal.key), unhex(reveal.nonce));
  if (!sameBytes(bound, unhex(offer.commitment))) return null;
  const agreed = agree(own.secret, unhex(side === 'first' ? answer.key : reveal.key));
  return agreed && meetingOf(agreed, await transcriptOf(code, offer, answer, reveal));
}

/** Seals what one of the two says, once; JSON. */
export async function sealSaid(
  meeting: Meeting,
  from: 'new' | 'first',
  said: unknown,
  random: RandomBytes,
): Promise<SealedMessage> {
  const key = from === 'new' ? meeting.fromNew : meeting.fromFirst;
  const box = await seal(key, `${meeting.context}|${from}`, utf8(JSON.stringify(said)), random);
  return { v: 1, sealed: toBase64(box) };
}

/** Opens it; null if it was changed, or said at another meeting or by another. */
export async function openSaid(
  meeting: Meeting,
  from: 'new' | 'first',
  { sealed }: SealedMessage,
): Promise<unknown> {
  const key = from === 'new' ? meeting.fromNew : meeting.fromFirst;
  const plain = await unseal(key, `${meeting.context}|${from}`, fromBase64(sealed));
  if (!plain) return null;
  try {
    return JSON.parse(text(plain));
  } catch {
    return null;
  }
}
