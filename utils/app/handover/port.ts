import type { ExportRule } from '@/utils/domain/exportRule';
import type { Outline } from '@/utils/domain/outline';
import type { Result } from '@/utils/domain/result';
import type { HandedOver, Receipted } from '@/utils/domain/schema/act';
import type { ClientId, OpId } from '@/utils/domain/schema/ids';
import type { Instant } from '@/utils/domain/schema/time';
import type { HandoverPart } from '@/utils/export/handover/chosen';
import type { PacketFault } from '@/utils/export/handover/packet';
import type { HandoverReceipt, ReceiptFault } from '@/utils/export/handover/receipt';
import type { Problem } from '../command';
import type { UnlockPort } from '../lock/lockPort';
import type { FileFault } from './file';
import type { Coming, TakeChoice } from './match';
import type { TakeCount } from './take';

/** For whom a packet is sealed: a receiving key as the successor's page shows it, or a passphrase told by voice. */
export type PackFor = { by: 'key'; key: string } | { by: 'passphrase'; passphrase: string };

/** Who and what is packed, and for whom. */
export interface PackOrder {
  clients: readonly ClientId[];
  parts: readonly HandoverPart[];
  confidential: boolean;
  /** What the RM calls himself, and his successor. */
  from: string;
  to: string;
  whom: PackFor;
}

/** A packet that is sealed and not handed out yet. */
export interface Packed {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  clients: number;
  contacts: number;
  notes: number;
  rows: number;
  /** Rows of the book that do not open; whose they are is not known. */
  closed: number;
  /** What both compare by voice. */
  code: string;
  deed: HandedOver;
}

/** Why nothing was packed. `key`: that is no receiving key. `own`: it is this device's own. */
export type PackProblem = 'off' | 'key' | 'own' | 'unread' | 'failed';

/** This device's receiving key, as text to be copied and as groups to be read out. */
export interface ReceivingKeyShown {
  text: string;
  code: string;
}

/** Why a file was not opened. */
export type OpenPacketProblem = { why: FileFault | 'unread' } | PacketFault;

/** What a file would bring, before anything is written. */
export interface PacketPreview {
  from: string;
  madeAt: Instant;
  code: string;
  contacts: number;
  notes: number;
  confidential: number;
  rows: number;
  coming: readonly Coming[];
}

/** What was taken over, under which operation. */
export interface TakenOver {
  op: OpId;
  count: TakeCount;
  clients: readonly ClientId[];
}

/** A packet that was handed out of this book, its receipt if there is one, and whom of it the book still holds. */
export interface Given {
  deed: HandedOver;
  at: Instant;
  receipt: Receipted | null;
  /** Clients of the receipt who are still here: they may be erased. */
  still: readonly { id: ClientId; name: string }[];
}

/** Why a receipt does not count. `unknown`: no packet of this book; `forged`: not made by whoever opened it. */
export type ReceiptProblem = ReceiptFault | 'unknown' | 'forged' | 'notNoted';

/** Whom of a packet was erased here, and who is under a legal hold. */
export interface ErasedHere {
  erased: number;
  held: readonly string[];
  problem: Problem | null;
}

/** Handing clients over to a successor, and taking them over (decision 038). */
export interface HandoverPort extends Pick<UnlockPort, 'strengthOf'> {
  /** Whether anything may leave, and whether that is the bank's word. */
  rules(): Promise<{ exports: ExportRule; exportsByBank: boolean }>;
  /** Null where the book does not open. */
  receivingKey(): Promise<ReceivingKeyShown | null>;
  /** The groups of a key that somebody sent; null where it is none. */
  codeOf(key: string): Promise<string | null>;
  pack(order: PackOrder): Promise<Result<Packed, PackProblem>>;
  /** Notes it in the journal; only then it may be handed out. */
  handOut(packed: Packed): Promise<'off' | 'notNoted' | null>;
  /** What is known of some clients, for a page of paper each; who does not open is left out. */
  outlines(clients: readonly ClientId[]): Promise<readonly Outline[]>;
  /** Whether a file asks for a passphrase. */
  asks(file: Uint8Array<ArrayBuffer>): Result<'key' | 'passphrase', FileFault>;
  open(
    file: Uint8Array<ArrayBuffer>,
    passphrase: string | null,
  ): Promise<Result<PacketPreview, OpenPacketProblem>>;
  /** Takes over, in one commit, what was opened last. */
  take(choices: ReadonlyMap<ClientId, TakeChoice>): Promise<Result<TakenOver, Problem>>;
  /** Takes the whole of it back; refused where somebody was written to since. */
  takeBack(op: OpId): Promise<Problem | null>;
  /** The receipt for what was taken over last. */
  receipt(by: string, taken: TakenOver): Promise<{ name: string; text: string } | null>;
  /** Checks a receipt and notes it in the journal. */
  loadReceipt(text: string): Promise<Result<HandoverReceipt, ReceiptProblem>>;
  /** Newest first; null where it cannot be read. */
  given(): Promise<readonly Given[] | null>;
  /** Erases clients for good, one after another. */
  erase(clients: readonly ClientId[], tell: (done: number) => void): Promise<ErasedHere>;
}
