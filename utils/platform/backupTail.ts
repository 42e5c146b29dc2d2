import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { type TailChunk, tailChunk } from '@/utils/domain/backup/kept';

const INDEX = 'tail';
const chunkKey = (number: number): string => `tail.${number}`;

/** Most characters of all chunks together: some thousand entries. The oldest go first. */
const MOST = 2 * 1024 * 1024;

const tailIndex = z.strictObject({
  epoch: z.string(),
  /** The last entry that is in it. */
  upTo: z.int(),
  chunks: z.array(z.strictObject({ number: z.int(), after: z.int(), upTo: z.int(), size: z.int() })),
  /** Entries before this one were dropped for want of room, and are in no backup; null where none were. */
  droppedUpTo: z.nullable(z.int()),
});
/** What there is of the tail, without what is in it. */
export type TailIndex = z.infer<typeof tailIndex>;

/** The tail's index; null where there is no tail. */
export async function loadTailIndex(): Promise<TailIndex | null> {
  const read = tailIndex.safeParse((await browser.storage.local.get(INDEX))[INDEX]);
  return read.success ? read.data : null;
}

/** Every chunk that can be read, the oldest first. */
export async function loadTail(): Promise<TailChunk[]> {
  const index = await loadTailIndex();
  if (!index) return [];
  const keys = index.chunks.map(({ number }) => chunkKey(number));
  const kept = await browser.storage.local.get(keys);
  return keys.flatMap((key) => {
    const read = tailChunk.safeParse(kept[key]);
    return read.success ? [read.data] : [];
  });
}

/** Keeps an index, and removes those of these chunks that it does not name. */
async function saveIndex(next: TailIndex, numbers: readonly number[]): Promise<void> {
  await browser.storage.local.set({ [INDEX]: tailIndex.parse(next) });
  const named = new Set(next.chunks.map(({ number }) => number));
  const gone = numbers.filter((number) => !named.has(number));
  if (gone.length > 0) await browser.storage.local.remove(gone.map(chunkKey));
}

const numbersOf = (index: TailIndex | null): number[] => (index?.chunks ?? []).map(({ number }) => number);

/** Adds a chunk; the oldest make room, with a mark of what was lost by it. */
export async function addToTail(chunk: TailChunk): Promise<void> {
  const kept = await loadTailIndex();
  const before = kept?.epoch === chunk.epoch ? kept : null;
  const number = Math.max(0, ...numbersOf(kept)) + 1;
  // The chunk first: an index that names one which is not there would lose it unseen.
  await browser.storage.local.set({ [chunkKey(number)]: tailChunk.parse(chunk) });
  const { epoch, after, upTo, lines } = chunk;
  const chunks = [...(before?.chunks ?? []), { number, after, upTo, size: lines.length }];
  let room = MOST - chunks.reduce((sum, { size }) => sum + size, 0);
  let droppedUpTo = before?.droppedUpTo ?? null;
  while (room < 0) {
    const oldest = chunks.shift();
    if (!oldest) break;
    room += oldest.size;
    droppedUpTo = oldest.upTo;
  }
  await saveIndex({ epoch, upTo, chunks, droppedUpTo }, [...numbersOf(kept), number]);
}

/** A backup holds everything up to here: the chunks before are not needed any more. */
export async function trimTail(epoch: string, upTo: number): Promise<void> {
  const kept = await loadTailIndex();
  if (kept?.epoch !== epoch) return;
  const droppedUpTo = kept.droppedUpTo !== null && kept.droppedUpTo > upTo ? kept.droppedUpTo : null;
  await saveIndex(
    { ...kept, droppedUpTo, chunks: kept.chunks.filter((chunk) => chunk.upTo > upTo) },
    numbersOf(kept),
  );
}

/** Begins anew behind an entry: what came before is in a backup, or was replaced. */
export async function beginTail(epoch: string, upTo: number, dropped: boolean): Promise<void> {
  const kept = await loadTailIndex();
  await saveIndex({ epoch, upTo, chunks: [], droppedUpTo: dropped ? upTo : null }, numbersOf(kept));
}
