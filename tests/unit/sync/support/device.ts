import type { SYNCED } from '@/utils/store/rows/kinds';
import type { Store } from '@/utils/store/store';
import type { SyncPort } from '@/utils/store/sync/port';
import type { Remote, RunPorts } from '@/utils/sync/replicator/ports';
import { type Outcome, sync } from '@/utils/sync/replicator/sync';
import { type WireKeys, wireKeysOf } from '@/utils/sync/wire/keys';
import { newOp } from '../../store/support/book';
import { World } from '../../store/support/world';

export const SPACE = 'own';

export const SECRETS = { ids: new Uint8Array(32).fill(1), seals: [new Uint8Array(32).fill(2)] };

let keys: Promise<WireKeys> | null = null;
export const testKeys = (): Promise<WireKeys> => {
  keys ??= wireKeysOf(SECRETS);
  return keys;
};

/** One of a user's devices: a book of its own, with a master of its own, that shares one database's secrets. */
export class Device {
  readonly world = new World();
  readonly name: string;
  store!: Store;

  private constructor(index: number) {
    this.name = index.toString(16).padStart(8, 'd');
  }

  /** @param master of its book; ids of some rows, and by them the order in which they are sent, follow from it */
  static async open(
    index: number,
    clock = 0,
    master: Uint8Array<ArrayBuffer> | null = null,
  ): Promise<Device> {
    const device = new Device(index);
    device.world.now += clock;
    device.world.master = master;
    device.store = await device.world.store();
    await device.store.sync.join(SPACE, device.name, SECRETS);
    return device;
  }

  /** Stops everything where it is, and starts anew upon what was written. */
  async restart(): Promise<void> {
    this.world.close();
    this.store = await this.world.store();
  }

  async sync(remote: Remote, changed: Partial<RunPorts> = {}): Promise<Outcome> {
    return sync({
      local: this.store.sync,
      remote,
      keys: await testKeys(),
      space: SPACE,
      newOp,
      newMark: newOp,
      chance: () => 0,
      sleep: async () => {},
      signal: new AbortController().signal,
      ...changed,
    });
  }

  /** Everything the book says, the same on every device that says the same. */
  async says(): Promise<ReadonlyMap<string, unknown>> {
    const keys: { table: (typeof SYNCED)[number]; ids: readonly string[] }[] = [
      ...(await this.store.sync.writtenSince(0)),
    ];
    const rows = await this.store.sync.rows(
      keys.flatMap(({ table, ids }) => ids.map((id) => ({ table, id }))),
    );
    const said = new Map<string, unknown>();
    for (const row of rows.values()) {
      if (row === 'closed') throw new Error('a row does not open');
      const { table, body } = row;
      const key =
        table === 'links'
          ? JSON.stringify(body['record'])
          : (body['id'] ?? `${body['clientId']}|${body['key']}`);
      said.set(`${table}|${String(key)}`, body);
    }
    return new Map([...said].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  close(): void {
    this.world.close();
  }
}

/** What a stopped worker's promises end with here. */
export const STOPPED = 'the worker was stopped';

/** A port that stops the worker at one of its calls: before it or after it, and for good. */
export function stopping(port: SyncPort, at: number, stop: () => void): SyncPort {
  let calls = 0;
  let dead = false;
  return new Proxy(port, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== 'function') return member;
      return async (...args: unknown[]) => {
        calls += 1;
        if (dead || calls === at) {
          dead = true;
          stop();
          throw new Error(STOPPED);
        }
        const value: unknown = await Reflect.apply(member, target, args);
        calls += 1;
        if (dead || calls === at) {
          dead = true;
          stop();
          throw new Error(STOPPED);
        }
        return value;
      };
    },
  });
}
