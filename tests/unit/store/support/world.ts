import { Dexie } from 'dexie';
import type { Brief } from '@/utils/domain/brief';
import type { FormerMaster } from '@/utils/domain/schema/keptMaster';
import { instant } from '@/utils/domain/schema/time';
import { Database } from '@/utils/store/connection/database';
import type { ClientKnown } from '@/utils/store/known';
import type { WritePorts } from '@/utils/store/ports';
import { openReader } from '@/utils/store/read/openReader';
import type { Store, StoreReader } from '@/utils/store/store';
import { openStore } from '@/utils/store/write/openStore';
import { FakeLocks } from './locks';

let names = 0;

/** A brief that says enough of the bundle to be wrong if it was made from the wrong one. */
export function plainBrief({ bundle, records }: ClientKnown): Brief {
  const { client, contacts } = bundle;
  const done = contacts.filter(({ state }) => state === 'done').map((contact) => contact.day);
  const last = done.sort().at(-1);
  return {
    clientId: client.id,
    name: client.name,
    kind: client.kind,
    tier: client.tier,
    readings: [],
    phoneTails: [],
    numbers: records.map(({ recordId }) => recordId),
    last: last ? { day: last, channel: 'phone' } : null,
    lastMeeting: null,
    due: last ?? client.since,
    score: Math.min(100, Object.keys(client.facts).length),
    promise: null,
    workload: null,
    ...(client.sample ? { sample: true as const } : {}),
  };
}

/** One browser: a database and a storage.local that outlive the contexts opened upon them. */
export class World {
  readonly name = `book-${++names}`;
  master: Uint8Array<ArrayBuffer> | null = null;
  /** A passphrase has to be said before the master is there. */
  locked = false;
  /** The master before this one, sealed under it. */
  former: FormerMaster | null = null;
  canary: unknown = null;
  now = 1_780_000_000_000;
  readonly locks = new FakeLocks();
  readonly open: (Store | StoreReader)[] = [];

  ports(changed: Partial<WritePorts> = {}): WritePorts {
    return {
      vault: {
        read: async () => (this.locked && this.master ? 'locked' : this.master),
        write: async (master) => {
          this.master = master;
        },
        former: {
          read: async () => structuredClone(this.former),
          drop: async () => {
            this.former = null;
          },
        },
      },
      canary: {
        read: async () => structuredClone(this.canary),
        write: async (canary) => {
          this.canary = structuredClone(canary);
        },
      },
      locks: this.locks,
      now: () => instant.parse(this.now++),
      randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
      alive: () => true,
      briefOf: plainBrief,
      ...changed,
    };
  }

  /** A new context that writes; fails the test if the store does not open. */
  async store(changed: Partial<WritePorts> = {}): Promise<Store> {
    const opened = await openStore(this.ports(changed), this.name);
    if (!opened.ok) throw new Error(`not opened: ${JSON.stringify(opened.error)}`);
    this.open.push(opened.value);
    return opened.value;
  }

  /** A new context that reads. */
  async reader(): Promise<StoreReader> {
    const opened = await openReader(this.ports(), this.name);
    if (!opened.ok) throw new Error(`not opened: ${opened.error.code}`);
    this.open.push(opened.value);
    return opened.value;
  }

  /** What a new context says on opening: `ok` or the problem. */
  async opening() {
    const opened = await openStore(this.ports(), this.name);
    if (opened.ok) opened.value.close();
    else if (opened.error.code !== 'unavailable') opened.error.reader?.close();
    return opened.ok ? 'ok' : opened.error;
  }

  /** Ends all contexts. */
  close(): void {
    for (const context of this.open.splice(0)) context.close();
  }

  /** Works on the raw tables, past the store: damage, tampering, and looking. */
  async raw<Value>(work: (db: Database) => Promise<Value>): Promise<Value> {
    const db = new Database(this.name);
    await db.open();
    try {
      return await work(db);
    } finally {
      db.close();
    }
  }

  async deleteDatabase(): Promise<void> {
    this.close();
    await Dexie.delete(this.name);
  }
}
