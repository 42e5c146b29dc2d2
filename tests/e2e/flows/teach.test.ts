import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUILT_IN } from '@/utils/adapters/sites/builtIn';
import { Profile } from '../pages/profile';
import { PATIENCE } from '../pages/screen';
import type { TeachScreen } from '../pages/teach';
import { faultsOf } from '../support/accessibility';
import { FIRST_CLIENT, FRONT_ENDS, modernPage } from '../support/frontEnds';
import { panelIsHidden } from '../support/onPage';
import { Stage } from '../support/stage';
import { wander } from '../support/wander';

const SECOND = '10000002';
const THIRD = '10000004';
const COMPANY = '60000001';

/** The most clicks of ours that teaching may take when the guess is right: popup, connect and the wizard's own. */
const MOST_CLICKS = 6;

/** Waits until nothing of the wizard is in the page, its frame among it: the browser tells of that later. */
async function teacherIsGone(page: Page, teacher: TeachScreen): Promise<void> {
  await page.waitForFunction(() => document.querySelector('zhibi-teach') === null, { polling: 40 });
  await expect.poll(() => teacher.isGone()).toBe(true);
}

/** A stage with every adapter that comes with the product switched off: to Zhibi the demo CRM is strange. */
async function strangeCrm(): Promise<Stage> {
  const stage = await Stage.open();
  const options = await stage.zhibi.openOptions('adapters');
  await options.switchAtOnce(BUILT_IN.map(({ title }) => title));
  await options.close();
  return stage;
}

const NAMES: Readonly<
  Record<'classic' | 'modern' | 'cloud', { second: string; third: string; company: string }>
> = {
  classic: { second: '万俟云', third: '熊俊', company: '临澜丽华服饰有限公司' },
  modern: { second: '万俟云', third: '熊俊', company: '临澜丽华服饰有限公司' },
  cloud: { second: 'Yun Moqi', third: 'Jun Xiong', company: 'Linlan Lihua Garments Co., Ltd.' },
};

describe.each(FRONT_ENDS)(
  'teaching $name, its own adapter out of the way',
  ({ name, clientPage, listPage, firstName }) => {
    let stage: Stage;
    let page: Page;
    let teacher: TeachScreen;
    let clicks = 0;
    let began = 0;

    /** As its user would go: classic loads a page, the others stay in theirs. */
    const goTo = async (below: string): Promise<void> => {
      if (name === 'classic') await page.goto(`${stage.crm.url}${below}`, { waitUntil: 'domcontentloaded' });
      else await page.evaluate(wander, [{ to: below.replace(/^[^#]*#/, '#'), pause: 0 }]);
    };

    beforeAll(async () => {
      stage = await strangeCrm();
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
      await teacherIsGone(page, teacher);
      const panel = await stage.zhibi.panelOf(page);
      await panel.showsClient(NAMES[name].third);
    });

    it('shows a company, of which it was taught nothing, with what its page says', async () => {
      await goTo(clientPage(COMPANY));
      const panel = await stage.zhibi.panelOf(page);
      await panel.showsClient(NAMES[name].company);
      await panel.click('button', panel.say('panel.first.track'));
      await panel.isComplete();
      await new Profile(panel).shows('纺织服装、服饰业');
    });

    it('recognises nobody on the list', async () => {
      await goTo(listPage);
      const popup = await stage.zhibi.openPopup(page);
      await popup.shows(popup.say('popup.notClientPage'));
      await popup.find('button', popup.say('teach.startPage'));
      await popup.close();
      await panelIsHidden(page);
    });
  },
);

describe('teaching by hand', () => {
  let stage: Stage;
  let page: Page;
  let teacher: TeachScreen;

  beforeAll(async () => {
    stage = await strangeCrm();
    await stage.furnish('crm');
    page = await stage.openPage(modernPage(FIRST_CLIENT));
  });
  afterAll(() => stage?.close());

  it('is offered by the popup on a page that no adapter knows', async () => {
    const popup = await stage.zhibi.openPopup(page);
    await popup.find('button', popup.say('teach.start'));
    expect(await faultsOf(popup)).toEqual([]);
    // The popup closes itself: nobody is left to answer the click.
    const closed = new Promise<void>((resolve) => popup.page.once('close', () => resolve()));
    await Promise.all([closed, popup.click('button', popup.say('teach.start')).catch(() => undefined)]);
    await page.bringToFront();
    teacher = await stage.zhibi.teacherOf(page);
    await teacher.isAt('understood');
  });

  it('takes another element for a field where the user points at it', async () => {
    const label = (await teacher.kept())[0] ?? '';
    await teacher.click('button', teacher.say('teach.understood.repointOf', label));
    await teacher.shows(teacher.say('teach.understood.pickingOf', label));
    await page.bringToFront();
    const wanted = await page.waitForSelector('::-p-text(证件有效期)');
    // The page hears of the picking after the wizard has said so: until then a click is the page's own.
    const picking = teacher.say('teach.understood.pickingOf', label);
    await expect
      .poll(
        async () => {
          await wanted?.click();
          return teacher.text();
        },
        { timeout: PATIENCE },
      )
      .not.toContain(picking);
    expect(await teacher.kept()).toContain('证件有效期');
    expect(page.url()).toContain(FIRST_CLIENT);
  });

  it('comes again with the page, at the step where it stood', async () => {
    await teacher.confirm();
    await teacher.isAt('second');
    await page.reload({ waitUntil: 'domcontentloaded' });
    teacher = await stage.zhibi.teacherOf(page);
    await teacher.isAt('second');
    await teacher.shows(teacher.say('teach.second.same', '王丽华', FIRST_CLIENT));
  });

  it('asks before work is lost, and then leaves nothing in the page', async () => {
    await teacher.click('button', teacher.say('teach.cancel'));
    await teacher.click('button', teacher.say('teach.cancelNo'));
    await teacher.isAt('second');
    await teacher.click('button', teacher.say('teach.cancel'));
    await teacher.click('button', teacher.say('teach.cancelYes'));
    await teacherIsGone(page, teacher);
    await page.reload({ waitUntil: 'domcontentloaded' });
    const popup = await stage.zhibi.openPopup(page);
    await popup.find('button', popup.say('teach.start'));
    expect(await page.$('zhibi-teach')).toBeNull();
    await popup.close();
  });
});
