import { type Instant, instant } from '@/utils/domain/schema/time';
import { beginTail, loadTail } from '@/utils/platform/backupTail';
import { compareWithStore, type TableDifference } from '@/utils/store/backup/compare';
import { healFromTail, type Loss } from '@/utils/store/backup/heal';
import { checkBackup, type OpenBackup } from '@/utils/store/backup/read';
import { restoreBackup } from '@/utils/store/backup/restore';
import { parseCanary } from '@/utils/store/canary/canary';
import type { StorePorts } from '@/utils/store/ports';
import type { BackupPreview, BackupProgress, DifferenceShown, Restored } from './backupPort';
import { adoptKey, presentKid } from './open';

const NONE: DifferenceShown = { there: 0, added: 0, changed: 0, removed: 0 };

const together = (all: readonly TableDifference[]): DifferenceShown =>
  all.reduce(
    (sum, one) => ({
      there: sum.there + one.there,
      added: sum.added + one.added,
      changed: sum.changed + one.changed,
      removed: sum.removed + one.removed,
    }),
    NONE,
  );

const orNull = (at: number | null): Instant | null => (at === null ? null : instant.parse(at));

/** By what the book would open after the restore. */
async function passphraseAfter({ header: { opens } }: OpenBackup): Promise<BackupPreview['passphrase']> {
  if ((await presentKid()) === opens.kid) return 'same';
  return opens.by === 'lock' ? 'ofThen' : 'none';
}

/** Reads a backup through and says what it holds, and how that differs from what is here. @throws BackupFault */
export async function previewOf(
  backup: OpenBackup,
  ports: StorePorts,
  tell: (progress: BackupProgress) => void,
  signal: AbortSignal,
): Promise<BackupPreview> {
  const comparison = await compareWithStore(ports);
  const passed = (bytes: number) => tell({ done: bytes, of: backup.size });
  const { end, lastAt } = await checkBackup(backup, passed, signal, comparison.look);
  const { clients, contacts, notes, ...others } = comparison.result();
  return {
    madeAt: backup.header.madeAt,
    device: backup.header.device,
    lastAt: orNull(lastAt),
    entries: end.head?.seq ?? 0,
    size: backup.size,
    clients,
    contacts,
    notes,
    others: together(Object.values(others)),
    isHereEmpty: comparison.isEmpty,
    passphrase: await passphraseAfter(backup),
  };
}

/**
 * Puts a backup in the place of the book. Where the store had lost something, what was written after the backup is
 * brought back from the second copy; where the user wanted an older state, it is not.
 */
export async function putInPlace(
  backup: OpenBackup,
  ports: StorePorts,
  loss: Loss | null,
  tell: (progress: BackupProgress) => void,
): Promise<Restored> {
  const verdict = await restoreBackup(backup, {
    ports,
    adopt: () => adoptKey(backup),
    passed: (bytes) => tell({ done: bytes, of: backup.size }),
  });
  const { epoch, seq } = await placeOf(ports);
  const healed = loss ? await healFromTail(ports, await loadTail()) : null;
  const fromTail = healed?.ok ? healed.value.entries : 0;
  if (fromTail === 0) await beginTail(epoch, seq, false);
  const missing = loss ? Math.max(0, loss.had - seq - fromTail) : 0;
  const { intact, entries, rows } = verdict;
  return { state: 'done', intact, entries: entries + fromTail, rows, fromTail, missing };
}

async function placeOf(ports: StorePorts): Promise<{ epoch: string; seq: number }> {
  const canary = parseCanary(await ports.canary.read());
  return { epoch: canary?.epoch ?? '', seq: canary?.seq ?? 0 };
}
