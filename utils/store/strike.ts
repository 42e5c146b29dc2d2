import type { ClientId } from '@/utils/domain/schema/ids';
import type { PartChange } from './journal/partText';
import type { StoredTable } from './rows/bodies';

/** What an erasure takes away beside the changes of its plan, without a trace but its own entry (decision 028). */
export interface Strike {
  rows: readonly { table: StoredTable; id: string }[];
  /** Parts of the journal that keep their commitment and lose the rest. */
  parts: readonly { seq: number; i: number; c: Uint8Array<ArrayBuffer> }[];
  drafts: readonly string[];
  /** Copies of rows that did not open. */
  quarantine: readonly string[];
  /** What those parts said besides of rows that stay, said once more. */
  restated?: readonly { ck: ClientId; said: PartChange }[];
}
