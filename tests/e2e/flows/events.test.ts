import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { todayHere } from '../../../scripts/today';
import { addDays } from '../../../utils/domain/day';
import { civilDay } from '../../../utils/domain/schema/time';
import { EventsScreen } from '../pages/events';
import { faultsOf } from '../support/accessibility';
import { letItBe } from '../support/otherDay';
import { Stage } from '../support/stage';

const TODAY = civilDay.parse(todayHere());
const DAY = addDays(TODAY, 3);

/** A group event: planned, its guests invited, who came noted in one entry, and whom they brought along. */
describe('a group event', () => {
  let stage: Stage;
  let events: EventsScreen;
  let guests: string[];

  const open = async () => {
    const { surface } = await stage.zhibi.openWorkbench('events');
    events = new EventsScreen(surface, stage.zhibi.language);
  };

  beforeAll(async () => {
    stage = await Stage.open({ has: 'book', restarts: true });
    await open();
  });
  afterAll(() => stage?.close());

  it('keeps what is half-filled over another page, a reload and a restart of the browser', async () => {
    await events.name('秋茶会');
    await events.shows(events.say('eventPage.kept'));
    await events.goTo('book');
    await events.goTo('events');
    await events.isNamed('秋茶会');
    await events.page.reload();
    await events.isNamed('秋茶会');
    await events.beginNamed(DAY);
    await events.chooseFirst(2);
    await events.page.reload();
    await events.areTicked(2);
    await stage.restart();
    await open();
    await events.areTicked(2);
    await events.isOn(DAY);
    expect(await faultsOf(events)).toEqual([]);
    await events.click('button', events.say('eventPage.drop'));
  });

  it('invites whoever is chosen, and is on the disk with the first of them', async () => {
    await events.begin('春茶会', DAY);
    guests = await events.chooseFirst(3);
    await events.click('button', events.say('eventPage.invite', 3));
    const invited = events.say('eventPage.standing.invited');
    await events.guestsAre(guests.map((name) => [name, invited]));
    expect(await faultsOf(events)).toEqual([]);
    await events.page.reload();
    await events.guestsAre(guests.map((name) => [name, invited]));
  });

  it('is moved with all its guests, and back, and called off, and back', async () => {
    const invited = guests.map((name) => [name, events.say('eventPage.standing.invited')] as const);
    const undo = async () => events.click('button', events.say('ui.undo'));
    await events.moveTo(addDays(DAY, 4));
    await events.isOn(addDays(DAY, 4));
    await undo();
    await events.isOn(DAY);
    await events.guestsAre(invited);
    await events.callOff();
    await events.shows(events.say('eventPage.hasCalledOff', '春茶会'));
    await undo();
    await events.guestsAre(invited);
  });

  it('notes who came in one go, takes that back in one go, and notes it again', async () => {
    await letItBe(DAY, TODAY, stage.browser, events.page);
    const [one = '', two = '', three = ''] = guests;
    const [came, absent] = [events.say('eventPage.standing.came'), events.say('eventPage.standing.absent')];
    const saveBoth = async () => {
      await events.mark(one, 'came');
      await events.mark(two, 'absent');
      await events.click('button', events.say('eventPage.save', 2));
      await events.guestsAre([
        [one, came],
        [two, absent],
        [three, absent],
      ]);
      await events.shows(events.say('eventPage.saved', '1', '2'));
    };
    await saveBoth();
    await events.click('button', events.say('ui.undo'));
    await events.until(() => document.querySelectorAll('.gguests [role="radiogroup"]').length === 3);
    await saveBoth();
  });

  it('makes whom a guest brought along a prospect, whom the figures count for who brought him', async () => {
    const [one = ''] = guests;
    await events.bring('方圆');
    await events.shows(events.say('eventPage.hasBrought', '方圆', one));
    await events.goTo('book');
    await events.find('button', '方圆');
    await events.goTo('visits');
    await events.click('radio', events.say('visitsPage.figures'));
    await events.until(
      (bringer, brought) => {
        const tree = [...document.querySelectorAll('.vtree li')].map((line) => line.textContent ?? '');
        return tree.some((line) => line.includes(bringer) && line.includes(brought));
      },
      one,
      '方圆',
    );
  });
});
