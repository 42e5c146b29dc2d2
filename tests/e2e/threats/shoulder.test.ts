import type { Frame, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PanelScreen } from '../pages/panel';
import { BANK } from '../support/crowd';
import { FRONT_ENDS } from '../support/frontEnds';
import { Stage } from '../support/stage';

/** A client whose number nobody has noted: all that is known of it is what the page shows. */
const RECORD = '10000040';

/** All that a document holds: what is written, what is in attributes and what is in fields. */
const everythingIn = (surface: Page | Frame): Promise<string> =>
  surface.evaluate(() => {
    const fields = [...document.querySelectorAll('input, textarea')].map((field) =>
      field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : '',
    );
    return [document.documentElement.outerHTML, ...fields].join('\n');
  });

describe.each(FRONT_ENDS)('T7: over the shoulder of who works on /$name', (frontEnd) => {
  let stage: Stage;
  let page: Page;
  let panel: PanelScreen;
  const client = BANK.clients.find(({ recordId }) => recordId === RECORD);
  if (client?.kind !== 'individual') throw new Error('no such client');

  /** Whether a full number of the client's can be read, however its digits are set apart. */
  const readable = async (surface: Page | Frame): Promise<string[]> => {
    const digits = (await everythingIn(surface)).replace(/(?<=\d)[\s-]+(?=\d)/g, '');
    return [client.phone, client.idNumber].filter((number) => digits.includes(number));
  };

  beforeAll(async () => {
    stage = await Stage.connected();
    page = await stage.openPage(frontEnd.clientPage(RECORD));
    panel = await stage.zhibi.panelOf(page);
    await panel.shows(panel.say('panel.first.title'));
  });
  afterAll(() => stage?.close());

  it('no full number is in the panel of a client seen for the first time', async () => {
    await panel.shows(client.phone.slice(-4));
    expect(await readable(panel.surface)).toEqual([]);
  });

  it('nor once the client is in the book, with all fields open', async () => {
    await panel.click('button', panel.say('panel.first.track'));
    await panel.isComplete();
    await panel.click('button', panel.say('profile.all'));
    await panel.shows(panel.say('profile.less'));
    await panel.shows(client.phone.slice(-4));
    expect(await readable(panel.surface)).toEqual([]);
  });

  it('nor in the popup, nor on the badge', async () => {
    const popup = await stage.zhibi.openPopup(page);
    await popup.isFor((await panel.clientName()) ?? '');
    expect(await readable(popup.page)).toEqual([]);
    await popup.close();
    expect(await stage.zhibi.badge()).toMatch(/^\d{0,3}\+?$/);
  });
});

describe('T7: a number the page shows in full', () => {
  let stage: Stage;
  afterAll(() => stage?.close());

  it('is in the panel only while it is revealed', async () => {
    stage = await Stage.connected();
    const frontEnd = FRONT_ENDS.find(({ name }) => name === 'cloud');
    const client = BANK.clients.find(({ recordId }) => recordId === RECORD);
    if (!frontEnd || !client) throw new Error('no such page');
    const page = await stage.openPage(frontEnd.clientPage(RECORD));
    const panel = await stage.zhibi.panelOf(page);
    await panel.click('button', panel.say('panel.first.track'));
    await panel.isComplete();
    const holds = async () => (await everythingIn(panel.surface)).includes(client.phone);
    expect(await holds()).toBe(false);
    await panel.clickOn(await panel.at('.who-line .phone .iconbtn'));
    await panel.shows(client.phone);
    await panel.clickOn(await panel.at('.who-line .phone .iconbtn'));
    await panel.showsNot(client.phone);
    expect(await holds()).toBe(false);
  });
});
