/** Addresses behind the hash, as Lightning-like apps keep them. Pure. */

export type Route =
  | { name: 'login'; returnTo: string }
  | { name: 'home' }
  | { name: 'list'; page: number; search: string }
  | { name: 'view'; recordId: string }
  | { name: 'edit'; recordId: string }
  | { name: 'settings' };

/** Reads `location.hash`; unknown addresses lead home. */
export function routeOf(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#/, '').split('?');
  const query = new URLSearchParams(search);
  const [, first, recordId, action] = path.split('/');
  switch (first) {
    case 'login':
      return { name: 'login', returnTo: query.get('returnTo') ?? '#/home' };
    case 'settings':
      return { name: 'settings' };
    case 'accounts':
      if (recordId === undefined || !/^\d{8}$/.test(recordId)) {
        const page = Math.max(1, Number.parseInt(query.get('page') ?? '1', 10) || 1);
        return { name: 'list', page, search: query.get('q') ?? '' };
      }
      return { name: action === 'edit' ? 'edit' : 'view', recordId };
    default:
      return { name: 'home' };
  }
}

/** Writes the hash of a route. */
export function hashOf(route: Route): string {
  switch (route.name) {
    case 'view':
    case 'edit':
      return `#/accounts/${route.recordId}/${route.name}`;
    case 'list': {
      const query = new URLSearchParams();
      if (route.search !== '') query.set('q', route.search);
      if (route.page > 1) query.set('page', String(route.page));
      return `#/accounts${query.size > 0 ? `?${query}` : ''}`;
    }
    case 'login':
      return `#/login?${new URLSearchParams({ returnTo: route.returnTo })}`;
    default:
      return `#/${route.name}`;
  }
}

/** Goes there; the hash change does the rest. */
export function go(route: Route): void {
  location.hash = hashOf(route);
}
