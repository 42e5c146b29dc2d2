import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { afterFrames, FRAMES_UNTIL_SEEN } from '@/utils/platform/painted';
import { lockState, watchLock } from '@/utils/platform/vault';
import { isOrphaned } from './isOrphaned';
import type { Painter } from './live/around';
import { bookSide } from './live/bookSide';
import { type LiveDay, watchDay } from './live/day';
import type { Drawn, Follow } from './live/follow';
import { followPresence } from './live/presence';
import { type Opened, openForReading } from './live/reader';
import { createShowing, type Shown } from './live/showing';
import { strangenessOf, tabInFront, teach, unreadSince } from './live/teaching';
import type { PageTrouble, PanelPort, PanelView } from './panelPort';
import type { TabView } from './tabView';

/** How often a panel looks whether its extension is still there: one property read. */
const ORPHAN_CHECK_MS = 2000;

/** Longest wait for a client's rows before its name alone is shown. */
const ROWS_PATIENCE_MS = 120;

/** The rules by which a picture is worked out: half of the code there is, and only a known client needs it. */
function painterOf(
  shown: ReadonlySignal<Shown>,
  opening: Promise<Opened>,
  today: LiveDay['today'],
): ReadonlySignal<Painter | null> {
  const painter = signal<Painter | null>(null);
  const stop = effect(() => {
    if (shown.value.state !== 'known') return;
    queueMicrotask(() => stop());
    void import('./live/around')
      .then(({ openPainter }) => openPainter(opening, today))
      .then((paint) => {
        painter.value = paint;
      });
  });
  return painter;
}

/** What is shown, worked out for today under the settings in force. */
function pictured(shown: Shown, day: LiveDay, paint: Painter | null): PanelView {
  if (shown.state !== 'known') return shown;
  const { known, subject, seen } = shown;
  if (!paint) return { state: 'loading', name: seen.sighting.name };
  return {
    state: 'client',
    subject,
    picture: paint(known.bundle, day.settings.value, day.today.value),
    sighting: seen.sighting,
    quarantined: known.quarantined,
  };
}

/** What is wrong with the page that is shown; learnt once there is a client, after what matters more. */
function troubleOf(seen: ReadonlySignal<TabView | null>, day: LiveDay): ReadonlySignal<PageTrouble | null> {
  const watched = signal<ReadonlySignal<PageTrouble | null> | null>(null);
  const stop = effect(() => {
    if (seen.value?.state !== 'sighted') return;
    queueMicrotask(() => stop());
    void import('./live/health').then(async ({ watchTrouble }) => {
      watched.value = await watchTrouble(seen, () => day.settings.peek().zone);
    });
  });
  return computed(() => watched.value?.value ?? null);
}

/** Before the first view there is nobody's picture that could still stand there. */
const FRAMES_OF_FIRST = 1;

/** Says when a view is drawn and painted: its rows if they come soon, else what can be said without them. */
function announce(view: TabView, shown: ReadonlySignal<PanelView>, frames: number, drawn: Drawn): void {
  let told = false;
  const tell = (): void => {
    if (told) return;
    told = true;
    stop();
    clearTimeout(timer);
    afterFrames(frames, () => setTimeout(() => drawn(view)));
  };
  const timer = setTimeout(tell, ROWS_PATIENCE_MS);
  const stop = effect(() => {
    if (shown.value.state !== 'loading' && shown.value.state !== 'starting') queueMicrotask(tell);
  });
}

/** Asks something about the tab in front; `otherwise` where there is none. */
async function inFront<Answer>(ask: (tabId: number) => Promise<Answer>, otherwise: Answer): Promise<Answer> {
  const tabId = await tabInFront();
  return tabId === null ? otherwise : ask(tabId);
}

/**
 * The panel's port in a browser: follows its tab, watches that client's rows, sends commands to the
 * background. Resolves as soon as the view can be shown; the store opens behind it.
 */
export async function openPanelPort(follow: Follow): Promise<PanelPort> {
  const opening = openForReading();
  const [day, presence, lockedAtFirst] = await Promise.all([
    watchDay(),
    followPresence(),
    lockState().then((now) => now === 'locked'),
  ]);
  const locked = signal(lockedAtFirst);
  const showing = createShowing(opening, day.today);
  const painter = painterOf(showing.shown, opening, day.today);
  const orphaned = signal(false);
  const refused = signal(false);
  const view = signal<PanelView>({ state: 'starting' });
  effect(() => {
    if (orphaned.value) view.value = { state: 'frozen' };
    else if (refused.value) view.value = { state: 'refused' };
    else if (locked.value) view.value = { state: 'locked' };
    else view.value = pictured(showing.shown.value, day, painter.value);
  });

  const latest = signal<TabView | null>(null);
  let frames = FRAMES_OF_FIRST;
  const following = follow((next) => {
    latest.value = next;
    showing.tell(locked.peek() ? null : next);
    void following.then((drawn) => {
      if (next === null || next !== latest.peek()) return;
      announce(next, view, frames, drawn);
      frames = FRAMES_UNTIL_SEEN;
    });
  });
  watchLock((now) => {
    const shut = now === 'locked';
    // Told twice: when the screen must be blank, and when the keys are gone. What was read in between goes too.
    if (shut) void opening.then(({ reader }) => reader?.lock());
    if (shut === locked.peek()) return;
    locked.value = shut;
    showing.tell(shut ? null : latest.peek());
  });
  following.catch(() => {
    // A refused panel shows nothing (decision 1); an orphaned one says why.
    refused.value = true;
    orphaned.value = isOrphaned();
  });

  const orphanCheck = setInterval(() => {
    if (!isOrphaned()) return;
    clearInterval(orphanCheck);
    showing.stop();
    orphaned.value = true;
  }, ORPHAN_CHECK_MS);

  return {
    ...presence,
    view,
    settings: day.settings,
    today: day.today,
    ...bookSide(opening),
    strangeness: () => inFront(strangenessOf, 'none'),
    trouble: troubleOf(latest, day),
    mend: (deed) =>
      inFront(async (tabId) => (await import('./live/health')).mend(deed, tabId), { state: 'failed' }),
    unreadSince: () => inFront((tabId) => unreadSince(tabId, day.settings.peek().zone), null),
    teach: () => inFront(teach, false),
  };
}
