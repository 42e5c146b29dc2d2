import type { DemoBank } from './data/model';
import type { Edit } from './desk';
import type { Switches } from './switches';

/**
 * What a front end of the demo CRM is to the server.
 *
 * The server does for every front end: sessions (cookie `demo_<prefix>`, redirect to `loginPath`,
 * `POST <loginPath>` with any user name and password logs in and goes to `returnTo` or `/<prefix>/`,
 * `GET <logoutPath>` logs out, `?demo=1` or `?auto-login` on any page logs in and drops the
 * parameter), files (see `folders`), the JSON API (api.ts), /hostile.js injected right after a page's
 * literal `<head>` while the switch is on, changed balances and kept edits (already in the `bank` passed to `handle`).
 */
export interface FrontEnd {
  prefix: 'classic' | 'modern' | 'cloud';
  /** One line for the index page. */
  description: string;
  /**
   * Folders under tests/demo-crm/<prefix>/ served at /<prefix>/<folder>/…, without a session: css,
   * svg, png, js. TypeScript is stripped of its types on the way: /modern/app/main.js (and
   * extensionless `import './dom'` from it) is answered with app/main.ts. No bundling: value imports
   * must stay inside these folders; type imports may come from anywhere.
   */
  folders: readonly string[];
  /** Below the prefix, `/login.do`; must be answered by `handle` on GET without a session. */
  loginPath: string;
  /** Below the prefix. */
  logoutPath: string;
  /** Answers a page, or undefined for "no such page" (404). Called with a session only, except for the login page. */
  handle(request: DemoRequest, bank: DemoBank, switches: Switches): DemoResponse | undefined;
}

export interface DemoRequest {
  method: string;
  /** Below the prefix and decoded, beginning with a slash: `/detail.do`. */
  path: string;
  query: URLSearchParams;
  /** The fields of a posted form; empty otherwise. */
  form: URLSearchParams;
  loggedIn: boolean;
}

export interface DemoResponse {
  /** 200 unless given; for 3xx give `location`. */
  status?: number;
  location?: string;
  /** text/html unless given; UTF-8 is added. */
  type?: string;
  body: string;
  /** A change of data the server applies, kept until it stops. */
  edit?: Edit;
}
