import type { Change } from '@/utils/store/change';
import type { Fields } from '@/utils/store/journal/diff';
import type { SyncedTable } from '@/utils/store/rows/bodies';
import { kindOf } from '@/utils/store/rows/kinds';

/** A change of a row whose body was checked before. */
export function rowChange(type: Change['type'], table: SyncedTable, body: Fields): Change {
  const make = <Table extends SyncedTable>(of: Table): Change<Table> => ({
    type,
    table: of,
    body: kindOf<Table>(of).body.parse(body),
  });
  return make(table);
}

/** The client that a body belongs to. */
export function ownerIn(table: SyncedTable, body: Fields): string {
  const owner = <Table extends SyncedTable>(of: Table): string => {
    const kind = kindOf<Table>(of);
    return kind.owner(kind.body.parse(body));
  };
  return owner(table);
}
