import type { Brief } from '@/utils/domain/brief';
import type { FormerMaster } from '@/utils/domain/schema/keptMaster';
import type { Instant } from '@/utils/domain/schema/time';
import type { ClientKnown } from './known';

/** What the store needs of the world around it, in types alone. */

/** Where the master key lies; without a passphrase beside the data. */
export interface Vault {
  /** `locked` while there is a key that only a passphrase opens; null where there is none. */
  read(): Promise<Uint8Array<ArrayBuffer> | 'locked' | null>;
  /** Called once in the life of a store, under a lock. */
  write(master: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Absent where keys are never changed. */
  former?: FormerVault;
}

/** Where the master before the present one lies, sealed under the present one (decision 031). */
export interface FormerVault {
  /** Null where there is none. */
  read(): Promise<FormerMaster | null>;
  /** Called when nothing is left that only it opens. */
  drop(): Promise<void>;
}

/** Outside IndexedDB, because that may come back empty without saying so (decision 9). */
export interface CanaryPort {
  read(): Promise<unknown>;
  write(canary: Canary): Promise<void>;
}

export interface Canary {
  /** Which life of the database this is. */
  epoch: string;
  seq: number;
  /** Hex of the entry's hash. */
  hash: string;
  /** Set when a check failed, for all contexts to see; cleared only by a restore. */
  damage: Damage | null;
}

/** What a failed check saw; `had` and `has` quantify the loss in journal entries. */
export interface Damage {
  why:
    | 'keyMissing'
    | 'otherKey'
    | 'canaryMissing'
    | 'behind'
    | 'otherChain'
    | 'headMissing'
    | 'headIsNotLast'
    | 'gap'
    | 'rows'
    /** A restore was begun and has not ended. */
    | 'restoring'
    /** The book is being erased deeply: there is nothing wrong with it (decision 039). */
    | 'erasing';
  had: number;
  has: number;
}

/** All the store needs of the world. */
export interface StorePorts {
  vault: Vault;
  canary: CanaryPort;
  locks: Pick<LockManager, 'request'>;
  now(): Instant;
  randomBytes(length: number): Uint8Array<ArrayBuffer>;
  /** False once the extension was updated or removed under this page: a dead context never writes. */
  alive(): boolean;
}

export interface WritePorts extends StorePorts {
  /**
   * Works out a client's brief. Called by every commit for every client it touches, so that no list
   * and no badge can fall behind the rows; pure but for settings.
   */
  briefOf(known: ClientKnown): Brief | Promise<Brief>;
}
