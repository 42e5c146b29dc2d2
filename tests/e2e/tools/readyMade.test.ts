import puppeteer, { type Browser, type Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Recognition } from '@/utils/adapters/recognise';
import { createRegistry } from '@/utils/adapters/registry';
import { BUILT_IN } from '@/utils/adapters/sites/builtIn';
import { bundleForPage } from '../../../scripts/bundleForPage';
import { ensureBrowser } from '../../../scripts/ensure-browser';
import { savedPages } from '../../unit/adapters/savedPages';

/*
 * The pages of the ready-made adapters once more, in a real browser: their selectors are the browser's to
 * understand there, and what shows is the browser's to say. Frames are the demo bank's alone.
 */

const READY = savedPages().filter(({ adapter }) => !adapter.startsWith('demo'));
const registry = createRegistry(BUILT_IN);

describe('a ready-made adapter in a browser', () => {
  let browser: Browser;
  let page: Page;
  let script: string;
  let html = '';

  beforeAll(async () => {
    script = await bundleForPage('scripts/tryInPage.ts', 'reader');
    browser = await puppeteer.launch({
      executablePath: await ensureBrowser(),
      pipe: true,
      args: ['--no-first-run', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    });
    page = await browser.newPage();
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      if (!request.isNavigationRequest()) return void request.abort();
      void request.respond({ contentType: 'text/html; charset=utf-8', body: html });
    });
  });
  afterAll(() => browser?.close());

  it.each(READY.map((one) => [`${one.adapter}/${one.scene}`, one] as const))('%s', async (_, saved) => {
    html = saved.html();
    // Two addresses that differ in their hash alone would be one document.
    await page.goto('about:blank');
    await page.goto(saved.url, { waitUntil: 'load' });
    const adapter = registry.adaptersFor(new URL(saved.url).origin).find(({ id }) => id === saved.adapter);
    const { recognition }: { recognition: Recognition } = JSON.parse(
      String(
        await page.evaluate(
          `(() => { ${script}; return JSON.stringify(reader.look(${JSON.stringify(adapter)}, ${JSON.stringify(saved.url)})); })()`,
        ),
      ),
    );
    expect(recognition.state).toBe(saved.expected.state);
    if (recognition.state !== 'sighting' || saved.expected.state !== 'sighting') return;
    const { record, name, fields } = saved.expected.sighting;
    const seen = await registry.understand(recognition.sighting);
    expect(seen).toMatchObject({ name, fields });
    expect(seen?.record.recordId).toBe(record.recordId);
  });
});
