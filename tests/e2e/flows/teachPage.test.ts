import type { Frame, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileAdapter } from '@/utils/adapters/compile';
import type { CompiledAdapter } from '@/utils/adapters/compiled';
import { assemble } from '@/utils/adapters/generic/assemble';
import { keyFor } from '@/utils/adapters/generic/keys';
import { transformFor } from '@/utils/adapters/generic/transformFor';
import { type TeachReport, teachReport } from '@/utils/messaging/teach';
import { FIRST_CLIENT, FRONT_ENDS, LONG_AGO, modernPage } from '../support/frontEnds';
import { Stage } from '../support/stage';
import { TeachLine } from '../support/teachLine';

/** The adapter of a wizard whose user only says yes. */
function assembled(
  { fields, proposal }: Extract<TeachReport, { kind: 'reading' }>,
  host: string,
): CompiledAdapter {
  if (!proposal) throw new Error('nothing proposed');
  const chosen = fields.map((field) => {
    const key = keyFor(field, 'individual');
    return { field, key, as: transformFor(field, key, 'individual', fields) };
  });
  const made = compileAdapter(
    assemble({
      proposal,
      name: null,
      fields: chosen,
      kind: 'individual',
      title: 'CRM',
      author: 'RM',
      host,
      today: '2026-11-22',
    }),
  );
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value.compiled;
}

const NAMES = {
  classic: { second: '王旭', label: '联系地址', key: 'address', kind: 'address' },
  modern: { second: '王旭', label: '联系地址', key: 'address', kind: 'address' },
  cloud: { second: 'Xu Wang', label: 'Occupation', key: 'occupation', kind: 'other' },
};

describe.each(FRONT_ENDS)('the page’s half of the wizard on /$name', (frontEnd) => {
  const { second, label, key, kind } = NAMES[frontEnd.name];
  let stage: Stage;
  let page: Page;
  let adapter: CompiledAdapter;

  beforeAll(async () => {
    stage = await Stage.open();
    await stage.zhibi.grantNow(stage.origin);
    page = await stage.openPage(frontEnd.clientPage(FIRST_CLIENT));
  });
  afterAll(() => stage?.close());

  const go = async (below: string): Promise<TeachLine> => {
    await page.goto('about:blank');
    await page.goto(`${stage.crm.url}${below}`, { waitUntil: 'load' });
    return TeachLine.open(stage.zhibi, page);
  };

  it('reads the client and proposes how the next one is read', async () => {
    const line = await TeachLine.open(stage.zhibi, page);
    const reading = await line.readClient();
    expect(teachReport.safeParse(reading).success).toBe(true);
    expect(reading).toMatchObject({ page: 'client', origin: stage.origin });
    expect(reading.name?.value).toContain(frontEnd.firstName);
    expect(reading.proposal?.recordId).toBe(FIRST_CLIENT);
    expect(reading.fields.filter(({ find }) => find !== null).length).toBeGreaterThan(8);
    adapter = assembled(reading, new URL(stage.origin).host);
    await line.close();
  });

  it('reads the second client with what was proposed on the first', async () => {
    const line = await go(frontEnd.clientPage(LONG_AGO));
    await line.readClient();
    const { state, seen } = await line.ask({ kind: 'try', adapter }, 'tried');
    expect({ state, recordId: seen?.recordId, name: seen?.name }).toEqual({
      state: 'sighting',
      recordId: LONG_AGO,
      name: second,
    });
    expect(seen?.fields.map((field) => field.key)).toContain(key);
    await line.close();
  });

  it('lets a field be picked, of which the page’s own handlers hear nothing', async () => {
    const line = await go(frontEnd.clientPage(LONG_AGO));
    const { fields } = await line.readClient();
    const field = fields.find((one) => one.label === label);
    if (!field) throw new Error(`no ${label}: ${fields.map((one) => one.label).join()}`);
    const frames = page.frames();
    await Promise.all(frames.map(listen));
    const picked = line.ask({ kind: 'pick' }, 'picked');
    const { x, y } = await placeOf(page, field.value);
    await page.waitForFunction(() => document.activeElement?.localName === 'zhibi-teach');
    await page.mouse.move(x, y);
    await page.mouse.click(x, y);
    expect((await picked).field).toMatchObject({
      label,
      value: field.value,
      find: field.find,
      kind,
    });

    const given = line.ask({ kind: 'pick' }, 'picked');
    await page.waitForFunction(() => document.activeElement?.localName === 'zhibi-teach');
    await page.keyboard.press('Escape');
    expect(await given).toEqual({ kind: 'picked', field: null });

    const stepped = line.ask({ kind: 'pick' }, 'picked');
    await page.waitForFunction(() => document.activeElement?.localName === 'zhibi-teach');
    await page.mouse.move(x, y);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect((await stepped).field).not.toBeNull();
    expect((await Promise.all(frames.map(heard))).flat()).toEqual([]);
    await line.close();
  });

  it('knows nobody on the list, and leaves nothing behind', async () => {
    const line = await go(frontEnd.listPage);
    const { state } = await line.ask({ kind: 'try', adapter }, 'tried');
    expect(state).toBe('none');
    expect(await page.$('zhibi-teach')).not.toBeNull();
    await line.order({ kind: 'end' });
    await page.waitForSelector('zhibi-teach', { hidden: true });
    await line.close();
  });
});

describe('a page that does not say surely which number is the client’s', () => {
  let stage: Stage;
  let page: Page;
  let line: TeachLine;

  beforeAll(async () => {
    stage = await Stage.open();
    await stage.zhibi.grantNow(stage.origin);
    page = await stage.openPage(modernPage(FIRST_CLIENT));
    await page.waitForFunction((label) => document.body.innerText.includes(label), {}, NAMES.modern.label);
    line = await TeachLine.open(stage.zhibi, page);
    await line.readClient();
    await line.close();
    // As a CRM would be whose address names nobody and whose number goes by a word of its own.
    await page.evaluate(() => {
      history.replaceState(null, '', '/modern/customer/detail');
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        if (node.nodeValue) node.nodeValue = node.nodeValue.replace(/客户(?:编)?号/u, '卷宗');
    });
    line = await TeachLine.open(stage.zhibi, page);
  });
  afterAll(() => stage?.close());

  it('names nobody by itself, and the one whose number the user points at', async () => {
    expect(await line.ask({ kind: 'read' }, 'reading')).toMatchObject({ proposal: null, record: null });
    const pointed = line.ask({ kind: 'pick', what: 'number' }, 'reading');
    const { x, y } = await placeOf(page, FIRST_CLIENT);
    await page.waitForFunction(() => document.activeElement?.localName === 'zhibi-teach');
    await page.mouse.move(x, y);
    await page.mouse.click(x, y);
    expect(await pointed).toMatchObject({ proposal: { recordId: FIRST_CLIENT } });
    await line.close();
  });
});

/** Keeps what a frame's own handlers hear of the user, as early as any can stand. */
async function listen(frame: Frame): Promise<void> {
  await frame.evaluate(() => {
    const all: string[] = [];
    Object.assign(window, { heardOfUser: all });
    for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click', 'keydown', 'keyup'])
      window.addEventListener(type, (event) => all.push(event.type), true);
  });
}

const heard = (frame: Frame): Promise<string[]> =>
  frame.evaluate(() => (window as unknown as { heardOfUser?: string[] }).heardOfUser ?? []);

/** Where a text stands in the tab's window, in whichever frame or open shadow root. */
async function placeOf(page: Page, text: string): Promise<{ x: number; y: number }> {
  for (const frame of page.frames()) {
    const found = await frame.evaluateHandle((wanted) => {
      const find = (tree: Document | ShadowRoot): Element | null => {
        for (const element of tree.querySelectorAll('*')) {
          const own = [...(element.shadowRoot ?? element).childNodes].filter(
            (node) => node.nodeType === Node.TEXT_NODE,
          );
          if (own.some((node) => node.nodeValue?.trim() === wanted) && element.checkVisibility())
            return element;
          const inner = element.shadowRoot && find(element.shadowRoot);
          if (inner) return inner;
        }
        return null;
      };
      return find(document);
    }, text);
    const handle = found.asElement();
    if (!handle) continue;
    await handle.evaluate((element) => (element as Element).scrollIntoView({ block: 'center' }));
    const box = await handle.boundingBox();
    if (box) return { x: box.x + Math.min(box.width, 40) / 2, y: box.y + box.height / 2 };
  }
  throw new Error(`nowhere: ${text}`);
}
