/** As much of PouchDB as the bench calls; it brings no types. */
declare module 'pouchdb-browser' {
  interface Replicating {
    batch_size: number;
  }
  namespace PouchDB {
    /** A replication under way. */
    interface Replication extends Promise<unknown> {
      on(what: 'change', hear: (change: { docs_written: number }) => void): Replication;
    }
  }
  class PouchDB {
    constructor(name: string, options: { adapter: string } | { skip_setup: boolean; fetch: typeof fetch });
    bulkDocs(docs: readonly object[]): Promise<unknown>;
    info(): Promise<{ doc_count: number }>;
    sync(other: PouchDB, how: Replicating): Promise<unknown>;
    destroy(): Promise<unknown>;
    replicate: {
      to(other: PouchDB, how: Replicating): PouchDB.Replication;
      from(other: PouchDB, how: Replicating): PouchDB.Replication;
    };
  }
  export = PouchDB;
}
