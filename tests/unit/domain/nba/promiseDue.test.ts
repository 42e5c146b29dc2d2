import { describe, expect, it } from 'vitest';
import { promiseDue } from '@/utils/domain/nba/rules/promiseDue';
import type { Contact } from '@/utils/domain/schema/contact';
import { aContact, aContactId, anAnswer, aPlan, d } from '../build';
import { dayIn, found, keysOf, shown, silenceOf } from './ask';

const promise = (due: string | null, n = 1, change: Partial<Contact> = {}) =>
  aContact('2026-10-09', n, {
    nextStep: { text: '发送三季度持仓明细', due: due === null ? null : d(due) },
    ...change,
  });
const made = promise('2026-11-13');
const key = `promiseDue|${made.id}|2026-11-13`;

describe('promise due', () => {
  it('is quiet the day before, speaks on the day and after it', () => {
    expect(found(promiseDue, { contacts: [made] }, '2026-11-12')).toEqual([]);
    expect(found(promiseDue, { contacts: [made] }, '2026-11-13')).toHaveLength(1);
    expect(found(promiseDue, { contacts: [made] }, '2026-11-14')).toHaveLength(1);
  });

  it('goes by the day in the zone of the RM', () => {
    const at = '2026-11-12T16:00:00Z';
    expect(found(promiseDue, { contacts: [made] }, dayIn('Asia/Shanghai', at))).toHaveLength(1);
    expect(found(promiseDue, { contacts: [made] }, dayIn('UTC', at))).toEqual([]);
  });

  it('speaks on the last working day before a day off', () => {
    // 15 November 2026 is a Sunday.
    const contacts = [promise('2026-11-15')];
    expect(found(promiseDue, { contacts }, '2026-11-12')).toEqual([]);
    expect(found(promiseDue, { contacts }, '2026-11-13')[0]?.why[0]?.key).toBe('rule.promiseDue.whyDayOff');
    // Within the National Day holidays: the last working day is 30 September.
    const holiday = { contacts: [promise('2026-10-05', 1, { day: d('2026-09-20') })] };
    expect(found(promiseDue, holiday, '2026-09-29')).toEqual([]);
    expect(found(promiseDue, holiday, '2026-09-30')).toHaveLength(1);
  });

  it('says what was promised, when, how, until when and how late it is', () => {
    const [action] = found(promiseDue, { contacts: [made] }, '2026-11-20');
    expect(action?.title).toEqual({ key: 'rule.promiseDue.title', args: ['发送三季度持仓明细'] });
    expect(action?.why).toEqual([
      {
        key: 'rule.promiseDue.whyLate',
        args: [
          { day: '2026-10-09' },
          { message: { key: 'channel.phone', args: [] } },
          { day: '2026-11-13' },
          7,
        ],
      },
    ]);
    expect(action).toMatchObject({ key, due: '2026-11-13', hot: true });
    expect(action?.deed).toMatchObject({
      type: 'log',
      keeps: made.id,
      prefill: { goal: '发送三季度持仓明细' },
    });
  });

  it('is not hot on its day, and excuses itself only when late', () => {
    const [today] = found(promiseDue, { contacts: [made] }, '2026-11-13');
    expect(today).toMatchObject({ hot: false });
    expect(today && keysOf(today)).toEqual([
      'rule.promiseDue.title',
      'rule.promiseDue.whyToday',
      'rule.promiseDue.track',
    ]);
    const [late] = found(promiseDue, { contacts: [made] }, '2026-11-14');
    expect(late && keysOf(late)).toContain('rule.promiseDue.trackLate');
  });

  it('leaves promises without a day, and plans, alone', () => {
    expect(found(promiseDue, { contacts: [promise(null)] }, '2026-11-20')).toEqual([]);
    const contacts = [aPlan('2026-11-10', 1, { nextStep: { text: '签约', due: d('2026-11-12') } })];
    expect(found(promiseDue, { contacts }, '2026-11-20')).toEqual([]);
  });

  it('finds every promise by itself', () => {
    const contacts = [made, promise('2026-11-18', 2)];
    expect(shown(promiseDue, { contacts }, '2026-11-20')).toHaveLength(2);
  });

  it('is satisfied by a contact that keeps it, not by an attempt', () => {
    const keeper = aContact('2026-11-19', 2, { keeps: made.id });
    expect(found(promiseDue, { contacts: [made, keeper] }, '2026-11-20')).toEqual([]);
    const attempt = { ...keeper, result: 'noAnswer' as const };
    expect(found(promiseDue, { contacts: [made, attempt] }, '2026-11-20')).toHaveLength(1);
  });

  it('is satisfied by “done” and by a correction that takes it out', () => {
    const actionStates = [anAnswer(key, { state: 'done' }, '2026-11-19')];
    expect(found(promiseDue, { contacts: [made], actionStates }, '2026-11-20')).toEqual([]);
    const corrected = { ...made, id: aContactId(2), supersedes: made.id, nextStep: null };
    expect(found(promiseDue, { contacts: [made, corrected] }, '2026-11-20')).toEqual([]);
  });

  it('another promise does not rest because one was kept', () => {
    const other = promise('2026-11-18', 2);
    const actionStates = [anAnswer(key, { state: 'done' }, '2026-11-19')];
    expect(shown(promiseDue, { contacts: [made, other], actionStates }, '2026-11-20')).toHaveLength(1);
  });

  it('rests until its plan, and speaks again on that day', () => {
    const plan = aPlan('2026-11-25', 2, { keeps: made.id });
    const actionStates = [anAnswer(key, { state: 'done' }, '2026-11-20', plan.loggedAt)];
    const bundle = { contacts: [made, plan], actionStates };
    expect(silenceOf(promiseDue, bundle, '2026-11-24')).toEqual({ reason: 'resting', until: '2026-11-25' });
    expect(shown(promiseDue, bundle, '2026-11-25')).toHaveLength(1);
  });

  it('put away as not relevant stays in the list of silences', () => {
    const actionStates = [anAnswer(key, { state: 'dismissed', reason: 'notRelevant' }, '2026-11-19')];
    expect(silenceOf(promiseDue, { contacts: [made], actionStates }, '2026-11-20')).toEqual({
      reason: 'dismissed',
    });
  });

  it('given a new day is a new promise with a key of its own', () => {
    const moved = {
      ...made,
      id: aContactId(2),
      supersedes: made.id,
      nextStep: { text: '发送三季度持仓明细', due: d('2026-11-18') },
    };
    const actionStates = [anAnswer(key, { state: 'dismissed', reason: 'notRelevant' }, '2026-11-14')];
    const [action] = shown(promiseDue, { contacts: [made, moved], actionStates }, '2026-11-20');
    expect(action?.key).toBe(`promiseDue|${made.id}|2026-11-18`);
  });
});
