import type { Festival } from '../calendar/festivals';
import type { Piece, Track } from '../library/piece';

/**
 * The library's words for a festival: care messages to a person for this occasion, those for an elder first
 * where the client is one, and never where he is not. The RM's own order of the library decides the rest.
 */
export function festiveTracks(pieces: readonly Piece[], festival: Festival, elder: boolean): Track[] {
  const fitting = pieces.filter(
    (piece): piece is Track =>
      piece.type === 'track' &&
      piece.kind === 'care' &&
      piece.fits?.occasion === festival &&
      (piece.fits.kinds?.includes('individual') ?? true) &&
      (piece.fits.relation === undefined ||
        piece.fits.relation === 'client' ||
        (elder && piece.fits.relation === 'elder')),
  );
  const forElder = ({ fits }: Track): boolean => fits?.relation === 'elder';
  return [...fitting.filter(forElder), ...fitting.filter((track) => !forElder(track))];
}
