import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '@/utils/domain/day';
import { civilDay } from '@/utils/domain/schema/time';
import { todayHere } from '../../../scripts/today';
import { WorkloadScreen } from '../pages/workload';
import { faultsOf } from '../support/accessibility';
import { Stage } from '../support/stage';

/** The calendar, the week plan and leave, as an RM plans the days. */
describe('calendar and week', () => {
  const today = civilDay.parse(todayHere());
  let stage: Stage;
  let screen: WorkloadScreen;

  beforeAll(async () => {
    stage = await Stage.withSampleBook();
    screen = WorkloadScreen.of(await stage.zhibi.openWorkbench('calendar'));
    await screen.at('.crow');
  });
  afterAll(() => stage?.close());

  it('shows the letter of a call at once that is logged beside it', async () => {
    const before = await screen.lettersNow('王丽华');
    const sheet = await screen.openClient('王丽华');
    await sheet.showsClient('王丽华');
    await sheet.openLog('T');
    await sheet.save();
    await screen.letters('王丽华', `${before}T`);
    await screen.click('button', screen.say('workbench.closeSheet'));
    await screen.until(() => document.querySelector('.wsheet') === null);
    expect(await faultsOf(screen)).toEqual([]);
  });

  it('is worked by keys, and has the note behind the cell', async () => {
    await screen.comeToFront();
    await screen.clickMark('王丽华');
    await screen.at('.cnote');
    await screen.press('Escape');
    await screen.until(() => document.querySelector('.cnote') === null);
    expect(await screen.focused()).toContain('王丽华');
    const on = await screen.focused();
    await screen.press('ArrowLeft');
    await screen.until((cell) => document.activeElement?.getAttribute('aria-label') !== cell, on);
    expect(await screen.focused()).toContain('王丽华');
    await screen.press('ArrowRight');
    await screen.until((cell) => document.activeElement?.getAttribute('aria-label') === cell, on);
    const heading = await screen.surface.$eval('.cstep b', (each) => each.textContent);
    await screen.press('PageDown');
    await screen.until((month) => document.querySelector('.cstep b')?.textContent !== month, heading);
    expect(await screen.focused()).toContain('王丽华');
  });

  it('moves a client to another day of the week, and keeps it over a reload', async () => {
    await screen.goTo('week');
    await screen.toWeekWithRoom();
    const [[name, at] = ['', 0]] = Object.entries(await screen.places());
    const [first = 0, second = 0] = await screen.openDays();
    expect(at).toBe(first);
    await (await screen.find('button', name)).focus();
    await screen.page.keyboard.down('Alt');
    await screen.press('ArrowRight');
    await screen.page.keyboard.up('Alt');
    await screen.standsOn(name, second);
    expect(await faultsOf(screen)).toEqual([]);
    await screen.page.reload();
    await screen.toWeekWithRoom();
    await screen.standsOn(name, second);
  });

  it('has a client dragged to another day, and keeps that too', async () => {
    await screen.goTo('week');
    await screen.toWeekWithRoom();
    const [first = 0, second = 0] = await screen.openDays();
    const [name] = Object.entries(await screen.places()).find(([, at]) => at === second) ?? [];
    if (name === undefined) throw new Error('nobody on the second day');
    await screen.drag(name, first);
    await screen.standsOn(name, first);
    await screen.page.reload();
    await screen.toWeekWithRoom();
    await screen.standsOn(name, first);
  });

  it('has both sides of the balance, and says whom to see instead of whom, and why', async () => {
    await screen.goTo('balance');
    const words = (key: string, ...places: string[]) => screen.say(`balance.${key}`, ...places);
    await screen.overSays('邓慧', words('times', '30', '3'), words('instead'), '王旭', words('why.area'));
    await screen.overSays('邹启航', words('times', '60', '3'), '白桂兰', words('why.areaAndTier'));
    const [over, under] = [await screen.sideOf('over'), await screen.sideOf('under')];
    expect(over.map((line) => line.split(' ')[0])).toEqual(['邓慧', '邹启航']);
    const waiting = (name: string) => under.some((line) => line.startsWith(`${name} `));
    expect(['王旭', '白桂兰', '邓慧', '邹启航'].map(waiting)).toEqual([true, true, false, false]);
    expect(await faultsOf(screen)).toEqual([]);
  });

  it('proposes the next who waits, once the one is met', async () => {
    const sheet = await screen.openClient('白桂兰');
    await sheet.showsClient('白桂兰');
    await sheet.openLog('M');
    await sheet.save();
    await screen.overSays('邹启航', '临澜丽华服饰有限公司', screen.say('balance.why.area'));
    const under = await screen.sideOf('under');
    expect(under.some((line) => line.startsWith('白桂兰 '))).toBe(false);
    expect(under.some((line) => line.startsWith('临澜丽华服饰有限公司 '))).toBe(true);
    await screen.click('button', screen.say('workbench.closeSheet'));
    await screen.until(() => document.querySelector('.wsheet') === null);
  });

  it('puts off what falls due in leave to a day after it', async () => {
    await screen.goTo('book');
    const due = await screen.dueInBook('万俟云');
    expect(due > today).toBe(true);
    const until = addDays(today, 60);
    expect(due < until).toBe(true);
    const options = await stage.zhibi.openOptions('cadence');
    await options.enterLeave(addDays(today, 1), until, '李明');
    await options.close();
    await screen.dueNotBefore('万俟云', addDays(until, 1));
  });
});
