import type { CompiledAdapter } from './compiled';
import type { Candidate } from './readPage';
import type { Look } from './recognise';

/*
 * How the script that follows clients meets the generic reader, which is too large to go with it. The reader's
 * script comes only into pages of a CRM whose adapter leaves something to it, and leaves this behind in the
 * world that scripts of ours share; a page does not see it.
 */

const HOOK = 'zhibiUnaided';

/** The generic reader at work in one document. */
export interface UnaidedReader {
  /** What the tab shows, by a look of the adapters' and by the last reading; has the page read again where that is due. */
  join(look: Look): Look;
  /** What the tab's address says where no adapter's page fits it. */
  candidate(): Candidate;
}

/** Begins to read a document for an adapter; calls `changed` when there is something new to join. */
export type BeginUnaided = (
  document: Document,
  adapter: CompiledAdapter,
  changed: () => void,
  signal: AbortSignal,
) => UnaidedReader;

/** Offers the reader to the script that follows clients. */
export const offerUnaided = (begin: BeginUnaided): void => {
  Reflect.set(globalThis, HOOK, begin);
};

const isOffer = (value: unknown): value is BeginUnaided => typeof value === 'function';

/** The reader, where its script has come. */
export function offeredUnaided(): BeginUnaided | null {
  const offer: unknown = Reflect.get(globalThis, HOOK);
  return isOffer(offer) ? offer : null;
}
