import { fail, ok, type Result } from '@/utils/domain/result';
import { judge, parseCanary } from '../canary/canary';
import { sightFor } from '../canary/check';
import { CanaryKeeper } from '../canary/keeper';
import { type Keyring, keyringOf } from '../crypto/keyring';
import type { Damage, StorePorts } from '../ports';
import { RowCache } from '../rows/rowCache';
import type { ReadProblem } from '../store';
import { bringToLife } from './birth';
import { Database, FORMAT } from './database';
import { errorName } from './failure';

/** What this context knows of the store's state. */
interface Standing {
  damage: Damage | null;
  /** A newer Zhibi wrote it. */
  newer: boolean;
  epoch: string;
}

const UNCHECKED: Standing = { damage: null, newer: false, epoch: '' };

/**
 * One context's way to the database: opens it, checks it against the canary at every opening (the
 * browser may close it and recreate it empty without a word), holds the keys and what was unsealed.
 */
export class Connection {
  readonly db: Database;
  readonly ports: StorePorts;
  readonly cache = new RowCache();
  readonly canary: CanaryKeeper;
  /** The highest entry this context has seen: a store that falls below was recreated under it. */
  floor = 0;
  #standing = UNCHECKED;
  #checked = false;
  #closedForGood = false;
  #opening: Promise<Result<Database, ReadProblem>> | null = null;
  #ring: Promise<Keyring | null> | null = null;
  /** Whether the keys were locked away when they were last asked for. */
  #locked = false;
  readonly #onLock = new Set<() => void>();
  readonly #onReopen = new Set<() => void>();

  constructor(ports: StorePorts, name: string) {
    this.ports = ports;
    this.db = new Database(name);
    this.canary = new CanaryKeeper(ports, this.db, (damage) => this.trip(damage));
    this.db.on('close', () => this.#comeBack());
    // The book is being wiped or replaced as a whole: to open it again would make an empty one.
    this.db.on('versionchange', (event) => {
      if (event.newVersion === null) this.#closedForGood = true;
    });
  }

  get damage(): Damage | null {
    return this.#standing.damage;
  }

  get newer(): boolean {
    return this.#standing.newer;
  }

  get epoch(): string {
    return this.#standing.epoch;
  }

  /** The database, open and checked; opens it again if the browser closed it. */
  async ready(): Promise<Result<Database, ReadProblem>> {
    if (this.#checked && this.db.isOpen()) return ok(this.db);
    this.#opening ??= this.#open().finally(() => {
      this.#opening = null;
    });
    return this.#opening;
  }

  /** The keys; null if they are missing or locked away (`noKeys` says which): then asked for again by the next. */
  ring(): Promise<Keyring | null> {
    this.#ring ??= this.ports.vault
      .read()
      .then((master) => {
        this.#locked = master === 'locked';
        if (master !== null && master !== 'locked') return keyringOf(master);
        this.#ring = null;
        return null;
      })
      .catch((error: unknown) => {
        this.#ring = null;
        throw error;
      });
    return this.#ring;
  }

  /** Why there were no keys when they were last asked for. */
  get noKeys(): ReadProblem & { code: 'locked' | 'damaged' } {
    return this.#locked ? { code: 'locked', detail: 'locked' } : { code: 'damaged', detail: 'keyMissing' };
  }

  /** After a read error: the next use checks the store again. */
  doubt(): void {
    this.#checked = false;
  }

  /** A check has failed: no context writes from now on. Never throws. */
  async trip(damage: Damage): Promise<void> {
    this.#standing = { ...this.#standing, damage };
    const attempts = [this.canary.flag(damage), Promise.resolve(this.db.meta.put({ k: 'halt', damage }))];
    await Promise.allSettled(attempts);
  }

  /** Drops the keys and everything unsealed. */
  lock(): void {
    this.#ring = null;
    this.cache.clear();
    for (const listener of this.#onLock) listener();
  }

  onLock(listener: () => void): void {
    this.#onLock.add(listener);
  }

  /** Tells when the database was closed by the browser and is open again. Returns how to stop. */
  onReopen(listener: () => void): () => void {
    this.#onReopen.add(listener);
    return () => this.#onReopen.delete(listener);
  }

  close(): void {
    this.#closedForGood = true;
    this.lock();
    this.db.close();
  }

  async #open(): Promise<Result<Database, ReadProblem>> {
    if (this.#closedForGood) return fail({ code: 'unavailable', detail: 'closed' });
    try {
      if (!this.db.isOpen()) await this.db.open();
      return await this.#check();
    } catch (error) {
      return fail({ code: 'unavailable', detail: errorName(error) });
    }
  }

  async #check(): Promise<Result<Database, ReadProblem>> {
    const { db, ports } = this;
    let canary = parseCanary(await ports.canary.read());
    if (!canary) {
      if (!(await bringToLife(ports, db))) return fail({ code: 'unavailable', detail: 'lock' });
      canary = parseCanary(await ports.canary.read());
    }
    const sight = await sightFor(db, canary);
    const { head } = sight;
    this.#standing = {
      damage: this.damage,
      newer: db.isNewer || (head?.format ?? 0) > FORMAT,
      epoch: canary?.epoch ?? '',
    };
    this.floor = Math.max(this.floor, canary?.seq ?? 0);
    this.#checked = true;

    const ring = await this.ring();
    const locked = ring === null && this.#locked;
    // Which key the rows need cannot be told yet: it is looked at when there is one.
    if (locked) this.#checked = false;
    const keyDamage = (why: 'keyMissing' | 'otherKey'): Damage => ({ why, had: head?.seq ?? 0, has: 0 });
    const damage = this.newer
      ? null
      : (judge(canary, sight) ??
        (ring || locked ? null : keyDamage('keyMissing')) ??
        (head && ring && head.kid !== ring.kid ? keyDamage('otherKey') : null));
    if (damage) await this.trip(damage);
    return ok(db);
  }

  /** Opens again what the browser closed; after a while, so that a page being put away is left alone. */
  #comeBack(): void {
    const lost = this.#checked && !this.#closedForGood;
    this.#checked = false;
    if (!lost) return;
    setTimeout(async () => {
      const open = await this.ready();
      if (open.ok) for (const listener of this.#onReopen) listener();
    }, 0);
  }
}
