import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PanelScreen } from '../pages/panel';
import { FIRST_CLIENT, modernPage } from '../support/frontEnds';
import { Stage } from '../support/stage';

/** What a key opens comes into sight whole: neither behind the name at the top nor behind the foot. */
describe('a form opened by a key', () => {
  let stage: Stage;
  let page: Page;
  let panel: PanelScreen;

  beforeAll(async () => {
    stage = await Stage.withSampleBook();
    page = await stage.openPage(modernPage(FIRST_CLIENT));
    panel = await stage.zhibi.panelOf(page);
    await panel.isComplete();
  });
  afterAll(() => stage?.close());

  /** How far the form begins below the name's lower edge, in CSS pixels. */
  const clearance = () =>
    panel.surface.evaluate(() => {
      const top = document.querySelector('.logform')?.getBoundingClientRect().top ?? Number.NaN;
      const edge = document.querySelector('.who-top')?.getBoundingClientRect().bottom ?? Number.NaN;
      return top - edge;
    });

  it.each([768, 480])(
    'after scrolling to the end begins below the name, in a window %i high',
    async (height) => {
      await page.setViewport({ width: 1366, height });
      await panel.focus();
      await panel.surface.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
      await panel.until(() => window.scrollY > 200);
      await panel.press('T');
      await panel.at('.logform textarea');
      expect(await clearance()).toBeGreaterThanOrEqual(0);
      expect(await clearance()).toBeLessThan(height / 2);
      await panel.press('Escape');
      await panel.until(() => document.querySelector('.logform') === null);
    },
  );
});
