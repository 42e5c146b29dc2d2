import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PATIENCE } from '../pages/screen';
import { FIRST_CLIENT, modernPage } from '../support/frontEnds';
import { Stage } from '../support/stage';

declare global {
  interface Window {
    __violations?: string[];
  }
}

/** Our pages keep to the Content Security Policy they set themselves: not even a try is reported. */
describe('no page of ours offends against its own policy', () => {
  let stage: Stage;

  /** A page that notes down each offence from its first moment, in all its frames. */
  const watchedPage = async (): Promise<Page> => {
    const page = await stage.browser.newPage();
    await page.evaluateOnNewDocument(() => {
      window.__violations = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
        window.__violations?.push(`${effectiveDirective} ${blockedURI}`);
      });
    });
    return page;
  };

  beforeAll(async () => {
    stage = await Stage.withSampleBook();
  });
  afterAll(() => stage?.close());

  it.each(['popup', 'sidepanel', 'options', 'workbench'])('%s.html', async (name) => {
    const page = await watchedPage();
    await page.goto(`chrome-extension://${stage.zhibi.id}/${name}.html`);
    await page.waitForSelector('h1, h2', { timeout: PATIENCE });
    expect(await page.evaluate(() => window.__violations)).toEqual([]);
    await page.close();
  });

  it('panel.html, with a client in it and its form open', async () => {
    const page = await watchedPage();
    await page.goto(`${stage.crm.url}${modernPage(FIRST_CLIENT)}`);
    const panel = await stage.zhibi.panelOf(page);
    await panel.isComplete();
    await panel.openLog('T');
    expect(await panel.surface.evaluate(() => window.__violations)).toEqual([]);
  });

  it('and where one offends, it is noted', async () => {
    const page = await watchedPage();
    await page.goto(`chrome-extension://${stage.zhibi.id}/options.html`);
    const noted = await page.evaluate(async () => {
      const reported = new Promise((resolve) =>
        document.addEventListener('securitypolicyviolation', resolve, { once: true }),
      );
      // Not at once: what a test says directly is let through.
      setTimeout(() => new Function('return 1'));
      await reported;
      return window.__violations;
    });
    expect(noted).toEqual(['script-src eval']);
    await page.close();
  });
});
