import { Dexie, RangeSet } from 'dexie';

/**
 * Tells the live queries of all contexts that anything may have changed, so that they read again. For
 * a change of which nobody may have heard: the context that made it can be stopped between the
 * transaction and the news of it.
 */
export function announceAnything(): void {
  Dexie.on.storagemutated.fire({ all: new RangeSet(Number.NEGATIVE_INFINITY, [[]]) });
}
