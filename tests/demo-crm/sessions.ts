import type { IncomingMessage } from 'node:http';
import type { FrontEnd } from './frontEnd';

/** Sessions of the demo CRM: a cookie per front end says that somebody logged in; nobody is checked. */

const MAX_AGE_S = 8 * 3600;

export function hasSession(request: IncomingMessage, prefix: FrontEnd['prefix']): boolean {
  const cookies = (request.headers.cookie ?? '').split(/;\s*/);
  return cookies.includes(`demo_${prefix}=open`);
}

export const sessionCookie = (prefix: FrontEnd['prefix']): string =>
  `demo_${prefix}=open; Path=/; HttpOnly; SameSite=Lax; Max-Age=${MAX_AGE_S}`;

export const droppedCookie = (prefix: FrontEnd['prefix']): string =>
  `demo_${prefix}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`;

/** Where to go after logging in: a path of the same front end, whatever the parameter says. */
export function pathAfterLogin(returnTo: string | null, prefix: FrontEnd['prefix']): string {
  const home = `/${prefix}/`;
  if (returnTo === null || !URL.canParse(returnTo, 'http://demo')) return home;
  const { origin, pathname, search, hash } = new URL(returnTo, 'http://demo');
  return origin === 'http://demo' && pathname.startsWith(home) ? pathname + search + hash : home;
}
