import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '@/utils/domain/day';
import { civilDay } from '@/utils/domain/schema/time';
import { todayHere } from '../../../scripts/today';
import { Facts } from '../pages/facts';
import type { PanelScreen } from '../pages/panel';
import { classicPage, FIRST_CLIENT, modernPage } from '../support/frontEnds';
import { panelIsSeen } from '../support/onPage';
import { Stage } from '../support/stage';

/** A client's people, money, cover and consent: noted in the panel, there after the browser was ended. */
describe('the facts of a client', () => {
  let stage: Stage;
  let panel: PanelScreen;
  let facts: Facts;
  const say = (key: string, ...places: (string | number)[]) => panel.say(key, ...places);

  const open = async () => {
    const page = await stage.openPage(modernPage(FIRST_CLIENT));
    panel = await stage.zhibi.panelOf(page);
    facts = new Facts(panel);
    await facts.areDrawn();
  };

  beforeAll(async () => {
    stage = await Stage.open({ has: 'book', restarts: true });
    await open();
  });
  afterAll(() => stage?.close());

  it('are relatives whom the CRM’s own list calls clients: warned of before any contact', async () => {
    await facts.shows('people', '赵志远', say('people.isClient'));
    await panel.click('button', say('caution.discretion.name'));
    const told = await panel.at('.caution');
    expect(await told.evaluate((list) => list.textContent)).toContain('赵志远');
    // Put away again: its words are not for who sits beside the screen.
    await panel.click('button', say('caution.discretion.name'));
    await panel.until(() => document.querySelector('.caution') === null);
  });

  it('are a sister who must not be told', async () => {
    await facts.add('people');
    await facts.choose(say('people.field.role'), 'sibling');
    await facts.type(say('people.field.name'), '王丽娟');
    await facts.choose(say('people.field.wall'), 'mustNotBeTold');
    await facts.save();
    await facts.shows('people', say('people.role.sibling'), '王丽娟');
    await panel.showsNot(say('people.wall.mustNotBeTold'));
  });

  it('are a holding elsewhere that matures', async () => {
    await facts.add('holdings');
    await facts.choose(say('holdings.field.kind'), 'wealth');
    await facts.choose(say('holdings.field.place'), 'elsewhere');
    await facts.type(say('facts.elsewhereName'), '江南银行');
    await facts.type(say('facts.amount'), '30万');
    await facts.setDay(say('holdings.field.maturity'), addDays(civilDay.parse(todayHere()), 10));
    await facts.save();
    await facts.shows('holdings', '江南银行', '30.0 万');
  });

  it('are a policy that closes a gap', async () => {
    const gap = say('policies.gap.criticalIllness');
    expect(await facts.gaps()).toContain(gap);
    await facts.add('policies');
    await facts.type(say('policies.field.insurer'), '江南人寿');
    await facts.save();
    await facts.shows('policies', say('policies.kind.criticalIllness'), '江南人寿');
    expect(await facts.gaps()).not.toContain(gap);
  });

  it('are not lost half-filled, whatever becomes of the panel', async () => {
    await facts.add('holdings');
    await facts.type(say('holdings.field.name'), '写到一半的存单');
    await panel.page.reload();
    panel = await stage.zhibi.panelOf(panel.page);
    facts = new Facts(panel);
    await facts.isHalfFilled(say('holdings.field.name'), '写到一半的存单');
    await panel.click('button', say('ui.cancel'));
    await panel.page.reload();
    panel = await stage.zhibi.panelOf(panel.page);
    facts = new Facts(panel);
    await facts.areDrawn();
    expect(await facts.formIsOpen()).toBe(false);
  });

  it('are a refusal of marketing by phone', async () => {
    await facts.refuse(say('consent.channel.phone'));
  });

  it('are all there after the browser was ended, and one of them is taken back', async () => {
    await stage.restart();
    await open();
    expect(await facts.wallOf('王丽娟')).toContain(say('people.wall.mustNotBeTold'));
    await facts.shows('holdings', '江南银行', '30.0 万');
    await facts.shows('policies', '江南人寿');
    await facts.refuses(say('consent.channel.phone'));
    await facts.remove('people', '王丽娟');
    await panel.undo();
    await facts.shows('people', '王丽娟');
    expect(await facts.wallOf('王丽娟')).toContain(say('people.wall.mustNotBeTold'));
  });
});

/** Opens an inner tab of the client's page, in its frame in the workspace's frame. */
async function openInnerTab(page: Page, name: 'holding' | 'relation'): Promise<void> {
  const detail = await page.waitForFrame((frame) => frame.url().includes('/classic/detail.do'));
  const tab = await detail.waitForSelector(`.innerTabs li[data-panel="${name}"]`, { visible: true });
  await tab?.click();
}

/** The classic front end: a list to an inner tab, in a frame in a frame, under a line that says whose it is. */
describe('what the CRM lists behind the inner tabs of a client’s page', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open({ has: 'book' });
  });
  afterAll(() => stage?.close());

  it('is read once its tab is open, and the client stays who it is', async () => {
    const page = await stage.openPage(classicPage(FIRST_CLIENT));
    const panel = await stage.zhibi.panelOf(page);
    const facts = new Facts(panel);
    await facts.areDrawn();
    await facts.showsNot('holdings', '安澜年金保险');
    await openInnerTab(page, 'holding');
    await facts.shows('holdings', '安澜年金保险', '80.0 万');
    await openInnerTab(page, 'relation');
    await facts.shows('people', '赵志远', panel.say('people.isClient'));
    await panelIsSeen(page);
    expect(await panel.clientName()).toBe('王丽华');
  });
});
