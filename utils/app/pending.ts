import type { Order } from './command';

/*
 * What was pressed in a panel that a page may cover, and waits to be confirmed where no page reaches: in the
 * side panel or the popup (decision 29).
 */

/** Why a press is not believed: not in sight just now; or not for so long that it is put off. */
export type Unseen = 'unseen' | 'elsewhere';

/** What would be done: an order, text for the clipboard, or text that is masked. */
export type PutOff =
  | { do: 'order'; order: Order }
  | { do: 'copy'; text: string }
  | { do: 'reveal'; text: string };

/** A deed that waits, and whom it is about. */
export interface Pending {
  deed: PutOff;
  /** The name of the client shown when it was pressed. */
  whom: string | null;
  /** The row's own words, where it has any: the text of a note, the name of a product. */
  row: string | null;
  /** The instant from which it is not done any more, in ms. */
  expires: number;
}

/** Where it lies in session storage; one at a time, the newer takes the older's place. */
export const PENDING_KEY = 'pendingDeed';

/** How long it may be confirmed. */
export const PENDING_MS = 60_000;
