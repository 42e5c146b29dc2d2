import type { CompiledAdapter } from '@/utils/adapters/compiled';
import { candidatesFor } from '@/utils/adapters/readPage';
import { type Recognition, recognise } from '@/utils/adapters/recognise';
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
  for (;;) {
    const candidates = candidatesFor([adapter], location.href);
    const { recognition } = recognise(candidates, document, visibleOnce(), true);
    const isComing =
      recognition.state === 'waiting' ||
      (recognition.state === 'none' && candidates.length > 0 && document.readyState !== 'complete');
    if (!isComing || performance.now() > until) return tried(recognition);
    await pause(PAUSE_MS);
    if (signal.aborted) return null;
  }
}

function tried(recognition: Recognition): Tried {
  if (recognition.state !== 'sighting') return { kind: 'tried', state: recognition.state, seen: null };
  const { record, name, fields } = recognition.sighting;
  return {
    kind: 'tried',
    state: 'sighting',
    seen: { recordId: record.recordId, name, fields: fields.map((field) => ({ ...field })) },
  };
}
