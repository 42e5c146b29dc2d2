import type { ClientId } from '@/utils/domain/schema/ids';
import type { ClientKnown, DraftKey } from '@/utils/store/known';
import type { StoreReader } from '@/utils/store/store';
import type { Subject } from './command';

/** Under which keys a client's draft may lie: its own, then those of its records from before it was a client. */
export async function draftKeysOf(
  read: Pick<StoreReader, 'linkIdOf'>,
  id: ClientId,
  { records }: Pick<ClientKnown, 'records'>,
): Promise<DraftKey[]> {
  return [id, ...(await Promise.all(records.map((record) => read.linkIdOf(record))))];
}

/**
 * The keys under which a draft of `subject` may lie, the one it is kept under first. A draft begun before
 * the client was in the book lies under the CRM's record, and is the client's all the same.
 */
export async function draftKeys(reader: StoreReader, subject: Subject): Promise<DraftKey[]> {
  const links = subject.type === 'sighted' ? [await reader.linkIdOf(subject.sighting.record)] : [];
  const [link] = links;
  const found = link === undefined ? null : await reader.clientByLink(link);
  const id = subject.type === 'client' ? subject.clientId : found?.ok ? found.value : null;
  if (id === null) return links;
  const known = await reader.client(id);
  const own: DraftKey[] = known.ok ? await draftKeysOf(reader, id, known.value) : [id];
  return [...new Set([...own, ...links])];
}
