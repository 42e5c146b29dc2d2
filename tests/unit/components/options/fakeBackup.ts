import { type Signal, signal } from '@preact/signals';
import type {
  BackupPort,
  BackupPreview,
  BackupProgress,
  FolderState,
  Healed,
  LossShown,
  MergeOutcome,
  Picked,
  Restored,
} from '@/utils/app/backup/backupPort';
import type { BackupProblem } from '@/utils/app/backup/make';
import type { BackupKept, BackupNote } from '@/utils/domain/backup/kept';
import type { Result } from '@/utils/domain/result';
import { instant } from '@/utils/domain/schema/time';

const AT = instant.parse(Date.UTC(2026, 10, 20, 1, 15));

export const NOTE: BackupNote = {
  file: 'zhibi-20261120-0915-3fa2b1.zhibi',
  at: AT,
  to: 'folder',
  size: 12_345_678,
  clients: 312,
  seq: 4810,
  epoch: '00',
};

export const PREVIEW: BackupPreview = {
  madeAt: AT,
  device: '3fa2b1',
  lastAt: AT,
  entries: 4810,
  size: 12_345_678,
  clients: { there: 312, added: 0, changed: 4, removed: 2 },
  contacts: { there: 3120, added: 1, changed: 0, removed: 40 },
  notes: { there: 800, added: 0, changed: 0, removed: 0 },
  others: { there: 95, added: 0, changed: 0, removed: 0 },
  isHereEmpty: false,
  passphrase: 'same',
  erased: [],
  beside: [],
};

export const KEPT: BackupKept = {
  device: '3fa2b1',
  password: null,
  daily: true,
  keep: 10,
  made: [],
  waiting: null,
};

/** Backups that remember what they were told; what comes of each deed is the test's to say. */
export interface FakeBackup {
  port: BackupPort;
  kept: Signal<BackupKept | null>;
  folder: Signal<FolderState>;
  opensElsewhere: Signal<'lock' | 'password' | null>;
  loss: Signal<LossShown | null>;
  calls: string[];
  /** What becomes of the next file that is picked, and of the next restore; the last one stays. */
  picked: Picked[];
  restored: Restored[];
  healed: Healed;
  merged: MergeOutcome;
  /** Backups that were begun: ended by the test. */
  begun: {
    tell: (progress: BackupProgress) => void;
    signal: AbortSignal;
    end: (result: Result<BackupNote, BackupProblem>) => void;
  }[];
  files: string[];
}

export function fakeBackup(start: Partial<Pick<BackupPort, 'canChooseFolder'>> = {}): FakeBackup {
  const fake: Omit<FakeBackup, 'port'> = {
    kept: signal<BackupKept | null>(KEPT),
    folder: signal<FolderState>({ state: 'none' }),
    opensElsewhere: signal<'lock' | 'password' | null>('password'),
    loss: signal<LossShown | null>(null),
    calls: [],
    picked: [],
    restored: [],
    healed: { state: 'done', entries: 3, missing: 0 },
    merged: {
      state: 'done',
      added: 12,
      taken: 3,
      kept: 4000,
      doubled: 1,
      leftOut: 0,
      refused: 0,
      beside: null,
    },
    begun: [],
    files: [],
  };
  const next = <Value>(list: Value[], otherwise: Value): Value =>
    (list.length > 1 ? list.shift() : list[0]) ?? otherwise;
  const port: BackupPort = {
    kept: fake.kept,
    folder: fake.folder,
    canChooseFolder: start.canChooseFolder ?? true,
    opensElsewhere: fake.opensElsewhere,
    loss: fake.loss,
    async chooseFolder() {
      fake.calls.push('choose folder');
      fake.folder.value = { state: 'granted', name: '备份' };
      return true;
    },
    async allowFolder() {
      fake.calls.push('allow folder');
      fake.folder.value = { state: 'granted', name: '备份' };
      return true;
    },
    async forgetFolder() {
      fake.calls.push('forget folder');
      fake.folder.value = { state: 'none' };
    },
    async setPassword(typed) {
      fake.calls.push(`password ${typed}`);
      fake.opensElsewhere.value = 'password';
      return true;
    },
    async change(change) {
      fake.calls.push(JSON.stringify(change));
      fake.kept.value = { ...(fake.kept.value ?? KEPT), ...change };
    },
    backUp(tell, stop) {
      fake.calls.push('back up');
      return new Promise((end) => fake.begun.push({ tell, signal: stop, end }));
    },
    filesInFolder: async () => fake.files,
    async pick(file, typed) {
      fake.calls.push(`pick ${typeof file === 'string' ? file : file.name} ${typed ?? '-'}`);
      return next<Picked>(fake.picked, { state: 'read', preview: PREVIEW });
    },
    async restore({ unsaved, erasedToo, besideToo }) {
      const also = [unsaved && 'unsaved', erasedToo && 'erased too', besideToo && 'beside too'];
      fake.calls.push(['restore', ...also.filter(Boolean)].join(' '));
      return next<Restored>(fake.restored, {
        state: 'done',
        intact: true,
        entries: 4810,
        rows: 9001,
        fromTail: 0,
        missing: 0,
        leftOut: 0,
        notLeftOut: 0,
        byWords: false,
        beside: null,
      });
    },
    async newPassphrase(next) {
      fake.calls.push(`new passphrase ${next}`);
      return { state: 'done' };
    },
    async merge(besideToo) {
      fake.calls.push(besideToo ? 'merge beside too' : 'merge');
      return fake.merged;
    },
    async heal() {
      fake.calls.push('heal');
      fake.loss.value = null;
      return fake.healed;
    },
    startAnew: () => void fake.calls.push('start anew'),
  };
  return { ...fake, port };
}
