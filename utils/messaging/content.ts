import type { CompiledAdapter, RawSighting } from '@/utils/adapters/compiled';

/*
 * The content script and the background. Types only: the page has no room for a schema library. What the
 * background receives it parses with contentParsers; what the content script receives it checks by hand.
 *
 * Generations order everything a tab says. Each sighting of another record and each "left" takes a new,
 * higher number (also higher than any of the tab's documents before, by the clock); an update of the same
 * record repeats its number. Whoever holds an answer for an older generation drops it.
 */

/** Where the panel sits in the pages of one site, as the user left it. */
export interface Place {
  /** Height of the tab's middle, 0 (top) to 1 (bottom) of the window. */
  top: number;
  /** Width of the panel in CSS pixels, 320 to 560. */
  width: number;
  /** Unfolded or folded by the user; null while the user has done neither: then `autoOpen` decides. */
  open: boolean | null;
  /** The page makes room for the panel also when it comes up by itself: once the user has unfolded it by hand. */
  push: boolean;
}

export const PLACE_AT_FIRST: Place = { top: 0.5, width: 360, open: null, push: false };
export const NARROWEST = 320;
export const WIDEST = 560;

/** What the tab is called, in the user's language: asking for it in the page costs more than all the rest. */
export interface TabWords {
  open: string;
  fold: string;
  resize: string;
  reload: string;
}

/** Why there is no client to speak of. */
export type Absence =
  | 'navigating' // another client, or another page, is on its way
  | 'waiting' // the page should show a client and does not yet, or not all of it
  | 'notClientPage'
  | 'ambiguous'; // two clients could be meant, or the page contradicts itself

/** Content script → background. */
export type ContentMessage =
  /** The script has started, or come back from the back/forward cache. Answered by `HelloReply`. */
  | { kind: 'content.hello'; url: string }
  /** A client is on the page, for the first time or with more fields than before. Not answered. */
  | { kind: 'content.sighted'; generation: number; sighting: RawSighting; at: number }
  /** No client is on the page (any more). Says nothing of whom it was. Not answered. */
  | { kind: 'content.left'; generation: number; why: Absence }
  /** Asks for an address for the panel's frame, good once and for seconds. Answered by `PanelReply`. */
  | { kind: 'content.panel' }
  /** The script of the wizard has started: the same for the frame in which the CRM is taught. Answered by `PanelReply`. */
  | { kind: 'content.teach' }
  /** The user has moved, widened, folded or unfolded the panel. Not answered. */
  | { kind: 'content.place'; place: Place };

/** Null where the origin is not connected (any more), or no adapter is for it. */
export type HelloReply = {
  adapters: readonly CompiledAdapter[];
  place: Place | null;
  autoOpen: boolean;
  words: TabWords;
  /** For the panel's frame, where the page's address is a client's and the panel is open: saves the asking. */
  panel: PanelReply;
} | null;

/** How long after its answer the page still may use an address for the frame: less than the address is good for. */
export const PANEL_REPLY_MS = 3000;

/** Null where there is nothing to show: no client, the surface is the side panel only, or this tab is not taught. */
export type PanelReply = { src: string } | null;

/** Background → content script, to the tab's top frame. */
export type ContentOrder =
  /** The panel has drawn the client of this generation and may be seen. */
  | { kind: 'content.show'; generation: number }
  /** Hide the panel until the next `show`. */
  | { kind: 'content.blank' }
  /** Fold or unfold, as a click on the tab would; from the toolbar's popup or a shortcut. */
  | { kind: 'content.toggle' }
  | { kind: 'content.fold' }
  /** Read the page again and say all of it anew, under a new generation: the background has forgotten. */
  | { kind: 'content.again' }
  /** The CRM has been disconnected: take everything away and be silent. */
  | { kind: 'content.stop' };
