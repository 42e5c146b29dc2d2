import type { ClientBundle } from '@/utils/domain/bundle';
import type { ExportRule } from '@/utils/domain/exportRule';
import type { Result } from '@/utils/domain/result';
import type { ErasureReason, Exported } from '@/utils/domain/schema/act';
import type { LegalHold } from '@/utils/domain/schema/client';
import type { Contact } from '@/utils/domain/schema/contact';
import type { ClientId } from '@/utils/domain/schema/ids';
import type { CivilDay, Instant } from '@/utils/domain/schema/time';
import type { BookFault } from '@/utils/export/bookFile';
import type { TrailEntry } from '@/utils/store/known';
import type { Verdict } from '@/utils/store/outcomes';
import type { JournalLine } from '@/utils/store/trail';
import type { Problem } from './command';

/** A file that is ready to be handed out, and what the journal says of it where exports are audited. */
export interface Handout {
  bytes: Uint8Array<ArrayBuffer>;
  deed: Omit<Exported, 'what' | 'hash'>;
}

/** Why a file was not handed out. */
export type HandoutProblem = 'off' | 'notNoted';

/** What the bank and the user have said of what leaves the book. */
export interface LeavingRules {
  exports: ExportRule;
  /** It is the bank's word that counts. */
  exportsByBank: boolean;
  retentionDays: number | null;
  retentionByBank: boolean;
}

/** A client of whom nothing was written for longer than the book keeps clients. */
export interface Expired {
  id: ClientId;
  name: string;
  lastWritten: Instant;
  held: boolean;
}

/** What an erasure took away. */
export interface ErasedCount {
  rows: number;
  parts: number;
}

/** How far a restore has come. */
export interface Restored {
  clients: number;
  of: number;
}

/** What of the journal is looked at; days are the RM's, both included. */
export interface TrailSpan {
  client: ClientId | null;
  from: CivilDay;
  until: CivilDay;
}

/** What leaves the book: exports, the whole as a file and back, erasure. */
export interface OutPort {
  rules(): Promise<LeavingRules>;
  /** Null where the book cannot be read. */
  contacts(from: CivilDay, until: CivilDay): Promise<readonly Contact[] | null>;
  client(id: ClientId): Promise<ClientBundle | null>;
  /**
   * The whole book as a file, how many rows are in it, how many do not open, and how many notes are not in it because
   * they must not leave this device.
   */
  wholeBook(): Promise<{ json: string; rows: number; closed: number; keptHere: number } | null>;
  /** Asks the rules, and under an audit notes the file in the journal; only then it may be handed out. */
  handOut(handout: Handout): Promise<HandoutProblem | null>;
  /**
   * Puts a whole book back into an empty one. Interrupted, the same file goes on where it stopped.
   * `notEmpty`: the book holds something that is not in the file, or not as the file has it.
   */
  restore(
    text: string,
    tell: (progress: Restored) => void,
  ): Promise<Result<Restored, BookFault | Problem | { code: 'notEmpty' }>>;
  /** Erases a client, for ever. `held` where a legal hold forbids it. */
  erase(id: ClientId, why: ErasureReason): Promise<Result<ErasedCount, Problem | { code: 'held' }>>;
  /** Sets a legal hold, or lifts it by null. */
  hold(id: ClientId, hold: LegalHold | null): Promise<Problem | null>;
  /** Those who may be erased by now under the rule of days; none where there is no rule. Null where unreadable. */
  expired(): Promise<readonly Expired[] | null>;
}

/** One entry, as far as it concerns one client. */
export type TrailStep = TrailEntry;
/** One row of it, before and after. */
export type TrailChange = TrailEntry['changes'][number];
/** One entry without what it says. */
export type TrailLine = JournalLine;
/** What the check of the whole book found. */
export type ChainVerdict = Verdict;

/** The trail: what was done, when, and what it was before. */
export interface TrailPort {
  /** The entries of a span, newest first; null where they cannot be read. */
  lines(span: TrailSpan): Promise<readonly TrailLine[] | null>;
  /** What each entry changed of one client, newest first; null where it cannot be read. */
  ofClient(id: ClientId): Promise<readonly TrailStep[] | null>;
  /** Checks the whole chain, every part and every row; null where the book does not open. */
  verify(): Promise<ChainVerdict | null>;
  /** The signed export; `table` is the same to be read by people. Null where it cannot be read. */
  signed(
    span: TrailSpan,
    scope: string,
    table: string,
  ): Promise<{
    bytes: Uint8Array<ArrayBuffer>;
    entries: number;
    /** Notes that must not leave this device and are not in it. */
    keptHere: number;
    fingerprint: string;
  } | null>;
}
