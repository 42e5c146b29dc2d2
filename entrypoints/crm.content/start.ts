import { candidatesFor } from '@/utils/adapters/readPage';
import { recognise } from '@/utils/adapters/recognise';
import type { ContentMessage, ContentOrder, HelloReply } from '@/utils/messaging/content';
import { createHost } from './host';
import { onAddressChange } from './navigation';
import { createPanel, type Panel } from './panel';
import { isAlive, port } from './port';
import { createRoom } from './room';
import { createTracker, type Tracker } from './tracker';
import { isVisible, visibleOnce } from './visible';
import { createWatcher } from './watcher';

/** After a look as many times its cost is rest, so that a restless page keeps most of its time. */
const REST = 5;

const later = (ms: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/**
 * Follows the clients in a connected CRM's tab until `signal` ends it: asks the background what to look
 * for, and where that is nothing leaves the page as if it had never been there.
 */
export async function start(document: Document, signal: AbortSignal): Promise<void> {
  const hello = await port.hello(location.href);
  if (hello && !signal.aborted) follow(document, hello, signal);
}

function follow(document: Document, hello: NonNullable<HelloReply>, ended: AbortSignal): void {
  const stop = new AbortController();
  const { signal } = stop;
  let lastGesture = Number.NEGATIVE_INFINITY;
  let stopWaiting: (() => void) | null = null;
  let lastLook = 0;
  let lastCost = 0;
  let left: ContentMessage | null = null;
  let isLooking = false;

  const panel: Panel = createPanel(
    {
      host: (events) => createHost(document, hello.words, events),
      room: createRoom(document, (element) => element.localName === 'zhibi-panel'),
      invite: port.panel,
      remember: (place) => say({ kind: 'content.place', place }),
      now: () => performance.now(),
      lastGesture: () => lastGesture,
      after: later,
    },
    hello,
  );

  /** Tells the background; a script nobody stands behind any more only sees to it that nothing old is shown. */
  function say(message: ContentMessage): void {
    port.tell(message, () => {
      if (!isAlive()) panel.freeze();
    });
  }

  /** Here nobody is seen from the moment a client is left; others hear of it unless the next is there at once. */
  function sayLeft(): void {
    if (left) say(left);
    left = null;
  }

  const tracker: Tracker = createTracker({
    look: (whole) => recognise(hello.adapters, document, location.href, visibleOnce(), whole),
    isVisible,
    watch: (look, settled) => watcher.watch(look, settled),
    sighted(generation, sighting) {
      left = null;
      panel.client(generation);
      say({ kind: 'content.sighted', generation, sighting, at: Date.now() });
    },
    left(generation, why) {
      panel.none();
      if (!left) queueMicrotask(sayLeft);
      left = { kind: 'content.left', generation, why };
    },
    now: () => Date.now(),
    after: later,
  });

  function look(): void {
    stopWaiting?.();
    stopWaiting = null;
    if (!isAlive()) panel.freeze();
    const from = performance.now();
    tracker.check();
    lastLook = performance.now();
    lastCost = lastLook - from;
  }

  function lookSoon(withinMs: number): void {
    const rest = lastLook + lastCost * REST - performance.now();
    stopWaiting ??= later(Math.max(withinMs, rest, 0), look);
  }

  const watcher = createWatcher({
    isVisible,
    now: () => performance.now(),
    touched(withinMs) {
      tracker.glance();
      lookSoon(withinMs);
    },
    moved: look,
    gone() {
      tracker.leave();
      lookSoon(0);
    },
    signal,
  });

  function end(): void {
    tracker.leave();
    stopWaiting?.();
    stop.abort();
    panel.dispose();
  }

  const orders: { [Kind in ContentOrder['kind']]: (order: ContentOrder & { kind: Kind }) => void } = {
    'content.show': ({ generation }) => {
      if (generation === tracker.generation()) panel.show(generation);
    },
    'content.blank': () => panel.blank(),
    'content.toggle': () => panel.toggle(),
    'content.fold': () => panel.fold(),
    'content.again': () => tracker.again(),
    'content.stop': end,
  };
  port.listen((order) => obey(order), signal);
  function obey<Kind extends ContentOrder['kind']>(order: ContentOrder & { kind: Kind }): void {
    orders[order.kind](order);
  }

  /** Once the script that goes to another address has come to its end, which is often the next client. */
  function lookAfterScript(): void {
    if (!isLooking) queueMicrotask(lookNow);
    isLooking = true;
  }
  function lookNow(): void {
    isLooking = false;
    if (!signal.aborted) look();
  }

  onAddressChange(
    window,
    signal,
    () => {
      watcher.stir();
      lookAfterScript();
      tracker.moved(candidatesFor(hello.adapters, location.href));
    },
    () => {
      if (tracker.generation() === null) lookSoon(0);
    },
  );
  const gesture = (): void => {
    lastGesture = performance.now();
  };
  for (const type of ['pointerdown', 'click', 'keydown']) {
    window.addEventListener(type, gesture, { capture: true, passive: true, signal });
  }
  window.addEventListener(
    'pagehide',
    () => {
      tracker.leave();
      panel.unload();
    },
    { signal },
  );
  window.addEventListener(
    'pageshow',
    (event) => {
      if (event.persisted) void port.hello(location.href).then((reply) => (reply ? look() : end()));
    },
    { signal },
  );
  document.addEventListener('visibilitychange', () => lookSoon(0), { signal });
  // Ended by a newer script of ours, which takes over; or by an update, and then what is open stays open.
  ended.addEventListener('abort', () => {
    if (isAlive()) end();
    else panel.freeze();
  });
  look();
}
