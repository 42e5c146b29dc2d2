import type { Result } from '@/utils/domain/result';
import type { ClientId, OpId } from '@/utils/domain/schema/ids';
import type { CivilDay } from '@/utils/domain/schema/time';
import type { CellFault } from '@/utils/import/brought';
import type { Manner } from '@/utils/import/cells';
import type { Encoding, FileFault } from '@/utils/import/file/table';
import type { ImportCount } from '@/utils/import/forecast';
import type { Understood } from '@/utils/import/guess';
import type { Match } from '@/utils/import/match';
import type { SheetKind } from '@/utils/import/sheetKind';
import type { Problem } from '../command';
import type { Batch } from '../commands/importBatch';
import type { OpenedFile, SheetView } from './protocol';

/** Why something was not done: the file, the book, or the user stopped it. */
export type ImportProblem =
  | { code: 'file'; why: FileFault; row: number | null }
  | { code: 'stopped' }
  | { code: 'book'; problem: Problem };

/** How far something has come. */
export interface ImportProgress {
  doing: 'reading' | 'matching' | 'sealing';
  done: number;
  /** Null where that is not known beforehand. */
  of: number | null;
}
export type TellProgress = (progress: ImportProgress) => void;

/** What a sheet brings, and who of it is in the book. */
export interface Checked {
  matches: readonly Match[];
  faults: readonly CellFault[];
  faultsInAll: number;
  /** Rows below the headings that hold anything, and those of them that bring something. */
  of: number;
  good: number;
  /** Rows that say something else of a client than an earlier one. */
  contradicting: readonly number[];
}

/** What was brought in, under which operation. */
export interface BroughtIn {
  op: OpId;
  /** Its entry in the journal, and whom it touched. */
  seq: number;
  clients: readonly ClientId[];
  count: ImportCount;
}

/** Clients that were written to since a batch came in, so that it cannot be taken back. */
export interface ChangedSince {
  code: 'changedSince';
  clients: readonly { clientId: ClientId; name: string }[];
}

/** All that the page of spreadsheets needs of the world. One file at a time. */
export interface ImportPort {
  open(file: File, encoding: Encoding | null): Promise<Result<OpenedFile, ImportProblem>>;
  /** The sheet by other headings or as another kind. */
  view(sheet: number, headings: number | null, kind: SheetKind | null): Promise<SheetView | null>;
  /** Reads the sheet and looks its clients up in the book. */
  check(
    sheet: number,
    understood: Understood,
    manner: Manner,
    tell: TellProgress,
  ): Promise<Result<Checked, ImportProblem>>;
  /** Commits all of it or nothing. */
  bringIn(batch: Batch, tell: TellProgress): Promise<Result<BroughtIn, ImportProblem>>;
  /** Takes the whole batch back; refused with who was written to since. */
  takeBack(brought: BroughtIn): Promise<Result<null, ImportProblem | ChangedSince>>;
  /** Ends whatever is being done; what is not committed is not written. */
  stop(): void;
  /** Drops the file. */
  close(): void;
  /** The mapping that was used for the same headings before. */
  remembered(headingsKey: string): Understood | null;
  remember(headingsKey: string, understood: Understood): void;
  today(): CivilDay;
}
