import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Notes } from '../pages/notes';
import type { PanelScreen } from '../pages/panel';
import { FIRST_CLIENT, modernPage } from '../support/frontEnds';
import { Stage } from '../support/stage';

/** Nobody in the sample book: a client of the user's own. */
const OWN_CLIENT = '10000030';

/** What is left behind: of a CRM that is disconnected, and of the sample book. */
describe('leaving', () => {
  let stage: Stage;
  let page: Page;
  let panel: PanelScreen;
  let ownName: string;

  const panelHere = async () => {
    panel = await stage.zhibi.panelOf(page);
    await panel.isComplete();
  };

  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterAll(() => stage?.close());

  it('begins with connecting: from the options page, for the pages opened from then on', async () => {
    await stage.zhibi.connect(stage.origin);
    page = await stage.openPage(modernPage(OWN_CLIENT));
    panel = await stage.zhibi.panelOf(page);
    await panel.shows(panel.say('panel.first.title'));
    await panel.click('button', panel.say('panel.first.track'));
    await panel.isComplete();
    await new Notes(panel).add('断开以后也还在');
    ownName = (await panel.clientName()) ?? '';
    expect(ownName).not.toBe('');
  });

  it('a CRM takes panel, script and permission along, at once and after a reload', async () => {
    const options = await stage.zhibi.openOptions('crm');
    await options.disconnect(stage.origin);
    expect(await options.grants()).toEqual({ origins: [], scripts: [] });
    await options.close();
    await page.bringToFront();
    await page.waitForFunction(() => document.querySelector('zhibi-panel') === null);
    await page.reload();
    const popup = await stage.zhibi.openPopup(page);
    await popup.shows(popup.say('connect.notYet', new URL(stage.origin).host));
    expect(await page.$('zhibi-panel')).toBeNull();
    await popup.finds(ownName, [ownName]);
    await popup.close();
  });

  it('what was noted stays and is there when the CRM is connected again', async () => {
    await stage.zhibi.connect(stage.origin);
    await page.reload();
    await panelHere();
    await new Notes(panel).are(['断开以后也还在']);
  });

  it('the sample book leaves nothing, and what is the user’s own stays', async () => {
    const options = await stage.zhibi.openOptions('sample');
    const before = await options.rows();
    expect(before).toMatchObject({ clients: 1, links: 1, notes: 1 });
    await options.addSampleBook();
    await page.goto(`${stage.crm.url}${modernPage(FIRST_CLIENT)}`);
    await panelHere();
    await panel.log({ letter: 'T', note: '记在示例客户名下' });
    await options.removeSampleBook();
    await options.countsClients(1);
    await page.bringToFront();
    await panel.shows(panel.say('panel.first.title'));
    await stage.zhibi.badgeSays('');
    expect(bodies(await options.rows())).toEqual(bodies(before));
    await options.page.bringToFront();
    expect(await options.isWhole()).toBe(true);
    await options.close();
    await page.goto(`${stage.crm.url}${modernPage(OWN_CLIENT)}`);
    await panelHere();
    await new Notes(panel).are(['断开以后也还在']);
  });
});

/** The tables without the journal, which goes on for ever, and the state of the store. */
function bodies({ journal, parts, meta, ...rest }: Record<string, number>): Record<string, number> {
  return rest;
}
