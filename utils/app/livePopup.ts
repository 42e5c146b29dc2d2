import { computed, effect, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { BestOfDay } from '@/utils/domain/nba/bestOfDay';
import type { Absence } from '@/utils/messaging/content';
import { loadBest, watchBest } from '@/utils/platform/bestOfDay';
import { hasSidePanel, openSidePanel } from '@/utils/platform/sidePanel';
import type { Stop, StoreReader } from '@/utils/store/store';
import { askBackground } from './askBackground';
import { watchBackupWaits } from './backup/waits';
import { newContactId } from './ids';
import { watchBook } from './live/book';
import { connect } from './live/connecting';
import { copy } from './live/copy';
import { watchDay } from './live/day';
import { discardDraft, loadDraft, saveDraft } from './live/drafts';
import { followFromOutside } from './live/follow';
import { type Front, frontTab } from './live/frontTab';
import { watchLockable } from './live/lockable';
import { openOptions, openWorkbench } from './live/openPages';
import { run } from './live/orders';
import { followPresence } from './live/presence';
import { openForReading } from './live/reader';
import { strangenessOf, teach } from './live/teaching';
import type { BookView, FrontClient, FrontTab, PopupPort } from './popupPort';
import type { Strangeness } from './strangeness';
import { watchSyncWaits } from './sync/waits';
import type { TabView } from './tabView';
import { lastUnfinished } from './unfinished';

/** What is known of a tab whose page has gone and whose next one has not spoken yet. */
const LEFT: TabView = { state: 'noClient', documentId: '', generation: 0, why: 'navigating' };

function clientOf(view: Extract<TabView, { state: 'sighted' }>): FrontClient {
  const { sighting } = view;
  return {
    subject: { type: 'sighted', sighting },
    name: sighting.name,
    kind: sighting.kind,
    record: sighting.record,
    card: 'reading',
  };
}

function absent(why: Absence, origin: string): FrontTab {
  switch (why) {
    case 'navigating':
      return { state: 'starting' };
    case 'notClientPage':
      return { state: 'notClientPage', origin };
    case 'waiting':
    case 'ambiguous':
      return { state: 'notRecognised', origin };
  }
}

function frontOf({ origin, connected }: Front, view: TabView | null): FrontTab {
  if (origin === null) return { state: 'restricted' };
  if (!connected) return { state: 'notConnected', origin };
  if (view === null) return { state: 'silent', origin };
  if (view.state === 'noClient') return absent(view.why, origin);
  return { state: 'client', origin, client: clientOf(view) };
}

/** Gives the front client its card from the book, now and whenever the book changes. */
function watchCard(
  reader: StoreReader,
  view: TabView | null,
  tell: (client: Pick<FrontClient, 'subject' | 'card'>) => void,
): Stop {
  if (view?.state !== 'sighted') return () => undefined;
  const { sighting, linkId } = view;
  let stopDirectory: Stop = () => undefined;
  const stopLink = reader.watchLink(linkId, (found) => {
    stopDirectory();
    if (!found.ok) return;
    const clientId = found.value;
    if (clientId === null) {
      tell({ subject: { type: 'sighted', sighting }, card: 'new' });
      return;
    }
    stopDirectory = reader.watchDirectory((directory) => {
      const card = directory.ok
        ? directory.value.briefs.find((brief) => brief.clientId === clientId)
        : undefined;
      if (card) tell({ subject: { type: 'client', clientId }, card });
    });
  });
  return () => {
    stopLink();
    stopDirectory();
  };
}

/** The popup's port in a browser. Resolves before the store is open: the tab in front is known first. */
export async function openPopupPort(): Promise<PopupPort> {
  const [front, day, presence] = await Promise.all([frontTab(), watchDay(), followPresence()]);
  const seen = signal<TabView | null>(front.view);
  const connected = signal(front.connected);
  const tab = signal<FrontTab>(frontOf(front, front.view));
  const book = signal<BookView>({ state: 'loading' });
  const overdue = signal<number | null>(null);
  const planned = signal<BestOfDay | null>(null);
  const strangeness = signal<Strangeness>('none');
  if (front.tabId !== null)
    // Read once more: between the first reading and this watch the page may have spoken.
    followFromOutside(
      front.tabId,
      (view) => {
        if (JSON.stringify(view) !== JSON.stringify(seen.peek())) seen.value = view;
      },
      () => {
        seen.value = LEFT;
      },
    );

  watchBest((next) => {
    planned.value = next;
  });
  void loadBest().then((kept) => {
    planned.value ??= kept;
  });

  const { tabId } = front;
  effect(() => {
    // A page that has gone on to another address is asked about anew.
    if (tabId === null || !connected.value || seen.value?.state === 'sighted') return;
    void strangenessOf(tabId).then((strange) => {
      strangeness.value = strange;
    });
  });

  const opening = openForReading();
  const load: PopupPort['loadDraft'] = async (subject) => {
    const { reader } = await opening;
    return reader ? loadDraft(reader, subject) : null;
  };
  let stopCard: Stop = () => undefined;
  effect(() => {
    const view = seen.value;
    stopCard();
    tab.value = frontOf({ ...front, connected: connected.value }, view);
    void opening.then(({ reader }) => {
      if (!reader || seen.peek() !== view) return;
      stopCard = watchCard(reader, view, (client) => {
        const shown = tab.peek();
        if (shown.state === 'client' && seen.peek() === view)
          tab.value = { ...shown, client: { ...shown.client, ...client } };
      });
    });
  });
  void opening.then((opened) => {
    const reader = watchBook(opened, (next) => {
      book.value = next;
    });
    if (!reader) return;
    let stopCount: Stop = () => undefined;
    effect(() => {
      stopCount();
      stopCount = reader.watchOverdue(day.today.value, (count) => {
        overdue.value = count;
      });
    });
  });

  return {
    ...presence,
    tab,
    book,
    best: computed(() => (planned.value?.day === day.today.value ? planned.value.best : [])),
    overdue,
    strangeness,
    teach: () => (tabId === null ? Promise.resolve(false) : teach(tabId)),
    settings: day.settings,
    today: day.today,
    run,
    copy,
    newContactId,
    loadDraft: load,
    saveDraft,
    discardDraft,
    unfinished: async () => {
      const subject = await lastUnfinished();
      return subject === null ? null : load(subject);
    },
    connect: async (origin) => {
      const outcome = await connect(origin, front.tabId);
      // The page in front may have named its client by now: the popup is ready for the first log.
      if (outcome === 'connected' && origin === front.origin) connected.value = true;
      return outcome;
    },
    reloadTab: () => {
      if (front.tabId !== null) void browser.tabs.reload(front.tabId);
    },
    hasSidePanel: hasSidePanel(),
    openBeside: () => {
      if (front.windowId !== null) void openSidePanel(front.windowId);
    },
    togglePanel: async () => {
      if (front.tabId === null) return false;
      return 'done' in (await askBackground({ kind: 'togglePanel', tabId: front.tabId }));
    },
    ...watchLockable(),
    backupWaits: watchBackupWaits(),
    syncWaits: watchSyncWaits(),
    openOptions,
    openWorkbench,
  };
}
