import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Notes } from '../pages/notes';
import { OutScreen } from '../pages/out';
import type { PanelScreen } from '../pages/panel';
import { modernPage } from '../support/frontEnds';
import { Stage } from '../support/stage';

/** Nobody in the sample book: a client of the user's own. */
const OWN_CLIENT = '10000030';
/** Far more than it takes; what it takes is looked at. */
const MOST_MS = 20_000;

/** What was erased leaves the disk's files, and the book that stays is whole. */
describe('a deep erase', () => {
  let stage: Stage;
  let page: Page;
  let panel: PanelScreen;
  /** Bytes of the sealed rows of a client who is erased. */
  let marks: Buffer[];

  const filesWithTraces = async (): Promise<string[]> =>
    [...(await stage.filesHolding(marks)).values()].flat();

  beforeAll(async () => {
    stage = await Stage.open({ has: 'book', restarts: true });
    page = await stage.openPage(modernPage(OWN_CLIENT));
    panel = await stage.zhibi.panelOf(page);
    await panel.shows(panel.say('panel.first.title'));
    await panel.click('button', panel.say('panel.first.track'));
    await panel.isComplete();
    await new Notes(panel).add('要被抹除的一句话');
  });
  afterAll(() => stage?.close());

  it('is worth it: what was erased is still in the files', async () => {
    const name = (await panel.clientName()) ?? '';
    const { surface, language } = await stage.zhibi.openWorkbench('out');
    const out = new OutScreen(surface, language);
    const sealed = await out.raw(async (db) => {
      const all = <Row>(table: string) =>
        new Promise<Row[]>((resolve) => {
          const asked = db.transaction(table).objectStore(table).getAll();
          asked.onsuccess = () => resolve(asked.result);
        });
      const notes = await all<{ ck: string; seq: number; sealed: Uint8Array }>('notes');
      const mine = notes.reduce((last, one) => (one.seq > last.seq ? one : last));
      const clients = await all<{ id: string; sealed: Uint8Array }>('clients');
      const client = clients.find(({ id }) => id === mine.ck);
      return [mine.sealed, client?.sealed ?? new Uint8Array()].map((bytes) => [...bytes.slice(-24)]);
    });
    marks = sealed.map((bytes) => Buffer.from(bytes));
    expect(marks.map(({ length }) => length)).toEqual([24, 24]);
    await page.close();
    await out.chooseClient(out.say('out.which'), name);
    await out.write(out.say('out.typeName', name), name);
    await out.click('button', out.say('out.eraseGo'));
    await out.until(() => document.querySelector('.outerase') === null);
    expect((await filesWithTraces()).length).toBeGreaterThan(0);
  });

  it('takes it out of them by the next start, and leaves the book whole', async () => {
    const options = await stage.zhibi.openOptions('data');
    const before = await options.rows();
    const begun = Date.now();
    await options.click('button', options.say('deepErase.go'));
    await options.at('#data .ogood .btn');
    expect(Date.now() - begun).toBeLessThan(MOST_MS);
    await stage.restart();
    const again = await stage.zhibi.openOptions('data');
    expect(await again.isWhole()).toBe(true);
    expect(bodies(await again.rows())).toEqual(bodies(before));
    await again.close();
    expect(await filesWithTraces()).toEqual([]);
  });
});

/** All but the state of the store, of which a part is made when there is time. */
const bodies = ({ meta, ...rest }: Record<string, number>): Record<string, number> => rest;
