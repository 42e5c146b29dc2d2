import type { ClientId } from '@/utils/domain/schema/ids';
import type { StoreReader } from '@/utils/store/store';
import { askBackground } from '../askBackground';
import type { Subject } from '../command';
import { type Draft, draft as draftSchema } from '../draft';
import { draftKeys } from '../draftKeys';
import { type FormsOwner, formsKey, type HalfForms, readForms } from '../halfForms';

/**
 * The draft left for this client, if any. One begun before the client was in the book is the client's now,
 * and says so: whoever shows the client without a page beside it must know whose it is.
 */
export async function loadDraft(reader: StoreReader, subject: Subject): Promise<Draft | null> {
  for (const key of await draftKeys(reader, subject)) {
    const kept = await reader.drafts.get(key);
    const read = draftSchema.safeParse(kept.ok ? kept.value : null);
    if (read.success) return subject.type === 'client' ? { ...read.data, subject } : read.data;
  }
  return null;
}

/** Keeps a draft through the background, which outlives a page that closes. Rejects if it could not be kept. */
export async function saveDraft(draft: Draft): Promise<void> {
  const reply = await askBackground({ kind: 'saveDraft', draft });
  if ('refused' in reply) throw new Error(`draft not kept: ${reply.refused}`);
}

/** Throws the draft of this client away. Rejects if it could not be. */
export async function discardDraft(subject: Subject): Promise<void> {
  const reply = await askBackground({ kind: 'discardDraft', subject });
  if ('refused' in reply) throw new Error(`draft not discarded: ${reply.refused}`);
}

/** The half-filled forms of a client's facts, by name. */
export async function loadForms(reader: StoreReader, id: ClientId): Promise<HalfForms> {
  const kept = await reader.drafts.get(formsKey(id));
  return readForms(kept.ok ? kept.value : null);
}

/** Keeps them, all that there are. Rejects if they could not be kept. */
export async function saveForms(of: FormsOwner, forms: HalfForms): Promise<void> {
  const reply = await askBackground({ kind: 'saveForms', of, forms });
  if ('refused' in reply) throw new Error(`forms not kept: ${reply.refused}`);
}
