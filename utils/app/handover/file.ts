import * as z from 'zod/mini';
import { fail, ok, type Result } from '@/utils/domain/result';
import { hexOf, masterSeal, type Stretching, stretching } from '@/utils/domain/schema/keptMaster';
import { instant } from '@/utils/domain/schema/time';
import { MAX_BOOK_BYTES } from '@/utils/export/bookFile';
import { BackupFault } from '@/utils/store/backup/fault';
import { headerMark, openedFrames, sealedFrames } from '@/utils/store/backup/frames';
import { compressed, decompressed } from '@/utils/store/backup/streams';
import { FORMAT } from '@/utils/store/connection/database';
import { type Bytes, concat, hex, sameBytes, text, unhex, utf8 } from '@/utils/store/crypto/bytes';
import { HPKE_OVERHEAD, openWith, sealTo } from '@/utils/store/crypto/hpke';
import { IV_LENGTH, type RandomBytes, seal, unseal } from '@/utils/store/crypto/seal';
import { KEY_LENGTH, publicKeyOf } from '@/utils/store/crypto/x25519';
import type { Stretch } from '../lock/argon';
import { freshStretching } from '../lock/passphrase';

/*
 * The file of a handover (decision 038): a line in JSON that says what opens it and nothing of what is in it, and
 * behind it the packet, compressed, in the sealed frames of a backup. The frames are bound to that line. The frames'
 * key is sealed to the successor's by RFC 9180 (mode base: who sealed it is not said), or under a passphrase.
 */

/** 1 sealed the key in a form of our own, and was in no release. */
const FILE_FORMAT = 2;
/** A header is about 400 bytes. */
const MAX_HEADER = 4096;

const header = z.strictObject({
  zhibi: z.literal('handover'),
  format: z.literal(FILE_FORMAT),
  /** FORMAT of the book it was made of. */
  schema: z.int().check(z.gte(1)),
  madeAt: instant,
  opens: z.discriminatedUnion('by', [
    z.strictObject({
      by: z.literal('key'),
      /** The receiving key it is sealed to. */
      to: hexOf(KEY_LENGTH),
      sealed: hexOf(KEY_LENGTH + HPKE_OVERHEAD),
    }),
    z.strictObject({ by: z.literal('passphrase'), kdf: stretching, sealed: masterSeal }),
  ]),
});
type Header = z.infer<typeof header>;

/** What a file is sealed for. */
export type SealedFor = { by: 'key'; to: Bytes } | { by: 'passphrase'; passphrase: string };

/** Why a file was not opened. `otherKey`: it was sealed to a key that is not this device's. */
export type FileFault = 'notHandover' | 'newer' | 'otherKey' | 'wrongPassphrase' | 'cut' | 'changed';

/** What the sealed key belongs to: opened as anything else it does not open. */
const FILE_KEY = { info: utf8('zhibi handover file key') };
const boxContext = 'zh1|passphrase';

const aesKey = (raw: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);

async function opensFor(
  whom: SealedFor,
  fileKey: Bytes,
  stretch: Stretch,
  random: RandomBytes,
): Promise<Header['opens'] | null> {
  if (whom.by === 'key') {
    const sealed = await sealTo(whom.to, null, fileKey, FILE_KEY, random);
    return sealed && { by: 'key', to: hex(whom.to), sealed: hex(sealed) };
  }
  const kdf: Stretching = freshStretching(random);
  const kek = await aesKey(await stretch(whom.passphrase, kdf));
  const box = await seal(kek, boxContext, fileKey, random);
  return {
    by: 'passphrase',
    kdf,
    sealed: { iv: hex(box.subarray(0, IV_LENGTH)), sealed: hex(box.subarray(IV_LENGTH)) },
  };
}

async function* one(bytes: Bytes): AsyncGenerator<Bytes> {
  yield bytes;
}

async function gathered(pieces: AsyncIterable<Bytes>, most: number): Promise<Bytes> {
  const all: Bytes[] = [];
  let size = 0;
  for await (const piece of pieces) {
    size += piece.length;
    // A few bytes may come to any number of them: nothing holds more than a book can be.
    if (size > most) throw new BackupFault('wrong', -1, 'too large');
    all.push(piece);
  }
  return concat(...all);
}

/** Seals a packet's text into a file. Null where the public key is none. */
export async function sealFile(
  json: string,
  whom: SealedFor,
  madeAt: Header['madeAt'],
  { stretch, random }: { stretch: Stretch; random: RandomBytes },
): Promise<Bytes | null> {
  const raw = random(KEY_LENGTH);
  const opens = await opensFor(whom, raw, stretch, random);
  if (!opens) return null;
  const said: Header = { zhibi: 'handover', format: FILE_FORMAT, schema: FORMAT, madeAt, opens };
  const line = utf8(`${JSON.stringify(header.parse(said))}\n`);
  const frames = sealedFrames(await aesKey(raw), await headerMark(line), compressed(one(utf8(json))), random);
  return concat(line, await gathered(frames, MAX_BOOK_BYTES));
}

const anyFormat = z.object({
  zhibi: z.literal('handover'),
  format: z.int().check(z.gte(FILE_FORMAT)),
  schema: z.int(),
});

/** A file whose header was read: what opens it. */
export interface ReadFile {
  by: Header['opens']['by'];
  madeAt: Header['madeAt'];
  header: Header;
  line: Bytes;
}

/** Reads a file's header, which needs no key. */
export function readFileHeader(file: Bytes): Result<ReadFile, FileFault> {
  const end = file.subarray(0, MAX_HEADER).indexOf(0x0a);
  if (end < 0) return fail('notHandover');
  const line = file.slice(0, end + 1);
  let said: unknown;
  try {
    said = JSON.parse(text(line));
  } catch {
    return fail('notHandover');
  }
  const known = anyFormat.safeParse(said);
  if (!known.success) return fail('notHandover');
  if (known.data.format > FILE_FORMAT || known.data.schema > FORMAT) return fail('newer');
  const read = header.safeParse(said);
  if (!read.success) return fail('changed');
  return ok({ by: read.data.opens.by, madeAt: read.data.madeAt, header: read.data, line });
}

async function fileKeyOf(
  { opens }: Header,
  having: { privateKey: Bytes } | { passphrase: string; stretch: Stretch },
): Promise<Result<Bytes, FileFault>> {
  if (opens.by === 'key') {
    if (!('privateKey' in having) || !sameBytes(publicKeyOf(having.privateKey), unhex(opens.to)))
      return fail('otherKey');
    const raw = await openWith(having.privateKey, null, unhex(opens.sealed), FILE_KEY);
    return raw ? ok(raw) : fail('changed');
  }
  if (!('passphrase' in having)) return fail('wrongPassphrase');
  const kek = await aesKey(await having.stretch(having.passphrase, opens.kdf));
  const raw = await unseal(kek, boxContext, unhex(opens.sealed.iv + opens.sealed.sealed));
  return raw ? ok(raw) : fail('wrongPassphrase');
}

/** Opens a file and gives the packet's text, which is still to be parsed. */
export async function openFile(
  file: Bytes,
  { header: said, line }: ReadFile,
  having: { privateKey: Bytes } | { passphrase: string; stretch: Stretch },
): Promise<Result<string, FileFault>> {
  const raw = await fileKeyOf(said, having);
  if (!raw.ok) return raw;
  const source = { size: file.length, read: async (from: number, to: number) => file.slice(from, to) };
  try {
    const frames = openedFrames(
      await aesKey(raw.value),
      await headerMark(line),
      source,
      line.length,
      () => {},
    );
    return ok(text(await gathered(decompressed(frames), MAX_BOOK_BYTES)));
  } catch (error) {
    return fail(error instanceof BackupFault && error.flaw === 'cut' ? 'cut' : 'changed');
  }
}
