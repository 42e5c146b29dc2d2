import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Notes } from '../pages/notes';
import type { PanelScreen } from '../pages/panel';
import { FIRST_CLIENT, modernPage } from '../support/frontEnds';
import { Stage } from '../support/stage';

/** A sheet over the panel that lets the press through. */
const SHEET =
  'position:fixed;inset:0;width:100%;height:100%;margin:0;border:0;z-index:2147483647;background:#eee;pointer-events:none';
/** What a page can do to the panel's own element, or to all that it shows. */
const STYLES: Readonly<Record<string, [on: 'html' | 'zhibi-panel', property: string, value: string]>> = {
  'a page that fades': ['html', 'opacity', '0.01'],
  'a filter over everything': ['html', 'filter', 'brightness(0.2)'],
  'a panel that is turned': ['zhibi-panel', 'transform', 'rotate(1deg)'],
  'a blend that swallows it': ['zhibi-panel', 'mix-blend-mode', 'difference'],
};

describe('T2: a page that covers or distorts the panel', () => {
  let stage: Stage;
  let page: Page;
  let panel: PanelScreen;
  const NOTE = '只有看得见才删得掉';

  beforeAll(async () => {
    stage = await Stage.withSampleBook();
    page = await stage.openPage(modernPage(FIRST_CLIENT));
    panel = await stage.zhibi.panelOf(page);
    await panel.isComplete();
    await new Notes(panel).add(NOTE);
  });
  afterAll(() => stage?.close());

  /** @param onTop in the top layer, above everything */
  const lay = (onTop: boolean) =>
    page.evaluate(
      (css, isPopover) => {
        const sheet = document.createElement('div');
        sheet.id = 'sheet';
        sheet.style.cssText = css;
        document.documentElement.append(sheet);
        if (!isPopover) return;
        sheet.popover = 'manual';
        sheet.showPopover();
      },
      SHEET,
      onTop,
    );
  const lift = () => page.evaluate(() => document.getElementById('sheet')?.remove());
  const style = (on: string, property: string, value: string) =>
    page.evaluate(
      (selector, name, next) => {
        const element = document.querySelector<HTMLElement>(selector);
        if (next === '') element?.style.removeProperty(name);
        else element?.style.setProperty(name, next, 'important');
      },
      on,
      property,
      value,
    );

  /** Presses as a user does who does not see it: nothing is waited for but that the attack stands. */
  const pressBlindly = async () => {
    await panel.until(() => !('sight' in document.documentElement.dataset));
    await panel.blindly(() => panel.reveal());
    await panel.until(
      (unseen, elsewhere) => {
        const said = document.querySelector('.undobar span')?.textContent;
        return said === unseen || said === elsewhere;
      },
      panel.say('ui.problem.unseen'),
      panel.say('ui.problem.elsewhere'),
    );
    expect(await panel.isMasked()).toBe(true);
  };
  const nothingSaid = async () => {
    await panel.click('button', panel.say('ui.close'));
    await panel.until(() => document.querySelector('.undobar') === null);
  };
  /** What is in sight again obeys again: the attack alone was the reason. */
  const obeysAgain = async () => {
    await panel.inSight();
    await nothingSaid();
    await panel.reveal();
    await panel.until(() => !document.querySelector('.phone-digits')?.textContent?.includes('*'));
    await panel.reveal();
    await panel.until(() => document.querySelector('.phone-digits')?.textContent?.includes('*') === true);
  };

  it.each([
    ['over the page', false],
    ['in the top layer', true],
  ])('a sheet %s: pressed for nothing, and told why', async (_, onTop) => {
    await panel.inSight();
    await lay(onTop);
    await pressBlindly();
    await lift();
    await obeysAgain();
  });

  it.each(Object.keys(STYLES))('%s: pressed for nothing, and told why', async (name) => {
    const [on, property, value] = STYLES[name]!;
    await panel.inSight();
    await style(on, property, value);
    await pressBlindly();
    await style(on, property, '');
    await obeysAgain();
  });

  it('what stays covered waits in the popup: done there once, and only there', async () => {
    const notes = new Notes(panel);
    await lay(false);
    await panel.until(() => !('sight' in document.documentElement.dataset));
    // It takes three seconds until a cover counts as one that stays.
    do await panel.blindly(() => notes.askToRemove(NOTE));
    while ((await panel.said()) !== panel.say('ui.problem.elsewhere'));
    expect(await notes.texts()).toContain(NOTE);

    const popup = await stage.zhibi.openPopup(page);
    await popup.shows(popup.say('confirm.deed.removeNote'));
    await popup.shows(NOTE);
    await popup.click('button', popup.say('confirm.yes'));
    await popup.shows(popup.say('confirm.done'));
    await popup.close();
    await panel.until(
      (text) => ![...document.querySelectorAll('.note-text')].some((each) => each.textContent === text),
      NOTE,
    );
    const again = await stage.zhibi.openPopup(page);
    await again.isFor('王丽华');
    expect(await again.text()).not.toContain(again.say('confirm.title'));
    await again.close();
    await lift();
  });
});
