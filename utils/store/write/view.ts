import type { ClientId } from '@/utils/domain/schema/ids';
import type { Database } from '../connection/database';
import { readSealedClient, type SealedClient } from '../read/sealedClient';
import { readSealedClients } from '../read/sealedClients';
import type { JournalledTable } from '../rows/bodies';
import type { SealedRow } from '../rows/sealedRow';

/** A row that a change is about. */
export interface Sought {
  table: JournalledTable;
  id: string;
  /** The client it is made for: it ought not to be there. Null where it ought to be. */
  newOf: ClientId | null;
}

const keyOf = (table: string, id: string): string => `${table}|${id}`;

const rowsIn = (sealed: SealedClient): (readonly [JournalledTable, readonly SealedRow[]])[] => [
  ['clients', sealed.client ? [sealed.client] : []],
  ['links', sealed.links],
  ['contacts', sealed.contacts],
  ['notes', sealed.notes],
  ['actions', sealed.actions],
  ['relations', sealed.relations],
  ['holdings', sealed.holdings],
  ['policies', sealed.policies],
  ['credits', sealed.credits],
  ['opportunities', sealed.opportunities],
  ['visits', sealed.visits],
];

const NO_CLIENT: SealedClient = {
  client: undefined,
  links: [],
  contacts: [],
  notes: [],
  actions: [],
  relations: [],
  namedIn: [],
  holdings: [],
  policies: [],
  credits: [],
  opportunities: [],
  visits: [],
  stamp: undefined,
  brief: undefined,
  newest: 0,
};

/** Clients that are read by one transaction: the fewer, the sooner another may write; the more, the less is waited. */
const AT_ONCE = 128;

/** From so many new clients on one look into the journal is cheaper than a look at each. */
const WORTH_FORESEEING = 20;

/**
 * What one attempt to commit has read. Each client is read once: by the plan, by the check of its
 * changes and for its brief. That all of it is of one state, the transaction makes sure of.
 */
export class View {
  readonly #db: Database;
  /** Looks new rows up too: after a clash, to tell an id that exists from a store that moved. */
  readonly #careful: boolean;
  readonly #clients = new Map<ClientId, Promise<SealedClient>>();
  readonly #rows = new Map<string, SealedRow>();

  constructor(db: Database, careful: boolean) {
    this.#db = db;
    this.#careful = careful;
  }

  client(id: ClientId): Promise<SealedClient> {
    const known = this.#clients.get(id);
    if (known) return known;
    const reading = this.#read(id);
    this.#clients.set(id, reading);
    return reading;
  }

  /**
   * Of clients that are about to be made, those that the journal has never spoken of have no rows: they need not be
   * read one by one. A few are read as fast as they are asked for.
   */
  async foresee(ids: readonly ClientId[]): Promise<void> {
    const unread = ids.filter((id) => !this.#clients.has(id));
    if (unread.length < WORTH_FORESEEING) return;
    const spoken = new Set(await this.#db.parts.where('ck').anyOf(unread).keys());
    for (const id of unread) if (!spoken.has(id)) this.#clients.set(id, Promise.resolve(NO_CLIENT));
  }

  /**
   * Reads many clients together that will be asked for one by one: a transaction for each, over all the tables that
   * it may have rows in, costs far more than the rows. A few are read as fast as they are asked for.
   */
  async ahead(ids: readonly ClientId[]): Promise<void> {
    const unread = [...new Set(ids)].filter((id) => !this.#clients.has(id));
    if (unread.length < WORTH_FORESEEING) return;
    for (let from = 0; from < unread.length; from += AT_ONCE) {
      const slice = unread.slice(from, from + AT_ONCE);
      const read = await readSealedClients(this.#db, slice);
      slice.forEach((id, place) => {
        const sealed = read[place];
        if (sealed) this.#clients.set(id, Promise.resolve(this.#keep(sealed)));
      });
    }
  }

  async #read(id: ClientId): Promise<SealedClient> {
    return this.#keep(await readSealedClient(this.#db, id));
  }

  #keep(sealed: SealedClient): SealedClient {
    for (const [table, rows] of rowsIn(sealed)) {
      for (const row of rows) this.#rows.set(keyOf(table, row.id), row);
    }
    return sealed;
  }

  /** The rows that changes are about: from the clients read, the others in one transaction. */
  async rows(
    sought: readonly Sought[],
  ): Promise<(table: JournalledTable, id: string) => SealedRow | undefined> {
    const missing = sought.filter(({ table, id, newOf }) => {
      const trusted = newOf !== null && !this.#careful && this.#clients.has(newOf);
      return !trusted && !this.#rows.has(keyOf(table, id));
    });
    await this.#readRows(missing);
    return (table, id) => this.#rows.get(keyOf(table, id));
  }

  async #readRows(sought: readonly Sought[]): Promise<void> {
    const tables = [...new Set(sought.map(({ table }) => table))];
    if (tables.length === 0) return;
    const read = async (table: JournalledTable) => {
      const ids = sought.filter((one) => one.table === table).map(({ id }) => id);
      for (const row of await this.#db.rows(table).bulkGet(ids)) {
        if (row) this.#rows.set(keyOf(table, row.id), row);
      }
    };
    await this.#db.transaction('r', tables, () => Promise.all(tables.map(read)));
  }
}
