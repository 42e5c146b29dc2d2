import type { CompiledAdapter } from '../compiled';
import { candidatesFor } from '../readPage';
import { type Look, type Recognition, recognise } from '../recognise';
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
    const { recognition } = joined(
      recognise(candidates, document, visibleOnce(), true),
      adapter,
      document,
      isLast(),
    );
    const isComing =
      recognition.state === 'waiting' ||
      (recognition.state === 'none' && candidates.length > 0 && document.readyState !== 'complete');
    if (!isComing || isLast()) return recognition;
    await pause(PAUSE_MS);
    if (signal?.aborted) return null;
  }
}

/** With what the adapter leaves to the generic reader, who is believed of a page at rest. */
function joined(look: Look, adapter: CompiledAdapter, document: Document, lasting: boolean): Look {
  if (!adapter.unaided) return look;
  const address = location.href;
  const reading = readAnyPage({ document, url: address, ...browserLayout });
  return joinUnaided(look, adapter, { reading, address, lasting }, document, address);
}
