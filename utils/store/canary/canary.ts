import * as z from 'zod/mini';
import type { Head } from '../connection/database';
import { hex } from '../crypto/bytes';
import type { Entry } from '../journal/entry';
import type { Canary, Damage } from '../ports';

const damage = z.object({
  why: z.enum([
    'keyMissing',
    'otherKey',
    'canaryMissing',
    'behind',
    'otherChain',
    'headMissing',
    'headIsNotLast',
    'gap',
    'rows',
    'restoring',
    'erasing',
  ]),
  had: z.int(),
  has: z.int(),
});
const canary = z.object({
  epoch: z.string(),
  seq: z.int().check(z.gte(0)),
  hash: z.string(),
  damage: z.nullable(damage),
});

/** The canary as it was written, or null if there is none that makes sense. */
export function parseCanary(value: unknown): Canary | null {
  const parsed = canary.safeParse(value);
  return parsed.success ? parsed.data : null;
}

/** What the database shows, all of one moment, the canary having been read before. */
export interface Sight {
  head: Head | null;
  halted: Damage | null;
  /** The entry that the canary names. */
  atCanary: Entry | undefined;
  last: Entry | undefined;
}

/**
 * Compares the database with the canary (decision 9). The canary is written after each commit, so it
 * may lag behind the head, never lead it. Null if all is well.
 */
export function judge(canary: Canary | null, sight: Sight): Damage | null {
  const { head, last } = sight;
  const has = head?.seq ?? 0;
  const found = (why: Damage['why'], had = canary?.seq ?? 0): Damage => ({ why, had, has });

  if (sight.halted) return sight.halted;
  if (canary === null) return head || last ? found('canaryMissing', last?.seq) : null;
  if (canary.damage) return canary.damage;
  if (has < canary.seq) return found('behind');
  if (head && head.epoch !== canary.epoch) return found('otherChain');
  if (canary.seq > 0 && (!sight.atCanary || hex(sight.atCanary.hash) !== canary.hash))
    return found('otherChain');
  if (!head) return last ? found('headMissing', last.seq) : null;
  if ((last?.seq ?? 0) !== head.seq || (last && hex(last.hash) !== hex(head.hash))) {
    return found('headIsNotLast', last?.seq);
  }
  return null;
}
