import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recoveryWords } from '@/utils/app/lock/recoveryKey';
import { Notes } from '../pages/notes';
import type { PanelScreen } from '../pages/panel';
import { SyncScreen } from '../pages/sync';
import { faultsOf } from '../support/accessibility';
import { CouchGate } from '../support/couchGate';
import { FIRST_CLIENT, modernPage } from '../support/frontEnds';
import { Stage } from '../support/stage';

const CLIENT = '王丽华';

/** One of a user's two computers. */
interface Device {
  stage: Stage;
  sync: SyncScreen;
}

/** Two browsers with a profile each, and one server between them. */
describe('one book on two devices', () => {
  let gate: CouchGate;
  let office: Device;
  let home: Device;
  let atOffice: PanelScreen;
  let atHome: PanelScreen;
  const stages: Stage[] = [];
  const closeAll = async () => {
    for (const stage of stages.splice(0)) await stage.close();
  };

  const page = (stage: Stage): Promise<Page> =>
    stage.zhibi.openPage(`${office.stage.crm.url}${modernPage(FIRST_CLIENT)}`);
  const syncOf = async (stage: Stage): Promise<SyncScreen> => {
    const { surface, language } = await stage.zhibi.openOptions('sync');
    return new SyncScreen(surface, language);
  };
  const access = () => ({
    url: `${gate.origin}/zhibi-7731`,
    user: gate.user,
    password: gate.password,
  });

  beforeAll(async () => {
    gate = await CouchGate.open();
    const stage = await Stage.withSampleBook();
    stages.push(stage);
    office = { stage, sync: await syncOf(stage) };
    atOffice = await stage.zhibi.panelOf(await page(stage));
    const other = await Stage.open();
    stages.push(other);
    await other.zhibi.setUp(stage.origin, { book: false });
    home = { stage: other, sync: await syncOf(other) };
    for (const { zhibi } of [stage, other]) await zhibi.grant(gate.origin);
  });
  afterAll(async () => {
    await closeAll();
    await gate?.close();
  });

  it('begins where no database is, once its user says that one is to be made', async () => {
    const { sync } = office;
    await sync.tryAt(access(), '行里');
    await sync.click('button', sync.say('sync.create'));
    await sync.isSafe();
    expect(await faultsOf(sync)).toEqual([]);
  });

  it('is joined by a code and six digits, and everything comes', async () => {
    await home.sync.tryAt(access(), '家里');
    await home.sync.shows(home.sync.say('sync.found.foreign'));
    await home.sync.joinBy(await office.sync.invite());
    const [here, there] = [await office.sync.digits(6), await home.sync.digits(6)];
    expect(here).toBe(there);
    await office.sync.digitsAreTheSame();
    await home.sync.digitsAreTheSame();
    await home.sync.isSafe();
    atHome = await home.stage.zhibi.panelFor(await page(home.stage), CLIENT);
    await atHome.isComplete();
    expect(await atHome.historyCount()).toBe(await atOffice.historyCount());
  });

  it('shows at once in an open panel what another device wrote', async () => {
    await atOffice.log({ letter: 'T', note: '行里打的电话' });
    await office.sync.now();
    await home.sync.now();
    await atHome.comeToFront();
    await atHome.historyShows('行里打的电话');
  });

  it('comes together again after both were offline, and loses no text', async () => {
    await new Notes(atOffice).add('喜欢喝普洱');
    await office.sync.now();
    await home.sync.now();
    gate.mode = 'cut';
    await new Notes(atOffice).edit('喜欢喝普洱', '喜欢喝熟普洱');
    await atHome.comeToFront();
    await atHome.until(() => document.body.innerText.includes('喜欢喝普洱'));
    await new Notes(atHome).edit('喜欢喝普洱', '不喝茶了');
    await atHome.log({ letter: 'W', note: '家里发的微信' });
    gate.mode = 'open';
    for (const { sync } of [office, home, office]) await sync.now();
    for (const panel of [atOffice, atHome]) {
      await panel.comeToFront();
      await panel.historyShows('家里发的微信');
      await panel.until(() =>
        ['喜欢喝熟普洱', '不喝茶了'].every((text) => document.body.innerText.includes(text)),
      );
    }
    expect((await new Notes(atHome).texts()).toSorted()).toEqual(
      (await new Notes(atOffice).texts()).toSorted(),
    );
  });

  it('shows the two texts of one note, and the one that is kept is the only one on both', async () => {
    await atHome.comeToFront();
    const before = (await new Notes(atHome).texts()).length;
    await new Notes(atHome).keepFirstText();
    const kept = await new Notes(atHome).texts();
    expect(kept).toHaveLength(before - 1);
    for (const { sync } of [home, office]) await sync.now();
    await atOffice.comeToFront();
    await new Notes(atOffice).are(kept);
  });

  it('says that the sign-in has ended, sends nothing more, and goes on after another', async () => {
    const { sync } = office;
    gate.mode = 'signedOut';
    await atOffice.log({ letter: 'M', note: '登录断了时写的' });
    await sync.comeToFront();
    await sync.shows(sync.say('sync.status.stops.signIn'));
    gate.mode = 'open';
    await sync.signInAgain(access());
    await sync.isSafe();
    await home.sync.now();
    await atHome.comeToFront();
    await atHome.historyShows('登录断了时写的');
  });

  it('goes on where its worker was stopped in the middle', async () => {
    const { stage, sync } = office;
    const asked = gate.askedInVain();
    await atOffice.log({ letter: 'E', note: '半路停下的' });
    await asked;
    await stage.zhibi.stopWorker();
    gate.mode = 'open';
    await sync.page.reload();
    await sync.isSafe();
    await home.sync.now();
    await atHome.comeToFront();
    await atHome.historyShows('半路停下的');
  });

  it('comes to a new device by the words of the recovery key, where the others are lost', async () => {
    const words = await recoveryWords(new Uint8Array(32).fill(7), 'zh-CN');
    await office.sync.addWords(words.join(' '));
    const count = await atOffice.historyCount();
    await closeAll();
    const stage = await Stage.open();
    stages.push(stage);
    await stage.zhibi.setUp(stage.origin, { book: false });
    await stage.zhibi.grant(gate.origin);
    const sync = await syncOf(stage);
    await sync.tryAt(access(), '新电脑');
    await sync.shows(sync.say('sync.found.foreign'));
    await sync.joinByWords(words.join(' '));
    await sync.isSafe();
    const crm = await stage.zhibi.openPage(`${stage.crm.url}${modernPage(FIRST_CLIENT)}`);
    const panel = await stage.zhibi.panelFor(crm, CLIENT);
    await panel.isComplete();
    expect(await panel.historyCount()).toBe(count);
  });
});
