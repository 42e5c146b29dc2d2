import * as z from 'zod/mini';
import { type ClientId, clientId } from '@/utils/domain/schema/ids';
import { Connection } from '../connection/connection';
import { DEFAULT_NAME } from '../connection/database';
import type { StorePorts } from '../ports';
import { erasures } from '../verify/erasures';
import type { BackupLine } from './lines';

/** A client of a backup who was erased here: a restore would bring him back. */
export interface ErasedThere {
  id: ClientId;
  name: string;
}

/** The clients that were ever erased in this store, by their opaque ids; none where it does not open. */
export async function erasedHere(ports: StorePorts, name = DEFAULT_NAME): Promise<ReadonlySet<string>> {
  const connection = new Connection(ports, name);
  try {
    const ready = await connection.ready();
    const ring = await connection.ring();
    return ready.ok && ring ? (await erasures(ready.value, ring, 0)).clientsAfter : new Set();
  } catch {
    // What is left of a damaged store says nothing.
    return new Set();
  } finally {
    connection.close();
  }
}

const clientText = z.object({ b: z.object({ name: z.string() }) });

/** Told every line of a backup, says who of those that were erased here is in it. */
export function erasedAmong(erased: ReadonlySet<string>): {
  look(line: BackupLine): void;
  result(): readonly ErasedThere[];
} {
  const found = new Map<string, ErasedThere>();
  return {
    look(line) {
      if (line.kind === 'gone' && line.fields.table === 'clients') found.delete(line.fields.id);
      if (line.kind !== 'row' || line.table !== 'clients' || !erased.has(line.fields.id)) return;
      const said = clientText.safeParse(line.plain === null ? null : JSON.parse(line.plain));
      const id = clientId.parse(line.fields.id);
      found.set(id, { id, name: said.success ? said.data.b.name : '' });
    },
    result: () => [...found.values()],
  };
}
