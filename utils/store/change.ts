import type { JournalledTable, StoredBodies } from './rows/bodies';

/** One change of one row. A row is found by its body: id, record (links), client and key (actions). */
export type Change<Tables extends JournalledTable = JournalledTable> = {
  /** `erase` removes like `delete`, and the journal does not keep what it was. */
  [Table in Tables]: {
    type: 'insert' | 'update' | 'delete' | 'erase';
    table: Table;
    body: StoredBodies[Table];
  };
}[Tables];
