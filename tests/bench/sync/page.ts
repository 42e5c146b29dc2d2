import PouchDB from 'pouchdb-browser';
import { fetchRemote } from '@/utils/app/sync/fetchRemote';
import { ok } from '@/utils/domain/result';
import { opId } from '@/utils/domain/schema/ids';
import { instant } from '@/utils/domain/schema/time';
import type { Change } from '@/utils/store/change';
import type { Plan } from '@/utils/store/plan';
import type { WritePorts } from '@/utils/store/ports';
import type { Store } from '@/utils/store/store';
import { openStore } from '@/utils/store/write/openStore';
import { sync } from '@/utils/sync/replicator/sync';
import { wireKeysOf } from '@/utils/sync/wire/keys';
import { someClient, someNote } from '../../fixtures/store-extension/bodies';
import { begin, tell, tellProgress } from './progress';

/*
 * Runs in a page of the bench's own server: the whole book over our replicator, and PouchDB with its idb adapter, over
 * the same network, with the same documents, each in real IndexedDB.
 */

/** What one piece of work took. */
export interface Took {
  ms: number;
  /** Of these, milliseconds in which an answer was being waited for. */
  waited: number;
  requests: number;
  up: number;
  down: number;
}

export interface Round {
  push: Took;
  pull: Took;
  noop: Took;
}

const meter = { requests: 0, up: 0, down: 0, open: 0, since: 0, waited: 0 };

const plainFetch = globalThis.fetch.bind(globalThis);
/** Counts what goes over the network, for both alike: an answer is read to its end first. */
const counted: typeof fetch = async (input, init) => {
  meter.requests += 1;
  meter.up += typeof init?.body === 'string' ? new TextEncoder().encode(init.body).length : 0;
  if (meter.open === 0) meter.since = performance.now();
  meter.open += 1;
  try {
    const response = await plainFetch(input, init);
    const body = await response.arrayBuffer();
    meter.down += body.byteLength;
    const { status, headers } = response;
    return new Response(status === 204 || status === 304 ? null : body, { status, headers });
  } finally {
    meter.open -= 1;
    if (meter.open === 0) meter.waited += performance.now() - meter.since;
  }
};
globalThis.fetch = counted;

async function took(what: string, work: () => Promise<unknown>): Promise<Took> {
  begin(what);
  const one = await tookOnce(work);
  tell(`${what}: ${one.ms.toFixed(0)} ms, ${one.requests} requests, ${one.up + one.down} bytes`);
  return one;
}

async function tookOnce(work: () => Promise<unknown>): Promise<Took> {
  Object.assign(meter, { requests: 0, up: 0, down: 0, waited: 0 });
  const from = performance.now();
  await work();
  const { requests, up, down, waited } = meter;
  return { ms: performance.now() - from, waited, requests, up, down };
}

const NOOPS = 9;
/** The middle one of several: what takes no time is measured often. */
async function middle(what: string, work: () => Promise<unknown>): Promise<Took> {
  begin(what);
  const all: Took[] = [];
  for (let turn = 0; turn < NOOPS; turn++) all.push(await tookOnce(work));
  const sorted = all.sort((one, other) => one.ms - other.ms);
  const found = sorted[Math.floor(NOOPS / 2)];
  if (!found) throw new Error('nothing was measured');
  return found;
}

const hex = (length: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

async function database(): Promise<string> {
  const url = `${location.origin}/couch/bench-${hex(8)}`;
  const made = await plainFetch(url, { method: 'PUT' });
  if (!made.ok) throw new Error(`no database: ${made.status}`);
  return url;
}

/** The store's ports in a page that is no extension's. */
function memoryPorts(): WritePorts {
  let master: Uint8Array<ArrayBuffer> | null = null;
  let canary: unknown = null;
  return {
    vault: {
      read: async () => master,
      write: async (made) => {
        master = made;
      },
    },
    canary: {
      read: async () => canary,
      write: async (next) => {
        canary = next;
      },
    },
    locks: navigator.locks,
    now: () => instant.parse(Date.now()),
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    alive: () => true,
    briefOf: ({ bundle: { client } }) => ({
      clientId: client.id,
      name: client.name,
      kind: client.kind,
      tier: client.tier,
      readings: [],
      phoneTails: [],
      numbers: [],
      last: null,
      lastMeeting: null,
      due: client.since,
      score: 0,
      promise: null,
      workload: null,
    }),
  };
}

const SECRETS = {
  ids: crypto.getRandomValues(new Uint8Array(32)),
  seals: [crypto.getRandomValues(new Uint8Array(32))],
};
const SPACE = 'own';
const never = new AbortController().signal;

async function bookAt(): Promise<Store> {
  const opened = await openStore(memoryPorts(), `book-${hex(8)}`);
  if (!opened.ok) throw new Error(opened.error.code);
  await opened.value.sync.join(SPACE, hex(4), SECRETS);
  return opened.value;
}

async function run(store: Store, url: string): Promise<void> {
  const done = await sync({
    local: store.sync,
    remote: fetchRemote(url, { by: 'cookie' }, never),
    keys: await wireKeysOf(SECRETS),
    space: SPACE,
    newOp: () => opId.parse(hex(12)),
    newMark: () => hex(12),
    chance: Math.random,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    signal: never,
    tell: ({ pulled, sent }) => tellProgress(pulled + sent),
  });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
}

/** Notes of a client; with the client himself they are a twentieth of the book. */
const NOTES = 19;
/** About 500 bytes of a document once it is sealed. */
const TEXT = '与客户沟通理财到期续接事宜，客户表示关注净值波动，倾向三个月期限的稳健产品，约定下周三再联系。';

async function fill(store: Store, docs: number): Promise<void> {
  const clients = Math.ceil(docs / (NOTES + 1));
  let left = docs;
  begin('ours, the book is filled');
  for (let i = 0; i < clients; i += 10) {
    tellProgress(docs - left);
    const changes: Change[] = [];
    for (let n = i; n < Math.min(i + 10, clients); n++) {
      const client = someClient(n);
      changes.push({ type: 'insert', table: 'clients', body: client });
      left -= 1;
      for (let note = 0; note < NOTES && left > 0; note++, left--)
        changes.push({ type: 'insert', table: 'notes', body: someNote(client.id, `${TEXT}${note}`) });
    }
    const plan = async () => ok<Plan>({ changes });
    const done = await store.commit<never>({ op: opId.parse(hex(12)), cause: 'fill', plan });
    if (!done.ok) throw new Error(done.error.code);
  }
}

const rowsIn = async (store: Store): Promise<number> =>
  (await store.sync.writtenSince(0)).reduce((sum, { ids }) => sum + ids.length, 0);

/** Our replicator with a whole book behind it: rows are merged, sealed and journalled. */
async function ours(docs: number): Promise<{ round: Round; url: string }> {
  const url = await database();
  const [first, second] = [await bookAt(), await bookAt()];
  await fill(first, docs);
  const push = await took('ours, push', () => run(first, url));
  await run(first, url);
  const pull = await took('ours, pull', () => run(second, url));
  if ((await rowsIn(second)) !== docs) throw new Error(`${await rowsIn(second)} of ${docs} came`);
  await run(first, url);
  await run(first, url);
  const noop = await middle('ours, nothing to do', () => run(first, url));
  first.close();
  second.close();
  return { round: { push, pull, noop }, url };
}

/** The documents of a database, as they are; without revisions, so that another makes its own. */
async function docsIn(url: string): Promise<object[]> {
  const answer = await plainFetch(`${url}/_all_docs?include_docs=true`);
  const { rows }: { rows: { doc: { _rev: string } }[] } = await answer.json();
  return rows.map(({ doc: { _rev, ...doc } }) => doc);
}

const CHUNK = 1000;

async function pouch(docs: readonly object[], batch: number): Promise<Round> {
  const url = await database();
  const open = () => new PouchDB(`pouch-${hex(8)}`, { adapter: 'idb' });
  const [first, second] = [open(), open()];
  const remote = new PouchDB(url, { skip_setup: true, fetch: counted });
  const name = `PouchDB, batch ${batch}`;
  begin(`${name}, is filled`);
  for (let i = 0; i < docs.length; i += CHUNK) await first.bulkDocs(docs.slice(i, i + CHUNK));
  const how = { batch_size: batch };
  const telling = (work: PouchDB.Replication): PouchDB.Replication =>
    work.on('change', ({ docs_written: count }) => tellProgress(count));
  const push = await took(`${name}, push`, () => telling(first.replicate.to(remote, how)));
  const pull = await took(`${name}, pull`, () => telling(second.replicate.from(remote, how)));
  const { doc_count: count } = await second.info();
  if (count !== docs.length) throw new Error(`${count} of ${docs.length} came`);
  await first.sync(remote, how);
  const noop = await middle(`${name}, nothing to do`, () => first.sync(remote, how));
  await first.destroy();
  await second.destroy();
  return { push, pull, noop };
}

/** PouchDB's own batch, and the one that is best for it here. */
const BATCHES = { plain: 100, tuned: 1000 };

export interface Compared {
  ours: Round;
  plain: Round;
  tuned: Round;
}

const quicker = (one: Took, other: Took): Took => (other.ms < one.ms ? other : one);
const quickest = (one: Round | undefined, other: Round): Round =>
  one
    ? {
        push: quicker(one.push, other.push),
        pull: quicker(one.pull, other.pull),
        noop: quicker(one.noop, other.noop),
      }
    : other;

/** Of several rounds the quickest of each: what else the machine does at the time only ever adds to it. */
async function compare(docs: number, rounds: number): Promise<Compared> {
  const warm = Math.min(docs, 500);
  tell(`first a round of ${warm} documents that does not count`);
  const { url: warmUrl } = await ours(warm);
  await pouch(await docsIn(warmUrl), BATCHES.tuned);
  let best: Partial<Compared> = {};
  for (let round = 1; ; round++) {
    tell(`${docs} documents, round ${round} of ${rounds}`);
    const own = await ours(docs);
    const same = await docsIn(own.url);
    const compared: Compared = {
      ours: quickest(best.ours, own.round),
      plain: quickest(best.plain, await pouch(same, BATCHES.plain)),
      tuned: quickest(best.tuned, await pouch(same, BATCHES.tuned)),
    };
    if (round >= rounds) return compared;
    best = compared;
  }
}

declare global {
  /** What came of it: undefined while it goes on. */
  var compared: { value: Compared } | { error: string } | undefined;
  var compareNow: ((docs: number, rounds: number) => void) | undefined;
}
globalThis.compareNow = (docs, rounds) =>
  void compare(docs, rounds).then(
    (value) => {
      globalThis.compared = { value };
    },
    (error: unknown) => {
      globalThis.compared = {
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      };
    },
  );
