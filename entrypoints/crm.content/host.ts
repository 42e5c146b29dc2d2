import { NARROWEST, PLACE_AT_FIRST, type Place, type TabWords, WIDEST } from '@/utils/messaging/content';
import { HOST_CSS } from './host.css';

export interface HostEvents {
  /** The user pressed the tab. */
  toggled(): void;
  /** The user has moved the tab or drawn the panel wider; `done` once at the end of the movement. */
  placed(change: Partial<Place>, done: boolean): void;
}

/** The one element of ours in the page. */
export interface PanelHost {
  /** Puts the tab and the dock where they belong. */
  apply(place: Place, open: boolean): void;
  /** Hides the panel, with everything in it, from this moment on; the tab stays unless `away`. */
  veil(away: boolean): void;
  /** Shows the panel that is in the dock. */
  unveil(): void;
  /** Puts the panel's frame in the dock. */
  load(src: string): void;
  /** Takes it out. */
  unload(): void;
  /** Puts the keyboard's focus into the panel. */
  focus(): void;
  /** The extension behind this page is gone: the tab says so. */
  markStale(): void;
  remove(): void;
}

/** Inline and important, so that no rule of the page moves, fades or uncovers it. */
const HOST_STYLE: Readonly<Record<string, string>> = {
  all: 'initial',
  position: 'fixed',
  inset: '0 0 auto auto',
  width: '0',
  height: '100%',
  'z-index': '2147483647',
  'pointer-events': 'none',
  display: 'block',
  visibility: 'hidden',
};

/** Further than this a press on the tab is a drag. */
const DRAG_PX = 4;
const KEY_STEP = 0.05;
const KEY_STEP_PX = 20;

const between = (low: number, high: number, value: number): number => Math.min(high, Math.max(low, value));

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
 * Puts the host into the page: a fixed element without size of its own, a closed shadow root, in it the
 * tab (a button of 28 px) and the dock for the panel's frame. Nothing in here is a client's: the panel is
 * a document of the extension's, which the page cannot reach into.
 */
export function createHost(document: Document, words: TabWords, events: HostEvents): PanelHost {
  const host = document.createElement('zhibi-panel');
  for (const [name, value] of Object.entries(HOST_STYLE)) host.style.setProperty(name, value, 'important');
  const root = host.attachShadow({ mode: 'closed' });
  style(document, root);

  const frameHolder = document.createElement('div');
  frameHolder.className = 'dock';
  frameHolder.hidden = true;
  const grip = document.createElement('div');
  grip.className = 'grip';
  grip.tabIndex = 0;
  grip.setAttribute('role', 'separator');
  grip.setAttribute('aria-orientation', 'vertical');
  grip.setAttribute('aria-label', words.resize);
  grip.setAttribute('aria-valuemin', String(NARROWEST));
  grip.setAttribute('aria-valuemax', String(WIDEST));
  frameHolder.append(grip);

  const tab = document.createElement('button');
  tab.className = 'tab';
  tab.type = 'button';

  const box = document.createElement('div');
  box.append(frameHolder, tab);
  root.append(box);
  document.documentElement.append(host);

  let place: Place = PLACE_AT_FIRST;
  let frame: HTMLIFrameElement | null = null;

  /** Follows a pointer from press to release; tells how far it has come. */
  function drag(handle: HTMLElement, moved: (x: number, y: number) => void, ended: (far: boolean) => void) {
    handle.addEventListener('pointerdown', (press) => {
      if (press.button !== 0) return;
      handle.setPointerCapture(press.pointerId);
      let far = false;
      const move = (event: PointerEvent): void => {
        far ||= Math.hypot(event.clientX - press.clientX, event.clientY - press.clientY) > DRAG_PX;
        if (far) moved(event.clientX, event.clientY);
      };
      const stop = new AbortController();
      const end = (): void => {
        stop.abort();
        ended(far);
      };
      handle.addEventListener('pointermove', move, { signal: stop.signal });
      for (const type of ['pointerup', 'pointercancel'] as const) {
        handle.addEventListener(type, end, { signal: stop.signal });
      }
    });
  }

  /** What a drag does, by one step of an arrow key. */
  function nudge(
    handle: HTMLElement,
    more: string,
    less: string,
    step: number,
    changed: (by: number) => Partial<Place>,
  ): void {
    handle.addEventListener('keydown', (event) => {
      if (event.key !== more && event.key !== less) return;
      event.preventDefault();
      events.placed(changed(event.key === more ? step : -step), true);
    });
  }

  const view = document.defaultView ?? window;
  const topAt = (y: number): number => between(0.05, 0.95, y / view.innerHeight);
  const widthAt = (x: number): number =>
    Math.round(between(NARROWEST, WIDEST, document.documentElement.clientWidth - x));

  let wasDragged = false;
  drag(
    tab,
    (_, y) => events.placed({ top: topAt(y) }, false),
    (far) => {
      wasDragged = far;
      if (far) events.placed({}, true);
    },
  );
  tab.addEventListener('click', () => {
    if (!wasDragged) events.toggled();
    wasDragged = false;
  });
  nudge(tab, 'ArrowDown', 'ArrowUp', KEY_STEP, (by) => ({ top: between(0.05, 0.95, place.top + by) }));
  drag(
    grip,
    (x) => events.placed({ width: widthAt(x) }, false),
    () => events.placed({}, true),
  );
  nudge(grip, 'ArrowLeft', 'ArrowRight', KEY_STEP_PX, (by) => ({
    width: between(NARROWEST, WIDEST, place.width + by),
  }));

  const see = (visibility: 'visible' | 'hidden'): void =>
    host.style.setProperty('visibility', visibility, 'important');

  function call(title: string): void {
    tab.title = title;
    tab.setAttribute('aria-label', title);
  }

  return {
    apply(next, open) {
      place = next;
      box.style.setProperty('--top', `${next.top * 100}%`);
      box.style.setProperty('--width', `${next.width}px`);
      grip.setAttribute('aria-valuenow', String(next.width));
      frameHolder.hidden = !open || frame === null;
      tab.setAttribute('aria-expanded', String(open && frame !== null));
      if (tab.dataset['stale'] === undefined) call(open ? words.fold : words.open);
    },
    veil(away) {
      see('hidden');
      // A frame that is `hidden` is painted no more, and comes back with the picture it left with: the last
      // client's. While the next one is awaited it therefore stays visible, but too faint to change a single
      // pixel: with an opacity of 0 Chromium would soon draw it only once a second.
      box.className = away ? 'away' : 'veiled';
      frameHolder.inert = true;
    },
    unveil() {
      box.className = '';
      frameHolder.inert = false;
      see('visible');
    },
    load(src) {
      frame?.remove();
      frame = document.createElement('iframe');
      frame.allow = 'clipboard-write *';
      frame.src = src;
      frameHolder.append(frame);
    },
    unload() {
      frame?.remove();
      frame = null;
    },
    focus: () => frame?.focus(),
    markStale() {
      tab.dataset['stale'] = '';
      call(words.reload);
    },
    remove: () => host.remove(),
  };
}
