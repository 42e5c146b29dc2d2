import { fail, ok, type Result } from '@/utils/domain/result';
import { judge, parseCanary } from '../canary/canary';
import { sightFor } from '../canary/check';
import { CanaryKeeper } from '../canary/keeper';
import { formerKeysOf } from '../crypto/former';
import { type DataKeys, type Keyring, keyringOf } from '../crypto/keyring';
import type { Damage, StorePorts } from '../ports';
import type { ReadProblem } from '../problems';
import { RowCache } from '../rows/rowCache';
import { bringToLife } from './birth';
import { Database, FORMAT, type Head } from './database';
import { errorName } from './failure';

/** What this context knows of the store's state. */
interface Standing {
  damage: Damage | null;
  /** A newer Zhibi wrote it. */
  newer: boolean;
  epoch: string;
}

const UNCHECKED: Standing = { damage: null, newer: false, epoch: '' };

/** The keys of this name that a ring has at hand. */
const keysIn = (ring: Keyring, kid: string): DataKeys | null => {
  if (ring.kid === kid) return ring;
  return ring.former?.kid === kid ? ring.former : null;
};

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
  /** Names of keys that the vault, looked at anew, did not have. */
  readonly #strangers = new Set<string>();
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
    this.#ring ??= this.#readRing().catch((error: unknown) => {
      this.#ring = null;
      throw error;
    });
    return this.#ring;
  }

  /** The keys as the vault has them now: they may have been changed since (decision 031). */
  renewRing(): Promise<Keyring | null> {
    this.#ring = null;
    return this.ring();
  }

  /** The keys, those of this name among them if the vault has them. */
  async ringWith(kid: string | null): Promise<Keyring | null> {
    const ring = await this.ring();
    if (!ring || kid === null || keysIn(ring, kid)) return ring;
    await this.#seek(kid);
    return this.ring();
  }

  async #readRing(): Promise<Keyring | null> {
    const { vault } = this.ports;
    const [master, former = null] = await Promise.all([vault.read(), vault.former?.read()]);
    this.#locked = master === 'locked';
    if (master !== null && master !== 'locked')
      return keyringOf(master, await formerKeysOf(master, former), (kid) => this.#seek(kid));
    this.#ring = null;
    return null;
  }

  /**
   * Keys that came into force after a ring was made: some other context changed them. The vault is asked once
   * for each name it does not have.
   */
  async #seek(kid: string): Promise<DataKeys | null> {
    const known = this.#strangers.has(kid);
    const ring = await this.ring();
    const keys = ring && keysIn(ring, kid);
    if (keys || (ring && known)) return keys;
    const renewed = await this.renewRing();
    // Locked meanwhile: that says nothing of the row for which they are sought.
    if (!renewed) throw new Error(this.noKeys.detail);
    const found = keysIn(renewed, kid);
    if (!found) this.#strangers.add(kid);
    return found;
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
    // Flagged by who does it, and not again: it may be over by then.
    if (damage.why === 'erasing') return;
    const attempts = [this.canary.flag(damage), Promise.resolve(this.db.meta.put({ k: 'halt', damage }))];
    await Promise.allSettled(attempts);
  }

  /** Drops the keys and everything unsealed. */
  lock(): void {
    this.#ring = null;
    this.#strangers.clear();
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
    // Between two databases: what lies here now may be half of the book.
    if (canary?.damage?.why === 'erasing') return fail({ code: 'unavailable', detail: 'erasing' });
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
    const damage = this.newer
      ? null
      : (judge(canary, sight) ?? (locked ? null : await this.#keyDamage(ring, head)));
    if (damage) await this.trip(damage);
    return ok(db);
  }

  /** What is wrong with the keys; null where they are those that the last write was made with. */
  async #keyDamage(ring: Keyring | null, head: Head | null): Promise<Damage | null> {
    const lost = { had: head?.seq ?? 0, has: 0 };
    if (!ring) return { why: 'keyMissing', ...lost };
    return head && !(await ring.keysOf(head.kid)) ? { why: 'otherKey', ...lost } : null;
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
