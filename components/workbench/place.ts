import { type ReadonlySignal, signal } from '@preact/signals';
import { WORKBENCH_PAGES, type WorkbenchPage } from '@/utils/app/workbenchPages';
import { type ClientId, type ContactId, clientId, contactId } from '@/utils/domain/schema/ids';

/** Where one is in the workbench: a page, and the client opened beside it. The address says the same. */
export interface Place {
  page: WorkbenchPage;
  client: ClientId | null;
  /** The planned visit whose briefing is open; of the page of visits. */
  briefing?: { client: ClientId; visit: ContactId };
}

const FIRST_PAGE = WORKBENCH_PAGES[0];

/** The place that a hash such as `#book/client/…` names; the first page where it names none. */
export function placeOf(hash: string): Place {
  const [name, kind, id, further] = hash.replace(/^#/, '').split('/');
  const page = WORKBENCH_PAGES.find((each) => each === name) ?? FIRST_PAGE;
  const client = clientId.safeParse(kind === 'client' ? id : undefined);
  const briefed = clientId.safeParse(kind === 'briefing' && page === 'visits' ? id : undefined);
  const visit = contactId.safeParse(further);
  return {
    page,
    client: client.success ? client.data : null,
    ...(briefed.success && visit.success ? { briefing: { client: briefed.data, visit: visit.data } } : {}),
  };
}

/** The hash that names a place. */
export function hashOf({ page, client, briefing }: Place): string {
  if (briefing) return `#${page}/briefing/${briefing.client}/${briefing.visit}`;
  return client === null ? `#${page}` : `#${page}/client/${client}`;
}

/** Follows the address for as long as the page lives; the browser's own back and forward work. */
export function followAddress(): ReadonlySignal<Place> {
  const place = signal(placeOf(location.hash));
  addEventListener('hashchange', () => {
    place.value = placeOf(location.hash);
  });
  return place;
}

/** Goes to a place. */
export function goToPlace(place: Place): void {
  location.hash = hashOf(place);
}
