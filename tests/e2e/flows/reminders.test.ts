import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Subject } from '@/utils/app/command';
import { noteId } from '@/utils/domain/schema/ids';
import { civilDay } from '@/utils/domain/schema/time';
import { todayHere } from '../../../scripts/today';
import { aContact } from '../../unit/domain/build';
import { Notes } from '../pages/notes';
import { Reminding } from '../pages/reminding';
import { PATIENCE } from '../pages/screen';
import { faultsOf } from '../support/accessibility';
import { carryOut } from '../support/carryOut';
import { FIRST_CLIENT, modernPage } from '../support/frontEnds';
import { Stage } from '../support/stage';

const TODAY = civilDay.parse(todayHere());
const NOTE = noteId.parse('5e'.repeat(12));
/** A client as a page of the demo CRM names her. */
const onPage = (recordId: string, name: string): Subject => ({
  type: 'sighted',
  sighting: {
    adapter: 'demo',
    record: { crmId: 'demo-bank', entity: 'individual', recordId },
    kind: 'individual',
    name,
    fields: [],
    contacts: [],
  },
});

/** Reminders by the browser's notifications: once each, whatever becomes of the worker and the browser. */
describe('reminders', () => {
  let stage: Stage;
  let reminding: Reminding;

  beforeAll(async () => {
    stage = await Stage.open({ has: 'book', restarts: true, notifies: true });
    reminding = new Reminding(stage.browser);
  });
  afterAll(() => stage?.close());

  it('come in one notification once they are switched on, and nothing is kept in the open', async () => {
    expect(await reminding.notices()).toEqual([]);
    const options = await stage.zhibi.openOptions('reminders');
    await options.remindAlways();
    expect(await faultsOf(options)).toEqual([]);
    await reminding.showsNotices(1);
    const kept = await reminding.kept();
    expect(kept).toMatch(/^\[\{"again":null,"at":\d+,"key":"[0-9a-f]{32}"/);
    expect(kept).not.toMatch(/promise|birthday|maturity|\d{4}-\d\d-\d\d/);
    await options.close();
  });

  it('are put off by a button, and come again later today or tomorrow', async () => {
    const [notice = ''] = await reminding.notices();
    await reminding.press(notice, 1);
    const again = await reminding.isPutOff();
    expect(again - Date.now()).toBeGreaterThan(100 * 60_000);
    await reminding.showsNotices(0);
    // The alarm follows what is kept.
    await vi.waitFor(async () => expect(await reminding.hasAlarm()).toBeLessThanOrEqual(again), PATIENCE);
  });

  it('do not come again when the worker was stopped, nor when a note for tomorrow is added', async () => {
    await reminding.clear();
    await stage.zhibi.stopWorker();
    const page = await stage.openPage(modernPage(FIRST_CLIENT));
    const panel = await stage.zhibi.panelOf(page);
    await panel.isComplete();
    await reminding.forgetAlarm();
    await new Notes(panel).addWithReminder('孩子中考，考完问一声', panel.say('when.tomorrow'));
    expect(await reminding.hasAlarm()).toBeGreaterThan(Date.now());
    expect(await reminding.notices()).toEqual([]);
    await page.close();
  });

  it('do not come again after a restart, and wait for the next', async () => {
    await reminding.forgetAlarm();
    await stage.restart();
    reminding = new Reminding(stage.browser);
    expect(await reminding.hasAlarm()).toBeGreaterThan(Date.now());
    expect(await reminding.notices()).toEqual([]);
  });

  it('are done by the button where one note is all there is', async () => {
    const options = await stage.zhibi.openOptions();
    await carryOut(options.page, {
      do: 'addNote',
      subject: onPage(FIRST_CLIENT, '王丽华'),
      noteId: NOTE,
      text: '问一声存单打算',
      pinned: false,
      remind: { day: TODAY, minute: null },
    });
    const [notice = ''] = await reminding.showsNotices(1);
    const page = await stage.openPage(modernPage(FIRST_CLIENT));
    const panel = await stage.zhibi.panelOf(page);
    await panel.isComplete();
    const notes = new Notes(panel);
    expect(await notes.isReminded('问一声存单打算')).toBe(true);
    await reminding.press(notice, 0);
    await notes.isNotReminded('问一声存单打算');
    expect(await reminding.notices()).toEqual([]);
    await page.close();
    await options.close();
  });

  it('open the client by the button where only a log can settle them', async () => {
    const options = await stage.zhibi.openOptions();
    const {
      id,
      clientId: _,
      origin,
      state,
      enteredInCrm,
      supersedes,
      keeps,
      loggedAt,
      ...details
    } = aContact(TODAY, 7001, {
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      nextStep: { text: '今天回电', due: TODAY },
    });
    const command = { do: 'logContact', contactId: id, details, keeps: null, answers: null } as const;
    const client = await carryOut(options.page, { ...command, subject: onPage('20009999', '沈新来') });
    const [notice = ''] = await reminding.showsNotices(1);
    const opened = stage.browser.waitForTarget((each) => each.url().endsWith(`#book/client/${client}`));
    await reminding.press(notice, 0);
    await (await (await opened).asPage()).close();
    expect(await reminding.notices()).toEqual([]);
    await options.close();
  });

  it('stand on today’s list too, one key each', async () => {
    const popup = await stage.zhibi.openPopup(await stage.openPage(modernPage(FIRST_CLIENT)));
    await popup.isFor('王丽华');
    await popup.at('.plist .prow-name');
    await popup.comeToFront();
    // Who stands first when the key comes: the list may grow while it is read.
    await popup.surface.evaluate(() => {
      document.addEventListener(
        'keydown',
        () => {
          document.body.dataset['first'] = document.querySelector('.plist .prow-name')?.textContent ?? '';
        },
        { capture: true },
      );
    });
    await popup.press('1');
    await popup.until(
      () => document.querySelector('.pwho h1')?.textContent === document.body.dataset['first'],
    );
    expect(await faultsOf(popup)).toEqual([]);
    await popup.close();
  });
});
