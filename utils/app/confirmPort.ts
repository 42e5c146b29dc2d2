import type { ReadonlySignal } from '@preact/signals';
import type { Problem } from './command';
import type { Pending } from './pending';

/** What became of a deed that was confirmed. */
export type Confirmed =
  | { state: 'done' }
  /** What was masked; for this screen alone. */
  | { state: 'revealed'; text: string }
  /** Done or dropped elsewhere, or its time was over. */
  | { state: 'gone' }
  | { state: 'notCopied' }
  | { state: 'failed'; problem: Problem };

/** What the side panel and the popup need to confirm what was pressed in a covered panel. */
export interface ConfirmPort {
  /** Null while nothing waits, while the book is locked, and while a client looks on. */
  waiting: ReadonlySignal<Pending | null>;
  /** Does what is shown, once. Must be called in a click's handler: the clipboard asks for that. */
  confirm(shown: Pending): Promise<Confirmed>;
  drop(): void;
}
