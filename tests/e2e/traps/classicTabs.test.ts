import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Random, seededRandom } from '../../demo-crm/data/random';
import type { SwitchChanges } from '../../demo-crm/switches';
import { Crowd } from '../support/crowd';
import { framesPass, panelIsSeen } from '../support/onPage';
import { Stage } from '../support/stage';
import { type Verdict, Witness } from '../support/witness';

const SEED = Number(process.env['ZHIBI_SEED'] ?? 20261122);
const SWITCHES = 50;
const BURST = 10;
/** A bank's RM has about so many tabs open. */
const TABS = 12;

type Step = { pause: number; recordId: string; title: string };

const TRAPS: readonly { trap: string; switches: SwitchChanges }[] = [
  { trap: 'former tabs hidden', switches: {} },
  { trap: 'slow fields', switches: { slowMs: 150 } },
  { trap: 'a former client hidden in each tab, closed tabs kept', switches: { staleNodes: true } },
  { trap: 'former tabs in sight for a while', switches: { staleVisibleMs: 150 } },
];

let stage: Stage;
const crowd = new Crowd(TABS);

beforeAll(async () => {
  stage = await Stage.connected();
  await crowd.enter(stage.zhibi);
});
afterAll(() => stage?.close());

async function open(path: string, switches: SwitchChanges): Promise<[Page, Witness]> {
  await fetch(`${stage.origin}/__switches`, { method: 'DELETE' });
  await fetch(`${stage.origin}/__switches`, { method: 'POST', body: JSON.stringify(switches) });
  const page = await stage.browser.newPage();
  const witness = await Witness.of(page);
  await page.goto(`${stage.origin}${path}`);
  return [page, witness];
}

/** Opens each client in a tab of the workspace, or brings the tab to the front where it is open. */
async function flip(steps: readonly Step[]): Promise<void> {
  const workspace = document.querySelector<HTMLIFrameElement>('#mainFrame')?.contentDocument;
  if (!workspace?.defaultView) throw new Error('no workspace');
  for (const { recordId, title, pause } of steps) {
    const tab = [...workspace.querySelectorAll<HTMLElement>('#tabStrip li')].find(
      (each) => each.title === title,
    );
    if (tab) tab.click();
    else {
      const detail = { id: `cust_${recordId}`, title, url: `/classic/detail.do?custNo=${recordId}` };
      workspace.dispatchEvent(new workspace.defaultView.CustomEvent('crm:openTab', { detail }));
    }
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

const steps = (count: number, random: Random): Step[] =>
  Array.from({ length: count }, () => {
    const { recordId, name } = random.pick(crowd.clients);
    return { recordId, title: name, pause: random.pick([0, 0, 10, 30, 60, 150]) };
  });

async function workspaceIsThere(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector<HTMLIFrameElement>('#mainFrame')?.contentDocument?.querySelector('#tabStrip li'),
    { polling: 20 },
  );
}

function tell(trap: string, switched: number, { looks, visible, wrong }: Verdict): void {
  console.info(
    `/classic, ${trap}: ${switched} switches, ${looks} looks, ${visible} with a client in sight, ${wrong.length} wrong`,
  );
}

describe('frames in frames, a tab for each client', () => {
  it.each(TRAPS)('$trap: never anybody but the tab in front', async ({ trap, switches }) => {
    const [page, witness] = await open('/classic/index.do?demo=1', switches);
    await workspaceIsThere(page);
    const random = seededRandom(SEED);
    const ends: string[] = [];
    for (let from = 0; from < SWITCHES; from += BURST) {
      const burst = steps(BURST, random);
      await page.evaluate(flip, burst);
      const { recordId = '' } = burst.at(-1) ?? {};
      await panelIsSeen(page);
      await (await stage.zhibi.panelOf(page)).showsClient(crowd.named(recordId, 'zh'));
      // Long enough for whatever comes late.
      await framesPass(page, 10);
      ends.push(recordId);
    }
    const verdict = await witness.verdict(crowd.belongs('zh'));
    tell(trap, SWITCHES, verdict);
    expect(verdict.wrong).toEqual([]);
    for (const recordId of ends) expect(verdict.seen).toContain(recordId);
    await page.close();
  });

  it('never anybody while the next page is on its way beside the last', async () => {
    const [page, witness] = await open('/classic/index.do?demo=1', { staleVisibleMs: 1000, bodyMs: 500 });
    await workspaceIsThere(page);
    const few = crowd.clients.slice(0, 4);
    for (const { recordId, name } of few) {
      await page.evaluate(flip, [{ recordId, title: name, pause: 0 }]);
      await panelIsSeen(page);
      await (await stage.zhibi.panelOf(page)).showsClient(crowd.named(recordId, 'zh'));
    }
    const verdict = await witness.verdict(crowd.belongs('zh'));
    tell('the next on its way beside the last', few.length, verdict);
    expect(verdict.wrong).toEqual([]);
    await page.close();
  });
});
