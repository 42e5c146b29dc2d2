import type { CompiledAdapter } from '@/utils/adapters/compiled';
import { browserLayout } from '@/utils/adapters/generic/browserLayout';
import { readAnyPage } from '@/utils/adapters/generic/readAnyPage';
import { joinUnaided } from '@/utils/adapters/generic/unaided';
import { candidatesFor } from '@/utils/adapters/readPage';
import { type Look, type Recognition, recognise } from '@/utils/adapters/recognise';
import { visibleOnce } from '@/utils/adapters/visible';
import type { TeachReport } from '@/utils/messaging/teach';

/** A client's page may take so long to show him. */
const PATIENCE_MS = 2000;
const PAUSE_MS = 80;

type Tried = Extract<TeachReport, { kind: 'tried' }>;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * What an adapter makes of the page, by the same reader that runs in connected CRMs. While a client is
 * still coming up, or a frame that will hold one, it is looked at again for a while. Null once ended.
 */
export async function tryAdapter(
  document: Document,
  adapter: CompiledAdapter,
  signal: AbortSignal,
): Promise<Tried | null> {
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
    if (!isComing || isLast()) return tried(recognition);
    await pause(PAUSE_MS);
    if (signal.aborted) return null;
  }
}

/** With what the adapter leaves to the generic reader, who is believed of a page at rest. */
function joined(look: Look, adapter: CompiledAdapter, document: Document, lasting: boolean): Look {
  if (!adapter.unaided) return look;
  const address = location.href;
  const reading = readAnyPage({ document, url: address, ...browserLayout });
  return joinUnaided(look, adapter, { reading, address, lasting }, document, address);
}

function tried(recognition: Recognition): Tried {
  if (recognition.state !== 'sighting') return { kind: 'tried', state: recognition.state, seen: null };
  const { record, name, fields } = recognition.sighting;
  return {
    kind: 'tried',
    state: 'sighting',
    seen: {
      recordId: record.recordId,
      name,
      fields: fields.map(({ key, label, text }) => ({ key, label, text })),
    },
  };
}
