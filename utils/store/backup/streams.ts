import type { Bytes } from '../crypto/bytes';

/** Bytes on demand out of a generator: what `pipeThrough` takes. */
function streamOf(source: AsyncIterable<Bytes>): ReadableStream<Bytes> {
  const from = source[Symbol.asyncIterator]();
  return new ReadableStream<Bytes>(
    {
      async pull(control) {
        const { done, value } = await from.next();
        if (done) control.close();
        else control.enqueue(value);
      },
      async cancel() {
        await from.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}

async function* piecesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Bytes> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield new Uint8Array(value);
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

/** What goes in, compressed; no more of it is in memory than a piece. */
export const compressed = (source: AsyncIterable<Bytes>): AsyncGenerator<Bytes> =>
  piecesOf(streamOf(source).pipeThrough(new CompressionStream('gzip')));

/** The way back. Throws what the source throws, and where it is not what `compressed` made. */
export const decompressed = (source: AsyncIterable<Bytes>): AsyncGenerator<Bytes> =>
  piecesOf(streamOf(source).pipeThrough(new DecompressionStream('gzip')));

/** The same bytes in pieces of one size; the last is what is left and may be empty. */
export async function* inPieces(source: AsyncIterable<Bytes>, size: number): AsyncGenerator<Bytes> {
  let piece = new Uint8Array(size);
  let filled = 0;
  for await (const bytes of source) {
    for (let at = 0; at < bytes.length; ) {
      const taken = Math.min(size - filled, bytes.length - at);
      piece.set(bytes.subarray(at, at + taken), filled);
      filled += taken;
      at += taken;
      if (filled === size) {
        yield piece;
        piece = new Uint8Array(size);
        filled = 0;
      }
    }
  }
  yield piece.slice(0, filled);
}

/** Lines of UTF-8 text, each ended by a line feed; what stands behind the last one is none. */
export async function* linesOf(source: AsyncIterable<Bytes>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const bytes of source) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}
