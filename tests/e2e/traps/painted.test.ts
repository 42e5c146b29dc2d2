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
const ROUNDS = 2;

let stage: Stage;
const crowd = new Crowd(CLIENTS);

beforeAll(async () => {
  stage = await Stage.connected();
});
afterAll(() => stage?.close());

/** In page and panel alike: a coat of the client's colour, changed in the task that changes the client. */
function wearColour(names: readonly string[], recordIds: readonly string[]): void {
  const isPanel = location.protocol === 'chrome-extension:';
  if (!isPanel && window !== window.top) return;
  document.addEventListener('DOMContentLoaded', () => {
    const coat = document.createElement('div');
    coat.style.cssText = `position:fixed;inset:0 ${isPanel ? 0 : 'auto'} 0 0;width:300px;z-index:99999`;
    if (isPanel) coat.style.width = 'auto';
    document.documentElement.append(coat);
    const wear = (): void => {
      const place = isPanel
        ? names.indexOf(document.querySelector('.who h1')?.textContent ?? '')
        : recordIds.indexOf(location.pathname.split('/').at(-1) ?? '');
      const red = (place + 1) * 12;
      coat.style.background = place < 0 ? 'white' : `rgb(${red} 0 ${255 - red})`;
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

/** Records every picture the browser makes of a page, small. */
async function record(page: Page): Promise<() => Promise<string[]>> {
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
  return async () => {
    await session.send('Page.stopScreencast');
    return pictures;
  };
}

it('no picture shows the panel of one client beside the page of another', async () => {
  const { recordIds } = crowd;
  const page = await stage.browser.newPage();
  await page.evaluateOnNewDocument(
    wearColour,
    crowd.clients.map(({ name }) => name),
    recordIds,
  );
  await page.goto(`${stage.origin}/modern/clients/${recordIds[0]}?demo=1`);
  const panel = await stage.zhibi.panelOf(page);
  await panelIsSeen(page);
  const stop = await record(page);
  for (const recordId of Array.from({ length: ROUNDS }, () => recordIds).flat()) {
    await page.evaluate((to) => {
      history.pushState(null, '', to);
      dispatchEvent(new PopStateEvent('popstate'));
    }, `/modern/clients/${recordId}`);
    await panel.showsClient(crowd.named(recordId, 'zh'));
    await panelIsSeen(page);
    // Seen means painted: two frames more.
    await framesPass(page, 2);
  }
  const pictures = await stop();
  const reader = await stage.browser.newPage();
  const colours = await reader.evaluate(readColours, pictures);
  const shown = colours.filter(([, panelOf]) => panelOf >= 0);
  console.info(`${ROUNDS * CLIENTS} switches, ${pictures.length} pictures, ${shown.length} with a panel`);
  // Proof that the pictures show panels at all: under load the browser makes fewer.
  expect(new Set(shown.map(([, panelOf]) => panelOf)).size).toBeGreaterThan(CLIENTS / 2);
  expect(shown.filter(([pageOf, panelOf]) => pageOf !== panelOf)).toEqual([]);
});
