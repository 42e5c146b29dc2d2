import type { ReadonlySignal } from '@preact/signals';
import type { BackupKept, BackupNote } from '@/utils/domain/backup/kept';
import type { Result } from '@/utils/domain/result';
import type { Instant } from '@/utils/domain/schema/time';
import type { BesidePart } from '@/utils/platform/beside';
import type { ErasedThere } from '@/utils/store/backup/erased';
import type { LockOutcome } from '../lock/passphrase';
import type { BesideChanges } from './beside/part';
import type { BackupProblem } from './make';

/** The folder for backups: none, or its name and whether it may be written to as things stand. */
export type FolderState = { state: 'none' } | { state: 'granted' | 'asks'; name: string };

/** How many rows have been gone through, or bytes of a file. */
export interface BackupProgress {
  done: number;
  of: number;
}

/** How what is in a backup differs from what is here, in rows. */
export interface DifferenceShown {
  there: number;
  added: number;
  changed: number;
  removed: number;
}

/** What a backup holds beside the book, part by part; `damaged`: it does not say what it should, and stays out. */
export type BesideShown =
  | ({ part: BesidePart; state: 'read' } & BesideChanges)
  | { part: BesidePart; state: 'damaged' };

/** Which parts were put in place, and which stay here as they were. */
export interface BesideTaken {
  taken: readonly BesidePart[];
  refused: readonly BesidePart[];
}

/** What a backup that was read through holds. */
export interface BackupPreview {
  madeAt: Instant;
  device: string;
  /** Instant of the last entry in it; null where there is none. */
  lastAt: Instant | null;
  entries: number;
  size: number;
  clients: DifferenceShown;
  contacts: DifferenceShown;
  notes: DifferenceShown;
  /** People, holdings, policies and whatever else is a client's. */
  others: DifferenceShown;
  /** There is nothing here that a restore could take away. */
  isHereEmpty: boolean;
  /** Restored, the book opens by the passphrase of then, by today's, or by none. */
  passphrase: 'same' | 'ofThen' | 'none';
  /** Who of those in it was erased here: left out unless its user wants them back. */
  erased: readonly ErasedThere[];
  /** The user's settings, adapters, library and mappings of then; none in an older backup. */
  beside: readonly BesideShown[];
}

/** What became of a file that was picked. */
export type Picked =
  | { state: 'read'; preview: BackupPreview }
  /** `bank`: the words that the bank tells open it too. */
  | { state: 'asks'; by: 'lock' | 'password'; bank: boolean }
  | { state: 'flawed'; flaw: 'notBackup' | 'newer' | 'cut' | 'changed' | 'wrong' }
  | { state: 'stopped' | 'failed' };

/** How a backup is put in the place of the book. */
export interface HowToRestore {
  /** What is here is not saved first. */
  unsaved: boolean;
  /** Whoever was erased here comes back too. */
  erasedToo: boolean;
  /** Settings and whatever else lies beside the book come back too. */
  besideToo: boolean;
}

/** What became of a restore. */
export type Restored =
  | {
      state: 'done';
      intact: boolean;
      entries: number;
      rows: number;
      /** Entries written after the backup that the second copy brought back, and those that nobody has. */
      fromTail: number;
      missing: number;
      /** Clients erased here before, who were in the backup: left out, and not (under a legal hold of then). */
      leftOut: number;
      notLeftOut: number;
      /** It was opened by 24 words: nobody may know the passphrase of then. */
      byWords: boolean;
      /** Null where it was not asked for, or there was nothing. */
      beside: BesideTaken | null;
    }
  /** What is here could not be saved first, and why. */
  | { state: 'notSaved'; why: BackupProblem }
  /** It was begun and has not ended: it has to be done again. */
  | { state: 'failed' };

/** What became of the rows of a backup that was merged; see store/backup/merge. */
export type MergeOutcome =
  | {
      state: 'done';
      added: number;
      taken: number;
      kept: number;
      doubled: number;
      leftOut: number;
      refused: number;
      beside: BesideTaken | null;
    }
  /** What came in until then is there, and is in the journal. */
  | { state: 'failed' };

/** What the store has lost; see store/backup/heal. */
export interface LossShown {
  had: number;
  has: number;
  lastAt: Instant | null;
  inTail: number;
  /** A restore was begun and has not ended. */
  restoring: boolean;
}

/** What became of bringing back what the second copy holds. */
export type Healed = { state: 'done'; entries: number; missing: number } | { state: 'failed' | 'locked' };

/** What the parts of the options page about backups need of the world. */
export interface BackupPort {
  /** Null until read. */
  kept: ReadonlySignal<BackupKept | null>;
  folder: ReadonlySignal<FolderState>;
  canChooseFolder: boolean;
  /** Whether a backup would open on another machine: by a passphrase or a password. */
  opensElsewhere: ReadonlySignal<'lock' | 'password' | null>;
  /** Must be the first call of a click's handler. False where nothing was chosen. */
  chooseFolder(): Promise<boolean>;
  /** The same. */
  allowFolder(): Promise<boolean>;
  forgetFolder(): Promise<void>;
  setPassword(typed: string): Promise<boolean>;
  change(change: Partial<Pick<BackupKept, 'daily' | 'keep'>>): Promise<void>;
  /** Into the folder where there is one, else as a download. */
  backUp(
    tell: (progress: BackupProgress) => void,
    signal: AbortSignal,
  ): Promise<Result<BackupNote, BackupProblem>>;
  /** Names of the backups in the folder, the newest first. */
  filesInFolder(): Promise<readonly string[]>;
  /** Reads a file through; nothing is changed. `file` is a file or the name of one in the folder. */
  pick(
    file: File | string,
    typed: string | null,
    tell: (progress: BackupProgress) => void,
    signal: AbortSignal,
  ): Promise<Picked>;
  /** Puts what was picked last in the place of the book. */
  restore(how: HowToRestore, tell: (progress: BackupProgress) => void): Promise<Restored>;
  /**
   * A passphrase for the book that was restored in this page by 24 words: nobody may know the one of then. The present
   * one need not be said.
   */
  newPassphrase(next: string): Promise<LockOutcome>;
  /** Takes in what was picked last and the book has not, or has in an older form. */
  merge(besideToo: boolean, tell: (progress: BackupProgress) => void): Promise<MergeOutcome>;
  /** Null while nothing is missing. */
  loss: ReadonlySignal<LossShown | null>;
  /** Brings back what the second copy holds. */
  heal(): Promise<Healed>;
  /** Begins this page anew: what it shows is of the former book. */
  startAnew(): void;
}
