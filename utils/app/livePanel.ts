import { effect, type Signal, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { pictureOf } from '@/utils/domain/picture';
import type { ClientId } from '@/utils/domain/schema/ids';
import type { Absence } from '@/utils/messaging/content';
import type { ClientKnown, ReadProblem, Stop, StoreReader } from '@/utils/store/store';
import { isOrphaned } from './askBackground';
import type { Subject } from './command';
import { newContactId, newNoteId } from './ids';
import { copy } from './live/copy';
import { type LiveDay, watchDay } from './live/day';
import { discardDraft, loadDraft, saveDraft } from './live/drafts';
import type { Follow } from './live/follow';
import { run } from './live/orders';
import { openForReading } from './live/reader';
import type { PanelPort, PanelView } from './panelPort';
import type { TabView } from './tabView';

/** How often a panel looks whether its extension is still there: one property read. */
const ORPHAN_CHECK_MS = 2000;

type Shown =
  | Exclude<PanelView, { state: 'client' }>
  | { state: 'known'; subject: Subject; known: ClientKnown; seen: TabView | null };

const errorView = ({ code }: ReadProblem): Shown => ({
  state: 'error',
  code: code === 'notFound' ? 'unavailable' : code,
});

/** While another page is on its way nothing is known of it; a page that stays half-loaded is not recognised. */
function absent(why: Absence): Shown {
  if (why === 'navigating') return { state: 'starting' };
  return { state: 'noClient', why: why === 'notClientPage' ? 'notClientPage' : 'notRecognised' };
}

/** Shows whichever client the tab shows; every change of client first takes the former one away. */
function show(shown: Signal<Shown>, reader: StoreReader, day: LiveDay, view: TabView | null): Stop {
  if (view === null) {
    shown.value = { state: 'noClient', why: 'notConnected' };
    return () => undefined;
  }
  if (view.state === 'noClient') {
    shown.value = absent(view.why);
    return () => undefined;
  }
  const { sighting, linkId } = view;
  shown.value = { state: 'loading', name: sighting.name };
  let stopClient: Stop = () => undefined;
  let showing: ClientId | null = null;
  const stopLink = reader.watchLink(linkId, (found) => {
    if (!found.ok) {
      shown.value = errorView(found.error);
      return;
    }
    const clientId = found.value;
    if (clientId !== null && clientId === showing) return;
    stopClient();
    showing = clientId;
    if (clientId === null) {
      const subject: Subject = { type: 'sighted', sighting };
      shown.value = { state: 'firstSight', subject, sighting, today: day.today.peek() };
      return;
    }
    stopClient = reader.watchClient(clientId, (known) => {
      if (showing !== clientId) return;
      shown.value = known.ok
        ? { state: 'known', subject: { type: 'client', clientId }, known: known.value, seen: view }
        : errorView(known.error);
    });
  });
  return () => {
    showing = null;
    stopLink();
    stopClient();
  };
}

/** What is shown, worked out for today under the settings in force. */
function pictured(shown: Shown, day: LiveDay): PanelView {
  if (shown.state !== 'known') return shown;
  const { known, subject, seen } = shown;
  return {
    state: 'client',
    subject,
    picture: pictureOf(known.bundle, day.settings.value, day.today.value),
    sighting: seen?.state === 'sighted' ? seen.sighting : null,
    quarantined: known.quarantined,
  };
}

/**
 * The panel's port in a browser: follows its tab, watches that client's rows, sends commands to the
 * background. Resolves as soon as the view can be shown; the store opens behind it.
 */
export async function openPanelPort(follow: Follow): Promise<PanelPort> {
  const day = await watchDay();
  const shown = signal<Shown>({ state: 'starting' });
  const view = signal<PanelView>({ state: 'starting' });
  let orphaned = false;
  effect(() => {
    view.value = orphaned ? { state: 'frozen' } : pictured(shown.value, day);
  });

  const opening = openForReading();
  let stop: Stop = () => undefined;
  let latest: TabView | null | undefined;
  const showLatest = (reader: StoreReader): void => {
    stop();
    stop = latest === undefined ? () => undefined : show(shown, reader, day, latest);
  };
  follow((next) => {
    latest = next;
    // The former client goes at once, before anything is read of the next.
    stop();
    if (next?.state === 'sighted') shown.value = { state: 'loading', name: next.sighting.name };
    void opening.then((opened) => {
      if (latest !== next) return;
      if (opened.reader) showLatest(opened.reader);
      else shown.value = { state: 'error', code: opened.trouble };
    });
  }).catch(() => {
    // A refused panel shows nothing (decision 1).
    stop();
    shown.value = { state: 'starting' };
  });

  const orphanCheck = setInterval(() => {
    if (!isOrphaned()) return;
    clearInterval(orphanCheck);
    orphaned = true;
    stop();
    view.value = { state: 'frozen' };
  }, ORPHAN_CHECK_MS);

  return {
    view,
    settings: day.settings,
    today: day.today,
    run,
    loadDraft: async (subject) => {
      const { reader } = await opening;
      return reader ? loadDraft(reader, subject) : null;
    },
    saveDraft,
    discardDraft,
    newContactId,
    newNoteId,
    copy,
    openOptions: () => void browser.runtime.openOptionsPage(),
  };
}
