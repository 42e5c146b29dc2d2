import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Shelved } from '@/utils/app/library';
import { offersIn, tracksFor } from '@/utils/domain/library/fits';
import type { Track } from '@/utils/domain/library/piece';
import { type Facts, factsOf } from '@/utils/domain/nba/facts';
import { closedNow } from '../actions/closedNow';
import type { Desk } from '../desk';

/**
 * What may be said to the client shown, best fitting first; null until the library is there, and for
 * nobody. Outside the hours of offers (§11.8) nothing that offers.
 *
 * @param rules of the prompts that stand beside the client
 */
export function useTracks(
  desk: Desk,
  rules: readonly string[],
): { tracks: readonly Track[]; facts: Facts } | null {
  const [library, setLibrary] = useState<readonly Shelved[] | null>(null);
  const { port } = desk;
  useEffect(() => port.library.watch(setLibrary), [port]);
  const view = port.view.value;
  const settings = port.settings.value;
  const picture = view.state === 'client' ? view.picture : null;
  const named = rules.join();
  return useMemo(() => {
    if (!library || !picture) return null;
    const facts = factsOf({ ...picture, settings });
    const worth = library.toSorted((a, b) => b.worked - a.worked).map(({ piece }) => piece);
    const tracks = tracksFor(worth, facts, named.split(','));
    const mayOffer = closedNow({ aim: 'sell' }, desk) === null;
    return { tracks: mayOffer ? tracks : tracks.filter(({ kind }) => !offersIn(kind)), facts };
  }, [library, picture, settings, named, desk]);
}
