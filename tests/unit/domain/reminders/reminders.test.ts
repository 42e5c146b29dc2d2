import { describe, expect, it } from 'vitest';
import { instantOf, type Moment, minutesAfter, momentOf, nextOpening } from '@/utils/domain/reminders/moment';
import { type Reminder, remindersOf, type Standing, turnAt } from '@/utils/domain/reminders/reminders';
import { NO_REMINDERS, REMINDER_KINDS } from '@/utils/domain/schema/settings';
import { d, morningOf } from '../build';
import { briefOf, idOf } from '../search/briefs';

const HOURS = NO_REMINDERS.hours;
const ALL = { kinds: [...REMINDER_KINDS], hours: HOURS };
/** A Friday. */
const FRIDAY = d('2026-11-20');
const at = (day: string, minute: number): Moment => ({ day: d(day), minute });
const card = (rest: Parameters<typeof briefOf>[0] extends infer Wanted ? Omit<Wanted, 'name'> : never) =>
  briefOf({ name: '王丽华', ...rest });
const told = (reminders: readonly Reminder[]) =>
  reminders.map((each) => `${each.kind} ${each.at.day} ${each.at.minute}`);
const of = (rest: Parameters<typeof card>[0], today = FRIDAY, settings = ALL) =>
  remindersOf(card(rest), settings, today);

describe('when a reminder comes', () => {
  it('is when the working day begins, for a promise, and the last one before a day off', () => {
    const due = (day: string) => told(of({ promise: { contactId: idOf(1), due: day, text: '回电' } }));
    expect(due('2026-11-20')).toEqual(['promise 2026-11-20 540']);
    expect(due('2026-11-21')).toEqual(['promise 2026-11-20 540']);
    expect(due('2026-11-23')).toEqual(['promise 2026-11-23 540']);
  });

  it('is the last working day before a legal holiday, and a make-up day is worked', () => {
    const due = (day: string) =>
      told(of({ promise: { contactId: idOf(1), due: day, text: '回电' } }, d('2026-09-28')));
    expect(due('2026-10-03')).toEqual(['promise 2026-09-30 540']);
    expect(due('2026-10-10')).toEqual(['promise 2026-10-10 540']);
  });

  it('is a week and a day before what matures', () => {
    expect(told(of({ ahead: { maturities: ['2026-12-04'] } }))).toEqual([
      'maturity 2026-11-27 540',
      'maturity 2026-12-03 540',
    ]);
  });

  it('is half an hour before a plan; the evening before one that is too early or on a day off', () => {
    const plan = (day: string, minute: number | null) =>
      told(of({ ahead: { plans: [{ contactId: idOf(1), day, minute, channel: 'meeting' }] } }));
    expect(plan('2026-11-20', 14 * 60)).toEqual([`plan 2026-11-20 ${13 * 60 + 30}`]);
    expect(plan('2026-11-20', 9 * 60 + 10)).toEqual(['plan 2026-11-20 540']);
    expect(plan('2026-11-20', 8 * 60 + 30)).toEqual([`plan 2026-11-19 ${17 * 60}`]);
    expect(plan('2026-11-21', 10 * 60)).toEqual([`plan 2026-11-20 ${17 * 60}`]);
    expect(plan('2026-11-20', 19 * 60)).toEqual([`plan 2026-11-20 ${17 * 60}`]);
    expect(plan('2026-11-20', null)).toEqual(['plan 2026-11-20 540']);
  });

  it('is a note’s own time, or when work next begins', () => {
    const note = (day: string, minute: number | null) =>
      told(of({ ahead: { notes: [{ noteId: idOf(7), day, minute }] } }));
    expect(note('2026-11-20', 15 * 60)).toEqual(['note 2026-11-20 900']);
    expect(note('2026-11-20', 19 * 60)).toEqual(['note 2026-11-23 540']);
    expect(note('2026-11-21', null)).toEqual(['note 2026-11-23 540']);
  });

  it('is any day for those who work on all of them', () => {
    const hours = { ...HOURS, daysOff: true };
    const sunday = of({ ahead: { birthdays: ['2026-11-22'] } }, FRIDAY, { ...ALL, hours });
    expect(told(sunday)).toEqual(['birthday 2026-11-22 540']);
  });

  it('is never, for a kind that is not wanted', () => {
    const birthday = { ahead: { birthdays: ['2026-11-20'] } };
    expect(told(of(birthday, FRIDAY, { ...ALL, kinds: ['promise'] }))).toEqual([]);
    expect(told(of(birthday))).toEqual(['birthday 2026-11-20 540']);
  });
});

describe('the key of a reminder', () => {
  const keyOf = (due: string) => of({ promise: { contactId: idOf(1), due, text: '回电' } })[0]?.key;
  it('is the same on another day, and another for another day', () => {
    const later = remindersOf(
      card({ promise: { contactId: idOf(1), due: '2026-11-20', text: '改了字' } }),
      ALL,
      d('2026-11-23'),
    );
    expect(later[0]?.key).toBe(keyOf('2026-11-20'));
    expect(keyOf('2026-11-24')).not.toBe(keyOf('2026-11-20'));
  });
});

describe('a turn', () => {
  const reminders = of({
    promise: { contactId: idOf(1), due: '2026-11-20', text: '回电' },
    ahead: { plans: [{ contactId: idOf(2), day: '2026-11-20', minute: 900, channel: 'phone' }] },
  });
  const turn = (now: Moment, standing: Standing = 'new', snoozed: Moment[] = []) => {
    const { now: due, next } = turnAt(reminders, () => standing, snoozed, now, HOURS);
    return { due: due.map(({ kind }) => kind), next };
  };

  it('tells what is due, and waits for what is to come', () => {
    expect(turn(at('2026-11-20', 539))).toEqual({ due: [], next: at('2026-11-20', 540) });
    expect(turn(at('2026-11-20', 540))).toEqual({ due: ['promise'], next: at('2026-11-20', 870) });
    expect(turn(at('2026-11-20', 870))).toEqual({ due: ['promise', 'plan'], next: null });
  });

  it('says nothing twice', () => {
    expect(turn(at('2026-11-20', 880), 'told')).toEqual({ due: [], next: null });
  });

  it('says nothing outside the hours, and looks again when they begin', () => {
    expect(turn(at('2026-11-20', 1080))).toEqual({ due: [], next: at('2026-11-23', 540) });
    expect(turn(at('2026-11-21', 600))).toEqual({ due: [], next: at('2026-11-23', 540) });
  });

  it('does not tell what is no use any more: a plan whose hour has passed, a promise a week late', () => {
    expect(turn(at('2026-11-20', 901)).due).toEqual(['promise']);
    expect(turn(at('2026-11-27', 600)).due).toEqual(['promise']);
    expect(turn(at('2026-11-30', 600)).due).toEqual([]);
  });

  it('comes back to what was put off, and tells it although its hour has passed', () => {
    const again = at('2026-11-20', 1000);
    expect(turn(at('2026-11-20', 900), 'told', [again]).next).toEqual(again);
    expect(turn(at('2026-11-20', 1000), 'again', [again])).toEqual({ due: ['promise', 'plan'], next: null });
  });
});

describe('moments', () => {
  it('are put off over midnight, over the end of the day and over a weekend', () => {
    expect(minutesAfter(at('2026-11-20', 1400), 120)).toEqual(at('2026-11-21', 80));
    expect(nextOpening(at('2026-11-20', 1090), HOURS)).toEqual(at('2026-11-23', 540));
    expect(nextOpening(at('2026-11-20', 100), HOURS)).toEqual(at('2026-11-20', 540));
  });

  it('are the same instant there and back, also when the clock is put forward or back', () => {
    expect(instantOf(at('2026-11-20', 600), 'Asia/Shanghai')).toBe(morningOf('2026-11-20'));
    for (const zone of ['Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'Pacific/Kiritimati'])
      for (const day of ['2026-03-08', '2026-03-29', '2026-10-25', '2026-11-01', '2026-11-20'])
        for (const minute of [0, 540, 1439])
          expect(momentOf(instantOf(at(day, minute), zone), zone), `${zone} ${day}`).toEqual(at(day, minute));
  });
});
