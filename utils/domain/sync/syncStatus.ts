import * as z from 'zod/mini';
import { instant } from '../schema/time';

/**
 * Why nothing goes on: what only the user or the bank can change. `out`: this device was taken out of the list.
 * `list`: the server shows another list of devices than the one known here. `bank`: another server than the bank's.
 */
const SYNC_STOPS = ['signIn', 'missing', 'notCouch', 'permission', 'bank', 'out', 'list', 'book'] as const;
export type SyncStop = (typeof SYNC_STOPS)[number];
/** Why it rests for now. */
const SYNC_RESTS = ['user', 'metered', 'bank', 'locked'] as const;
/** What passes by itself. */
const SYNC_WAITS = ['busy', 'quorum', 'offline'] as const;
export type SyncWait = (typeof SYNC_WAITS)[number];

const count = z.int().check(z.gte(0));

/** How far synchronisation is, in numbers and words of the program alone. */
export const syncStatus = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('off') }),
  z.strictObject({ state: z.literal('running') }),
  /** Everything is at the server; `refused` is what that does not take, and keeps here. */
  z.strictObject({ state: z.literal('safe'), at: instant, refused: count }),
  /** The server is busy or not there: `open` rows wait, and `next` is when it is tried again. */
  z.strictObject({
    state: z.literal('waiting'),
    why: z.enum(SYNC_WAITS),
    open: count,
    next: instant,
    /** How often it failed in a row. */
    turn: count,
  }),
  z.strictObject({ state: z.literal('stopped'), why: z.enum(SYNC_STOPS), open: count }),
  z.strictObject({ state: z.literal('paused'), by: z.enum(SYNC_RESTS) }),
]);
export type SyncStatus = z.infer<typeof syncStatus>;

/** Whether it wants the user: whatever he has chosen himself, and what passes by itself, does not. */
export const wantsUser = (status: SyncStatus): boolean =>
  status.state === 'stopped' || (status.state === 'safe' && status.refused > 0);

/** What a try of an address came to. `foreign`: a book is there whose keys are not here. */
export type SyncDiagnosis =
  | 'ready'
  | 'unreachable'
  | 'offline'
  | 'permission'
  | 'signIn'
  | 'forbidden'
  | 'missing'
  | 'notCouch'
  | 'old'
  | 'foreign'
  | 'bank'
  | 'unavailable';

const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 30 * 60_000;

/**
 * How long to wait before the next try: longer each time, and never at the same moment as everybody else.
 *
 * @param turn tries that failed before, from 0
 * @param asked what the server asks for, in milliseconds
 * @param chance from 0 to 1
 */
export function waitBefore(turn: number, asked: number | null, chance: number): number {
  const most = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(turn, 20));
  return Math.max(asked ?? 0, Math.round(most / 2 + (chance * most) / 2));
}
