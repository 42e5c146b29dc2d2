import type { DraftKey, Store } from '@/utils/store/store';
import type { Subject } from '../command';
import type { Draft } from '../draft';
import { theBook } from './book';

/** A sighted client's draft lies under its link until it becomes a client of the book. */
async function draftKeyOf(store: Store, subject: Subject): Promise<DraftKey> {
  if (subject.type === 'client') return subject.clientId;
  const link = await store.linkIdOf(subject.sighting.record);
  const client = await store.clientByLink(link);
  return client.ok && client.value !== null ? client.value : link;
}

/** Keeps a draft; false when it could not be kept. */
export async function keepDraft(draft: Draft): Promise<boolean> {
  const opened = await theBook();
  if (!opened.ok) return false;
  const kept = await opened.value.drafts.put(await draftKeyOf(opened.value, draft.subject), draft);
  return kept.ok;
}

/** Throws a draft away, also the one from before the client was in the book. */
export async function dropDraft(subject: Subject): Promise<boolean> {
  const opened = await theBook();
  if (!opened.ok) return false;
  const store = opened.value;
  const keys: DraftKey[] = [await draftKeyOf(store, subject)];
  if (subject.type === 'sighted') keys.push(await store.linkIdOf(subject.sighting.record));
  const dropped = await Promise.all([...new Set(keys)].map((key) => store.drafts.discard(key)));
  return dropped.every((each) => each.ok);
}
