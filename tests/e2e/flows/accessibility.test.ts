import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PanelScreen } from '../pages/panel';
import { faultsInBothThemes, faultsOf } from '../support/accessibility';
import { FIRST_CLIENT, modernPage } from '../support/frontEnds';
import { Stage } from '../support/stage';
import { inTheme } from '../support/themes';

/** Every screen under axe, in both themes, colour contrast included. */
describe('in the light and the dark theme axe finds nothing wrong', () => {
  let stage: Stage;
  let page: Page;
  let panel: PanelScreen;

  beforeAll(async () => {
    stage = await Stage.withSampleBook();
    page = await stage.openPage(modernPage(FIRST_CLIENT));
    panel = await stage.zhibi.panelOf(page);
    await panel.isComplete();
  });
  afterAll(() => stage?.close());

  it('with the panel as it comes up', async () => {
    expect(await faultsInBothThemes(panel)).toEqual([]);
  });

  it('with the panel unfolded: score, prompts and their reasons, all fields', async () => {
    await panel.clickOn(await panel.at('.who-ring'));
    await panel.clickOn(await panel.at('.act-parts-link'));
    await panel.click('button', panel.say('profile.all'));
    await panel.click('button', panel.say('profile.asked'));
    await panel.at('.editor');
    expect(await faultsInBothThemes(panel)).toEqual([]);
  });

  it('with a form half filled in, and with what the bar says once it is saved', async () => {
    await panel.openLog('M');
    await panel.writeNote('约在周三');
    await panel.promise('带上利率表');
    expect(await faultsInBothThemes(panel)).toEqual([]);
    await panel.save();
    expect(await faultsInBothThemes(panel)).toEqual([]);
  });

  it('with people, money and cover, and a form for each', async () => {
    await panel.at('#part-consent');
    for (const section of ['people', 'holdings', 'policies', 'credit']) {
      await panel.clickOn(await panel.at(`#part-${section} .part-action button`));
    }
    await panel.clickOn(await panel.at('#part-people .wallmark'));
    expect(await faultsInBothThemes(panel)).toEqual([]);
  });

  it('with a menu open', async () => {
    await panel.click('button', `${panel.say('tier.label')}: ${panel.say('tier.a')}`);
    await panel.at('[role="menu"]');
    expect(await faultsInBothThemes(panel)).toEqual([]);
    await panel.press('Escape');
  });

  it('with a client seen for the first time', async () => {
    await page.goto(`${stage.crm.url}${modernPage('10000040')}`);
    const first = await stage.zhibi.panelOf(page);
    await first.shows(first.say('panel.first.title'));
    expect(await faultsInBothThemes(first)).toEqual([]);
  });

  it('with the popup: a client in front, a form, a search', async () => {
    await page.goto(`${stage.crm.url}${modernPage(FIRST_CLIENT)}`);
    await (await stage.zhibi.panelOf(page)).isComplete();
    const popup = await stage.zhibi.openPopup(page);
    await popup.isFor('王丽华');
    expect(await faultsInBothThemes(popup)).toEqual([]);
    await popup.openLog('T');
    expect(await faultsInBothThemes(popup)).toEqual([]);
    await popup.press('Escape');
    await popup.click('button', popup.say('popup.change'));
    await popup.finds('wlh', ['王丽华']);
    expect(await faultsInBothThemes(popup)).toEqual([]);
    await popup.close();
  });

  it('with the options page', async () => {
    const options = await stage.zhibi.openOptions();
    await options.shows(options.say('sample.present', 14));
    expect(await faultsInBothThemes(options)).toEqual([]);
    // Whatever the system says, the user's own choice is kept to.
    await inTheme(options, 'light');
    await options.setTheme('dark');
    expect(await faultsOf(options)).toEqual([]);
    await options.close();
  });
});
