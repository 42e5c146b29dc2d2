import { createHash } from 'node:crypto';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Notes } from '../pages/notes';
import type { PanelScreen } from '../pages/panel';
import { Downloads } from '../support/downloads';
import { FIRST_CLIENT, modernPage } from '../support/frontEnds';
import { KeptPage } from '../support/keptPage';
import { Stage } from '../support/stage';

/** Nobody in the sample book: a client of the user's own. */
const OWN_CLIENT = '10000030';

/** What is left behind: of a CRM that is disconnected, of the sample book, and of everything. */
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

  it('everything goes by a typed word, once the receipt is saved, and nothing is there to be read', async () => {
    const kept = new KeptPage(() => stage.browser, stage.zhibi.id);
    const before = await kept.look();
    expect(before).toMatchObject({ keys: expect.arrayContaining(['canary', 'connections', 'master']) });
    // An unpacked extension that loads itself anew is disabled by browsers that are not for developers.
    await stage.zhibi.forDevelopers();
    const options = await stage.zhibi.openOptions('leave');
    const downloads = await Downloads.of(stage.browser);
    try {
      await options.click('button', options.say('leave.look'));
      await options.fill(await options.at('#leave form input'), options.say('leave.word'));
      await options.at('#leave form button:disabled');
      const receipt = await downloads.during(() => options.click('button', options.say('leave.receiptGo')));
      const lines = receipt.bytes.toString('utf8');
      const [, said = '', hash = ''] = /^([\s\S]*\n)SHA-256: ([0-9a-f]{64})\n$/.exec(lines) ?? [];
      expect(createHash('sha256').update(said).digest('hex')).toBe(hash);
      expect(said).toContain(options.say('leave.receipt.clients', '1'));
      expect(said).not.toContain(ownName);
      await options.at('#leave form button:enabled');
      await options.click('button', options.say('leave.go'));
    } finally {
      await downloads.end();
    }
    await expect
      .poll(
        async () => {
          const now = await kept.look();
          if (now === null || now.keys.includes('connections')) return false;
          // Begun anew, with another key: the former is nowhere any more.
          return now.master !== 'null' && now.master !== before?.master && now.epoch !== '';
        },
        { timeout: 45_000, interval: 1000 },
      )
      .toBe(true);
    const data = await stage.zhibi.openOptions('data');
    await data.countsClients(0);
    await data.close();
  });
});

/** The tables without the journal, which goes on for ever, and the state of the store. */
function bodies({ journal, parts, meta, ...rest }: Record<string, number>): Record<string, number> {
  return rest;
}
