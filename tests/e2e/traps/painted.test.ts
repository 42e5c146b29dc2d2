import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Crowd } from '../support/crowd';
import { framesPass, panelIsSeen } from '../support/onPage';
import { Stage } from '../support/stage';

/*
 * What is really on the screen: the browser records itself while clients are switched. The page wears the
 * colour of the record in its address, the panel that of the name it shows; in no picture may they differ.
 */

const CLIENTS = 20;
/** So often at least, and on until the pictures prove something: on a busy machine the browser makes fewer. */
const ROUNDS = 2;

/** How much there is to paint anew with each client where page or panel are slow: a fifth of a second's worth. */
const LAYERS = 150;

let stage: Stage;
const crowd = new Crowd(CLIENTS);

beforeAll(async () => {
  stage = await Stage.connected();
});
afterAll(() => stage?.close());

/**
 * In page and panel alike: a coat of the client's colour, changed in the task that changes the client. Beside or
 * under it as many layers as are told, which keep nothing busy but what paints.
 */
function wearColour(
  names: readonly string[],
  recordIds: readonly string[],
  layers: { page: number; panel: number },
): void {
  const isPanel = location.protocol === 'chrome-extension:';
  if (!isPanel && window !== window.top) return;
  document.addEventListener('DOMContentLoaded', () => {
    const coat = document.createElement('div');
    coat.style.cssText = `position:fixed;inset:0 ${isPanel ? 0 : 'auto'} 0 0;width:300px;z-index:99999`;
    if (isPanel) coat.style.width = 'auto';
    const heavy = document.createElement('div');
    heavy.style.cssText = `position:fixed;inset:0 auto 0 ${isPanel ? 0 : 300}px;width:400px;z-index:99998`;
    const count = isPanel ? layers.panel : layers.page;
    document.documentElement.append(...(count > 0 ? [heavy, coat] : [coat]));
    const wear = (): void => {
      const place = isPanel
        ? names.indexOf(document.querySelector('.who h1')?.textContent ?? '')
        : recordIds.indexOf(location.pathname.split('/').at(-1) ?? '');
      const red = (place + 1) * 12;
      coat.style.background = place < 0 ? 'white' : `rgb(${red} 0 ${255 - red})`;
      heavy.style.background = Array.from(
        { length: count },
        (_, x) => `radial-gradient(circle at ${x}px ${red}px, rgb(${red} 9 9 / 4%), rgb(9 ${red} 9 / 4%))`,
      ).join();
    };
    if (isPanel) new MutationObserver(wear).observe(document, { childList: true, subtree: true });
    else navigation.addEventListener('currententrychange', wear);
    wear();
  });
}

/** Which clients' colours page and panel wear in each picture; -1 for none. */
function readColours(pictures: readonly string[]): Promise<(readonly [number, number])[]> {
  return Promise.all(
    pictures.map(async (picture) => {
      const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      canvas?.drawImage(bitmap, 0, 0);
      const clientAt = (x: number): number => {
        const [red = 0, green = 0, blue = 0] =
          canvas?.getImageData(Math.floor(bitmap.width * x), Math.floor(bitmap.height * 0.7), 1, 1).data ??
          [];
        return green < 10 && Math.abs(red + blue - 255) < 12 ? Math.round(red / 12) - 1 : -1;
      };
      return [clientAt(0.1), clientAt(0.9)] as const;
    }),
  );
}

/** Records every picture the browser makes of a page, small; the pictures so far, each once, when asked. */
async function record(page: Page): Promise<() => string[]> {
  const pictures: string[] = [];
  const session = await page.createCDPSession();
  session.on('Page.screencastFrame', ({ data, sessionId }) => {
    pictures.push(data);
    void session.send('Page.screencastFrameAck', { sessionId });
  });
  await session.send('Page.startScreencast', {
    format: 'png',
    everyNthFrame: 1,
    maxWidth: 340,
    maxHeight: 190,
  });
  return () => pictures.splice(0);
}

it.each([
  { which: 'page and panel as they are', layers: { page: 0, panel: 0 } },
  { which: 'a page that is slow to paint', layers: { page: LAYERS, panel: 0 } },
  { which: 'a panel that is slow to paint', layers: { page: 0, panel: LAYERS } },
])('no picture shows the panel of one client beside the page of another: $which', async ({ layers }) => {
  const { recordIds } = crowd;
  const reader = await stage.browser.newPage();
  const page = await stage.browser.newPage();
  await page.evaluateOnNewDocument(
    wearColour,
    crowd.clients.map(({ name }) => name),
    recordIds,
    layers,
  );
  await page.goto(`${stage.origin}/modern/clients/${recordIds[0]}?demo=1`);
  const panel = await stage.zhibi.panelOf(page);
  await panelIsSeen(page);
  const taken = await record(page);
  const shown: (readonly [pageOf: number, panelOf: number])[] = [];
  const clients = new Set<number>();
  let rounds = 0;
  // Proof that the pictures show panels at all is that most clients are in one.
  for (; rounds < ROUNDS || clients.size <= CLIENTS / 2; rounds += 1) {
    for (const recordId of recordIds) {
      await page.evaluate((to) => {
        history.pushState(null, '', to);
        dispatchEvent(new PopStateEvent('popstate'));
      }, `/modern/clients/${recordId}`);
      await panel.showsClient(crowd.named(recordId, 'zh'));
      await panelIsSeen(page);
      // Seen means painted: two frames more.
      await framesPass(page, 2);
    }
    const colours = await reader.evaluate(readColours, taken());
    shown.push(...colours.filter(([, panelOf]) => panelOf >= 0));
    for (const [, panelOf] of shown) clients.add(panelOf);
  }
  console.info(`${rounds * CLIENTS} switches, ${shown.length} pictures with a panel`);
  expect(shown.filter(([pageOf, panelOf]) => pageOf !== panelOf)).toEqual([]);
  await page.close();
  await reader.close();
});
