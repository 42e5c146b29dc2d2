/**
 * How long the next best actions of a whole book take: worked out in a process of its own, as the
 * background's worker would, and of one client alone, as the panel does. Part of `npm run bench`.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type BestPrompt, bestPromptOf, withPlanned } from '../../utils/domain/nba/bestOfDay';
import { bidsOf } from '../../utils/domain/nba/dayShare';
import { pictureOf } from '../../utils/domain/picture';
import { clientId } from '../../utils/domain/schema/ids';
import { defaultSettings, MOST_PROACTIVE } from '../../utils/domain/schema/settings';
import { buildBank } from '../demo-crm/data/bank';
import { bookOfBank, contactOf } from './bookOfBank';
import { type Figure, median } from './figures';

const TODAY = '2026-11-20';
const CLIENTS = 10_000;
const BOOK_GOAL_MS = 1000;
const MOST_CLIENT_MS = 5;
const OPENED = 200;
const FIRST_ID = clientId.parse('0'.repeat(24));
/** Says to the process that it is the one that measures. */
const ITSELF = '--measure-actions';

/** Milliseconds: all clients of a book, and each of some of them opened by itself. */
export interface ActionTimes {
  book: number;
  opened: number[];
  /** The same after one more contact, with what is known of the rest of the book, and its place among the best of the day. */
  again: number[];
}

/** Times both on this thread. */
function timeActions(): ActionTimes {
  const settings = defaultSettings('Asia/Shanghai');
  const { bundles, today } = bookOfBank(buildBank({ today: TODAY }));
  const book = Array.from({ length: CLIENTS }, (_, at) => bundles[at % bundles.length]);
  const all = () =>
    book.reduce(
      (sum, bundle) => sum + (bundle ? pictureOf(bundle, settings, today).actions.shown.length : 0),
      0,
    );
  all();
  const from = performance.now();
  if (all() === 0) throw new Error('no prompt in the whole book: nothing was measured');
  const whole = performance.now() - from;
  const opened = bundles.slice(0, OPENED).map((bundle) => {
    const start = performance.now();
    pictureOf(bundle, settings, today);
    return performance.now() - start;
  });
  const shownToday = bundles.slice(0, MOST_PROACTIVE).flatMap((bundle) => {
    const { shown } = pictureOf(bundle, settings, today).actions;
    return bidsOf(bundle.client.id, shown).map(({ bid }) => bid);
  });
  const around = { shownToday, learned: {}, topLine: { minor: '500000000', id: FIRST_ID } };
  let best: readonly BestPrompt[] = [];
  const again = bundles.slice(0, OPENED).map((bundle, place) => {
    const after = {
      ...bundle,
      contacts: [...bundle.contacts, contactOf(place, 900, { day: today, channel: 'phone' })],
    };
    const start = performance.now();
    const { actions } = pictureOf(after, settings, today, around);
    const { id } = after.client;
    best = withPlanned(best, new Map([[id, bestPromptOf(id, actions)]]));
    return performance.now() - start;
  });
  if (best.length === 0) throw new Error('no best prompt in the whole book: nothing was measured');
  return { book: whole, opened, again };
}

/** The figures for the report, each as a share of what it may take. */
export async function actionFigures(): Promise<Figure[]> {
  const times = await new Promise<ActionTimes>((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), [ITSELF], { execArgv: process.execArgv });
    child.once('message', (said: ActionTimes) => resolve(said));
    child.once('error', reject);
  });
  const client = median(times.opened);
  return [
    {
      what: `actions of ${CLIENTS} clients, in a worker`,
      ratio: times.book / BOOK_GOAL_MS,
      // A goal, no limit: a time says as much of the machine as of us.
      most: null,
      detail: `${times.book.toFixed(0)} ms, goal ${BOOK_GOAL_MS} ms`,
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

if (process.argv.includes(ITSELF)) process.send?.(timeActions());
