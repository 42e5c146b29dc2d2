import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { fetchRemote } from '@/utils/app/sync/fetchRemote';
import type { Remote } from '@/utils/sync/replicator/ports';
import { bulkGetAnswer, changesAnswer, markAnswer } from '@/utils/sync/wire/answers';
import { Couch } from './couch';

/** One empty database somewhere, and what an administrator can do with it. */
export interface Site {
  remote: Remote;
  /** Throws everything away and makes it anew, empty. */
  wipe(): Promise<void>;
}

/** A server of some kind. */
export interface Backend {
  name: string;
  /** With name and password; undefined where it has no address. */
  url?: string;
  site(): Promise<Site>;
  close(): Promise<void>;
}

export const model: Backend = {
  name: 'the model',
  async site() {
    const couch = new Couch();
    return { remote: couch, wipe: async () => couch.wipe() };
  },
  close: async () => {},
};

let databases = 0;
const never = new AbortController().signal;

async function siteAt(base: string, user: string, password: string): Promise<Site> {
  databases += 1;
  const url = `${base}/zhibi-test-${Date.now().toString(36)}-${databases}`;
  const authorization = `Basic ${btoa(`${user}:${password}`)}`;
  const order = async (method: string) => {
    const done = await fetch(url, { method, headers: { authorization } });
    await done.text();
    if (!done.ok && done.status !== 404) throw new Error(`${method}: ${done.status}`);
  };
  await order('PUT');
  return {
    remote: fetchRemote(url, { by: 'basic', user, password }, never),
    async wipe() {
      await order('DELETE');
      await order('PUT');
    },
  };
}

interface Request {
  headers: { authorization?: string };
}
interface Response {
  status(code: number): { json(body: unknown): void };
}
interface App {
  use(handler: (request: Request, response: Response, next: () => void) => void): void;
  use(path: string, handler: unknown): void;
  listen(port: number, host: string, ready: () => void): Server;
}

const USER = 'rm';
const PASSWORD = 'a:pass word';

/** A real server of CouchDB's protocol, from npm, in memory, behind a gate that asks for a password. */
export async function npmServer(): Promise<Backend> {
  const require = createRequire(import.meta.url);
  const PouchDB = require('pouchdb-core');
  PouchDB.plugin(require('pouchdb-adapter-memory'));
  const app: App = require('express')();
  const bytes = new TextEncoder().encode(`${USER}:${PASSWORD}`);
  const right = `Basic ${btoa(String.fromCharCode(...bytes))}`;
  app.use((request, response, next) => {
    if (request.headers.authorization === right) next();
    else response.status(401).json({ error: 'unauthorized', reason: 'Name or password is incorrect.' });
  });
  // The memory is the process's, one for all servers that are ever opened in it: each keeps its databases apart.
  const own = PouchDB.defaults({ adapter: 'memory', prefix: `${crypto.randomUUID()}-` });
  const couch: unknown = require('express-pouchdb')(own, {
    inMemoryConfig: true,
    mode: 'minimumForPouchDB',
  });
  app.use('/', couch);
  const server = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  const { port } = server.address() as AddressInfo;
  return {
    name: 'the npm server',
    url: `http://${USER}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}`,
    site: () => siteAt(`http://127.0.0.1:${port}`, USER, PASSWORD),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A real CouchDB, where the environment names one: `COUCH_URL=http://user:password@host:5984`. */
export function realServer(named: string): Backend {
  const url = new URL(named);
  const base = `${url.protocol}//${url.host}`;
  return {
    name: 'CouchDB',
    site: () => siteAt(base, decodeURIComponent(url.username), decodeURIComponent(url.password)),
    close: async () => {},
  };
}

/** What a backup holds: every leaf with its ancestors, and the devices' marks. */
export interface Backup {
  docs: unknown[];
  marks: { path: string; seen: string[] }[];
}

const parse = (text: string): unknown => JSON.parse(text);

export async function backupOf({ remote }: Site, devices: readonly string[]): Promise<Backup> {
  const feed = await remote.request('GET', '/_changes?style=all_docs&since=0&limit=100000');
  const { results } = changesAnswer.parse(parse(feed.text));
  const asked = results.flatMap(({ id, changes }) => changes.map(({ rev }) => ({ id, rev })));
  const got = await remote.request('POST', '/_bulk_get?revs=true', { docs: asked });
  const docs = bulkGetAnswer
    .parse(parse(got.text))
    .results.flatMap((one) => one.docs.flatMap(({ ok }) => ok ?? []));
  const marks: Backup['marks'] = [];
  for (const device of devices) {
    const path = `/_local/d-${device}`;
    const said = await remote.request('GET', path);
    if (said.status === 200) marks.push({ path, seen: markAnswer.parse(parse(said.text)).seen });
  }
  return { docs, marks };
}

export async function restore(site: Site, { docs, marks }: Backup): Promise<void> {
  await site.wipe();
  await site.remote.request('POST', '/_bulk_docs', { new_edits: false, docs });
  for (const { path, seen } of marks) await site.remote.request('PUT', path, { seen });
}
