import { parseCanary } from '../canary/canary';
import { canaryLock } from '../canary/keeper';
import { hex } from '../crypto/bytes';
import { MASTER_LENGTH } from '../crypto/keyring';
import type { StorePorts } from '../ports';
import type { Database } from './database';
import { LOCK_WAIT_MS, underLock } from './underLock';

const EPOCH_LENGTH = 8;

/**
 * Begins the life of a store: makes the master key and the canary, under a lock, and only where
 * there is neither canary nor entry: two contexts that start together must not make two keys, and a
 * store that has lost its key must not be given another.
 *
 * @returns false if the lock was not to be had
 */
export function bringToLife(ports: StorePorts, db: Database): Promise<boolean> {
  return underLock(ports.locks, canaryLock(db.name), LOCK_WAIT_MS, async (held) => {
    if (!held || !ports.alive()) return false;
    if (parseCanary(await ports.canary.read()) || (await db.head()) || (await db.journal.count()) > 0)
      return true;
    if (!(await ports.vault.read())) await ports.vault.write(ports.randomBytes(MASTER_LENGTH));
    await ports.canary.write({ epoch: hex(ports.randomBytes(EPOCH_LENGTH)), seq: 0, hash: '', damage: null });
    return true;
  });
}
