import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { Result } from '@/utils/domain/result';
import { type ClientId, clientId as clientIdSchema } from '@/utils/domain/schema/ids';
import { lockState, watchLock } from '@/utils/platform/vault';
import type { ClientKnown } from '@/utils/store/known';
import type { ReadProblem } from '@/utils/store/problems';
import type { PanelPort, PanelView } from '../panelPort';
import { openPainter, type Painter } from './around';
import { bookSide } from './bookSide';
import { type LiveDay, watchDay } from './day';
import { followPresence } from './presence';
import { openForReading } from './reader';

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
    ...bookSide(opening),
    // What is asked of the page in front: there is none.
    strangeness: async () => 'none',
    trouble: signal(null),
    mend: async () => ({ state: 'failed' }),
    unreadSince: async () => null,
    teach: async () => false,
  };
}
