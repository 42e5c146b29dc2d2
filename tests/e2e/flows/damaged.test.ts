import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAMAGES, databaseFolder } from '../../bench/store/damage';
import { FIRST_CLIENT, modernPage } from '../support/frontEnds';
import { Stage } from '../support/stage';

/** What the canary keeps outside the database. */
interface Kept {
  seq: number;
  damage: { why: string; had: number; has: number } | null;
}

/** The files of the database are damaged while the browser is closed; of itself the browser says nothing of that. */
describe('a book whose files were damaged', () => {
  let stage: Stage;
  let entries: number;

  const canary = async (): Promise<Kept> => {
    const options = await stage.zhibi.openOptions('data');
    const { canary: kept } = await options.surface.evaluate(() => chrome.storage.local.get('canary'));
    await options.close();
    return kept as Kept;
  };

  beforeAll(async () => {
    stage = await Stage.open({ has: 'book', restarts: true });
    const panel = await stage.zhibi.panelOf(await stage.openPage(modernPage(FIRST_CLIENT)));
    await panel.isComplete();
    await panel.log({ letter: 'T', note: '损坏之前' });
    const options = await stage.zhibi.openOptions('data');
    expect(await options.isWhole()).toBe(true);
    entries = (await options.rows())['journal'] ?? 0;
    await options.page.waitForFunction(
      async (wanted) =>
        ((await chrome.storage.local.get('canary'))['canary'] as { seq: number }).seq === wanted,
      { polling: 50 },
      entries,
    );
    await stage.restart((profile) => {
      const damage = DAMAGES.find(({ name }) => name === 'the log is cut to half');
      damage?.inflict(databaseFolder(profile));
    });
  });
  afterAll(() => stage?.close());

  it('is found out, and the loss is counted', async () => {
    const page = await stage.openPage(modernPage(FIRST_CLIENT));
    const popup = await stage.zhibi.openPopup(page);
    await popup.shows(popup.say('popup.trouble.damaged'));
    await popup.close();
    const { damage } = await canary();
    expect(damage?.had).toBe(entries);
    expect(damage?.has).toBeLessThan(entries);
  });

  it('is written no more, by anybody, and says why', async () => {
    const options = await stage.zhibi.openOptions('data');
    await options.shows(options.say('popup.trouble.damaged'));
    const before = await options.rows();
    const page = await stage.openPage(modernPage(FIRST_CLIENT));
    const panel = await stage.zhibi.panelOf(page);
    await panel.isComplete();
    await panel.openLog('T');
    await panel.writeNote('损坏之后');
    await panel.pressSave();
    await panel.shows(panel.say('ui.problem.damaged'));
    expect(await panel.draftNote()).toBe('损坏之后');
    expect({ ...(await options.rows()), drafts: 0 }).toEqual({ ...before, drafts: 0 });
  });
});
