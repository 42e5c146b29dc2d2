import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LibraryPage } from '../pages/library';
import type { WorkbenchScreen } from '../pages/workbench';
import { faultsOf } from '../support/accessibility';
import { FIRST_CLIENT, modernPage } from '../support/frontEnds';
import { Stage } from '../support/stage';

const CARE = '道谢：开户周年';
const SAID = '{title}，谢谢您一直信任我，有做得不好的地方请您直说。';

/** The library: found and edited in the workbench, said in the panel with the client's name. */
describe('the library', () => {
  let stage: Stage;
  let workbench: WorkbenchScreen;
  let library: LibraryPage;

  beforeAll(async () => {
    stage = await Stage.withSampleBook();
    workbench = await stage.zhibi.openWorkbench('library');
    library = new LibraryPage(workbench);
  });
  afterAll(() => stage?.close());

  /** A place in the words is said in words, too. */
  const asRead = (text: string) => text.replace('{title}', workbench.say('library.place.title'));

  it('is found by its words and by pinyin', async () => {
    await library.finds('开户满一年', CARE);
    await library.finds('kaihuzhounian', CARE);
    expect(await faultsOf(workbench)).toEqual([]);
  });

  it('refuses what a bank may not say, and keeps what was typed until it is mended', async () => {
    await library.write('这款产品稳赚，您放心。');
    await workbench.shows(workbench.say('library.fault.words', '稳赚'));
    expect(await faultsOf(workbench)).toEqual([]);
    await library.write(SAID);
    await library.reads(asRead(SAID));
    await workbench.shows(workbench.say('library.from.changed'));
    await workbench.page.reload();
    await library.finds('kaihuzhounian', CARE);
    await library.reads(asRead(SAID));
  });

  it('goes back to how it came', async () => {
    await workbench.click('button', workbench.say('library.toSeed'));
    await workbench.shows(workbench.say('library.reset'));
    await workbench.click('button', workbench.say('ui.undo'));
    await library.reads(asRead(SAID));
    await workbench.close();
  });

  it('says it in the panel to the client by name, and counts the use', async () => {
    const page = await stage.openPage(modernPage(FIRST_CLIENT));
    const panel = await stage.zhibi.panelOf(page);
    await panel.isComplete();
    await panel.focus();
    await panel.press('k');
    const kinds = await panel.at('#part-tracks select');
    // All that fit best are in sight at once, without a hand on the mouse.
    await panel.until(() => {
      const last = [...document.querySelectorAll('#part-tracks li')].at(-1)?.getBoundingClientRect();
      return last !== undefined && last.top > 0 && last.bottom < innerHeight;
    });
    await kinds.select(panel.say('library.kind.care'));
    await panel.click('button', `${CARE} ${panel.say('library.kind.care')}`);
    await panel.shows(SAID.replace('{title}', '王丽华女士').replace('丽华', ''));
    expect(await faultsOf(panel)).toEqual([]);
    await panel.clickOn(await panel.at('#part-tracks .act-track .btn-link'));
    await panel.shows(panel.say('library.itWorked'));
    await panel.click('button', panel.say('library.itWorked'));
    const again = await stage.zhibi.openWorkbench('library');
    await new LibraryPage(again).finds('kaihuzhounian', CARE);
    await again.shows(again.say('library.counts', 1, 1));
  });
});
