import { HOST_CSS } from './host.css';

/** The name of the wizard's element in the page. */
const NAME = 'zhibi-teach';

/** Elements of ours: never the page's content. */
export const isOurs = (element: Element): boolean => /^zhibi-(?:teach|panel)$/.test(element.localName);

/** What stands in the page while it is taught. */
export interface TeachHost {
  /** The dock with the wizard's frame in it. */
  load(src: string, words: { side: string; title: string }): void;
  /** Draws a box over a part of the window; null takes it away. */
  box(rect: DOMRectReadOnly | null, label: string): void;
  /** Lays a pane over the page, below the dock: it takes all clicks and keys from now on. */
  cover(): HTMLIFrameElement;
  uncover(): void;
  /** Puts the keyboard's focus into the wizard. */
  focus(): void;
  remove(): void;
}

/** Inline and important, so that no rule of the page moves, fades or uncovers it. */
const HOST_STYLE: Readonly<Record<string, string>> = {
  all: 'initial',
  position: 'fixed',
  inset: '0',
  width: '100%',
  height: '100%',
  'z-index': '2147483647',
  'pointer-events': 'none',
  display: 'block',
  visibility: 'visible',
};

function style(document: Document, root: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(HOST_CSS);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Firefox does not take sheets made by a content script.
    const element = document.createElement('style');
    element.textContent = HOST_CSS;
    root.append(element);
  }
}

/**
 * Puts the wizard's host into the page: a fixed element over the whole window that lets everything
 * through, with a closed shadow root. It stands beside the body, where no reader looks.
 */
export function createTeachHost(document: Document): TeachHost {
  const host = document.createElement(NAME);
  for (const [name, value] of Object.entries(HOST_STYLE)) host.style.setProperty(name, value, 'important');
  const root = host.attachShadow({ mode: 'closed' });
  style(document, root);
  const dock = document.createElement('div');
  dock.className = 'dock';
  dock.hidden = true;
  const box = document.createElement('div');
  box.className = 'box';
  box.hidden = true;
  const caption = document.createElement('div');
  caption.className = 'label';
  box.append(caption);
  root.append(box, dock);
  document.documentElement.append(host);
  let frame: HTMLIFrameElement | null = null;
  let pane: HTMLIFrameElement | null = null;

  return {
    load(src, words) {
      const side = document.createElement('button');
      side.className = 'side';
      side.type = 'button';
      side.textContent = '⇄';
      side.title = words.side;
      side.setAttribute('aria-label', words.side);
      side.addEventListener('click', () => dock.classList.toggle('left'));
      frame = document.createElement('iframe');
      frame.title = words.title;
      frame.src = src;
      dock.replaceChildren(side, frame);
      dock.hidden = false;
    },
    box(rect, label) {
      box.hidden = rect === null;
      if (!rect) return;
      caption.textContent = label;
      box.classList.toggle('low', rect.top < 24);
      const { style: place } = box;
      place.left = `${rect.left - 3}px`;
      place.top = `${rect.top - 3}px`;
      place.width = `${rect.width + 6}px`;
      place.height = `${rect.height + 6}px`;
    },
    cover() {
      pane?.remove();
      // A document of its own, empty: what is clicked or typed in it the page's own handlers never hear.
      pane = document.createElement('iframe');
      pane.className = 'cover';
      root.insertBefore(pane, box);
      return pane;
    },
    uncover() {
      pane?.remove();
      pane = null;
    },
    focus: () => frame?.focus(),
    remove: () => host.remove(),
  };
}
