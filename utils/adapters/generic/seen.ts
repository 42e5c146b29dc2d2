import type { IsVisible } from '../trees';
import type { Control } from './controls';

/*
 * The page as a person sees it, taken down once: elements that are rendered and runs of text, through open
 * shadow roots, slots and frames of the same origin. All later steps work on this and ask the DOM nothing
 * more, so that they are cheap and repeatable.
 */

/** What the reader knows of the page beyond its nodes; passed in, because only a browser can say. */
export interface Layout {
  isVisible: IsVisible;
  /** Whether it is laid out as one pixel at most: text for screen readers only; left out where there is no layout. */
  isSpeck?: (element: Element) => boolean;
  /** The size its text is set in, in CSS pixels; left out where there is no layout. */
  fontOf?: (element: Element) => number;
  /** The `position` it is laid out by: what lies over a page is taken out of its flow; left out where there is no layout. */
  positionOf?: (element: Element) => string;
}

/** One element or run of text that is seen. */
export interface Seen {
  node: Node;
  /** The element itself; of a run of text the one it stands in. */
  element: Element;
  /** The tag in capitals; `#text` for a run. */
  tag: string;
  role: string;
  /** Class names, lower case: weak hints only. */
  hint: string;
  parent: Seen | null;
  kids: Seen[];
  /** What is read in it, white space run together; cut at `MOST_TEXT`. */
  text: string;
  control: Control | null;
  /** Pressed rather than read: its text is `caption` and not part of any text around it. */
  pressed: boolean;
  caption: string;
  /** Drawn and not read. */
  icon: boolean;
  href: string;
  /** Place in page order, and that of the last thing inside. */
  from: number;
  to: number;
  /** A control stands in it, or it is one. */
  holdsControl: boolean;
  /** What `parts` and `labelSigns` answered of it: asked of every box over and over, and a map of boxes is slow. */
  kept: Kept;
}

/** Answers about one element, undefined until they are asked for. */
export interface Kept {
  parts: Seen[] | undefined;
  core: Seen | undefined;
  isPhrase: boolean | undefined;
  looks: string | undefined;
  labelSign: number | undefined;
}

/** A piece of the page of which nothing is known yet but its place. */
export const seenOf = (
  node: Node,
  element: Element,
  tag: string,
  role: string,
  hint: string,
  parent: Seen | null,
  text: string,
  from: number,
): Seen => ({
  node,
  element,
  tag,
  role,
  hint,
  parent,
  kids: [],
  text,
  control: null,
  pressed: false,
  caption: '',
  icon: false,
  href: '',
  from,
  to: from,
  holdsControl: false,
  kept: {
    parts: undefined,
    core: undefined,
    isPhrase: undefined,
    looks: undefined,
    labelSign: undefined,
  },
});

/** All that is seen below and with it, in page order. */
export function allSeen(top: Seen): Seen[] {
  const all: Seen[] = [];
  const add = (seen: Seen): void => {
    all.push(seen);
    for (const kid of seen.kids) add(kid);
  };
  add(top);
  return all;
}

/** Whether one stands within the other. */
export const isWithin = (inner: Seen, outer: Seen): boolean =>
  inner.from >= outer.from && inner.from <= outer.to;

/** Whether a piece stands in one of several, as one look-up each. */
export function coverOf(boxes: readonly Seen[]): (seen: Seen) => boolean {
  const covered = new Uint8Array(boxes.reduce((last, { to }) => Math.max(last, to), 0) + 1);
  for (const { from, to } of boxes) covered.fill(1, from, to + 1);
  return ({ from }) => covered[from] === 1;
}
