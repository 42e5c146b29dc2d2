import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { answerApi, coreOf, sessionReply } from './api';
import { readBrowserFile } from './browserFiles';
import { buildBank } from './data/bank';
import type { Day } from './data/model';
import { type Desk, openDesk } from './desk';
import type { FrontEnd } from './frontEnd';
import { FRONT_ENDS } from './frontEnds';
import { indexPage } from './indexPage';
import { droppedCookie, hasSession, pathAfterLogin, sessionCookie } from './sessions';
import { parseSwitchChanges, SWITCHES_OFF, type Switches, switchesInQuery, withChanges } from './switches';

/**
 * The demo CRM's HTTP server: `/` is an index, `/classic`, `/modern` and `/cloud` are the front ends
 * (frontEnd.ts), `/api` is the JSON API (api.ts), `/__switches` the test switches (switches.ts),
 * `DELETE /__edits` forgets all edits. Edits live as long as the server.
 */
export interface DemoCrm {
  /** Without a slash at the end: `http://127.0.0.1:8080`. */
  url: string;
  close(): Promise<void>;
}

const HERE = path.dirname(fileURLToPath(import.meta.url));
const MAX_BODY_BYTES = 1_000_000;

interface Reply {
  status: number;
  type?: string;
  body?: string | Buffer;
  location?: string;
  cookie?: string;
  /** The body of the page is sent so long after its head. */
  bodyMs?: number;
}

interface Exchange {
  request: IncomingMessage;
  url: URL;
  body: string;
  switches: Switches;
  desk: Desk;
}

const json = (status: number, value: unknown): Reply => ({
  status,
  type: 'application/json',
  body: JSON.stringify(value),
});
const redirect = (location: string, cookie?: string): Reply => ({
  status: 302,
  location,
  ...(cookie && { cookie }),
});
const notFound: Reply = { status: 404, type: 'text/plain', body: 'no such page' };

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    const bytes = Buffer.from(part);
    size += bytes.length;
    if (size > MAX_BODY_BYTES) throw new RangeError('body too large');
    parts.push(bytes);
  }
  return Buffer.concat(parts).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const Login = z.object({ frontEnd: z.enum(['classic', 'modern', 'cloud']) });

function answerSession({ request, url, body, desk, switches }: Exchange): Reply {
  const reply = sessionReply(desk.bank(switches));
  if (request.method === 'GET') return json(200, reply);
  const asked = request.method === 'POST' ? parseJson(body) : { frontEnd: url.searchParams.get('frontEnd') };
  const login = Login.safeParse(asked);
  if (!login.success) return json(400, { error: z.prettifyError(login.error) });
  if (request.method === 'POST') return { ...json(200, reply), cookie: sessionCookie(login.data.frontEnd) };
  return { ...json(200, {}), cookie: droppedCookie(login.data.frontEnd) };
}

async function answerApiRequest(exchange: Exchange): Promise<Reply> {
  const { request, url, desk, switches, body } = exchange;
  const place = url.pathname.slice('/api'.length);
  const method = request.method ?? 'GET';
  const known = FRONT_ENDS.some(({ prefix }) => hasSession(request, prefix));
  if (place === '/session' && (method !== 'GET' || known)) return answerSession(exchange);
  if (!known) return json(401, { error: 'log in first' });
  if (place.startsWith('/clients/')) await wait(switches.slowMs);
  const input = { method, path: place, query: url.searchParams, json: parseJson(body) };
  const answer = answerApi(input, desk.bank(switches));
  if (!answer) return json(404, { error: `no ${method} ${url.pathname}` });
  if (!('edit' in answer)) return json(answer.status, answer.json);
  const result = desk.edit(answer.edit);
  return result.ok
    ? json(answer.status, { client: coreOf(result.client) })
    : json(result.status, { error: result.message });
}

async function answerFrontEnd(frontEnd: FrontEnd, exchange: Exchange): Promise<Reply> {
  const { request, url, body, desk, switches } = exchange;
  const { prefix } = frontEnd;
  const place = decodeURIComponent(url.pathname.slice(prefix.length + 1)) || '/';
  const method = request.method ?? 'GET';
  const [, folder = ''] = place.split('/');
  if (method === 'GET' && frontEnd.folders.includes(folder)) {
    const file = await readBrowserFile(path.join(HERE, prefix, folder), place.slice(folder.length + 2));
    return file ? { status: 200, ...file } : notFound;
  }
  const form = new URLSearchParams(method === 'POST' ? body : '');
  if (place === frontEnd.logoutPath)
    return redirect(`/${prefix}${frontEnd.loginPath}`, droppedCookie(prefix));
  if (method === 'POST' && place === frontEnd.loginPath) {
    const returnTo = form.get('returnTo') ?? url.searchParams.get('returnTo');
    return redirect(pathAfterLogin(returnTo, prefix), sessionCookie(prefix));
  }
  if (url.searchParams.has('demo') || url.searchParams.has('auto-login')) {
    const clean = new URL(url);
    clean.searchParams.delete('demo');
    clean.searchParams.delete('auto-login');
    return redirect(clean.pathname + clean.search, sessionCookie(prefix));
  }
  const loggedIn = hasSession(request, prefix);
  if (!loggedIn && place !== frontEnd.loginPath) {
    const returnTo = encodeURIComponent(url.pathname + url.search);
    return redirect(`/${prefix}${frontEnd.loginPath}?returnTo=${returnTo}`);
  }
  const input = { method, path: place, query: url.searchParams, form, loggedIn };
  const page = frontEnd.handle(input, desk.bank(switches), switches);
  if (!page) return notFound;
  const result = page.edit && desk.edit(page.edit);
  if (result && !result.ok) return { status: result.status, type: 'text/plain', body: result.message };
  if (page.location !== undefined) return redirect(page.location);
  return { status: page.status ?? 200, type: page.type ?? 'text/html', body: page.body };
}

/** State of one server: what the switches are set to, and the desk with its edits. */
interface State {
  switches: Switches;
  desk: Desk;
}

function answerSwitches(method: string, body: string, state: State): Reply {
  if (method === 'DELETE') state.switches = SWITCHES_OFF;
  if (method === 'POST') {
    const parsed = parseSwitchChanges(parseJson(body));
    if (!parsed.ok) return json(400, { error: parsed.message });
    state.switches = withChanges(state.switches, parsed.changes);
  }
  return json(200, state.switches);
}

async function answer(request: IncomingMessage, state: State): Promise<Reply> {
  const url = new URL(request.url ?? '/', 'http://demo');
  const body = await readBody(request);
  if (url.pathname === '/__switches') return answerSwitches(request.method ?? 'GET', body, state);
  if (url.pathname === '/__edits' && request.method === 'DELETE') {
    state.desk.reset();
    return json(200, {});
  }
  if (url.pathname === '/hostile.js') {
    const file = await readBrowserFile(path.join(HERE, 'spy'), 'hostile.js');
    return file ? { status: 200, ...file } : notFound;
  }
  const own = switchesInQuery(url.searchParams);
  if (!own.ok) return json(400, { error: own.message });
  const switches = withChanges(state.switches, own.changes);
  const exchange: Exchange = { request, url, body, switches, desk: state.desk };
  const page = { ...(await answerPage(exchange)), bodyMs: switches.bodyMs };
  if (switches.hostile && page.type === 'text/html' && typeof page.body === 'string') {
    return { ...page, body: page.body.replace('<head>', '<head><script src="/hostile.js"></script>') };
  }
  return page;
}

async function answerPage(exchange: Exchange): Promise<Reply> {
  const { pathname, search } = exchange.url;
  if (pathname === '/') {
    const body = indexPage(FRONT_ENDS, exchange.desk.bank(exchange.switches));
    return { status: 200, type: 'text/html', body };
  }
  if (pathname.startsWith('/api/')) return answerApiRequest(exchange);
  for (const frontEnd of FRONT_ENDS) {
    if (pathname === `/${frontEnd.prefix}`) return redirect(`${pathname}/${search}`);
    if (pathname.startsWith(`/${frontEnd.prefix}/`)) return answerFrontEnd(frontEnd, exchange);
  }
  return notFound;
}

async function send(response: ServerResponse, reply: Reply): Promise<void> {
  const headers: Record<string, string> = { 'Cache-Control': 'no-cache' };
  if (reply.type)
    headers['Content-Type'] = reply.type.startsWith('image/png')
      ? reply.type
      : `${reply.type}; charset=utf-8`;
  if (reply.location) headers['Location'] = reply.location;
  if (reply.cookie) headers['Set-Cookie'] = reply.cookie;
  response.writeHead(reply.status, headers);
  const body = reply.body ?? '';
  if (reply.bodyMs && reply.type === 'text/html') {
    const start = body.indexOf('<body');
    response.write(body.slice(0, start));
    await wait(reply.bodyMs);
    response.end(body.slice(start));
  } else response.end(body);
}

/**
 * Starts the demo CRM.
 * @param options.port 0 or none takes any free port
 * @param options.today the day the bank's data is dated around
 * Rejects if the port is taken; throws a RangeError if `today` is no calendar day.
 */
export async function startDemoCrm(options: {
  port?: number;
  today: Day;
  host?: '127.0.0.1';
}): Promise<DemoCrm> {
  const state: State = { switches: SWITCHES_OFF, desk: openDesk(buildBank({ today: options.today })) };
  const host = options.host ?? '127.0.0.1';
  const server = createServer((request, response) => {
    answer(request, state).then(
      (reply) => send(response, reply),
      (error: unknown) => send(response, { status: 500, type: 'text/plain', body: String(error) }),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, host, resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  return {
    url: `http://${host}:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
