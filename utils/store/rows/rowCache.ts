import { sameBytes } from '../crypto/bytes';
import type { Keyring } from '../crypto/keyring';
import { IV_LENGTH } from '../crypto/seal';
import type { StoredBodies, StoredTable } from './bodies';
import { type Opened, openRow } from './openRow';
import type { SealedRow } from './sealedRow';

/** Most rows remembered of one table: those of some hundred clients. */
const CAPACITY = 20_000;

interface Remembered<Body> {
  v: number;
  iv: Uint8Array;
  opened: Promise<Opened<Body>>;
}
type Shelf<Body> = Map<string, Remembered<Body>>;

/**
 * Remembers opened rows. One holds as long as the row's vector is the same: that is random and new
 * with every sealing, so nothing stale can come out, whatever its counters say.
 */
export class RowCache {
  readonly #shelves: { readonly [Table in StoredTable]: Shelf<StoredBodies[Table]> } = {
    clients: new Map(),
    links: new Map(),
    contacts: new Map(),
    notes: new Map(),
    relations: new Map(),
    holdings: new Map(),
    policies: new Map(),
    credits: new Map(),
    opportunities: new Map(),
    visits: new Map(),
    actions: new Map(),
    acts: new Map(),
    briefs: new Map(),
    stamps: new Map(),
  };

  /** Opens a row, unless this very sealing of it has been opened before. */
  open<Table extends StoredTable>(
    ring: Keyring,
    table: Table,
    row: SealedRow,
  ): Promise<Opened<StoredBodies[Table]>> {
    if (!(row.sealed instanceof Uint8Array)) return openRow(ring, table, row);
    const shelf: Shelf<StoredBodies[Table]> = this.#shelves[table];
    const key = `${row.id}|${row.ck}`;
    const iv = row.sealed.subarray(0, IV_LENGTH);
    const known = shelf.get(key);
    if (known && known.v === row.v && sameBytes(known.iv, iv)) return known.opened;
    const opened = openRow(ring, table, row);
    if (shelf.size >= CAPACITY) shelf.clear();
    shelf.set(key, { v: row.v, iv: iv.slice(), opened });
    // That no keys were to be had says nothing of the row: it is tried again.
    opened.catch(() => shelf.delete(key));
    return opened;
  }

  clear(): void {
    for (const shelf of Object.values(this.#shelves)) shelf.clear();
  }
}
