import { note } from '@/utils/domain/schema/note';
import { schemaOf } from '@/utils/store/rows/kinds';
import { refKey, type SyncReader } from '@/utils/store/sync/port';
import { MARK } from '@/utils/store/sync/syncRows';
import { clockOf, type Live } from '../merge/content';
import type { Lost } from '../merge/merge';
import { copyIdOf, docIdOf } from '../wire/docId';
import type { WireKeys } from '../wire/keys';
import { sealDoc } from '../wire/sealDoc';
import type { Decision } from './decide';
import { type Placed, place } from './place';
import type { Run } from './run';

/** The note that keeps a text beside the one that won. Everything of it follows from what was lost. */
async function noteFor(keys: WireKeys, { note: from, stamp }: Lost): Promise<Live | null> {
  const said = note.safeParse(from.body);
  if (!said.success) return null;
  const { id, clientId, text, createdAt, editedAt, sensitivity } = said.data;
  const copy = { id: await copyIdOf(keys, id, stamp), clientId, text, pinned: false, createdAt, editedAt };
  const body: Live['body'] = { ...copy, ...(sensitivity ? { sensitivity } : {}), copyOf: id };
  return {
    state: 'live',
    table: 'notes',
    schema: schemaOf('notes'),
    body,
    clock: clockOf(stamp, new Map(), []),
  };
}

/**
 * Notes for the texts that lost: nothing typed is ever lost. One that is known already, even as removed, is not
 * made again.
 *
 * @param beside documents that come in the same order
 */
export async function copiesOf(
  { ports: { keys, space } }: Run,
  read: SyncReader,
  decisions: readonly Decision[],
  beside: ReadonlySet<string>,
): Promise<Placed[]> {
  const made = new Map<string, { said: Live; row: string }>();
  for (const { lost } of decisions) {
    for (const one of lost) {
      const said = await noteFor(keys, one);
      const row = said && String(said.body['id']);
      if (said && row) made.set(await docIdOf(keys, 'notes', [row]), { said, row });
    }
  }
  if (made.size === 0) return [];
  const known = await read.docs([...made.keys()]);
  const rows = await read.rows([...made.values()].map(({ row }) => ({ table: 'notes', id: row })));
  const placed: Placed[] = [];
  for (const [id, { said, row }] of made) {
    if (beside.has(id) || known.has(id) || rows.has(refKey({ table: 'notes', id: row }))) continue;
    const sealed = await sealDoc(keys, id, null, said);
    const held = { ...sealed, revs: [], mark: MARK.send, dead: [] };
    placed.push(place({ id, space, table: 'notes', row }, { held, said }, undefined));
  }
  return placed;
}
