import path from 'node:path';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PanelScreen } from '../pages/panel';
import { PATIENCE } from '../pages/screen';
import { BANK } from '../support/crowd';
import { FIRST_CLIENT, modernPage } from '../support/frontEnds';
import { Stage } from '../support/stage';
import { embed, shownIn } from '../support/strangers';

const SPY = path.resolve('tests/fixtures/spy-extension');
const SECRET = '只写在面板里';

/** The frame's address: two random numbers and nothing else, in which any four figures may turn up. */
const ADDRESS = /chrome-extension:\/\/[0-9a-f-]{36}\/panel\.html#[0-9a-f]{32}(?=")/g;

/** What the spy has seen in our closed root: its content at every change, and the frame's addresses. */
interface Spied {
  roots: string[];
  addresses: string[];
}

describe('T6: another extension that opens our closed root', () => {
  let stage: Stage;
  let page: Page;
  let panel: PanelScreen;

  const spied = (): Promise<Spied> =>
    page.evaluate(() =>
      JSON.parse(document.querySelector('template#spy')?.getAttribute('data-loot') ?? '{}'),
    );

  beforeAll(async () => {
    stage = await Stage.withSampleBook();
    await stage.browser.installExtension(SPY);
    page = await stage.openPage(modernPage(FIRST_CLIENT));
    panel = await stage.zhibi.panelOf(page);
    await panel.isComplete();
    await panel.log({ letter: 'T', note: SECRET });
    await panel.historyShows(SECRET);
  });
  afterAll(() => stage?.close());

  it('sees the tab and the frame, and nothing of the client', async () => {
    await page.waitForFunction(
      () => document.querySelector('template#spy')?.getAttribute('data-loot')?.includes('<iframe'),
      { timeout: PATIENCE, polling: 20 },
    );
    const { roots } = await spied();
    const seen = roots.join().replaceAll(ADDRESS, '');
    expect(seen).toContain('class="tab"');
    const client = BANK.clients.find(({ recordId }) => recordId === FIRST_CLIENT);
    if (!client) throw new Error('no first client');
    for (const word of [client.name, client.recordId, client.phone, client.phone.slice(-4), SECRET]) {
      expect(seen, word).not.toContain(word);
    }
  });

  it('learns an address that is spent', async () => {
    const { addresses } = await spied();
    expect(addresses).toHaveLength(1);
    const [address = ''] = addresses;
    expect(address).toMatch(/panel\.html#[0-9a-f]{32}$/);
    const frame = await embed(page, address);
    expect(frame?.url()).toContain('/panel.html');
    expect(await shownIn(frame)).toBe('');
    await panel.historyShows(SECRET);
  });
});
