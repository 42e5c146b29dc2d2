/**
 * How fast the product is, in real Chromium: `npm run bench`. Everything is a ratio to the least extension
 * that could do the work (tests/bench/floor), measured in turn in the same run, since times alone say
 * more of the machine than of us. ROUNDS (7) visits each, CLIENTS (10000) in the large book.
 * Ends with 1 if a limit is passed.
 */
import path from 'node:path';
import type { Browser } from 'puppeteer';
import { build } from 'wxt';
import { extensionId, launchBrowser } from '../../scripts/browser';
import { budgetsOf } from '../../scripts/bundleSizes';
import { actionFigures } from './actions';
import { addClients, FIRST_RECORD, timeOrder, timeSearch } from './book';
import { serveCrmPages } from './crmPages';
import { type Figure, median, report } from './figures';
import { searchFigures } from './search';
import { firstPaint, type Visit, visit } from './visits';

const OURS = path.resolve('.output/chrome-mv3-bench');
const FLOOR = path.resolve('tests/bench/floor');
const SWITCHES = 20;
const SMALL_BOOK = 300;

const setting = (name: string, otherwise: number): number => Number(process.env[name] ?? otherwise);
const ROUNDS = setting('ROUNDS', 7);
const CLIENTS = setting('CLIENTS', 10_000);

const launch = (extension: string): Promise<Browser> =>
  launchBrowser({
    extension,
    args: ['--disable-background-timer-throttling', '--disable-renderer-backgrounding'],
  });

const ms = (figures: readonly number[]): string => `${median(figures).toFixed(1)} ms`;

function ratio(what: string, most: number | null, ours: readonly number[], floor: readonly number[]): Figure {
  return {
    what,
    ratio: median(ours) / median(floor),
    most,
    detail: `${ms(ours)} : ${ms(floor)}`,
  };
}

/** Repeats in turn, the order turned round each time, so that a busy moment hits both alike. */
async function inTurn<Value>(
  ours: () => Promise<Value>,
  floor: () => Promise<Value>,
): Promise<[Value[], Value[]]> {
  const [a, b]: [Value[], Value[]] = [[], []];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const order = round % 2 === 0 ? [ours, floor] : [floor, ours];
    for (const one of order) {
      const value = await one();
      // The first round warms both up.
      if (round > 0) (one === ours ? a : b).push(value);
    }
  }
  return [a, b];
}

function sizes(): Figure[] {
  return budgetsOf(OURS).map(({ what, size, most }) => ({
    what,
    ratio: size / most,
    most: 1,
    detail: `${(size / 1024).toFixed(1)} of ${most / 1024} KiB`,
  }));
}

async function visits(ours: Browser, floor: Browser, address: string): Promise<Figure[]> {
  let record = 100_001;
  const go = (browser: Browser) => () => {
    record += SWITCHES + 1;
    return visit(browser, address, record, SWITCHES);
  };
  const [mine, least] = await inTurn(go(ours), go(floor));
  const of = (all: readonly Visit[], key: 'paint' | 'ready') => all.map((one) => one[key]);
  return [
    ratio('panel, first paint', 1.6, of(mine, 'paint'), of(least, 'paint')),
    ratio('panel, client ready', null, of(mine, 'ready'), of(least, 'ready')),
    ratio(
      `pushState to the panel, ${SWITCHES} switches`,
      null,
      mine.flatMap((one) => one.switches),
      least.flatMap((one) => one.switches),
    ),
  ];
}

async function popups(ours: Browser, floor: Browser): Promise<Figure> {
  const popup = async (browser: Browser) => {
    const url = `chrome-extension://${await extensionId(browser)}/popup.html`;
    return () => firstPaint(browser, url);
  };
  const [mine, least] = await inTurn(await popup(ours), await popup(floor));
  return ratio('popup, first paint against a popup of 1 KB', 1.3, mine, least);
}

interface BookTimes {
  search: number[];
  order: number[];
  known: number[];
  switched: number[];
}

/** What a book of `clients` costs: search, an order with its badge, the panel of a client in it. */
async function timeBook(
  browser: Browser,
  address: string,
  clients: number,
  from: number,
): Promise<BookTimes> {
  const home = `chrome-extension://${await extensionId(browser)}`;
  const page = await browser.newPage();
  // Filled from a page that does not watch the book: a list drawn anew for each client is not what is timed.
  await page.goto(`${home}/sidepanel.html`);
  await addClients(page, from, clients);
  await page.goto(`${home}/popup.html`);
  const times: BookTimes = { search: [], order: [], known: [], switched: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    await page.reload();
    const search = await timeSearch(page, FIRST_RECORD + round * 7);
    const order = await timeOrder(page, clients + round);
    const { ready, switches } = await visit(browser, address, FIRST_RECORD + round * 9, 5);
    if (round === 0) continue;
    times.search.push(search);
    times.order.push(order);
    times.known.push(ready);
    times.switched.push(...switches);
  }
  await page.close();
  return times;
}

async function growth(browser: Browser, address: string): Promise<Figure[]> {
  const small = await timeBook(browser, address, SMALL_BOOK, 0);
  const large = await timeBook(browser, address, CLIENTS, SMALL_BOOK + ROUNDS + 1);
  const grown = `${SMALL_BOOK} → ${CLIENTS} clients:`;
  return [
    ratio(`${grown} popup search`, null, large.search, small.search),
    ratio(`${grown} an order with its badge`, null, large.order, small.order),
    ratio(`${grown} panel ready`, null, large.known, small.known),
    ratio(`${grown} switch, bundle read`, null, large.switched, small.switched),
  ];
}

async function run(): Promise<boolean> {
  await build({ mode: 'bench' });
  const pages = await serveCrmPages();
  const [ours, floor] = await Promise.all([launch(OURS), launch(FLOOR)]);
  try {
    const figures = [
      ...sizes(),
      ...(await actionFigures()),
      ...searchFigures(),
      ...(await visits(ours, floor, pages.address)),
      await popups(ours, floor),
      ...(await growth(ours, pages.address)),
    ];
    console.log('');
    return report(figures);
  } finally {
    await Promise.all([ours.close(), floor.close()]);
    pages.close();
  }
}

run().then(
  (good) => process.exit(good ? 0 : 1),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
