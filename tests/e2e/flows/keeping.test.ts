import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Notes } from '../pages/notes';
import type { PanelScreen } from '../pages/panel';
import { Profile } from '../pages/profile';
import { FIRST_CLIENT, modernPage } from '../support/frontEnds';
import { Stage } from '../support/stage';

/** What is kept of a client, and how it is corrected, taken back and filled in. */
describe('in the panel', () => {
  let stage: Stage;
  let page: Page;
  let panel: PanelScreen;

  const reload = async () => {
    await page.reload();
    panel = await stage.zhibi.panelOf(page);
    await panel.isComplete();
  };

  beforeAll(async () => {
    stage = await Stage.withSampleBook();
    page = await stage.openPage(modernPage(FIRST_CLIENT));
    panel = await stage.zhibi.panelOf(page);
    await panel.isComplete();
  });
  afterAll(() => stage?.close());

  it('a log can be taken back: history, due day and badge are as before', async () => {
    const [standing, badge] = [await panel.standing(), await stage.zhibi.badge()];
    await panel.log({ letter: 'M', note: '记错了客户' });
    await panel.historyShows('记错了客户');
    await stage.zhibi.badgeSays(String(Number(badge) - 1));
    await panel.undo();
    await panel.historyShowsNot('记错了客户');
    await stage.zhibi.badgeSays(badge);
    await panel.standingIs(standing);
    await reload();
    await panel.historyShowsNot('记错了客户');
  });

  it('a correction stands in place of the entry, and both can be read', async () => {
    await panel.log({ letter: 'T', note: '约在周三' });
    // Before it is there the newest is the entry before.
    await panel.historyShows('约在周三');
    await panel.amendNewest();
    await panel.draftSays('约在周三');
    expect(await panel.saveWord()).toBe(panel.say('log.amendFor', '王丽华'));
    await panel.fill(await panel.at('.logform textarea'), '约在周四');
    await panel.save();
    await panel.historyShows('约在周四');
    await panel.historyShowsNot('约在周三');
    await panel.click('button', panel.say('history.amended', 1));
    await panel.historyShows('约在周三');
    await panel.historyShows('约在周四');
  });

  it('another tier is another measure for the next contact', async () => {
    await panel.dueLineShows(panel.say('panel.due.every.tier', 'A', 30));
    const standing = await panel.standing();
    await panel.setTier(panel.say('tier.a'), panel.say('tier.b'));
    await panel.dueLineShows(panel.say('panel.due.every.tier', 'B', 60));
    await panel.standingIsNot(standing);
    await panel.undo();
    await panel.dueLineShows(panel.say('panel.due.every.tier', 'A', 30));
    await panel.standingIs(standing);
  });

  it('a gap in the profile is filled in place, and the client is known better', async () => {
    const profile = new Profile(panel);
    const score = await panel.score();
    const field = panel.say('field.career');
    expect(await profile.gaps()).toContain(field);
    await profile.fill(field, '先做外贸，后来自己开厂');
    await panel.scoreIsAbove(score);
    expect(await profile.gaps()).not.toContain(field);
    await profile.shows('先做外贸，后来自己开厂');
    await reload();
    await panel.scoreIsAbove(score);
  });

  it('notes are added, pinned, edited, removed and brought back', async () => {
    const notes = new Notes(panel);
    const before = await notes.texts();
    const [pinned = '', ...others] = before;
    await notes.add('女儿明年高考');
    await notes.are([pinned, '女儿明年高考', ...others]);
    await notes.pin('女儿明年高考');
    await notes.are(['女儿明年高考', ...before]);
    await notes.edit('女儿明年高考', '女儿后年高考');
    await notes.are(['女儿后年高考', ...before]);
    await notes.remove('女儿后年高考');
    await notes.are(before);
    await panel.undo();
    await notes.are(['女儿后年高考', ...before]);
    await notes.pin('女儿后年高考');
    await notes.are([pinned, '女儿后年高考', ...others]);
    await reload();
    await new Notes(panel).are([pinned, '女儿后年高考', ...others]);
  });
});
