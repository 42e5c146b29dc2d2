import type { Database } from '../connection/database';
import { LOCK_WAIT_MS, underLock } from '../connection/underLock';
import { hex } from '../crypto/bytes';
import type { Damage, StorePorts } from '../ports';
import { parseCanary } from './canary';

/**
 * Writes the canary: always the head as stored, under one lock, one at a time, never lower. It may
 * fail or be cut short at any point: a canary that lags is still right.
 */
export class CanaryKeeper {
  #running: Promise<void> | null = null;
  #again = false;
  readonly #ports: StorePorts;
  readonly #db: Database;
  readonly #onBehind: (damage: Damage) => Promise<void>;

  constructor(ports: StorePorts, db: Database, onBehind: (damage: Damage) => Promise<void>) {
    this.#ports = ports;
    this.#db = db;
    this.#onBehind = onBehind;
  }

  /** Follows the head, soon; nobody waits for it. */
  follow(): void {
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#running = this.#follow()
      .catch(() => {})
      .finally(() => {
        this.#running = null;
        if (this.#again) {
          this.#again = false;
          this.follow();
        }
      });
  }

  /** Resolves when nothing is being written any more. */
  async settled(): Promise<void> {
    while (this.#running) await this.#running;
  }

  /**
   * Marks the store as damaged, for every context and every later start. Where there is neither canary nor head
   * there is no store any more: it was wiped under who found it damaged, and the next is born whole.
   */
  flag(damage: Damage): Promise<void> {
    return this.#underCanaryLock(async () => {
      const canary = parseCanary(await this.#ports.canary.read());
      const head = await this.#db.head().catch(() => null);
      const kept = canary ?? (head && { epoch: head.epoch, seq: 0, hash: '' });
      if (kept) await this.#ports.canary.write({ ...kept, damage });
    });
  }

  async #follow(): Promise<void> {
    const behind = await this.#underCanaryLock(async (held) => {
      if (!held || !this.#ports.alive()) return null;
      const head = await this.#db.head();
      const canary = parseCanary(await this.#ports.canary.read());
      if (!head || !canary || canary.damage) return null;
      if (canary.seq > head.seq) return { why: 'behind', had: canary.seq, has: head.seq } as const;
      if (canary.seq < head.seq && canary.epoch === head.epoch) {
        await this.#ports.canary.write({ ...canary, seq: head.seq, hash: hex(head.hash) });
      }
      return null;
    });
    if (behind) await this.#onBehind(behind);
  }

  #underCanaryLock<Value>(work: (held: boolean) => Promise<Value>): Promise<Value> {
    return underLock(this.#ports.locks, canaryLock(this.#db.name), LOCK_WAIT_MS, work);
  }
}

/** The lock under which the canary is written, and made in the first place. */
export const canaryLock = (database: string): string => `${database}.canary`;
