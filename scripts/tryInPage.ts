import type { CompiledAdapter } from '@/utils/adapters/compiled';
import { candidatesFor } from '@/utils/adapters/readPage';
import { recognise } from '@/utils/adapters/recognise';
import { visibleOnce } from '@/utils/adapters/visible';

/** Runs in the page: what the reader makes of it, with the same code as in a connected CRM. */
export function look(adapter: CompiledAdapter, url: string) {
  const { recognition, readings } = recognise(candidatesFor([adapter], url), document, visibleOnce(), true);
  return {
    recognition,
    pages: readings.map(({ candidate, reading }) => ({
      page: candidate.page.id,
      state: reading.state,
      why: reading.state === 'doubtful' ? reading.why : null,
      reached: reading.root !== null,
    })),
  };
}
