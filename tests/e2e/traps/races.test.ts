import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Random, seededRandom } from '../../demo-crm/data/random';
import type { SwitchChanges } from '../../demo-crm/switches';
import { Crowd } from '../support/crowd';
import { framesPass, pageIsAtRest, panelIsHidden, panelIsSeen } from '../support/onPage';
import { Stage } from '../support/stage';
import { walk, wander } from '../support/wander';
import { jumbleAnswers } from '../support/watchScript';
import { type Verdict, Witness } from '../support/witness';

/** ZHIBI_SEED repeats a walk. */
const SEED = Number(process.env['ZHIBI_SEED'] ?? 20261122);

const CLIENTS = 50;
/** So many are walked through before the page may come to rest. */
const BURST = 10;

interface App {
  name: 'modern' | 'cloud';
  language: 'zh' | 'en';
  /** A page that knows many clients' names before any is opened, as a list does. */
  start: string;
  clientPage(recordId: string): string;
  /** In the page: every number that the client's own part says is the client's. */
  numbers(): string[];
}

const APPS: readonly App[] = [
  {
    name: 'modern',
    language: 'zh',
    start: '/modern/clients/10000001/split?demo=1',
    clientPage: (recordId) => `/modern/clients/${recordId}`,
    numbers: () =>
      [...document.querySelectorAll('.client-header__no, .basic-card .el-descriptions__label')]
        .filter((each) => each.checkVisibility())
        .map((each) => {
          if (each.matches('.client-header__no')) return each.textContent ?? '';
          return each.textContent === '客户编号' ? (each.nextElementSibling?.textContent ?? '') : '';
        }),
  },
  {
    name: 'cloud',
    language: 'en',
    start: '/cloud/?demo=1#/accounts',
    clientPage: (recordId) => `#/accounts/${recordId}/view`,
    numbers: () =>
      [...(document.querySelector('cx-app')?.shadowRoot?.querySelectorAll('cx-record-page') ?? [])]
        .filter((each) => each.checkVisibility())
        .flatMap((each) => [
          ...(each.shadowRoot?.querySelectorAll('cx-field[field-label="Account Number"] > *') ?? []),
        ])
        .map((each) => each.getAttribute('value') ?? ''),
  },
];

/** What a page does badly, and how late and out of order its answers come. */
const TRAPS: readonly { trap: string; switches: SwitchChanges; jumbleMs?: number }[] = [
  { trap: 'nothing wrong with the page', switches: {} },
  { trap: 'slow fields', switches: { slowMs: 150 } },
  { trap: 'former clients hidden in the page', switches: { staleNodes: true } },
  { trap: 'former clients in sight for a while', switches: { staleNodes: true, staleVisibleMs: 150 } },
  { trap: 'late answers drawn over the next client', switches: { raceBug: true }, jumbleMs: 250 },
];

let stage: Stage;
const crowd = new Crowd(CLIENTS);

beforeAll(async () => {
  stage = await Stage.connected();
  await crowd.enter(stage.zhibi);
});
afterAll(() => stage?.close());

async function openApp(app: App, switches: SwitchChanges, jumbleMs: number): Promise<[Page, Witness]> {
  await fetch(`${stage.origin}/__switches`, { method: 'DELETE' });
  await fetch(`${stage.origin}/__switches`, { method: 'POST', body: JSON.stringify(switches) });
  const page = await stage.browser.newPage();
  const witness = await Witness.of(page);
  await page.evaluateOnNewDocument(jumbleAnswers, jumbleMs, SEED);
  await page.goto(`${stage.origin}${app.start}`);
  await pageIsAtRest(page);
  return [page, witness];
}

/** Walks through ten clients at a time; `atRest` looks at what comes of each walk. */
async function walkThrough(
  app: App,
  page: Page,
  random: Random,
  atRest: (recordId: string) => Promise<void>,
): Promise<void> {
  const recordIds = random.shuffle(crowd.recordIds);
  for (let from = 0; from < recordIds.length; from += BURST) {
    const burst = recordIds.slice(from, from + BURST);
    await page.evaluate(wander, walk(burst.map(app.clientPage), random));
    await pageIsAtRest(page);
    await atRest(burst.at(-1) ?? '');
  }
}

function tell(app: App, trap: string, { looks, visible, wrong }: Verdict): void {
  console.info(
    `/${app.name}, ${trap}: ${CLIENTS} switches, ${looks} looks, ${visible} with a client in sight, ${wrong.length} wrong`,
  );
}

describe.each(APPS)('through fifty clients of /$name', (app) => {
  it.each(TRAPS)(
    '$trap: never anybody else, and the last one in the end',
    async ({ trap, switches, jumbleMs }) => {
      const [page, witness] = await openApp(app, switches, jumbleMs ?? 0);
      const ends: string[] = [];
      await walkThrough(app, page, seededRandom(SEED), async (recordId) => {
        const numbers = (await page.evaluate(app.numbers)).filter((each) => each !== '');
        if (switches.raceBug && numbers.some((each) => each !== recordId)) {
          // The page contradicts itself for good: nobody is to be shown.
          await panelIsHidden(page);
          return;
        }
        await panelIsSeen(page);
        await (await stage.zhibi.panelOf(page)).showsClient(crowd.named(recordId, app.language));
        // Long enough for whatever comes late.
        await framesPass(page, 10);
        ends.push(recordId);
      });
      const verdict = await witness.verdict(crowd.belongs(app.language));
      tell(app, trap, verdict);
      expect(verdict.wrong).toEqual([]);
      for (const recordId of ends) expect(verdict.seen).toContain(recordId);
      await page.close();
    },
  );

  it('two clients on the page: nobody, ever', async () => {
    const [page, witness] = await openApp(app, { twoClients: true }, 0);
    await walkThrough(app, page, seededRandom(SEED), async () => undefined);
    const popup = await stage.zhibi.openPopup(page);
    await popup.shows(popup.say('popup.notRecognised'));
    await popup.close();
    const verdict = await witness.verdict(crowd.belongs(app.language));
    expect(verdict.visible).toBe(0);
    expect(page.frames().some((frame) => frame.url().includes('panel.html'))).toBe(false);
    await page.close();
  });
});
