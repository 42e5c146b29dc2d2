import type { PieceFault } from '@/utils/domain/library/libraryText';
import type { Piece } from '@/utils/domain/library/piece';
import type { ReadingsOf } from '@/utils/domain/library/search';
import type { Result } from '@/utils/domain/result';
import type { Counted, Shelved } from './library';

/** What the panel needs of the library. */
export interface LibraryReading {
  /** Calls back with the library now and after each change. Returns how to stop. */
  watch(tell: (library: readonly Shelved[]) => void): () => void;
  /** Counts a use, or that it worked; `step` -1 takes it back. */
  count(id: string, what: Counted, step?: 1 | -1): Promise<void>;
}

/** The library with all that can be done to it. */
export interface LibraryPort extends LibraryReading {
  /** Keeps a piece if nothing in it is refused; else what is wrong with it, by its place. */
  keep(piece: unknown): Promise<Result<number, PieceFault[]>>;
  /** Puts a piece of the user's own away, or back to how it came; the piece as it was. */
  drop(id: string): Promise<Piece | null>;
  /** Takes a file's pieces over, all or none. */
  importText(text: string): Promise<Result<number, PieceFault[]>>;
  /** An id for a piece of the user's own. */
  newId(): string;
  /** The readings of characters, for searching by pinyin: a table that is loaded only now. */
  readings(): Promise<ReadingsOf>;
}
