import type { CompiledAdapter } from '../compiled';
import { type Candidate, candidatesFor } from '../readPage';
import { type Recognition, recognise } from '../recognise';
import { visibleOnce } from '../visible';
import { browserLayout } from './browserLayout';
import { readAnyPage } from './readAnyPage';
import { joinUnaided } from './unaided';

/** A client's page may take so long to show him. */
const PATIENCE_MS = 2000;
const PAUSE_MS = 80;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * What an adapter makes of the page, by the same reader that runs in connected CRMs. While a client is
 * still coming up, or a frame that will hold one, it is looked at again for a while. Null once ended.
 */
export async function lookFor(
  document: Document,
  adapter: CompiledAdapter,
  signal?: AbortSignal,
): Promise<Recognition | null> {
  const until = performance.now() + PATIENCE_MS;
  const isLast = (): boolean => performance.now() > until;
  for (;;) {
    const candidates = candidatesFor([adapter], location.href);
    const recognition = lookOnce(document, adapter, candidates, isLast());
    const isComing =
      recognition.state === 'waiting' ||
      (recognition.state === 'none' && candidates.length > 0 && document.readyState !== 'complete');
    if (!isComing || isLast()) return recognition;
    await pause(PAUSE_MS);
    if (signal?.aborted) return null;
  }
}

/**
 * What an adapter makes of the page as it is now, with what it leaves to the generic reader.
 *
 * @param candidates the adapter's pages that the tab's address fits
 * @param lasting the page is at rest: the generic reader is believed
 */
export function lookOnce(
  document: Document,
  adapter: CompiledAdapter,
  candidates: readonly Candidate[],
  lasting: boolean,
): Recognition {
  const look = recognise(candidates, document, visibleOnce(), true);
  if (!adapter.unaided) return look.recognition;
  const url = location.href;
  const reading = readAnyPage({ document, url, ...browserLayout });
  return joinUnaided(look, adapter, { reading, lasting }, document, url).recognition;
}
