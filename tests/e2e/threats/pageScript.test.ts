import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Loot } from '../../demo-crm/spy/loot';
import type { PanelScreen } from '../pages/panel';
import { FIRST_CLIENT, FRONT_ENDS } from '../support/frontEnds';
import { panelIsSeen } from '../support/onPage';
import { Stage } from '../support/stage';

declare global {
  interface Window {
    __loot: Loot;
  }
}

const SECRET = '只写在面板里';

describe.each(FRONT_ENDS)('T1: a script of the page on /$name', (frontEnd) => {
  let stage: Stage;
  let page: Page;
  let panel: PanelScreen;

  beforeAll(async () => {
    stage = await Stage.withSampleBook();
    const [path = '', hash] = frontEnd.clientPage(FIRST_CLIENT).split('#');
    page = await stage.openPage(`${path}&hostile=1${hash === undefined ? '' : `#${hash}`}`);
    panel = await stage.zhibi.panelOf(page);
    await panel.isComplete();
    await panelIsSeen(page);
  });
  afterAll(() => stage?.close());

  it('sees a closed element without content, and no frame of ours', async () => {
    const seen = await page.evaluate(() => {
      const host = document.querySelector('zhibi-panel');
      return {
        isThere: host !== null,
        root: host?.shadowRoot ?? null,
        children: host?.childNodes.length,
        text: host?.textContent,
        frames: [...Array(window.length).keys()].filter((place) => {
          const frame = window[place];
          try {
            return frame?.location.origin !== location.origin;
          } catch {
            return true;
          }
        }),
        active: document.activeElement?.localName,
      };
    });
    expect(seen).toMatchObject({ isThere: true, root: null, children: 0, text: '', frames: [] });
  });

  it('hears nothing of what is typed and pressed in the panel', async () => {
    await page.evaluate(() => {
      window.__loot.keys.length = 0;
    });
    await panel.log({ letter: 'T', note: SECRET });
    await panel.historyShows(SECRET);
    const { keys } = await page.evaluate(() => window.__loot);
    expect(keys).toEqual([]);
  });

  it('finds no text, address, message or call of ours', async () => {
    const loot = await page.evaluate(() => window.__loot);
    expect(loot).toMatchObject({
      openRoots: [],
      extraFrames: [],
      messages: [],
      calls: [],
      texts: [],
      resources: [],
      runtime: [],
    });
    expect(loot.foreignElements.filter((each) => !each.startsWith('<zhibi-panel style='))).toEqual([]);
    const everything = JSON.stringify(loot);
    expect(everything).not.toContain(SECRET);
    expect(everything).not.toContain(stage.zhibi.id);
    expect(await page.content()).not.toContain(SECRET);
  });
});
