import { mkdirSync } from 'node:fs';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extensionWorker } from '../../../scripts/browser';
import type { SwitchChanges } from '../../demo-crm/switches';
import { PATIENCE } from '../pages/screen';
import { TroubleScreen } from '../pages/trouble';
import { FIRST_CLIENT, modernPage } from '../support/frontEnds';
import { panelIsHidden, panelIsSeen } from '../support/onPage';
import { Stage } from '../support/stage';

/** Individuals of the demo bank, each with all fields; the first is in the sample book. */
const CLIENTS = [FIRST_CLIENT, '10000002', '10000003', '10000004', '10000005'];

/** As much of the counts as is waited for. */
interface Kept {
  page: string;
  sighted: number;
  unread: { pages: number } | null;
  kinds: { individual?: Record<string, { run: { clients: number } | null }> };
}

interface Seen {
  fields: { key: string }[];
}

/** How many different clients the counts of the page know by now. */
async function clientsCounted(stage: Stage): Promise<{ sighted: number; run: number; unread: number }> {
  const worker = await extensionWorker(stage.browser);
  return worker.evaluate(async () => {
    const kept = await chrome.storage.session.get<{ adapterHealth?: Kept[] }>('adapterHealth');
    const page = kept.adapterHealth?.find((one) => one.page === 'page');
    const mobile = page?.kinds.individual?.['mobile'];
    return { sighted: page?.sighted ?? 0, run: mobile?.run?.clients ?? 0, unread: page?.unread?.pages ?? 0 };
  });
}

/** The fields of the client in front, as the background has them. */
async function fieldsSeen(stage: Stage): Promise<string[]> {
  const worker = await extensionWorker(stage.browser);
  return worker.evaluate(async () => {
    const kept = await chrome.storage.session.get<Record<string, { sighting?: Seen }>>(null);
    const seen = Object.entries(kept).find(([key, { sighting }]) => key.startsWith('tab:') && sighting);
    return seen?.[1].sighting?.fields.map(({ key }) => key) ?? [];
  });
}

async function until(stage: Stage, what: 'sighted' | 'run' | 'unread', count: number): Promise<void> {
  const deadline = Date.now() + 2 * PATIENCE;
  for (;;) {
    const counted = await clientsCounted(stage);
    if (counted[what] === count) return;
    if (Date.now() > deadline) throw new Error(`${what} is not ${count}: ${JSON.stringify(counted)}`);
    await stage.zhibi.badge();
  }
}

async function set(stage: Stage, changes: SwitchChanges): Promise<void> {
  const answer = await fetch(`${stage.crm.url}/__switches`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(changes),
  });
  expect(answer.ok).toBe(true);
}

/** Opens client after client, each for as long as a page is looked at. */
async function visit(
  stage: Stage,
  page: Page,
  what: 'sighted' | 'run' | 'unread',
  clients = CLIENTS,
): Promise<void> {
  for (const [index, recordId] of clients.entries()) {
    await page.goto(`${stage.crm.url}${modernPage(recordId)}`);
    await until(stage, what, index + 1);
  }
}

describe('a CRM that is redesigned', () => {
  let stage: Stage;
  let page: Page;

  const open = async (recordId: string): Promise<TroubleScreen> => {
    await page.goto(`${stage.crm.url}${modernPage(recordId)}`);
    return troubleOf();
  };
  const troubleOf = async (): Promise<TroubleScreen> => {
    await panelIsSeen(page);
    const { surface, language } = await stage.zhibi.panelOf(page);
    return new TroubleScreen(surface, language);
  };

  beforeAll(async () => {
    stage = await Stage.withSampleBook();
    mkdirSync('.shots', { recursive: true });
    page = await stage.openPage(modernPage(FIRST_CLIENT));
    await page.setViewport({ width: 1280, height: 900 });
    await visit(stage, page, 'sighted');
    await set(stage, { redesign: 'fields' });
    await visit(stage, page, 'run');
  }, 180_000);
  afterAll(() => stage?.close());

  it('says which fields are not found any more, and what they said last', async () => {
    const trouble = await open(FIRST_CLIENT);
    await trouble.told();
    expect((await trouble.lost()).sort()).toEqual(
      ['mobile', 'occupation', 'aum'].map((key) => trouble.say(`field.${key}`)).sort(),
    );
    expect(await trouble.told()).toContain('138****');
  });

  it('finds two of them elsewhere, and says of the third that it is nowhere', async () => {
    const trouble = await open(FIRST_CLIENT);
    const found = await trouble.look();
    expect(found).toHaveLength(2);
    expect(found.join()).toContain('联系手机');
    expect(found.join()).toContain('管理资产规模');
    expect(await trouble.told()).toContain(
      trouble.say('panel.lost.nowhere', trouble.say('field.occupation')),
    );
    await page.screenshot({ path: '.shots/page-lost.png' });
    await trouble.keep();
  });

  it('reads them there at once, without the page being loaded again', async () => {
    const trouble = await troubleOf();
    await trouble.shows(trouble.say('panel.lost.mendedTitle'));
    expect(await trouble.lost()).toEqual([trouble.say('field.occupation')]);
    expect(await fieldsSeen(stage)).toEqual(expect.arrayContaining(['mobile', 'aum']));
  });

  it('takes that back', async () => {
    const trouble = await troubleOf();
    await trouble.takeBack();
    const again = await troubleOf();
    await again.shows(again.say('field.aum'));
    expect(await again.lost()).toHaveLength(3);
  });

  it('never guesses a client whose number the page does not say any more', async () => {
    await set(stage, { redesign: 'record' });
    await page.goto(`${stage.crm.url}${modernPage(FIRST_CLIENT)}`);
    await page.waitForSelector('.basic-card .el-descriptions__content');
    await panelIsHidden(page);
    await visit(stage, page, 'unread', CLIENTS.slice(0, 3));
    await panelIsHidden(page);
    const options = await stage.zhibi.openOptions('adapters');
    await options.shows(options.say('options.adapters.unread', '').replace(/^起/, '').trim());
    await options.close();
  }, 120_000);

  it('is taught that page again, and knows the clients of the book as before', async () => {
    await page.goto(`${stage.crm.url}${modernPage(FIRST_CLIENT)}`);
    const popup = await stage.zhibi.openPopup(page);
    await popup.click('button', popup.say('teach.startPage'));
    await page.bringToFront();
    let teacher = await stage.zhibi.teacherOf(page);
    await teacher.isAt('understood');
    await teacher.confirm();
    await teacher.isAt('second');
    await page.goto(`${stage.crm.url}${modernPage(CLIENTS[1] ?? '')}`);
    teacher = await stage.zhibi.teacherOf(page);
    await teacher.isAt('other');
    await page.goto(`${stage.crm.url}/modern/clients?demo=1`);
    teacher = await stage.zhibi.teacherOf(page);
    await teacher.isAt('naming');
    await teacher.keep();
    await teacher.isAt('done');
    await page.goto(`${stage.crm.url}${modernPage(FIRST_CLIENT)}`);
    const panel = await stage.zhibi.panelOf(page);
    await panel.showsClient('王丽华');
    await panel.isComplete();
    await panelIsSeen(page);
  });
});
