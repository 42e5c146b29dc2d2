/**
 * How long the next best actions of a whole book take: worked out in a worker of the browser, as in the product,
 * and of one client alone, as the panel does. Part of `npm run bench`.
 */
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { launchBrowser } from '../../scripts/browser';
import { bundleForPage } from '../../scripts/bundleForPage';
import { type Figure, median } from './figures';

const CLIENTS = 10_000;
const BOOK_GOAL_MS = 1000;
const MOST_CLIENT_MS = 5;

const milliseconds = z.array(z.number());

/** Milliseconds: all clients of a book, some times over, the first when nothing has run yet, and each of some of them opened by itself. */
const actionTimes = z.object({
  book: milliseconds,
  opened: milliseconds,
  /** The same after one more contact, with what is known of the rest of the book, and its place among the best of the day. */
  again: milliseconds,
});
export type ActionTimes = z.infer<typeof actionTimes>;

/** A page's script: lets a worker run another and waits for what that says. */
const inWorker = (script: string): string => `new Promise((resolve, reject) => {
  const worker = new Worker(URL.createObjectURL(new Blob([${JSON.stringify(script)}])));
  worker.onmessage = ({ data }) => resolve(data);
  worker.onerror = ({ message }) => reject(new Error(message));
})`;

async function timed(): Promise<ActionTimes> {
  const entry = fileURLToPath(new URL('timeActions.ts', import.meta.url));
  const script = await bundleForPage(entry, 'actions');
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const said: unknown = await page.evaluate(
      inWorker(`${script}; postMessage(actions.timeActions(${CLIENTS}))`),
    );
    return actionTimes.parse(said);
  } finally {
    await browser.close();
  }
}

/** Of times shorter than the steps of a worker's clock the mean says more than the middle. */
const mean = (times: readonly number[]): number => times.reduce((sum, one) => sum + one, 0) / times.length;

/** The figures for the report, each as a share of what it may take. */
export async function actionFigures(): Promise<Figure[]> {
  const times = await timed();
  const [first = 0, ...rest] = times.book;
  const book = median(rest);
  const client = mean(times.opened);
  const again = mean(times.again);
  return [
    {
      what: `actions of ${CLIENTS} clients, in a worker`,
      ratio: book / BOOK_GOAL_MS,
      // A goal, no limit: a time says as much of the machine as of us.
      most: null,
      detail: `${book.toFixed(0)} ms, the first time ${first.toFixed(0)} ms, goal ${BOOK_GOAL_MS} ms`,
    },
    {
      what: 'actions of the client that is open',
      ratio: client / MOST_CLIENT_MS,
      most: 1,
      detail: `${client.toFixed(2)} of ${MOST_CLIENT_MS} ms`,
    },
    {
      what: 'actions anew after one commit',
      ratio: again / MOST_CLIENT_MS,
      most: 1,
      detail: `${again.toFixed(2)} of ${MOST_CLIENT_MS} ms`,
    },
  ];
}
