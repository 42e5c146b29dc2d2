import { mkdir } from 'node:fs/promises';
import puppeteer, { type Page } from 'puppeteer';
import { ensureBrowser } from '../../scripts/ensure-browser';
import { TEACH_VIEWS } from './fixtures/teach';
import { VIEWS } from './fixtures/views';
import type { Locale } from './words';

const FOLDER = '.shots/panel';
const FIRST_MS = 180_000;

interface Shot {
  name: string;
  view: string;
  width: number;
  theme: 'light' | 'dark';
  lang: Locale;
  /** What is done before the picture. */
  act?: (page: Page) => Promise<void>;
}

/** Waits until the page has drawn what the last key asked for. */
const settle = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 60))));

const press =
  (...keys: Parameters<Page['keyboard']['press']>[0][]) =>
  async (page: Page) => {
    for (const key of keys) {
      await page.keyboard.press(key);
      await settle(page);
    }
  };

const click = (selector: string) => async (page: Page) => {
  await page.click(selector);
  await settle(page);
};

const plain = (view: string): Shot => ({ name: view, view, width: 360, theme: 'light', lang: 'zh_CN' });
const like = (view: string, more: Partial<Shot>): Shot => ({ ...plain(view), ...more });

const SHOTS: Shot[] = [
  ...Object.keys(VIEWS)
    .filter((view) => view !== 'long')
    .map(plain),
  ...Object.keys(TEACH_VIEWS).map((stage) => plain(`teach.${stage}`)),
  like('teach.understood', { name: 'teach.understood-dark', theme: 'dark' }),
  like('teach.understood', { name: 'teach.understood-en', lang: 'en' }),
  like('teach.understood', { name: 'teach.understood-tw', lang: 'zh_TW' }),
  like('teach.understood', { name: 'teach.understood-320-en', width: 320, lang: 'en' }),
  like('teach.understood', {
    name: 'teach.picking-dark-en',
    theme: 'dark',
    lang: 'en',
    act: click('.teach-row .iconbtn'),
  }),
  like('teach.understood', { name: 'teach.leaving', act: click('.teach-title .btn') }),
  like('teach.understood', { name: 'teach.unsure', act: click('.teach-unsure summary') }),
  like('teach.other', { name: 'teach.other-dark-en', theme: 'dark', lang: 'en' }),
  like('teach.sameNumber', { name: 'teach.sameNumber-dark-en', theme: 'dark', lang: 'en' }),
  like('teach.notClient', { name: 'teach.notClient-en', lang: 'en' }),
  like('lost', { name: 'lost-dark-en', theme: 'dark', lang: 'en' }),
  like('lost', { name: 'lost-tw', lang: 'zh_TW' }),
  like('lost', { name: 'lost-found', act: click('.lost-deeds .btn') }),
  like('lost', { name: 'lost-found-dark-en', theme: 'dark', lang: 'en', act: click('.lost-deeds .btn') }),
  like('nowhere', { name: 'nowhere-looked-en', lang: 'en', act: click('.lost-deeds .btn') }),
  like('mended', { name: 'mended-dark-en', theme: 'dark', lang: 'en' }),
  like('client', { name: 'client-dark', theme: 'dark' }),
  like('client', { name: 'client-en', lang: 'en' }),
  like('client', { name: 'client-tw', lang: 'zh_TW' }),
  like('client', { name: 'client-dark-tw', theme: 'dark', lang: 'zh_TW' }),
  like('client', { name: 'client-320-tw', width: 320, lang: 'zh_TW' }),
  like('client', { name: 'client-320', width: 320 }),
  like('client', { name: 'client-320-en', width: 320, lang: 'en' }),
  like('client', { name: 'client-480', width: 480 }),
  like('bare', { name: 'bare-320-en', width: 320, lang: 'en' }),
  like('firstSight', { name: 'firstSight-dark-en', theme: 'dark', lang: 'en' }),
  like('client', { name: 'log', act: press('t') }),
  like('client', { name: 'log-dark', theme: 'dark', act: press('m') }),
  like('client', { name: 'log-en', lang: 'en', act: press('t') }),
  like('client', { name: 'log-tw', lang: 'zh_TW', act: press('t') }),
  like('client', { name: 'log-320-tw', width: 320, lang: 'zh_TW', act: press('w') }),
  like('client', { name: 'log-320', width: 320, act: press('w') }),
  like('client', { name: 'log-320-en', width: 320, lang: 'en', act: press('w') }),
  like('client', { name: 'log-plan', act: press('2') }),
  like('client', { name: 'saved', act: press('t', 'Enter') }),
  like('client', { name: 'tier-menu', act: click('.chip-tier') }),
  like('client', { name: 'ring', act: click('.who-ring') }),
  like('client', { name: 'snooze', act: click('.act-quiet [aria-haspopup]') }),
  like('client', { name: 'why', act: click('.act-parts-link') }),
  like('client', { name: 'silent', act: click('#part-actions .part-action button') }),
  like('client', { name: 'all-fields', act: click('#part-profile .part-action button') }),
  like('client', { name: 'all-fields-en', lang: 'en', act: click('#part-profile .part-action button') }),
  like('client', {
    name: 'all-fields-tw',
    lang: 'zh_TW',
    act: click('#part-profile .part-action button'),
  }),
  like('client', { name: 'ask', act: press('3') }),
  like('client', { name: 'person', act: click('#part-people .part-action button') }),
  like('client', {
    name: 'policy-dark-en',
    theme: 'dark',
    lang: 'en',
    act: click('#part-policies .part-action button'),
  }),
  like('client', { name: 'holding-320', width: 320, act: click('#part-holdings .part-action button') }),
  like('firm', { name: 'credit-tw', lang: 'zh_TW', act: click('#part-credit .part-action button') }),
  like('firm', { name: 'credit-en', lang: 'en', act: click('#part-credit .part-action button') }),
  like('client', { name: 'wall', act: click('#part-people li:nth-child(3) .wallmark') }),
  like('client', { name: 'quiet', act: click('#part-consent .part-action button') }),
  like('client', {
    name: 'purposes',
    act: async (page) => {
      await press('t')(page);
      await click('.seg-menu')(page);
    },
  }),
];

/** Takes the pictures whose names start with one of `wanted`, or all. */
export async function takeShots(address: string, wanted: readonly string[]): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const browser = await puppeteer.launch({
    executablePath: await ensureBrowser(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const page = await browser.newPage();
  // The first page of a server that has just begun waits until everything is translated.
  page.setDefaultTimeout(FIRST_MS);
  page.on('pageerror', (error) => console.error(error));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warn') console.error(message.text());
  });
  for (const { name, view, width, theme, lang, act } of SHOTS) {
    if (wanted.length > 0 && !wanted.some((start) => name.startsWith(start))) continue;
    await page.setViewport({ width, height: 900, deviceScaleFactor: 1.5 });
    await page.goto(`${address}?${new URLSearchParams({ view, theme, lang })}`);
    await page.waitForSelector('.panel, .teach');
    await page.waitForNetworkIdle({ idleTime: 250 });
    await act?.(page);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewport({ width, height: Math.max(600, height), deviceScaleFactor: 1.5 });
    await settle(page);
    await page.screenshot({ path: `${FOLDER}/${name}.png` });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (overflow > 0) console.error(`${name}: ${overflow} px wider than the page`);
  }
  await browser.close();
}
