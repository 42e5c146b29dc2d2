import { type Instant, instant } from '@/utils/domain/schema/time';
import { beginTail, loadTail } from '@/utils/platform/backupTail';
import { loadEraseAgain } from '@/utils/platform/eraseAgain';
import { compareWithStore, type TableDifference } from '@/utils/store/backup/compare';
import type { Beside } from '@/utils/store/backup/dump';
import { erasedAmong, erasedHere } from '@/utils/store/backup/erased';
import { healFromTail, type Loss } from '@/utils/store/backup/heal';
import { checkBackup, type OpenBackup } from '@/utils/store/backup/read';
import { restoreBackup } from '@/utils/store/backup/restore';
import { parseCanary } from '@/utils/store/canary/canary';
import type { StorePorts } from '@/utils/store/ports';
import type { JournalledTable } from '@/utils/store/rows/bodies';
import type { BackupPreview, BackupProgress, DifferenceShown, Restored } from './backupPort';
import { besideShown, gatherBeside } from './beside/beside';
import { adoptKey, presentKid } from './open';

const NONE: DifferenceShown = { there: 0, added: 0, changed: 0, removed: 0 };

/** Tables that the preview names; the others are told together. */
const NAMED: readonly JournalledTable[] = ['clients', 'contacts', 'notes'];
const isNamed = (table: JournalledTable): boolean => NAMED.includes(table);

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

/**
 * Reads a backup through and says what it holds, and how that differs from what is here.
 *
 * @returns besides, what it holds beside the book, for `putBeside`
 * @throws BackupFault
 */
export async function previewOf(
  backup: OpenBackup,
  ports: StorePorts,
  tell: (progress: BackupProgress) => void,
  signal: AbortSignal,
): Promise<{ preview: BackupPreview; beside: Beside }> {
  const comparison = await compareWithStore(ports);
  // Whoever a restore that was cut short has left to be erased is known by that list alone.
  const again = await loadEraseAgain();
  const among = erasedAmong(new Set([...(await erasedHere(ports)), ...again]));
  const beside = gatherBeside();
  const passed = (bytes: number) => tell({ done: bytes, of: backup.size });
  const { end, lastAt } = await checkBackup(backup, passed, signal, (line) => {
    comparison.look(line);
    among.look(line);
    beside.look(line);
  });
  const differences = comparison.result();
  const of = (table: JournalledTable): TableDifference => differences.get(table) ?? NONE;
  const others = [...differences].flatMap(([table, one]) => (isNamed(table) ? [] : [one]));
  const preview: BackupPreview = {
    madeAt: backup.header.madeAt,
    device: backup.header.device,
    lastAt: orNull(lastAt),
    entries: end.head?.seq ?? 0,
    size: backup.size,
    clients: of('clients'),
    contacts: of('contacts'),
    notes: of('notes'),
    others: together(others),
    isHereEmpty: comparison.isEmpty,
    passphrase: await passphraseAfter(backup),
    erased: among.result(),
    beside: await besideShown(beside.found),
  };
  return { preview, beside: beside.found };
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
  const sum = { intact, entries: entries + fromTail, rows, fromTail, missing };
  return { state: 'done', ...sum, leftOut: 0, notLeftOut: 0, byWords: false, beside: null };
}

async function placeOf(ports: StorePorts): Promise<{ epoch: string; seq: number }> {
  const canary = parseCanary(await ports.canary.read());
  return { epoch: canary?.epoch ?? '', seq: canary?.seq ?? 0 };
}
