import type { LibraryReading } from '../libraryPort';

/** The library for the panel: its code comes when it is first asked for. */
export const laterLibrary: LibraryReading = {
  watch(tell) {
    let stop: (() => void) | null = null;
    let stopped = false;
    void import('../library').then(({ watchLibrary: watch }) => {
      if (!stopped) stop = watch(tell);
    });
    return () => {
      stopped = true;
      stop?.();
    };
  },
  count: async (id, what, step) => (await import('../library')).countPiece(id, what, step),
};
