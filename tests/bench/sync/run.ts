import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import puppeteer from 'puppeteer';
import { build } from 'vite';
import { ensureBrowser } from '../../../scripts/ensure-browser';
import { npmServer } from '../../unit/sync/support/backends';
import { type Figure, report } from '../figures';
import { newFolder, removeFolders } from '../store/testExtension';
import type { Compared, Took } from './page';

const require = createRequire(import.meta.url);
const ROOT = path.resolve(import.meta.dirname, '../../..');

/** Everything that is not of the synchronisation's own room: the book has store, schemas and packages anyway. */
const isElsewhere = (name: string): boolean => !name.startsWith('.') && !name.includes('utils/sync/');

/** The same without what versions of a row come to: PouchDB leaves conflicts to whoever calls it, and is measured without that too. */
const isNoReplicator = (name: string): boolean => isElsewhere(name) || name.includes('/merge/');

/** Builds one module for the browser and says where it lies. */
async function bundled(input: string, external: ((name: string) => boolean) | null): Promise<string> {
  const outDir = newFolder('bench-sync');
  await build({
    configFile: false,
    logLevel: 'error',
    root: ROOT,
    // PouchDB asks for Node's emitter, which a browser has not.
    resolve: { alias: { '@': ROOT, events: require.resolve('events/events.js') } },
    define: { global: 'globalThis' },
    build: {
      outDir,
      emptyOutDir: true,
      minify: external !== null,
      target: 'chrome130',
      modulePreload: false,
      rollupOptions: {
        input,
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: 'page.js', codeSplitting: false },
        ...(external ? { external } : {}),
      },
    },
  });
  return path.join(outDir, 'page.js');
}

/** Bytes of the replicator, packed: without the store, the schemas and their packages. */
async function replicatorBytes(external: (name: string) => boolean): Promise<number> {
  const file = await bundled(path.join(ROOT, 'utils/sync/replicator/sync.ts'), external);
  return gzipSync(readFileSync(file)).length;
}

/** Serves the page, and passes everything below /couch on to the server, signed in. */
function serve(page: string, couch: { base: string; authorization: string }): Promise<Server> {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const address = request.url ?? '/';
    if (address === '/page.js') {
      response.setHeader('content-type', 'text/javascript');
      response.end(readFileSync(page));
      return;
    }
    if (!address.startsWith('/couch/')) {
      response.setHeader('content-type', 'text/html');
      response.end('<!doctype html><meta charset="utf-8"><script type="module" src="/page.js"></script>');
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const body = Buffer.concat(chunks);
    const said = await fetch(`${couch.base}${address.slice('/couch'.length)}`, {
      method: request.method ?? 'GET',
      headers: {
        authorization: couch.authorization,
        accept: 'application/json',
        ...(body.length > 0 ? { 'content-type': 'application/json' } : {}),
      },
      ...(body.length > 0 ? { body } : {}),
    });
    response.statusCode = said.status;
    response.setHeader('content-type', said.headers.get('content-type') ?? 'application/json');
    response.end(Buffer.from(await said.arrayBuffer()));
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.statusCode = 502;
      response.end(String(error));
    });
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

async function compareIn(address: string, docs: number, rounds: number): Promise<Compared> {
  const browser = await puppeteer.launch({
    executablePath: await ensureBrowser(),
    pipe: true,
    protocolTimeout: 600_000,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error(error));
    await page.exposeFunction('tellBench', (what: string) => console.error(`  ${what}`));
    await page.goto(address);
    await page.waitForFunction(() => globalThis.compareNow !== undefined);
    await page.evaluate((count, turns) => globalThis.compareNow?.(count, turns), docs, rounds);
    for (;;) {
      const said = await page.evaluate(() => globalThis.compared ?? null);
      if (said && 'value' in said) return said.value;
      if (said) throw new Error(said.error);
      await wait(500);
    }
  } finally {
    await browser.close();
  }
}

const seconds = ({ ms }: Took): string => `${(ms / 1000).toFixed(2)} s`;
const bytes = ({ up, down }: Took): number => up + down;
const kb = (count: number): string => `${Math.round(count / 1000)} kB`;

function figuresOf({ ours, plain, tuned }: Compared): Figure[] {
  const figures: Figure[] = [];
  for (const way of ['push', 'pull'] as const) {
    for (const [name, other, goal] of [
      ['PouchDB', plain, 2],
      ['PouchDB, batch 1000', tuned, 1.2],
    ] as const) {
      const detail = `${seconds(ours[way])} : ${seconds(other[way])}`;
      const most = Math.round(100 / goal) / 100;
      figures.push({ what: `${way} : ${name}`, ratio: ours[way].ms / other[way].ms, most, detail });
      const [own, theirs] = [ours[way], other[way]].map(({ ms, waited }) => ms - waited);
      const without = `${Math.round(own ?? 0)} ms : ${Math.round(theirs ?? 0)} ms`;
      figures.push({
        what: '  without waiting for the server',
        ratio: (own ?? 0) / (theirs ?? 1),
        most: null,
        detail: without,
      });
      figures.push({
        what: '  bytes',
        ratio: bytes(ours[way]) / bytes(other[way]),
        most: 0.8,
        detail: `${kb(bytes(ours[way]))} : ${kb(bytes(other[way]))}`,
      });
      figures.push({
        what: '  requests',
        ratio: ours[way].requests / other[way].requests,
        most: null,
        detail: `${ours[way].requests} : ${other[way].requests}`,
      });
    }
  }
  const { noop } = ours;
  figures.push({
    what: 'nothing to do : PouchDB',
    ratio: noop.ms / plain.noop.ms,
    most: 1,
    detail: `${noop.ms.toFixed(0)} ms, ${noop.requests} requests : ${plain.noop.ms.toFixed(0)} ms, ${plain.noop.requests} requests`,
  });
  return figures;
}

const MOST_PACKED = 8000;

/**
 * Our replicator, with a whole book behind it, against PouchDB on the same documents in one run.
 *
 * @param rounds in turn; of each the quickest counts
 * @returns whether all goals are met
 */
export async function againstPouch(docs: number, rounds: number): Promise<boolean> {
  const couchUrl = process.env['COUCH_URL'];
  const npm = couchUrl ? null : await npmServer();
  try {
    const named = new URL(couchUrl ?? npm?.url ?? '');
    const authorization = `Basic ${Buffer.from(`${decodeURIComponent(named.username)}:${decodeURIComponent(named.password)}`).toString('base64')}`;
    const page = await bundled(path.join(import.meta.dirname, 'page.ts'), null);
    const server = await serve(page, { base: `${named.protocol}//${named.host}`, authorization });
    try {
      console.log(`${docs} documents, ${couchUrl ? 'CouchDB' : 'the npm server in this process'}`);
      const compared = await compareIn(`http://127.0.0.1:${portOf(server)}/`, docs, rounds);
      const [packed, merging] = [await replicatorBytes(isNoReplicator), await replicatorBytes(isElsewhere)];
      return report([
        ...figuresOf(compared),
        {
          what: 'replicator, packed',
          ratio: packed / MOST_PACKED,
          most: 1,
          detail: `${packed} bytes; ${merging} with the merge`,
        },
      ]);
    } finally {
      server.close();
      server.closeAllConnections();
    }
  } finally {
    await npm?.close();
    removeFolders();
  }
}
