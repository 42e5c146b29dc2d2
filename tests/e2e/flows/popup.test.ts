import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PopupScreen } from '../pages/popup';
import { FIRST_CLIENT, FRONT_ENDS, modernPage } from '../support/frontEnds';
import { Stage } from '../support/stage';

/** The popup: finds anyone in the book, and says of every page why it names no client. */
describe('the popup', () => {
  let stage: Stage;
  let popup: PopupScreen;

  const openOn = async (page: Page) => {
    popup = await stage.zhibi.openPopup(page);
  };

  beforeAll(async () => {
    stage = await Stage.open();
    await stage.zhibi.addSampleBook();
  });
  afterAll(() => stage?.close());

  it('on a page of a site that is not connected offers to connect it', async () => {
    const page = await stage.openPage(modernPage(FIRST_CLIENT));
    await openOn(page);
    await popup.shows(popup.say('connect.notYet', new URL(stage.origin).host));
    expect(await popup.has('button', popup.say('connect.connect'))).toBe(true);
    expect(await page.$('zhibi-panel')).toBeNull();
    await page.close();
  });

  it('on a page of the browser’s own says that it sees nothing', async () => {
    const page = await stage.zhibi.openPage('chrome://version/');
    await openOn(page);
    await popup.shows(popup.say('popup.restricted'));
    await page.close();
  });

  describe('on a connected site', () => {
    beforeAll(() => stage.zhibi.connect(stage.origin));

    it.each(FRONT_ENDS)('says of the list of /$name that it is no client’s page', async ({ listPage }) => {
      const page = await stage.openPage(listPage);
      await openOn(page);
      await popup.shows(popup.say('popup.notClientPage'));
      await page.close();
    });

    it('names neither of two clients on one page', async () => {
      const page = await stage.openPage(`${modernPage(FIRST_CLIENT)}&twoClients=1`);
      await openOn(page);
      await popup.shows(popup.say('popup.notRecognised'));
      await page.close();
    });

    it('has the client of a client’s page in front', async () => {
      const page = await stage.openPage(modernPage(FIRST_CLIENT));
      await openOn(page);
      await popup.isFor('王丽华');
      await popup.shows(popup.say('popup.fromPage'));
      await page.close();
    });
  });

  describe('searched', () => {
    let page: Page;
    beforeAll(async () => {
      page = await stage.zhibi.openPage('chrome://version/');
      await openOn(page);
    });
    afterAll(() => page?.close());

    it.each([
      ['a name', '王丽华', ['王丽华']],
      ['part of a name', '丽华', ['王丽华', '临澜丽华服饰有限公司']],
      ['pinyin', 'wanglihua', ['王丽华']],
      ['initials', 'wlh', ['王丽华']],
      ['pinyin and initials mixed', 'wanglh', ['王丽华']],
      ['a name of several readings by the right one', 'moqiyun', ['万俟云']],
      ['the initials of the right reading', 'mqy', ['万俟云']],
      ['the end of a phone number', '0022', ['白桂兰']],
      ['a client number', '10000012', ['邹启航']],
      ['nobody’s name', '查无此人', []],
    ])('by %s', async (_, query, names) => {
      await popup.finds(query, names);
    });

    it('takes a log for whom was found', async () => {
      await popup.finds('ren yanqiu', ['任艳秋']);
      await popup.press('Enter');
      await popup.isFor('任艳秋');
      await popup.logByKeys('T');
      expect(await popup.said()).toBe(popup.say('log.saved', '任艳秋'));
    });
  });

  it('lists who is late first', async () => {
    const page = await stage.zhibi.openPage('chrome://version/');
    await openOn(page);
    const late = Number(await stage.zhibi.badge());
    await popup.shows(popup.say('popup.overdueCount', late));
    expect(await popup.found()).toContain('王旭');
    await page.close();
  });
});
