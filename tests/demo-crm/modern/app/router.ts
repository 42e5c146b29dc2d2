/** Addresses of the modern front end. Pure: the address comes in, a route goes out, and back. */

export type Route =
  | { name: 'login' }
  | { name: 'dashboard' }
  | { name: 'clients'; page: number; search: string; kind: string; drawer: string | null }
  | { name: 'client'; recordId: string }
  | { name: 'split'; recordId: string }
  | { name: 'edit'; recordId: string }
  | { name: 'settings' }
  | { name: 'unavailable'; slug: string };

const BASE = '/modern';

/** The plain client list: first page, nothing searched, no drawer. */
export const plainList = {
  name: 'clients',
  page: 1,
  search: '',
  kind: '',
  drawer: null,
} satisfies Route;

/** Reads an address; unknown ones lead to the dashboard. */
export function routeOf(url: URL): Route {
  const [first, recordId, action] = url.pathname.slice(BASE.length).split('/').filter(Boolean);
  switch (first) {
    case 'login':
      return { name: 'login' };
    case 'settings':
      return { name: 'settings' };
    case 'unavailable':
      return { name: 'unavailable', slug: recordId ?? '' };
    case 'clients':
      if (recordId === undefined) return listRoute(url.searchParams);
      if (action === 'split') return { name: 'split', recordId };
      if (action === 'edit') return { name: 'edit', recordId };
      return { name: 'client', recordId };
    default:
      return { name: 'dashboard' };
  }
}

function listRoute(query: URLSearchParams): Route {
  return {
    name: 'clients',
    page: Math.max(1, Number.parseInt(query.get('page') ?? '1', 10) || 1),
    search: query.get('q') ?? '',
    kind: query.get('kind') ?? '',
    drawer: query.get('drawer'),
  };
}

/** Writes the address of a route. */
export function pathOf(route: Route): string {
  switch (route.name) {
    case 'login':
    case 'dashboard':
    case 'settings':
      return `${BASE}/${route.name}`;
    case 'unavailable':
      return `${BASE}/unavailable/${route.slug}`;
    case 'client':
      return `${BASE}/clients/${route.recordId}`;
    case 'split':
    case 'edit':
      return `${BASE}/clients/${route.recordId}/${route.name}`;
    case 'clients': {
      const query = new URLSearchParams();
      if (route.search !== '') query.set('q', route.search);
      if (route.kind !== '') query.set('kind', route.kind);
      if (route.page > 1) query.set('page', String(route.page));
      if (route.drawer !== null) query.set('drawer', route.drawer);
      return `${BASE}/clients${query.size > 0 ? `?${query}` : ''}`;
    }
  }
}
