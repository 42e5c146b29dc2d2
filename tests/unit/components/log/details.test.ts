import { fc, it as prop } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { channelOfKey, completeDetails, type DraftDetails, isPlan } from '@/components/log/details';
import { addDays } from '@/utils/domain/day';
import { contactDetails, type GoalReached, RESULTS } from '@/utils/domain/schema/contact';
import { TODAY } from '../../../gallery/fixtures/people';

const context = { today: TODAY, zone: 'Asia/Shanghai', fallbackStep: '再联系' };
const complete = (details: DraftDetails) => completeDetails({ channel: 'phone', ...details }, context);

describe('what is saved of a half-filled form', () => {
  it('is a call that reached the client today, with nothing made up', () => {
    expect(complete({})).toMatchObject({
      channel: 'phone',
      direction: 'out',
      result: 'reached',
      day: TODAY,
      purpose: null,
      goal: null,
      goalReached: null,
      marker: null,
      nextStep: null,
      note: null,
    });
  });

  it('is a plan without a result from tomorrow on, and a contact up to today', () => {
    expect(complete({ day: addDays(TODAY, 1), result: 'reached', goalReached: 'yes' })).toMatchObject({
      result: null,
      goalReached: null,
    });
    expect(complete({ day: TODAY }).result).toBe('reached');
    expect(complete({ day: addDays(TODAY, -1), result: 'noAnswer' }).result).toBe('noAnswer');
    expect(isPlan({}, TODAY)).toBe(false);
  });

  it('holds no goal reached and no marker where no one was reached', () => {
    expect(complete({ result: 'declined', goalReached: 'yes', marker: '签单', goal: '签约' })).toMatchObject({
      goal: '签约',
      goalReached: null,
      marker: null,
    });
  });

  it('gives a next step of which only the day is known its words', () => {
    const due = addDays(TODAY, 3);
    expect(complete({ nextStep: { text: '  ', due } }).nextStep).toEqual({ text: '再联系', due });
    expect(complete({ nextStep: { text: '', due: null } }).nextStep).toBeNull();
  });

  it('counts a visit to the branch as the client coming', () => {
    expect(complete({ channel: 'branch' }).direction).toBe('in');
    expect(complete({ channel: 'branch', direction: 'out' }).direction).toBe('out');
  });

  it('drops ticks that the channel does not have', () => {
    expect(complete({ channel: 'phone', coldVisit: true, mass: true })).toMatchObject({
      coldVisit: false,
      mass: false,
    });
    expect(complete({ channel: 'wechat', mass: true }).mass).toBe(true);
  });

  const someDetails = fc.record(
    {
      channel: fc.constantFrom('phone' as const, 'meeting' as const, 'wechat' as const),
      result: fc.option(fc.constantFrom(...RESULTS)),
      goalReached: fc.option(fc.constantFrom<GoalReached>('yes', 'partly', 'no')),
      note: fc.option(fc.string({ maxLength: 80 })),
      goal: fc.option(fc.string({ maxLength: 80 })),
      marker: fc.option(fc.string({ maxLength: 80 })),
      day: fc.integer({ min: -400, max: 400 }).map((days) => addDays(TODAY, days)),
      clientWords: fc.boolean(),
    },
    { requiredKeys: [] },
  );
  prop.prop([someDetails])(
    'always passes the schema, and never says a goal was reached by itself',
    (details) => {
      const saved = complete(details);
      expect(contactDetails.safeParse(saved).success).toBe(true);
      expect(saved.goalReached === null || saved.goalReached === details.goalReached).toBe(true);
      expect(saved.result === null).toBe(isPlan(details, TODAY));
    },
  );
});

describe('the letter keys', () => {
  it.each([
    ['t', 'phone'],
    ['T', 'phone'],
    ['m', 'meeting'],
    ['w', 'wechat'],
    ['e', 'email'],
    ['s', 'sms'],
    ['v', 'video'],
    ['b', 'branch'],
    ['g', null],
    ['Enter', null],
    ['', null],
  ])('%s is %s', (key, channel) => {
    expect(channelOfKey(key)).toBe(channel);
  });
});
