import { type Bytes, concat, hex } from '../crypto/bytes';
import { IV_LENGTH, type RandomBytes, seal, sha256, unseal } from '../crypto/seal';
import { BackupFault } from './fault';
import { inPieces } from './streams';

/** Bytes of one frame before it is sealed. */
const FRAME = 256 * 1024;
/** What sealing adds: vector and tag. */
const SEALING = IV_LENGTH + 16;
/** Bytes in front of each frame that say how long it is. */
const LENGTH = 4;

/** A file, or whatever else can be read at any place. */
export interface BackupSource {
  size: number;
  read(from: number, to: number): Promise<Bytes>;
}

/**
 * What a frame's seal is bound to: the file by its header, its place, and whether it is the last. So a frame that
 * is altered, left out, doubled, moved or taken from another backup does not open, nor does a file that was cut.
 */
const contextOf = (header: string, frame: number, isLast: boolean): string =>
  `zb1|${header}|${frame}|${isLast ? 'last' : 'more'}`;

/** What frames are bound to of a header: its bytes as they stand in the file. */
export const headerMark = async (header: Bytes): Promise<string> => hex(await sha256(header));

function framed(sealed: Bytes): Bytes {
  const length = new Uint8Array(LENGTH);
  new DataView(length.buffer).setUint32(0, sealed.length);
  return concat(length, sealed);
}

/** Seals bytes into frames, each with its length in front; there is always a last one. */
export async function* sealedFrames(
  key: CryptoKey,
  header: string,
  source: AsyncIterable<Bytes>,
  random: RandomBytes,
): AsyncGenerator<Bytes> {
  let held: Bytes | null = null;
  let frame = 0;
  for await (const piece of inPieces(source, FRAME)) {
    if (held) yield framed(await seal(key, contextOf(header, frame++, false), held, random));
    held = piece;
  }
  yield framed(await seal(key, contextOf(header, frame, true), held ?? new Uint8Array(), random));
}

/**
 * Opens the frames behind a header.
 *
 * @param from where the first begins
 * @param passed told the number of bytes read so far
 * @throws BackupFault `cut` or `changed`, with the frame
 */
export async function* openedFrames(
  key: CryptoKey,
  header: string,
  source: BackupSource,
  from: number,
  passed: (bytes: number) => void,
): AsyncGenerator<Bytes> {
  let at = from;
  for (let frame = 0; ; frame++) {
    if (at + LENGTH > source.size) throw new BackupFault('cut', frame);
    const head = await source.read(at, at + LENGTH);
    const length = new DataView(head.buffer, head.byteOffset).getUint32(0);
    // Nobody's number makes us read more than a frame can be.
    if (length < SEALING || length > FRAME + SEALING) throw new BackupFault('changed', frame);
    const end = at + LENGTH + length;
    if (end > source.size) throw new BackupFault('cut', frame);
    const sealed = await source.read(at + LENGTH, end);
    const isLast = end === source.size;
    const plain = await unseal(key, contextOf(header, frame, isLast), sealed);
    if (!plain) {
      const other = await unseal(key, contextOf(header, frame, !isLast), sealed);
      // It opens as what it is: then frames are missing behind it, or something was put there.
      throw new BackupFault(other && isLast ? 'cut' : 'changed', frame);
    }
    yield plain;
    passed(end);
    if (isLast) return;
    at = end;
  }
}
