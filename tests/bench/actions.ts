/**
 * How long the next best actions of a whole book take: worked out in a process of its own, bundled as the
 * background's worker is, and of one client alone, as the panel does. Part of `npm run bench`.
 */
import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { type Figure, median } from './figures';

const CLIENTS = 10_000;
const BOOK_GOAL_MS = 1000;
const MOST_CLIENT_MS = 5;
const NAME = 'timeActions';

/** Milliseconds: all clients of a book, some times over, and each of some of them opened by itself. */
export interface ActionTimes {
  book: number[];
  opened: number[];
  /** The same after one more contact, with what is known of the rest of the book, and its place among the best of the day. */
  again: number[];
}

/** Bundles what measures and lets it measure: run from its sources, each function would be slowed by its name. */
async function timed(): Promise<ActionTimes> {
  const folder = await mkdtemp(path.join(tmpdir(), 'zhibi-actions-'));
  try {
    await build({
      configFile: false,
      logLevel: 'error',
      resolve: { alias: { '@': path.resolve('.') } },
      ssr: { noExternal: true },
      build: {
        ssr: fileURLToPath(new URL(`${NAME}.ts`, import.meta.url)),
        outDir: folder,
        minify: true,
        rolldownOptions: { output: { entryFileNames: `${NAME}.mjs` } },
      },
    });
    return await new Promise<ActionTimes>((resolve, reject) => {
      const child = fork(path.join(folder, `${NAME}.mjs`), [String(CLIENTS)], { execArgv: [] });
      child.once('message', (said: ActionTimes) => resolve(said));
      child.once('error', reject);
      child.once('exit', (code) => reject(new Error(`the measure ended with ${code}`)));
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The figures for the report, each as a share of what it may take. */
export async function actionFigures(): Promise<Figure[]> {
  const times = await timed();
  const client = median(times.opened);
  const book = median(times.book);
  return [
    {
      what: `actions of ${CLIENTS} clients, in a worker`,
      ratio: book / BOOK_GOAL_MS,
      // A goal, no limit: a time says as much of the machine as of us.
      most: null,
      detail: `${book.toFixed(0)} ms, goal ${BOOK_GOAL_MS} ms`,
    },
    {
      what: 'actions of the client that is open',
      ratio: client / MOST_CLIENT_MS,
      most: 1,
      detail: `${client.toFixed(2)} of ${MOST_CLIENT_MS} ms`,
    },
    {
      what: 'actions anew after one commit',
      ratio: median(times.again) / MOST_CLIENT_MS,
      most: 1,
      detail: `${median(times.again).toFixed(2)} of ${MOST_CLIENT_MS} ms`,
    },
  ];
}
