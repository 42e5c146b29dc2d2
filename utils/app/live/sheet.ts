import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { Result } from '@/utils/domain/result';
import { type ClientId, clientId as clientIdSchema } from '@/utils/domain/schema/ids';
import { lockState, watchLock } from '@/utils/platform/vault';
import type { ClientKnown, ReadProblem } from '@/utils/store/store';
import { newContactId, newNoteId, newRowId } from '../ids';
import type { PanelPort, PanelView } from '../panelPort';
import { openPainter, type Painter } from './around';
import { copy } from './copy';
import { type LiveDay, watchDay } from './day';
import { discardDraft, loadDraft, loadForms, saveDraft, saveForms } from './drafts';
import { laterLibrary } from './laterLibrary';
import { openBriefing, openOptions } from './openPages';
import { run } from './orders';
import { followPresence } from './presence';
import { briefsOf, openForReading } from './reader';

/** What a sheet shows of what was read. */
function viewOf(
  known: Result<ClientKnown, ReadProblem> | null,
  clientId: ClientId,
  day: LiveDay,
  paint: Painter,
): PanelView {
  if (known === null) return { state: 'starting' };
  if (!known.ok) {
    const { code } = known.error;
    return { state: 'error', code: code === 'notFound' || code === 'locked' ? 'unavailable' : code };
  }
  const { bundle, quarantined } = known.value;
  return {
    state: 'client',
    subject: { type: 'client', clientId },
    picture: paint(bundle, day.settings.value, day.today.value),
    sighting: null,
    quarantined,
  };
}

/** The address of the panel's page with one client in it, as the workbench frames it. */
export const sheetAddress = (client: ClientId): string =>
  browser.runtime.getURL(`/sidepanel.html#client/${client}`);

/** The client that this page's own address names, or null. */
export function clientOfSheet(): ClientId | null {
  const [kind, id] = location.hash.replace(/^#/, '').split('/');
  const named = clientIdSchema.safeParse(kind === 'client' ? id : undefined);
  return named.success ? named.data : null;
}

/** The panel's port for one client of the book, without a page of the CRM beside it. */
export async function openSheetPort(clientId: ClientId): Promise<PanelPort> {
  const opening = openForReading();
  const [day, presence, lockedAtFirst] = await Promise.all([
    watchDay(),
    followPresence(),
    lockState().then((now) => now === 'locked'),
  ]);
  const locked = signal(lockedAtFirst);
  watchLock((now) => {
    // Loaded anew rather than read anew: nothing of what was shown before the lock is left.
    if (now !== 'locked') return void (locked.peek() && location.reload());
    locked.value = true;
    void opening.then(({ reader }) => reader?.lock());
  });
  const paint = await openPainter(opening, day.today);
  const known = signal<Result<ClientKnown, ReadProblem> | null>(null);
  void opening.then(({ reader, trouble }) => {
    if (reader)
      reader.watchClient(clientId, (read) => {
        known.value = read;
      });
    else known.value = { ok: false, error: { code: trouble, detail: 'store' } };
  });
  const view: ReadonlySignal<PanelView> = computed(() =>
    locked.value ? { state: 'locked' } : viewOf(known.value, clientId, day, paint),
  );
  return {
    ...presence,
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
    loadForms: async (id) => {
      const { reader } = await opening;
      return reader ? loadForms(reader, id) : {};
    },
    saveForms,
    newContactId,
    newNoteId,
    newRowId,
    clientsNamed: async (name) =>
      (await briefsOf(opening)).flatMap((brief) => (brief.name === name ? [brief.clientId] : [])),
    nameOf: async (id) => (await briefsOf(opening)).find((brief) => brief.clientId === id)?.name ?? null,
    copy,
    library: laterLibrary,
    openOptions,
    openBriefing,
    // What is asked of the page in front: there is none.
    strangeness: async () => 'none',
    trouble: signal(null),
    mend: async () => ({ state: 'failed' }),
    unreadSince: async () => null,
    teach: async () => false,
  };
}
