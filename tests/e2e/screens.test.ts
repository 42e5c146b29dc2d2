import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../scripts/browser';
import { todayHere } from '../../scripts/today';
import { type DemoCrm, startDemoCrm } from '../demo-crm/server';
import type { Language } from './pages/words';
import { Zhibi } from './pages/zhibi';
import { inTheme, THEMES, type Theme } from './support/themes';

/** Pictures of the real screens, for people to look at; kept out of git but for the README's. */
const FOLDER = '.shots';
/** `ZHIBI_PICTURE=1 npm run e2e -- screens` renews the README's picture. */
const README_PICTURE = process.env['ZHIBI_PICTURE'] ? 'docs/images/panel.png' : `${FOLDER}/readme.png`;

/** Client pages of the front end that speaks the reader's language. */
const CLIENT_PAGE = {
  zh_CN: (id: string) => `/modern/clients/${id}?demo=1`,
  en: (id: string) => `/cloud/?demo=1#/accounts/${id}/view`,
} satisfies Record<Language, (id: string) => string>;

describe.each<Language>(['zh_CN', 'en'])('pictures in %s', (language) => {
  let crm: DemoCrm;
  let browser: Browser;
  let zhibi: Zhibi;

  beforeAll(async () => {
    mkdirSync(FOLDER, { recursive: true });
    crm = await startDemoCrm({ port: 0, today: todayHere() });
    browser = await launchBrowser({ language });
    zhibi = await Zhibi.of(browser, language);
    await zhibi.setUp(new URL(crm.url).origin, { book: true });
  });
  afterAll(async () => {
    await browser?.close();
    await crm?.close();
  });

  const open = (id: string) => zhibi.openPage(`${crm.url}${CLIENT_PAGE[language](id)}`);
  const fileOf = (name: string, value: Theme) => `${FOLDER}/${name}-${language}-${value}.png`;

  it('the page with the panel beside it', async () => {
    const page = await open('10000001');
    const panel = await zhibi.panelOf(page);
    await panel.isComplete();
    expect((await panel.surface.$$('.act h3')).length).toBeGreaterThan(0);
    for (const value of THEMES) {
      await inTheme(panel, value);
      await page.screenshot({ path: fileOf('page', value) });
    }
    await inTheme(panel, 'light');
    if (language === 'zh_CN') {
      mkdirSync('docs/images', { recursive: true });
      await page.screenshot({ path: README_PICTURE });
    }
    await page.close();
  });

  it.each([
    ['panel', '10000001'],
    ['panel-company', '60000001'],
    ['panel-first-sight', '10000031'],
  ])('%s, whole', async (name, id) => {
    const page = await open(id);
    await page.setViewport({ width: 720, height: 2000 });
    const panel = await zhibi.panelOf(page);
    await panel.surface.waitForSelector('.logkeys');
    if (name !== 'panel-first-sight') await panel.isComplete();
    const shoot = (file: string) => page.screenshot({ path: file });
    for (const value of THEMES) {
      await inTheme(panel, value);
      await shoot(fileOf(name, value));
    }
    if (name === 'panel') {
      await panel.openLog('M');
      await shoot(fileOf('panel-logging', 'dark'));
    }
    await page.close();
  });

  it('the popup on a client page, and finding', async () => {
    const page = await open('10000001');
    await (await zhibi.panelOf(page)).isComplete();
    const popup = await zhibi.openPopup(page);
    expect(await popup.target()).not.toBe('');
    const surface = popup.surface as Page;
    for (const value of THEMES) {
      await inTheme(popup, value);
      await surface.screenshot({ path: fileOf('popup', value) });
    }
    await popup.press('/');
    await surface.waitForSelector('input');
    await popup.type('w');
    await surface.waitForSelector('[role="option"]');
    await surface.screenshot({ path: fileOf('popup-find', 'dark') });
    await popup.close();
    await page.close();
  });

  it('the options', async () => {
    const options = await zhibi.openOptions();
    const surface = options.surface as Page;
    await surface.waitForSelector('#data');
    for (const value of THEMES) {
      await inTheme(options, value);
      await surface.screenshot({ path: fileOf('options', value), fullPage: true });
    }
    await options.close();
  });
});
