import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Actions } from '../pages/actions';
import type { OptionsScreen } from '../pages/options';
import { RulesScreen } from '../pages/rules';
import { FIRST_CLIENT, LONG_AGO, modernPage } from '../support/frontEnds';
import { Stage } from '../support/stage';

/** Weights, switches, what is learned and what the bank sets: at once in the panel that is open. */
describe('the rules as settings', () => {
  let stage: Stage;
  let page: Page;
  let options: OptionsScreen;
  let rules: RulesScreen;
  let actions: Actions;

  const show = async (recordId: string) => {
    await page.bringToFront();
    await page.goto(`${stage.crm.url}${modernPage(recordId)}`);
    const panel = await stage.zhibi.panelOf(page);
    await panel.isComplete();
    actions = new Actions(panel);
    return panel;
  };
  const inOptions = async () => {
    await options.comeToFront();
    return rules;
  };

  beforeAll(async () => {
    stage = await Stage.withSampleBook();
    page = await stage.browser.newPage();
    options = await stage.zhibi.openOptions('rules');
    rules = new RulesScreen(options);
  });
  afterAll(() => stage?.close());

  it('move a prompt up when its rule weighs more, without a reload', async () => {
    await show(FIRST_CLIENT);
    const promise = await actions.titleOfRule('promiseDue');
    const overdue = await actions.titleOfRule('overdue');
    const before = await actions.titles();
    const [upper, lower] =
      before.indexOf(promise) < before.indexOf(overdue) ? [promise, overdue] : [overdue, promise];
    await (await inOptions()).weigh(lower === overdue ? 'overdue' : 'promiseDue', 150);
    await page.bringToFront();
    await actions.stand([lower, upper]);
  });

  it('silence a rule that is switched off, and say so', async () => {
    const title = await actions.titleOfRule('overdue');
    await (await inOptions()).flip('overdue', false);
    await page.bringToFront();
    await actions.showNot(title);
    expect(await actions.whyNot(title)).toBe(options.say('silence.switchedOff'));
    await (await inOptions()).flip('overdue', true);
  });

  it('show what tomorrow brings to the whole book', async () => {
    const counts = await (await inOptions()).tryTomorrow();
    const sum = [...counts.values()].reduce((all, one) => all + one, 0);
    expect(counts.get(options.say('rule.overdue.name'))).toBeGreaterThan(0);
    expect(sum).toBeGreaterThan(counts.size);
  });

  it('count an answer, take it back with its undo, and forget on request', async () => {
    const panel = await show(LONG_AGO);
    const title = await actions.titleOfRule('overdue');
    await actions.dismiss(title, panel.say('panel.actions.reason.notRelevant'));
    await actions.showNot(title);
    const counted = (refused: number) => options.say('options.rules.answers', '0', String(refused), '0');
    await (await inOptions()).hasLearned('overdue', counted(1));
    await page.bringToFront();
    await panel.undo();
    await actions.show(title);
    await (await inOptions()).hasLearned('overdue', counted(0));
    await rules.forget('overdue');
    await rules.hasLearned('overdue', options.say('options.rules.noAnswers'));
  });

  it('are the bank’s where it has set them, and cannot be changed', async () => {
    await inOptions();
    await options.hearMethod({ rules: { overdue: { on: false }, birthday: { weight: 'much' } } });
    await options.shows(options.say('options.byBank'));
    await options.shows(options.say('options.rules.garbled', 'rules.birthday'));
    expect(await rules.isLocked('overdue')).toBe(true);
    expect(await rules.isLocked('birthday')).toBe(false);
    await page.bringToFront();
    await actions.showNoneOfRule('overdue');
    await show(LONG_AGO);
    await actions.showNoneOfRule('overdue');
  });
});
