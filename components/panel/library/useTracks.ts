import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Shelved } from '@/utils/app/library';
import { type Beside, offers, piecesFor } from '@/utils/domain/library/fits';
import type { Piece } from '@/utils/domain/library/piece';
import { type Facts, factsOf } from '@/utils/domain/nba/facts';
import { closedNow } from '../actions/closedNow';
import type { Desk } from '../desk';

/** What the library has for the client shown, and what is known of the client. */
export interface Fitting {
  pieces: readonly Piece[];
  facts: Facts;
}

/**
 * What of the library may stand beside the client shown, best fitting first, of the same fit what worked
 * most; null until the library is there, and for nobody. Outside the hours of offers (§11.8) nothing that
 * offers.
 */
export function useTracks(desk: Desk, beside: Beside): Fitting | null {
  const [library, setLibrary] = useState<readonly Shelved[] | null>(null);
  const { port } = desk;
  useEffect(() => port.library.watch(setLibrary), [port]);
  const view = port.view.value;
  const settings = port.settings.value;
  const picture = view.state === 'client' ? view.picture : null;
  return useMemo(() => {
    if (!library || !picture) return null;
    const facts = factsOf({ ...picture, settings });
    const worth = library.toSorted((a, b) => b.worked - a.worked).map(({ piece }) => piece);
    const pieces = piecesFor(worth, facts, beside);
    const mayOffer = closedNow({ aim: 'sell' }, desk) === null;
    return { pieces: mayOffer ? pieces : pieces.filter((each) => !offers(each)), facts };
  }, [library, picture, settings, beside, desk]);
}
