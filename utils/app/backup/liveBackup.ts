import { signal } from '@preact/signals';
import type { BackupKept, BackupNote } from '@/utils/domain/backup/kept';
import { fail, type Result } from '@/utils/domain/result';
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
import { loadSettings } from '@/utils/platform/settings';
import { lockState, watchLock } from '@/utils/platform/vault';
import { BackupFault } from '@/utils/store/backup/fault';
import { healFromTail, type Loss, lossOf } from '@/utils/store/backup/heal';
import type { OpenBackup } from '@/utils/store/backup/read';
import { askBackground } from '../askBackground';
import { stretchAside } from '../lock/stretchAside';
import { browserPorts } from '../storePorts';
import type {
  BackupPort,
  BackupProgress,
  FolderState,
  Healed,
  LossShown,
  MergeOutcome,
  Picked,
  Restored,
} from './backupPort';
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
  let picked: OpenBackup | null = null;

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
        if (opening.state === 'asks') return { state: 'asks', by: opening.by };
        if (opening.state === 'flawed') return opening;
        const preview = await previewOf(opening.backup, browserPorts(), tell, stop);
        picked = opening.backup;
        return { state: 'read', preview };
      } catch (error) {
        if (stop.aborted) return { state: 'stopped' };
        if (error instanceof BackupFault) return { state: 'flawed', flaw: error.flaw };
        return { state: 'failed' };
      }
    },
    async restore(unsaved, tell): Promise<Restored> {
      const backup = picked;
      if (!backup) return { state: 'failed' };
      if (!unsaved) {
        const saved = await backUp(() => {});
        if (!saved.ok) return { state: 'notSaved', why: saved.error };
      }
      const done = await putInPlace(backup, browserPorts(), lost, tell).catch(
        (): Restored => ({ state: 'failed' }),
      );
      await begunAnew();
      return done;
    },
    async merge(tell): Promise<MergeOutcome> {
      const backup = picked;
      if (!backup) return { state: 'failed' };
      const [{ mergeBackup }, { writePorts }] = await Promise.all([
        import('@/utils/store/backup/merge'),
        import('../writePorts'),
      ]);
      const passed = (bytes: number) => tell({ done: bytes, of: backup.size });
      const merged = await mergeBackup(backup, writePorts(), passed).catch(() => null);
      // The badge counts clients that the background did not write.
      await askBackground({ kind: 'bookReplaced' }).catch(() => undefined);
      return merged?.ok ? { state: 'done', ...merged.value } : { state: 'failed' };
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
