import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUILT_IN } from '@/utils/adapters/sites/builtIn';
import type { TeachScreen } from '../pages/teach';
import { faultsOf } from '../support/accessibility';
import { FIRST_CLIENT, FRONT_ENDS } from '../support/frontEnds';
import { Stage } from '../support/stage';

const SECOND = '10000002';
const THIRD = '10000004';

/** The most clicks of ours that teaching may take when the guess is right: popup, connect and the wizard's own. */
const MOST_CLICKS = 6;

const NAMES: Readonly<Record<'classic' | 'modern' | 'cloud', { second: string; third: string }>> = {
  classic: { second: '万俟云', third: '熊俊' },
  modern: { second: '万俟云', third: '熊俊' },
  cloud: { second: 'Yun Moqi', third: 'Jun Xiong' },
};

describe.each(FRONT_ENDS)(
  'teaching $name, its own adapter out of the way',
  ({ name, clientPage, listPage, firstName }) => {
    let stage: Stage;
    let page: Page;
    let teacher: TeachScreen;
    let clicks = 0;
    let began = 0;

    const goTo = async (below: string): Promise<void> => {
      await page.goto(`${stage.crm.url}${below}`, { waitUntil: 'domcontentloaded' });
    };

    beforeAll(async () => {
      stage = await Stage.open();
      const options = await stage.zhibi.openOptions('adapters');
      for (const { title } of BUILT_IN) await options.switchAdapter(title);
      await options.close();
      await stage.zhibi.grant(stage.origin);
      page = await stage.openPage(clientPage(FIRST_CLIENT));
    });
    afterAll(() => stage?.close());

    it('begins by itself once the CRM is connected, and understands the client in front', async () => {
      began = Date.now();
      const popup = await stage.zhibi.openPopup(page);
      await popup.connect();
      // The toolbar's icon and the popup's button.
      clicks += 2;
      await page.bringToFront();
      teacher = await stage.zhibi.teacherOf(page);
      await teacher.isAt('understood');
      expect(await teacher.who()).toEqual({ name: firstName, number: FIRST_CLIENT });
      expect((await teacher.kept()).length).toBeGreaterThan(5);
      expect(await faultsOf(teacher)).toEqual([]);
    });

    it('checks a second client and a list by itself', async () => {
      await teacher.confirm();
      await teacher.isAt('second');
      expect(await faultsOf(teacher)).toEqual([]);
      clicks += teacher.clicks;
      await goTo(clientPage(SECOND));
      teacher = await stage.zhibi.teacherOf(page);
      await teacher.isAt('other');
      await teacher.shows(NAMES[name].second);
      expect(await faultsOf(teacher)).toEqual([]);
      await goTo(listPage);
      teacher = await stage.zhibi.teacherOf(page);
      await teacher.isAt('naming');
      expect(await faultsOf(teacher)).toEqual([]);
    });

    it('is done in six clicks and a minute', async () => {
      await teacher.keep();
      await teacher.isAt('done');
      clicks += teacher.clicks;
      expect(clicks).toBeLessThanOrEqual(MOST_CLICKS);
      expect(Date.now() - began).toBeLessThan(60_000);
      console.info(`${name}: ${clicks} clicks, ${((Date.now() - began) / 1000).toFixed(1)} s`);
    });

    it('shows the panel beside a third client, by name', async () => {
      await goTo(clientPage(THIRD));
      const panel = await stage.zhibi.panelOf(page);
      await panel.showsClient(NAMES[name].third);
    });

    it('recognises nobody on the list', async () => {
      await goTo(listPage);
      const popup = await stage.zhibi.openPopup(page);
      await popup.shows(popup.say('popup.find'));
      expect(await page.$('zhibi-panel')).toBeNull();
      await popup.close();
    });
  },
);
