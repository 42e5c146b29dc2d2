import { type Candidate, candidatesFor } from '@/utils/adapters/readPage';
import { type Look, recognise } from '@/utils/adapters/recognise';
import { offeredUnaided } from '@/utils/adapters/unaidedHook';
import { isVisible, visibleOnce } from '@/utils/adapters/visible';
import {
  type ContentMessage,
  type ContentOrder,
  type HelloReply,
  PANEL_REPLY_MS,
  type PanelReply,
} from '@/utils/messaging/content';
import { onAddressChange } from '@/utils/platform/navigation';
import { painted } from '@/utils/platform/painted';
import { createFrames } from './frames';
import { createHost } from './host';
import { createPanel, type Panel } from './panel';
import { isAlive, port } from './port';
import { createRoom } from './room';
import { createTracker, type Tracker } from './tracker';
import { createWatcher } from './watcher';

/** After a look as many times its cost is rest, so that a restless page keeps most of its time. */
const REST = 5;

/** The word that a client has gone waits so long for the next one's: one message instead of two. */
const TOGETHER_MS = 35;

const now = (): number => performance.now();

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
  const greeted = now();
  let panelReply = hello.panel;
  let address = '';
  let fitting: readonly Candidate[] = [];
  let lastLook = 0;
  let lastCost = 0;
  /** Between `pagehide` and `pageshow`: events still come, and nobody is in front of the page. */
  let isAway = false;
  let left: ContentMessage | null = null;
  let stopLeft: (() => void) | undefined;

  const panel: Panel = createPanel(
    {
      host: (events) => createHost(document, hello.words, events),
      room: createRoom(document, (element) => element.localName === 'zhibi-panel'),
      invite: async () => invitation() ?? port.panel(),
      remember: (place) => say({ kind: 'content.place', place }),
      now,
      lastGesture: () => lastGesture,
      painted,
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

  /** Here nobody is seen from the moment a client is left; others hear of it unless the next is there with it. */
  function sayLeft(): void {
    stopLeft?.();
    if (left) say(left);
    left = null;
  }

  /** What came with the greeting is good once, and not for long. */
  function invitation(): PanelReply {
    const invited = now() - greeted < PANEL_REPLY_MS ? panelReply : null;
    panelReply = null;
    return invited;
  }

  const beyond = hello.adapters.find(({ unaided }) => unaided !== null);
  /** Reads what the adapter leaves to the generic reader, where its script has come with the greeting. */
  const unaided = (beyond && offeredUnaided()?.(document, beyond, () => look(), signal)) ?? null;

  function lookAt(whole: boolean): Look {
    const seen = recognise(candidates(), document, visibleOnce(), whole);
    return unaided?.join(seen) ?? seen;
  }

  /** The pages that the address fits; worked out once per address. */
  function candidates(): readonly Candidate[] {
    if (location.href !== address) {
      address = location.href;
      fitting = candidatesFor(hello.adapters, address);
    }
    return fitting;
  }

  const tracker: Tracker = createTracker({
    look: lookAt,
    isVisible,
    watch: (look, settled) => watcher.watch(look, settled),
    sighted(generation, sighting) {
      left = null;
      panel.client(generation);
      void panel.veiled().then(() => {
        if (generation !== tracker.generation()) return;
        say({ kind: 'content.sighted', generation, sighting, at: Date.now() });
      });
    },
    left(generation, why) {
      panel.none();
      left = { kind: 'content.left', generation, why };
      stopLeft?.();
      stopLeft = later(TOGETHER_MS, sayLeft);
    },
    now: () => Date.now(),
    after: later,
  });

  function look(): void {
    stopWaiting?.();
    stopWaiting = null;
    if (isAway) return;
    if (!isAlive()) panel.freeze();
    const from = now();
    tracker.check();
    lastLook = now();
    lastCost = lastLook - from;
  }

  function lookSoon(withinMs: number): void {
    const wait = Math.max(withinMs, lastLook + lastCost * REST - now());
    if (wait <= 0) look();
    else stopWaiting ??= later(wait, look);
  }

  const lookWithFrame = createFrames(document, {
    before: tracker.glance,
    after: () => lookSoon(0),
  });

  const watcher = createWatcher({
    isVisible,
    now,
    changed(above) {
      if (above) tracker.glance();
      lookWithFrame();
    },
    acted: lookSoon,
    moved: look,
    gone() {
      tracker.leave();
      lookSoon(0);
    },
    signal,
  });

  function end(): void {
    tracker.leave();
    sayLeft();
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

  onAddressChange(
    window,
    signal,
    () => {
      watcher.stir();
      tracker.moved(unaided ? [...candidates(), unaided.candidate()] : candidates());
      lookWithFrame();
    },
    () => {
      if (tracker.generation() === null) lookWithFrame();
    },
  );
  const gesture = (): void => {
    lastGesture = now();
  };
  for (const type of ['pointerdown', 'click', 'keydown']) {
    window.addEventListener(type, gesture, { capture: true, passive: true, signal });
  }
  window.addEventListener(
    'pagehide',
    () => {
      isAway = true;
      tracker.leave();
      sayLeft();
      panel.unload();
    },
    { signal },
  );
  window.addEventListener(
    'pageshow',
    (event) => {
      isAway = false;
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
