import { type HelloReply, type PanelReply, PLACE_AT_FIRST, type Place } from '@/utils/messaging/content';
import type { HostEvents, PanelHost } from './host';
import type { Room } from './room';

/** Without a new client for so long, tab and room go: it is a list or a form, not the way to the next client. */
const AWAY_MS = 400;

/** A panel nobody sees is kept this long: building it costs ten times as much as filling it. */
const KEEP_MS = 60_000;

/** Only so shortly after a click or key may the page be pushed aside. */
const GESTURE_MS = 350;

export interface PanelPorts {
  host(events: HostEvents): PanelHost;
  room: Room;
  /** Asks the background for an address for the frame. */
  invite(): Promise<PanelReply>;
  remember(place: Place): void;
  now(): number;
  /** When the user last clicked or pressed a key in the page. */
  lastGesture(): number;
  /** Resolves when what has been changed by now is on the screen. */
  painted(): Promise<void>;
  after(ms: number, run: () => void): () => void;
}

/** The panel as the page knows it: a tab, a frame, and whether they may be seen. */
export interface Panel {
  /** A client is on the page; its panel stays veiled until `show` names the same generation. */
  client(generation: number): void;
  /** No client is: veiled before this returns. */
  none(): void;
  /**
   * Resolves when nobody sees the panel of the client before any more. Until then the frame must not learn of
   * the next one: a page that paints slowly is on the screen as it was, and the frame paints for itself.
   */
  veiled(): Promise<void>;
  show(generation: number): void;
  blank(): void;
  toggle(): void;
  fold(): void;
  /** The extension behind the page is gone. What is in the panel stays; nothing new comes. */
  freeze(): void;
  /** Out of the page at once, the frame with it. */
  dispose(): void;
  /** The page is put away (back/forward cache): no frame is kept in it. */
  unload(): void;
}

/** The panel of one page, from where the user left it on this site. */
export function createPanel(ports: PanelPorts, start: NonNullable<HelloReply>): Panel {
  let place: Place = start.place ?? PLACE_AT_FIRST;
  let open = place.open ?? start.autoOpen;
  let host: PanelHost | null = null;
  let generation: number | null = null;
  let shown: number | null = null;
  let veiled = Promise.resolve();
  let frame: 'none' | 'invited' | 'loaded' = 'none';
  let frozen = false;
  /** The client whose panel stood here when the extension went away: nobody else's may. */
  let frozenFor: number | null = null;
  let stopAway: (() => void) | undefined;
  let stopKeep: (() => void) | undefined;

  const events: HostEvents = {
    toggled: () => toggle(true),
    placed(change, done) {
      place = { ...place, ...change };
      apply();
      if (shown !== null && open) ports.room.take(place.width, true);
      if (done) ports.remember(place);
    },
  };

  const apply = (): void => host?.apply(place, open);

  function veil(away: boolean): void {
    host?.veil(away);
    if (shown !== null) veiled = ports.painted();
    shown = null;
  }

  function unload(): void {
    stopKeep?.();
    host?.unload();
    frame = 'none';
    apply();
  }

  function keepAWhile(): void {
    stopKeep?.();
    stopKeep = ports.after(KEEP_MS, unload);
  }

  async function load(): Promise<void> {
    if (frame !== 'none' || frozen) return;
    frame = 'invited';
    const invitation = await ports.invite().catch(() => null);
    // Meanwhile the client may have gone, or the user folded the panel.
    if (frame !== 'invited') return;
    frame = 'none';
    if (!invitation || generation === null || !open) return;
    host?.load(invitation.src);
    frame = 'loaded';
    apply();
  }

  function unfold(byHand: boolean): void {
    stopKeep?.();
    void load().then(() => {
      if (byHand) host?.focus();
    });
    apply();
  }

  function fold(): void {
    if (!open) return;
    open = false;
    veil(false);
    ports.room.give();
    keepAWhile();
    apply();
  }

  /** With nobody behind it the panel can only be put away and brought back as it is. */
  function toggleFrozen(): void {
    open = !open;
    if (open && generation !== null && generation === frozenFor) host?.unveil();
    else host?.veil(false);
    apply();
  }

  function toggle(byHand: boolean): void {
    if (frozen) {
      toggleFrozen();
      return;
    }
    if (open) fold();
    else {
      open = true;
      // Whatever the frame holds was drawn while nobody looked: a new one is sure.
      unload();
      unfold(byHand);
    }
    place = { ...place, open, push: place.push || open };
    ports.remember(place);
  }

  return {
    client(next) {
      stopAway?.();
      // More of the same client: what is shown stays.
      if (next === generation) return;
      generation = next;
      if (frozen) {
        ports.room.give();
        return;
      }
      host ??= ports.host(events);
      veil(false);
      apply();
      if (open) unfold(false);
    },
    none() {
      generation = null;
      veil(false);
      stopAway?.();
      stopAway = ports.after(AWAY_MS, () => {
        host?.veil(true);
        ports.room.give();
      });
      if (!frozen) keepAWhile();
    },
    veiled: () => veiled,
    show(which) {
      if (which !== generation || !open || frame !== 'loaded' || frozen) return;
      shown = which;
      host?.unveil();
      ports.room.take(place.width, place.push || ports.now() - ports.lastGesture() < GESTURE_MS);
    },
    blank: () => veil(false),
    toggle: () => toggle(true),
    fold() {
      if (!open) return;
      fold();
      place = { ...place, open };
      ports.remember(place);
    },
    freeze() {
      if (frozen) return;
      frozen = true;
      frozenFor = shown;
      stopKeep?.();
      host?.markStale();
    },
    unload() {
      veil(true);
      unload();
      ports.room.give();
    },
    dispose() {
      stopAway?.();
      stopKeep?.();
      ports.room.give();
      host?.remove();
      host = null;
    },
  };
}
