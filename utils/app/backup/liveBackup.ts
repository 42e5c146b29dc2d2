import { signal } from '@preact/signals';
import type { BackupKept, BackupNote } from '@/utils/domain/backup/kept';
import { fail, type Result } from '@/utils/domain/result';
import type { ClientId } from '@/utils/domain/schema/ids';
import { instant } from '@/utils/domain/schema/time';
import { watchBackup } from '@/utils/platform/backup';
import {
  askToWrite,
  canChooseFolder,
  chooseFolder,
  forgetFolder,
  keptFolder,
  mayWrite,
} from '@/utils/platform/backupFolder';
import { type BackupPlace, placeIn, wayOut } from '@/utils/platform/backupPlace';
import { loadTail } from '@/utils/platform/backupTail';
import { saveEraseAgain } from '@/utils/platform/eraseAgain';
import { loadSettings } from '@/utils/platform/settings';
import { lockState, watchLock } from '@/utils/platform/vault';
import type { Beside } from '@/utils/store/backup/dump';
import { BackupFault } from '@/utils/store/backup/fault';
import { healFromTail, type Loss, lossOf } from '@/utils/store/backup/heal';
import type { OpenBackup } from '@/utils/store/backup/read';
import { askBackground } from '../askBackground';
import { recoveryEntropies } from '../lock/recoveryKey';
import { stretchAside } from '../lock/stretchAside';
import { browserPorts } from '../storePorts';
import type {
  BackupPort,
  BackupProgress,
  BesideTaken,
  FolderState,
  Healed,
  LossShown,
  MergeOutcome,
  Picked,
  Restored,
} from './backupPort';
import { putBeside } from './beside/beside';
import { type ErasedAgain, eraseAgain } from './eraseAgain';
import { changeBackup, theBackup } from './kept';
import { type BackupProblem, makeBackup } from './make';
import { openFile } from './open';
import { passwordFits, setBackupPassword } from './password';
import { previewOf, putInPlace } from './restoring';
import { fileSource } from './source';

const tools = {
  stretch: stretchAside,
  random: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
  now: () => instant.parse(Date.now()),
};

/** Hands a file over to the browser's downloads. */
function download(file: File): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  // The browser has begun to read it by then; kept on, it would hold the file for as long as the page is open.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

const shownLoss = (loss: Loss | null): LossShown | null =>
  loss && {
    had: loss.had,
    has: loss.has,
    lastAt: loss.lastAt === null ? null : instant.parse(loss.lastAt),
    inTail: loss.inTail,
    restoring: loss.why === 'restoring',
  };

/** The port of backups in a browser. */
export async function openBackupPort(): Promise<BackupPort> {
  const kept = signal<BackupKept | null>(null);
  const folder = signal<FolderState>({ state: 'none' });
  const opensElsewhere = signal<'lock' | 'password' | null>(null);
  const loss = signal<LossShown | null>(null);
  let lost: Loss | null = null;
  let picked: {
    backup: OpenBackup;
    erased: readonly ClientId[];
    byWords: boolean;
    beside: Beside;
  } | null = null;
  let restoredByWords = false;

  const lookAtFolder = async (): Promise<void> => {
    const handle = await keptFolder();
    if (!handle) folder.value = { state: 'none' };
    else folder.value = { state: (await mayWrite(handle)) ? 'granted' : 'asks', name: handle.name };
  };
  const lookAtKey = async (): Promise<void> => {
    if ((await lockState()) !== 'none') opensElsewhere.value = 'lock';
    else opensElsewhere.value = (await passwordFits(kept.peek()?.password ?? null)) ? 'password' : null;
  };
  const lookAtLoss = async (): Promise<void> => {
    lost = await lossOf(browserPorts(), await loadTail()).catch(() => null);
    loss.value = shownLoss(lost);
  };
  watchBackup((next) => {
    kept.value = next;
    void lookAtKey();
  });
  watchLock(() => void lookAtKey());
  kept.value = await theBackup();
  await Promise.all([lookAtFolder(), lookAtKey()]);
  void lookAtLoss();

  /** The folder where it may be written to, else the way to the downloads. */
  const target = async (): Promise<{ place: BackupPlace; to: BackupNote['to'] }> => {
    const handle = await keptFolder();
    if (handle && (await mayWrite(handle))) return { place: placeIn(handle), to: 'folder' };
    return { place: await wayOut(), to: 'download' };
  };
  const backUp = async (
    tell: (progress: BackupProgress) => void,
    stop?: AbortSignal,
  ): Promise<Result<BackupNote, BackupProblem>> => {
    const [{ place, to }, settings, now] = await Promise.all([target(), loadSettings(), theBackup()]);
    const made = await makeBackup({
      ports: browserPorts(),
      place,
      to,
      kept: now,
      now: instant.parse(Date.now()),
      zone: settings.zone,
      tell,
      ...(stop ? { signal: stop } : {}),
    });
    if (made.ok && to === 'download') download(await place.file(made.value.file));
    return made;
  };
  /** Whoever was erased here goes once more from what has come back. */
  const withoutErased = async (): Promise<ErasedAgain> => {
    const [{ openStore }, { writePorts }] = await Promise.all([
      import('@/utils/store/write/openStore'),
      import('../writePorts'),
    ]);
    const opened = await openStore(writePorts());
    if (!opened.ok) return { gone: 0, kept: 0 };
    try {
      return await eraseAgain(opened.value);
    } finally {
      opened.value.close();
    }
  };
  const besideIf = async (wanted: boolean): Promise<BesideTaken | null> =>
    wanted && picked && picked.beside.size > 0 ? putBeside(picked.beside) : null;
  const begunAnew = async (): Promise<void> => {
    await askBackground({ kind: 'bookReplaced' }).catch(() => undefined);
    await Promise.all([lookAtLoss(), lookAtKey()]);
  };

  return {
    kept,
    folder,
    canChooseFolder: canChooseFolder(),
    opensElsewhere,
    loss,
    async chooseFolder() {
      const chosen = await chooseFolder();
      await lookAtFolder();
      return chosen !== null;
    },
    async allowFolder() {
      const handle = await keptFolder();
      const allowed = handle !== null && (await askToWrite(handle));
      await lookAtFolder();
      return allowed;
    },
    async forgetFolder() {
      await forgetFolder();
      await lookAtFolder();
    },
    setPassword: (typed) => setBackupPassword(typed, tools),
    change: async (change) => void (await changeBackup(() => change)),
    backUp,
    async filesInFolder() {
      const handle = await keptFolder();
      return handle && (await mayWrite(handle)) ? placeIn(handle).files() : [];
    },
    async pick(file, typed, tell, stop): Promise<Picked> {
      picked = null;
      try {
        const blob = typeof file === 'string' ? await (await target()).place.file(file) : file;
        const opening = await openFile(fileSource(blob), typed, stretchAside);
        if (opening.state === 'asks')
          return { state: 'asks', by: opening.by, bank: opening.header.byBank !== undefined };
        if (opening.state === 'flawed') return opening;
        const { preview, beside } = await previewOf(opening.backup, browserPorts(), tell, stop);
        const byWords = typed !== null && (await recoveryEntropies(typed)).length > 0;
        picked = { backup: opening.backup, erased: preview.erased.map(({ id }) => id), byWords, beside };
        return { state: 'read', preview };
      } catch (error) {
        if (stop.aborted) return { state: 'stopped' };
        if (error instanceof BackupFault) return { state: 'flawed', flaw: error.flaw };
        return { state: 'failed' };
      }
    },
    async restore({ unsaved, erasedToo, besideToo }, tell): Promise<Restored> {
      const backup = picked?.backup;
      if (!picked || !backup) return { state: 'failed' };
      if (!unsaved) {
        const saved = await backUp(() => {});
        if (!saved.ok) return { state: 'notSaved', why: saved.error };
      }
      // Before anything comes back: a browser that ends in between erases them when it starts again.
      await saveEraseAgain(erasedToo ? [] : picked.erased);
      const done = await putInPlace(backup, browserPorts(), lost, tell).catch(
        (): Restored => ({ state: 'failed' }),
      );
      restoredByWords = done.state === 'done' && picked.byWords;
      const again = done.state === 'done' ? await withoutErased() : { gone: 0, kept: 0 };
      const taken = await besideIf(besideToo && done.state === 'done');
      await begunAnew();
      if (done.state !== 'done') return done;
      // Without a passphrase of then there is none that could be forgotten.
      const byWords = restoredByWords && (await lockState()) !== 'none';
      return { ...done, leftOut: again.gone, notLeftOut: again.kept, byWords, beside: taken };
    },
    async newPassphrase(next) {
      if (!restoredByWords) return { state: 'failed' };
      const done = await (await import('../lock/passphrase')).replacePassphrase(next, tools);
      if (done.state === 'done') restoredByWords = false;
      return done;
    },
    async merge(besideToo, tell): Promise<MergeOutcome> {
      const backup = picked?.backup;
      if (!backup) return { state: 'failed' };
      const [{ mergeBackup }, { writePorts }] = await Promise.all([
        import('@/utils/store/backup/merge'),
        import('../writePorts'),
      ]);
      const passed = (bytes: number) => tell({ done: bytes, of: backup.size });
      const merged = await mergeBackup(backup, writePorts(), passed).catch(() => null);
      // The badge counts clients that the background did not write.
      await askBackground({ kind: 'bookReplaced' }).catch(() => undefined);
      if (!merged?.ok) return { state: 'failed' };
      return { state: 'done', ...merged.value, beside: await besideIf(besideToo) };
    },
    async heal(): Promise<Healed> {
      const healed = await healFromTail(browserPorts(), await loadTail()).catch(() =>
        fail('nothing' as const),
      );
      if (!healed.ok) return { state: healed.error === 'locked' ? 'locked' : 'failed' };
      await begunAnew();
      return { state: 'done', ...healed.value };
    },
    startAnew: () => location.reload(),
  };
}
