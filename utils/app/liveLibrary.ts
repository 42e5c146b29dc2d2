import { newRowId } from './ids';
import { countPiece, dropPiece, importLibrary, keepPiece, watchLibrary } from './library';
import type { LibraryPort } from './libraryPort';

/** The library in a browser. */
export const liveLibrary: LibraryPort = {
  watch: watchLibrary,
  count: countPiece,
  keep: keepPiece,
  drop: dropPiece,
  importText: importLibrary,
  newId: () => `own-${newRowId()}`,
  readings: async () => (await import('./readings')).readingsOf,
};
