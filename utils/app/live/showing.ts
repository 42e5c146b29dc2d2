import { type ReadonlySignal, signal } from '@preact/signals';
import type { ClientId } from '@/utils/domain/schema/ids';
import type { CivilDay } from '@/utils/domain/schema/time';
import type { Absence } from '@/utils/messaging/content';
import type { ClientKnown } from '@/utils/store/known';
import type { ReadProblem } from '@/utils/store/problems';
import type { Stop, StoreReader } from '@/utils/store/store';
import type { Subject } from '../command';
import type { PanelView } from '../panelPort';
import type { TabView } from '../tabView';
import type { Opened } from './reader';

type Sighted = Extract<TabView, { state: 'sighted' }>;

/** What a panel shows, before the picture is worked out: settings and day may still change it. */
export type Shown =
  | Exclude<PanelView, { state: 'client' }>
  | { state: 'known'; subject: Subject; known: ClientKnown; seen: Sighted };

/** A panel's subject: told what its tab shows, it shows that client, or nobody. */
export interface Showing {
  shown: ReadonlySignal<Shown>;
  tell(view: TabView | null): void;
  stop(): void;
}

/** While another page is on its way nothing is known of it; a page that stays half-loaded is not recognised. */
function absent(why: Absence): Shown {
  if (why === 'navigating') return { state: 'starting' };
  return { state: 'noClient', why: why === 'notClientPage' ? 'notClientPage' : 'notRecognised' };
}

/** What can be said of a view before anything is read. */
function atFirst(view: TabView | null): Shown {
  if (view === null) return { state: 'noClient', why: 'notConnected' };
  return view.state === 'sighted' ? { state: 'loading', name: view.sighting.name } : absent(view.why);
}

const failed = ({ code }: ReadProblem): Shown => ({
  state: 'error',
  code: code === 'notFound' || code === 'locked' ? 'unavailable' : code,
});

function firstSight({ sighting }: Sighted, today: CivilDay): Shown {
  return { state: 'firstSight', subject: { type: 'sighted', sighting }, sighting, today };
}

/** More of the same client's page has been read: what is shown of the client stays. */
function updated(shown: Shown, seen: Sighted, today: CivilDay): Shown {
  if (shown.state === 'known') return { ...shown, seen };
  return shown.state === 'firstSight' ? firstSight(seen, today) : shown;
}

/**
 * Shows whichever client the tab shows. A change of client takes the former one away before anything
 * is read of the next; a late answer about a former one is never shown.
 */
export function createShowing(opening: Promise<Opened>, today: ReadonlySignal<CivilDay>): Showing {
  const shown = signal<Shown>({ state: 'starting' });
  let seen: Sighted | null = null;
  let stopLink: Stop = () => undefined;
  let stopClient: Stop = () => undefined;

  const stop = (): void => {
    seen = null;
    stopLink();
    stopClient();
  };

  const watchClient = (reader: StoreReader, clientId: ClientId, first: Sighted): void => {
    stopClient = reader.watchClient(clientId, (known) => {
      if (seen?.linkId !== first.linkId) return;
      shown.value = known.ok
        ? { state: 'known', subject: { type: 'client', clientId }, known: known.value, seen }
        : failed(known.error);
    });
  };

  const watchLink = (reader: StoreReader, first: Sighted, trouble: Opened['trouble']): void => {
    stopLink = reader.watchLink(first.linkId, (found) => {
      if (seen?.linkId !== first.linkId) return;
      stopClient();
      if (!found.ok) shown.value = failed(found.error);
      // Whom a damaged book does not know it may have lost: nobody is called new.
      else if (found.value === null)
        shown.value =
          trouble === 'damaged' ? { state: 'error', code: trouble } : firstSight(seen, today.peek());
      else watchClient(reader, found.value, first);
    });
  };

  return {
    shown,
    stop,
    tell(view) {
      const next = view?.state === 'sighted' ? view : null;
      if (next && seen && next.linkId === seen.linkId) {
        seen = next;
        shown.value = updated(shown.peek(), next, today.peek());
        return;
      }
      stop();
      seen = next;
      shown.value = atFirst(view);
      if (!next) return;
      void opening.then(({ reader, trouble }) => {
        if (seen?.linkId !== next.linkId) return;
        if (reader) watchLink(reader, next, trouble);
        else shown.value = { state: 'error', code: trouble };
      });
    },
  };
}
