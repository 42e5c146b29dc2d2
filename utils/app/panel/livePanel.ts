import { effect, type Signal, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { pictureOf } from '@/utils/domain/picture';
import type { ClientId } from '@/utils/domain/schema/ids';
import type { ClientKnown, ReadProblem, Stop, StoreReader } from '@/utils/store/store';
import { askBackground, isOrphaned } from '../askBackground';
import type { Command, Outcome, Subject } from '../command';
import { type Draft, draft as draftSchema } from '../draft';
import { newContactId, newNoteId, newOpId } from '../ids';
import type { PanelPort, PanelView } from '../panelPort';
import { browserPorts } from '../storePorts';
import type { TabView } from '../tabView';
import { type LiveDay, watchDay } from './clock';
import type { Follow } from './follow';

/** How often a panel looks whether its extension is still there; cheap, and only while it is seen. */
const ORPHAN_CHECK_MS = 2000;

type Shown =
  | Exclude<PanelView, { state: 'client' }>
  | { state: 'known'; subject: Subject; known: ClientKnown; seen: TabView | null };

const errorView = ({ code }: ReadProblem): Shown => ({
  state: 'error',
  code: code === 'notFound' ? 'unavailable' : code,
});

/** Opens the store for reading; the code that does is loaded only now, after the first paint. */
async function openReader(): Promise<StoreReader | Shown> {
  const { openReader: open } = await import('@/utils/store/read/openReader');
  const opened = await open(browserPorts);
  if (opened.ok) return opened.value;
  const { error } = opened;
  if (error.code !== 'unavailable' && error.reader) return error.reader;
  return { state: 'error', code: error.code };
}

/** Shows whichever client the tab shows; every change of client first takes the former one away. */
function show(shown: Signal<Shown>, reader: StoreReader, day: LiveDay, view: TabView | null): Stop {
  if (view === null) {
    shown.value = { state: 'noClient', why: 'notConnected' };
    return () => undefined;
  }
  if (view.state === 'noClient') {
    shown.value = { state: 'noClient', why: view.why };
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

const unavailable: Outcome = { ok: false, error: { code: 'unavailable', field: null } };
const gone: Outcome = { ok: false, error: { code: 'gone', field: null } };

async function run(command: Command): Promise<{ op: string; outcome: Outcome }> {
  const op = newOpId();
  const order = { op, command };
  if (isOrphaned()) return { op, outcome: gone };
  // The worker may be stopped under the first try; the same operation sent again is done once.
  const outcome = await askBackground({ kind: 'order', order })
    .catch(() => (isOrphaned() ? gone : askBackground({ kind: 'order', order })))
    .catch(() => (isOrphaned() ? gone : unavailable));
  return { op, outcome };
}

/** The keys under which a draft of `subject` may lie, the likelier first. */
async function draftKeys(reader: StoreReader, subject: Subject) {
  if (subject.type === 'client') return [subject.clientId];
  const link = await reader.linkIdOf(subject.sighting.record);
  const client = await reader.clientByLink(link);
  return client.ok && client.value !== null ? [client.value, link] : [link];
}

async function loadDraft(reader: StoreReader, subject: Subject): Promise<Draft | null> {
  for (const key of await draftKeys(reader, subject)) {
    const kept = await reader.drafts.get(key);
    const read = draftSchema.safeParse(kept.ok ? kept.value : null);
    if (read.success) return read.data;
  }
  return null;
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
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

  const opening = openReader();
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
      if ('state' in opened) shown.value = opened;
      else showLatest(opened);
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

  const reader = async (): Promise<StoreReader | null> => {
    const opened = await opening;
    return 'state' in opened ? null : opened;
  };
  return {
    view,
    settings: day.settings,
    today: day.today,
    run,
    loadDraft: async (subject) => {
      const open = await reader();
      return open ? loadDraft(open, subject) : null;
    },
    saveDraft: async (draft) => {
      await askBackground({ kind: 'saveDraft', draft });
    },
    discardDraft: async (subject) => {
      await askBackground({ kind: 'discardDraft', subject });
    },
    newContactId,
    newNoteId,
    copy,
    openOptions: () => void browser.runtime.openOptionsPage(),
  };
}
