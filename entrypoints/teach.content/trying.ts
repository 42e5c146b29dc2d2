import type { CompiledAdapter } from '@/utils/adapters/compiled';
import { lookFor } from '@/utils/adapters/generic/lookFor';
import type { TeachReport } from '@/utils/messaging/teach';

type Tried = Extract<TeachReport, { kind: 'tried' }>;

/** What an adapter makes of the page, as it is told to the wizard. Null once ended. */
export async function tryAdapter(
  document: Document,
  adapter: CompiledAdapter,
  signal: AbortSignal,
): Promise<Tried | null> {
  const recognition = await lookFor(document, adapter, signal);
  if (!recognition) return null;
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
