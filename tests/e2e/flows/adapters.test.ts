import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Adapter } from '@/utils/adapters/schema';
import { demoCloud } from '@/utils/adapters/sites/demoCloud';
import { demoModern } from '@/utils/adapters/sites/demoModern';
import type { OptionsScreen } from '../pages/options';
import { FIRST_CLIENT, FRONT_ENDS, modernPage } from '../support/frontEnds';
import { panelIsSeen } from '../support/onPage';
import { Stage } from '../support/stage';

const OWN: Adapter = { ...demoModern, id: 'my-crm', title: '我的CRM' };

/** One whose field looks where nothing stands. */
const ASTRAY: Adapter = {
  ...OWN,
  pages: OWN.pages.map((each) => ({
    ...each,
    fields: each.fields.map((field) =>
      field.key === 'mobile' ? { ...field, find: { label: '没有这一栏' } } : field,
    ),
  })),
};

/** What is changed of the adapters is true at once, in the pages that are open. */
describe('adapters', () => {
  let stage: Stage;
  let page: Page;
  let options: OptionsScreen;

  const isGone = async () => {
    await page.bringToFront();
    await page.waitForFunction(() => document.querySelector('zhibi-panel') === null);
  };
  const isThere = async () => {
    await page.bringToFront();
    const panel = await stage.zhibi.panelOf(page);
    await panel.isComplete();
    await panelIsSeen(page);
  };

  beforeAll(async () => {
    stage = await Stage.withSampleBook();
    page = await stage.openPage(modernPage(FIRST_CLIENT));
    options = await stage.zhibi.openOptions('adapters');
  });
  afterAll(() => stage?.close());

  it('one that is tried says of each open page what it sees there, and is not in force by that', async () => {
    await isThere();
    const [modern] = FRONT_ENDS.filter(({ name }) => name === 'modern');
    const list = await stage.openPage(modern?.listPage ?? '');
    const said = await options.tryAdapter(JSON.stringify(ASTRAY));
    const ofList = said.get(list.url());
    await list.close();
    expect(said.size).toBe(2);
    expect(ofList).toBe(options.say('options.adapters.tried.none'));
    const [who, ...fields] = (said.get(page.url()) ?? '').split('\n');
    expect(who).toContain(modern?.firstName);
    expect(who).toContain(FIRST_CLIENT);
    // The first of those that are missing: she has no e-mail address either.
    expect(fields.at(-1)).toContain(
      options.say('options.adapters.tried.missing', options.say('field.mobile')),
    );
    expect(fields[0]).toContain(options.say('field.occupation'));
    await options.close();
    options = await stage.zhibi.openOptions('adapters');
    await options.switchIs(demoModern.title, true);
    await isThere();
  });

  it('one that is switched off recognises nobody any more', async () => {
    await isThere();
    await options.switchAdapter(demoModern.title);
    await isGone();
  });

  it('one of the user’s own takes its place', async () => {
    await options.addAdapter(OWN.title, JSON.stringify(OWN));
    await isThere();
  });

  it('which goes again when it is removed, and the first comes back when it is switched on', async () => {
    await options.removeAdapter(OWN.title);
    await isGone();
    await options.switchAdapter(demoModern.title);
    await isThere();
  });

  it('forgets none of two that are switched within the same moment', async () => {
    const titles = [demoModern.title, demoCloud.title];
    await options.switchAtOnce(titles);
    await options.close();
    options = await stage.zhibi.openOptions('adapters');
    for (const title of titles) await options.switchIs(title, false);
  });
});
