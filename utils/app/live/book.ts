import type { StoreReader } from '@/utils/store/store';
import type { BookView } from '../popupPort';
import type { Opened } from './reader';

/** Tells the book as cards, now and after every commit; or why there is none. */
export function watchBook({ reader, trouble }: Opened, tell: (book: BookView) => void): StoreReader | null {
  if (!reader) {
    tell({ state: 'error', code: trouble });
    return null;
  }
  reader.watchDirectory((directory) => {
    if (directory.ok) tell({ state: 'ready', ...directory.value, trouble });
    else {
      const { code } = directory.error;
      tell({ state: 'error', code: code === 'notFound' || code === 'locked' ? 'unavailable' : code });
    }
  });
  return reader;
}
