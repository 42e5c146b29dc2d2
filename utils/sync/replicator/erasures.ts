import type { Acknowledged, SyncPort } from '@/utils/store/sync/port';
import type { DocState } from '@/utils/store/sync/syncRows';
import { removed } from '../merge/write';
import type { WireKeys } from '../wire/keys';
import { heldEdited } from './decide';
import { baseOf } from './stand';

/** Documents in one write. */
const AT_ONCE = 500;

/**
 * The removal of an erased row in the place of what it said. What does not open, or speaks of no row any more, says nothing that can
 * be read, or nothing at all: it keeps its revision and waits for its turn.
 */
async function sealed(keys: WireKeys, doc: DocState): Promise<Acknowledged> {
  const { was: _was, held: _held, erased: _erased, ...rest } = doc;
  const base = await baseOf(keys, doc);
  const said = base?.state === 'live' ? removed(base) : null;
  const held = said ? await heldEdited(keys, doc.id, doc, said) : {};
  return { was: doc.rev, doc: { ...rest, ...held, v: 0 }, row: null };
}

/**
 * Puts the removal of every erased row, ready to be sent, in the place of what is known of it: nothing of what it said stays in the
 * book, whether or not the server can be reached. To the next run it is a removal whose sending was never answered.
 */
export async function sealErasures(local: SyncPort, keys: WireKeys, space: string): Promise<void> {
  for (;;) {
    const docs = await local.erased(space, AT_ONCE);
    if (docs.length === 0) return;
    const removals = await Promise.all(docs.map((doc) => sealed(keys, doc)));
    const done = await local.acknowledge(removals, { id: space });
    if (!done.ok) return;
  }
}
