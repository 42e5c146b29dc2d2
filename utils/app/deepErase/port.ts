import type { ReadonlySignal } from '@preact/signals';

/** How the deep erase of this browser's session stands; null where there was none. */
export type DeepEraseState =
  | { state: 'running'; done: number; of: number }
  | { state: 'done'; rows: number }
  | { state: 'failed'; why: 'damaged' | 'readOnly' | 'unavailable' | 'differs' | 'undone' }
  | null;

/** Erasing deeply: what was deleted leaves the disk's files (decision 039). */
export interface DeepErasePort {
  state: ReadonlySignal<DeepEraseState>;
  /** Begins in the background and goes on without this page. False where nobody answered. */
  begin(): Promise<boolean>;
  /** This page has lost the book meanwhile, and begins anew with the one that is there now. */
  startAnew(): void;
}
