import * as z from 'zod/mini';
import type { Instant } from '@/utils/domain/schema/time';

/** Which of a user's devices; 32 random bits, so that it names nobody. */
export const deviceId = z.string().check(z.regex(/^[0-9a-f]{8}$/));

/**
 * When something was last written, and where: a hybrid logical clock. The instant is the device's own; the count
 * goes up where a device writes over what bears a later instant than its own clock shows, so that whoever
 * writes over what he has seen is always the later one, however wrong the clocks are. What remains of the count, divided
 * by `ROUND`, is the number of the device's own entry: what two entries wrote never bears one stamp, though they were
 * written over the same and the first of them may have reached the server.
 */
export const stamp = z.tuple([z.int().check(z.gte(0)), z.int().check(z.gte(0)), deviceId]);
export type Stamp = Readonly<z.infer<typeof stamp>>;

/** Below zero where `a` is the earlier one. A total order, the same on every device. */
export function compareStamps(a: Stamp, b: Stamp): number {
  if (a[0] !== b[0]) return a[0] - b[0];
  if (a[1] !== b[1]) return a[1] - b[1];
  if (a[2] === b[2]) return 0;
  return a[2] < b[2] ? -1 : 1;
}

export const sameStamp = (a: Stamp, b: Stamp): boolean => compareStamps(a, b) === 0;

export const laterStamp = (a: Stamp, b: Stamp): Stamp => (compareStamps(a, b) >= 0 ? a : b);

/** More entries than a journal ever has. */
const ROUND = 2 ** 32;

/** The entry of its device's journal that a stamp tells. */
export const entryOf = ([, count]: Stamp): number => count % ROUND;

/** The least count beyond `seen` that tells the entry. */
const countOver = (seen: number, entry: number): number =>
  entry > seen ? entry : entry + ROUND * (Math.floor((seen - entry) / ROUND) + 1);

/** The next stamp after `seen`, whatever the time is: earlier than what anybody wrote at a later instant. */
export const stampNext = (seen: Stamp, entry: number, device: string): Stamp => [
  seen[0],
  countOver(seen[1], entry),
  device,
];

/**
 * The stamp of something written at `at` over what bears `seen`; later than that in any case.
 *
 * @param entry the entry of the device's journal that wrote it; from 1
 */
export const stampOver = (seen: Stamp | null, at: Instant, entry: number, device: string): Stamp =>
  seen && at <= seen[0] ? stampNext(seen, entry, device) : [at, entry, device];
