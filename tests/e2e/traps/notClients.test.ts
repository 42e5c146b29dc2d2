import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIRST_CLIENT, FRONT_ENDS, type FrontEnd } from '../support/frontEnds';
import { panelIsHidden, panelIsSeen } from '../support/onPage';
import { Stage } from '../support/stage';

/** Pages that name clients, or none, and are no client's. */
const OTHERS: Readonly<Record<FrontEnd['name'], readonly string[]>> = {
  classic: ['custList.do', `edit.do?custNo=${FIRST_CLIENT}`, 'settings.do', 'welcome.do', 'login.do'].map(
    (page) => `/classic/${page}`,
  ),
  modern: ['clients', 'dashboard', `clients/${FIRST_CLIENT}/edit`, 'settings', 'login'].map(
    (page) => `/modern/${page}`,
  ),
  cloud: ['home', 'accounts', `accounts/${FIRST_CLIENT}/edit`, 'settings', 'login'].map(
    (page) => `/cloud/#/${page}`,
  ),
};

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.connected();
});
afterAll(() => stage?.close());

/** Goes on within the same document, as the front end itself does it. */
async function goWithin(page: Page, name: FrontEnd['name'], to: string): Promise<void> {
  await page.evaluate(
    (kind, address) => {
      if (kind === 'cloud') location.hash = address.slice(address.indexOf('#'));
      else if (kind === 'modern') {
        history.pushState(null, '', address);
        dispatchEvent(new PopStateEvent('popstate'));
      } else {
        const workspace = document.querySelector<HTMLIFrameElement>('#mainFrame')?.contentDocument;
        const front = workspace?.querySelector<HTMLIFrameElement>('#tabPanes > iframe[data-active]');
        front?.contentWindow?.location.assign(address);
      }
    },
    name,
    to,
  );
}

async function popupNamesNobody(page: Page): Promise<void> {
  const popup = await stage.zhibi.openPopup(page);
  await popup.until(
    (...words) => words.some((each) => document.body.innerText.includes(each)),
    popup.say('popup.notClientPage'),
    popup.say('popup.notRecognised'),
  );
  expect(await popup.surface.$('.pwho h1')).toBeNull();
  await popup.close();
}

/** Where the client itself stands within the front end. */
const CLIENT: Readonly<Record<FrontEnd['name'], string>> = {
  classic: `/classic/detail.do?custNo=${FIRST_CLIENT}`,
  modern: `/modern/clients/${FIRST_CLIENT}`,
  cloud: `/cloud/#/accounts/${FIRST_CLIENT}/view`,
};

describe.each(FRONT_ENDS)('pages of /$name that are no client’s', ({ name, clientPage, firstName }) => {
  it('reached from a client: the panel is hidden, and empty', async () => {
    const page = await stage.openPage(clientPage(FIRST_CLIENT));
    const panel = await stage.zhibi.panelOf(page);
    for (const other of OTHERS[name]) {
      await panel.showsClient(firstName);
      await panelIsSeen(page);
      await goWithin(page, name, other);
      await panelIsHidden(page);
      await panel.until((gone) => !document.body.innerText.includes(gone), firstName);
      expect(await panel.clientName(), other).toBeNull();
      await popupNamesNobody(page);
      expect(await page.$eval('zhibi-panel', (host) => getComputedStyle(host).visibility)).toBe('hidden');
      await page.bringToFront();
      await goWithin(page, name, CLIENT[name]);
    }
    await page.close();
  });

  it('opened afresh: nothing of ours in the page', async () => {
    const page = await stage.openPage(clientPage(FIRST_CLIENT));
    await stage.zhibi.panelOf(page);
    for (const other of OTHERS[name]) {
      // Else the fragment alone would change.
      await page.goto('about:blank');
      await page.goto(`${stage.origin}${other}`);
      await popupNamesNobody(page);
      expect(await page.$('zhibi-panel'), other).toBeNull();
      expect(page.frames().filter((frame) => frame.url().startsWith('chrome-extension:'))).toEqual([]);
    }
    await page.close();
  });
});
