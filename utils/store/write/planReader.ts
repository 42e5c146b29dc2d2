import type { Connection } from '../connection/connection';
import type { Database } from '../connection/database';
import { type Keyring, linkIdOf } from '../crypto/keyring';
import type { PlanReader } from '../plan';
import { clientOfLink } from '../read/links';
import { openClient } from '../read/openClient';
import type { JournalledTable, StoredBodies } from '../rows/bodies';
import { Refusal, refuse } from './refuse';
import type { View } from './view';

/** What a plan may read: null where there is nothing, the end of the commit where it cannot be read. */
export function planReaderOf(connection: Connection, db: Database, ring: Keyring, view: View): PlanReader {
  const row = async <Table extends JournalledTable>(
    table: Table,
    id: string,
  ): Promise<StoredBodies[Table] | null> => {
    const sealed = await db.rows(table).get(id);
    if (!sealed) return null;
    const opened = await connection.cache.open(ring, table, sealed);
    if (opened.state !== 'open') throw new Refusal(opened.state === 'newer' ? 'readOnly' : 'damaged');
    return opened.body;
  };

  return {
    async client(id) {
      const known = await openClient(connection, await view.client(id));
      if (known.ok) return known.value;
      if (known.error.code === 'notFound') return null;
      throw refuse(known.error);
    },
    ahead: (ids) => view.ahead(ids),
    contact: (id) => row('contacts', id),
    note: (id) => row('notes', id),
    linkIdOf: (record) => linkIdOf(ring, record),
    async clientByLink(link) {
      const client = await clientOfLink(connection, await db.links.get(link));
      if (client.ok) return client.value;
      throw refuse(client.error);
    },
  };
}
