import type { PageReading } from '@/utils/adapters/readPage';
import type { Look, Reading } from '@/utils/adapters/recognise';
import {
  frameDocument,
  type IsVisible,
  isDocument,
  isElement,
  parentOf,
  type Tree,
  treesUnder,
} from '@/utils/adapters/trees';
import { onAddressChange } from '@/utils/platform/navigation';

/** A page is searched this long after the last sign of life of its user; a search is what observing costs. */
const SEARCH_MS = 20_000;

/** After a click or key, when its handlers have done their work. */
const AFTER_INPUT_MS = 60;

export interface WatcherPorts {
  isVisible: IsVisible;
  now(): number;
  /** Something has changed that may matter: above the place of a client, where a change may end it, or inside. */
  changed(above: boolean): void;
  /** The user has done something in the page; what comes of it may take so long. */
  acted(afterMs: number): void;
  /** An address has changed, or a frame's document: look at once. */
  moved(): void;
  /** A frame that leads to the client is unloading: whoever is in it is gone. */
  gone(): void;
  signal: AbortSignal;
}

export interface Watcher {
  /** Watches what the look was made of, and nothing else; replaces the watch before. */
  watch(look: Look, settled: boolean): void;
  /** The user or the page did something: worth searching anew. */
  stir(): void;
}

const DEEP = { childList: true, characterData: true, attributes: true, subtree: true };
const SHALLOW = { childList: true, attributes: true };

/** Every node above one in the composed page, across frames of the same origin. */
function* above(node: Node): Generator<Node> {
  let place: Node | null = node;
  while (place) {
    const parent: Node | null = parentOf(place);
    place = parent ?? frameAround(place);
    if (place) yield place;
  }
}

/** What documents frames hold, and how much of them has come. */
const holdings = (frames: readonly Element[]): string =>
  frames
    .map(frameDocument)
    .map((inner) => [inner?.readyState, inner?.URL])
    .join();

/** The element of the frame a document is in, up to the tab's own document. */
function frameAround(document: Node): Element | null {
  const view = isDocument(document) ? document.defaultView : null;
  return view && view !== window ? view.frameElement : null;
}

/**
 * Watches as little as will do. While a client is looked for: the narrowest trees it can appear in, and
 * only for a while after the user did something. Once it is there and at rest: the few nodes that say who
 * it is, and, one level each, everything above them, by which they would be replaced or hidden. Whatever
 * no observer can tell (a panel shown by a style rule alone) comes to light with the next click or key,
 * or when the name leaves the screen.
 */
export function createWatcher({
  isVisible,
  now,
  changed,
  acted,
  moved,
  gone,
  signal,
}: WatcherPorts): Watcher {
  let searchUntil = now() + SEARCH_MS;
  const heard = new WeakSet<Node>();
  let onScreen: boolean | null = null;
  let sentinel: Element | null = null;
  let attending = 0;

  const around = new MutationObserver(() => changed(true));
  const inside = new MutationObserver(() => changed(false));
  const screen = new IntersectionObserver((entries) => {
    const shows = entries.at(-1)?.isIntersecting ?? false;
    if (onScreen !== null && onScreen !== shows) changed(false);
    onScreen = shows;
  });
  signal.addEventListener('abort', () => {
    for (const observer of [around, inside, screen]) observer.disconnect();
  });

  const stir = (): void => {
    searchUntil = now() + SEARCH_MS;
  };

  /** Once per document: what its user does and where it goes. */
  function hear(document: Document): void {
    if (heard.has(document)) return;
    heard.add(document);
    const heardInput = (): void => {
      stir();
      acted(AFTER_INPUT_MS);
    };
    for (const type of ['click', 'keyup']) {
      document.addEventListener(type, heardInput, { capture: true, passive: true, signal });
    }
    const { defaultView } = document;
    if (defaultView && defaultView !== window) {
      onAddressChange(defaultView, signal, moved, moved);
      defaultView.addEventListener(
        'pagehide',
        () => {
          stir();
          gone();
        },
        { signal },
      );
    }
  }

  /** A frame says when it has loaded, not when a document comes into it: looked for before each picture. */
  function attend(frames: readonly Element[], held: string = holdings(frames)): void {
    cancelAnimationFrame(attending);
    if (!/blank|loading/.test(held) || now() > searchUntil || signal.aborted) return;
    attending = requestAnimationFrame(() => (holdings(frames) === held ? attend(frames, held) : moved()));
  }

  /** Once per frame: when it has loaded another document. */
  function hearFrame(frame: Element): void {
    const inner = frameDocument(frame);
    if (inner) hear(inner);
    if (heard.has(frame)) return;
    heard.add(frame);
    frame.addEventListener(
      'load',
      () => {
        stir();
        moved();
      },
      { signal },
    );
  }

  function watchScreen(reading: PageReading | undefined): void {
    const mark = reading?.state === 'sighted' ? reading.marks[0]?.node : undefined;
    const element = mark === undefined || isElement(mark) ? (mark ?? null) : mark.parentElement;
    if (element === sentinel) return;
    screen.disconnect();
    sentinel = element;
    onScreen = null;
    if (element) screen.observe(element);
  }

  function watchReading({ candidate, reading }: Reading, settled: boolean, watch: Watch): void {
    const { root, reached, frames } = reading;
    for (const frame of frames) hearFrame(frame);
    if (reading.state === 'sighted') {
      for (const { node, attribute } of reading.marks) {
        watch(node, attribute === null);
        for (const holder of above(node)) watch(holder, false);
      }
      if (!settled) for (const tree of treesUnder(reading.root, isVisible)) watch(tree, true);
      return;
    }
    const isSearching = now() < searchUntil;
    // Of two roots either may be the one that goes.
    const only = reading.state === 'doubtful' && reading.why === 'twoRoots' ? null : root;
    const places: Tree[] = only ? treesUnder(only, isVisible) : reached.map((tree) => narrowed(tree));
    for (const place of places) watch(place, isSearching);
    for (const frame of frames) watch(frame, false);
    for (const node of [...(only ? [only] : places), ...frames]) {
      for (const holder of above(node)) watch(holder, false);
    }

    function narrowed(tree: Tree): Tree {
      const { container } = candidate.page;
      const named = container === null || !isDocument(tree) ? null : tree.querySelector(container);
      return named ?? tree;
    }
  }

  return {
    stir,
    watch(look, settled) {
      around.disconnect();
      inside.disconnect();
      const wanted = new Map<Node, boolean>();
      const add: Watch = (node, deep) => wanted.set(node, deep || (wanted.get(node) ?? false));
      for (const reading of look.readings) watchReading(reading, settled, add);
      for (const [node, deep] of wanted) {
        if (deep) inside.observe(node, DEEP);
        else around.observe(node, SHALLOW);
      }
      attend(look.readings.flatMap(({ reading }) => reading.frames));
      watchScreen(look.readings.map(({ reading }) => reading).find(({ state }) => state === 'sighted'));
      if (look.readings.length > 0) hear(document);
    },
  };
}

type Watch = (node: Node, deep: boolean) => void;
