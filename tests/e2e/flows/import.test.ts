import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { utils, write } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SpreadsheetsPage } from '../pages/spreadsheets';
import type { WorkbenchScreen } from '../pages/workbench';
import { faultsOf } from '../support/accessibility';
import { Stage } from '../support/stage';

const fixture = async (name: string): Promise<Uint8Array> =>
  new Uint8Array(await readFile(path.join('tests/fixtures/import', name)));

/** A contact calendar as a workbook: days as Excel keeps them, a note behind a letter. */
function calendarBook(): Uint8Array {
  const sheet = utils.aoa_to_sheet([
    ['客户', 46062, 46063, 46064],
    ['王丽华', 'T', '', 'M'],
    ['陈雅婷', '', '微', ''],
  ]);
  for (const place of ['B1', 'C1', 'D1']) sheet[place].z = 'yyyy-mm-dd';
  sheet['B2'].c = [{ a: 'RM', t: '谈了存单到期' }];
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '联系日历');
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }));
}

/** Spreadsheets in a real browser: a worker reads them, one commit brings them in, one takes them back. */
describe('bringing spreadsheets in', () => {
  let stage: Stage;
  let workbench: WorkbenchScreen;
  let sheets: SpreadsheetsPage;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'zhibi-sheets-'));
    stage = await Stage.open();
    workbench = await stage.zhibi.openWorkbench('import');
    sheets = new SpreadsheetsPage(workbench, folder);
  });
  afterAll(async () => {
    await stage?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('takes a client list in GB18030, and tells each cell that cannot be relied on', async () => {
    expect(await faultsOf(workbench)).toEqual([]);
    await sheets.choose('名单.csv', await fixture('clients-gb18030.csv'));
    await sheets.columnsHold(
      workbench.say('importing.field.who.number'),
      workbench.say('importing.field.who.name'),
      workbench.say('importing.field.who.phone'),
      workbench.say('importing.field.who.birthday'),
    );
    expect(await faultsOf(workbench)).toEqual([]);
    await sheets.check();
    await workbench.shows(workbench.say('importing.fault.noSuchDay'));
    await workbench.shows('2月30日');
    expect(await faultsOf(workbench)).toEqual([]);
    const joint = workbench.say('importing.count.joint');
    await sheets.bringIn(
      [workbench.say('importing.count.made', 3), workbench.say('importing.count.notes', 2)].join(joint),
    );
    expect(await faultsOf(workbench)).toEqual([]);
    await workbench.goTo('book');
    await workbench.shows('陈雅婷');
  });

  it('lays a contact calendar upon those clients when told that they are the same, and takes it back', async () => {
    await workbench.goTo('import');
    await sheets.choose('日历.xlsx', calendarBook());
    await sheets.columnsHold(workbench.say('importing.field.who.name'));
    await sheets.check();
    await workbench.click('button', workbench.say('importing.takeForTheSame', 2));
    const joint = workbench.say('importing.count.joint');
    await sheets.bringIn(
      [workbench.say('importing.count.changed', 2), workbench.say('importing.count.contacts', 3)].join(joint),
    );
    await sheets.takeBack();
  });

  it('refuses a bomb, and opens the next file as if nothing had been', async () => {
    await sheets.another();
    const bomb = zipSync({
      'xl/workbook.xml': strToU8('<workbook/>'),
      'xl/worksheets/sheet1.xml': new Uint8Array(101 * 1024 * 1024),
    });
    await sheets.choose('bomb.xlsx', bomb);
    await workbench.shows(workbench.say('importing.refused.tooMuchInside'));
    expect(await faultsOf(workbench)).toEqual([]);
    // Still alive: the next file opens.
    await sheets.choose('保险.csv', await fixture('insurance.csv'));
    await sheets.columnsHold(workbench.say('importing.field.who.name'));
    await workbench.close();
  });
});
