import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../scripts/browser';
import { type DemoCrm, startDemoCrm } from '../demo-crm/server';
import type { Language } from './pages/words';
import { Zhibi } from './pages/zhibi';

/** Pictures of the real screens, for people to look at; kept out of git but for the README's. */
const FOLDER = '.shots';
const TODAY = '2026-11-20';
const THEMES = ['light', 'dark'] as const;

async function theme(page: Page, value: (typeof THEMES)[number]): Promise<void> {
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
}

describe.each<Language>(['zh_CN', 'en'])('pictures in %s', (language) => {
  let crm: DemoCrm;
  let browser: Browser;
  let zhibi: Zhibi;

  beforeAll(async () => {
    mkdirSync(FOLDER, { recursive: true });
    crm = await startDemoCrm({ port: 0, today: TODAY });
    browser = await launchBrowser({ language });
    zhibi = await Zhibi.of(browser, language);
    await zhibi.connect(crm.url);
    await zhibi.addSampleBook();
  });
  afterAll(async () => {
    await browser?.close();
    await crm?.close();
  });

  const shoot = (page: Page, name: string) => page.screenshot({ path: `${FOLDER}/${name}-${language}.png` });

  it('the panel beside the page, and whole', async () => {
    const front =
      language === 'en' ? '/cloud/?demo=1#/accounts/10000001/view' : '/modern/clients/10000001?demo=1';
    const page = await zhibi.openPage(`${crm.url}${front}`);
    const panel = await zhibi.panelOf(page);
    await panel.isComplete();
    expect(await panel.clientName()).not.toBe('');
    for (const value of THEMES) {
      await theme(page, value);
      await shoot(page, `page-${value}`);
    }
    await page.setViewport({ width: 1366, height: 2600 });
    for (const value of THEMES) {
      await theme(page, value);
      const frame = await panel.surface.frameElement();
      if (!frame) throw new Error('the panel has no frame');
      await frame.screenshot({ path: `${FOLDER}/panel-${value}-${language}.png` });
    }
    await page.close();
  });
});
