import type { ClientId } from '@/utils/domain/schema/ids';

/** How far the reading of the book has come: clients gone through, and how many of them do not open. */
export interface WalkProgress {
  done: number;
  closed: number;
}

/** A line for each client of the book for whom there is one, as a page lists them. */
export interface BookRows<Row> {
  /**
   * Of the whole book; a few clients are read at a time, so that the page stays awake. Null where the book
   * cannot be read, or the reading was ended.
   */
  all(stop: AbortSignal, tell: (progress: WalkProgress) => void): Promise<readonly Row[] | null>;
  /** Of some clients, as they are now; who does not open or has no line is not among them. */
  of(ids: readonly ClientId[]): Promise<readonly Row[]>;
}
