import { describe, expect, it } from 'vitest';
import { unloggedVisit } from '@/utils/domain/nba/rules/unloggedVisit';
import type { Contact } from '@/utils/domain/schema/contact';
import { aContact, aContactId, aCrmContact, anAnswer, aPlan } from '../build';
import { dayIn, found, shown, silenceOf } from './ask';

const plan = aPlan('2026-11-13', 1, { goal: '签预约单', note: '带计算器', metWith: '张总' });
const with_ = (...contacts: Contact[]) =>
  found(unloggedVisit, { contacts: [plan, ...contacts] }, '2026-11-20');

describe('unlogged visit', () => {
  it('is quiet on the day of the plan and speaks the day after, for thirty days', () => {
    expect(found(unloggedVisit, { contacts: [plan] }, '2026-11-13')).toEqual([]);
    expect(found(unloggedVisit, { contacts: [plan] }, '2026-11-14')).toHaveLength(1);
    expect(found(unloggedVisit, { contacts: [plan] }, '2026-12-13')).toHaveLength(1);
    expect(found(unloggedVisit, { contacts: [plan] }, '2026-12-14')).toEqual([]);
  });

  it('goes by the day in the zone of the RM', () => {
    const at = '2026-11-13T17:00:00Z';
    expect(found(unloggedVisit, { contacts: [plan] }, dayIn('Asia/Shanghai', at))).toHaveLength(1);
    expect(found(unloggedVisit, { contacts: [plan] }, dayIn('Europe/Paris', at))).toEqual([]);
  });

  it('tells what was planned, and opens its outcome with the goal unanswered', () => {
    const [action] = with_();
    expect(action?.title).toEqual({
      key: 'rule.unloggedVisit.title',
      args: [{ day: '2026-11-13' }, { message: { key: 'channel.meeting', args: [] } }],
    });
    expect(action?.why.map(({ key }) => key)).toEqual([
      'rule.unloggedVisit.why',
      'rule.unloggedVisit.whyGoal',
    ]);
    expect(action?.deed).toMatchObject({
      type: 'log',
      amends: plan.id,
      prefill: {
        channel: 'meeting',
        day: '2026-11-13',
        goal: '签预约单',
        metWith: '张总',
        result: 'reached',
      },
    });
    expect(action?.deed.type === 'log' && 'goalReached' in action.deed.prefill).toBe(false);
  });

  it('is satisfied by the outcome logged on the plan', () => {
    expect(with_(aContact('2026-11-13', 2, { channel: 'meeting', supersedes: plan.id }))).toEqual([]);
  });

  it('is satisfied by a contact of its kind logged by itself within a week, own, failed or from the CRM', () => {
    expect(with_(aContact('2026-11-13', 2, { channel: 'branch' }))).toEqual([]);
    expect(with_(aContact('2026-11-20', 2, { channel: 'meeting' }))).toEqual([]);
    expect(with_(aContact('2026-11-13', 2, { channel: 'meeting', result: 'noAnswer' }))).toEqual([]);
    expect(with_(aCrmContact('2026-11-14', 2, { channel: 'meeting' }))).toEqual([]);
    expect(
      found(
        unloggedVisit,
        { contacts: [plan, aContact('2026-11-21', 2, { channel: 'meeting' })] },
        '2026-11-22',
      ),
    ).toHaveLength(1);
  });

  it('by another way only on the very day', () => {
    expect(with_(aContact('2026-11-13', 2))).toEqual([]);
    expect(with_(aContact('2026-11-14', 2))).toHaveLength(1);
    expect(with_(aContact('2026-11-12', 2, { channel: 'meeting' }))).toHaveLength(1);
  });

  it('one log stands for one plan, the nearest', () => {
    const second = aPlan('2026-11-17', 2);
    const held = aContact('2026-11-17', 3, { channel: 'meeting' });
    expect(with_(second, held).map(({ due }) => due)).toEqual(['2026-11-13']);
  });

  it('goes away when the plan is moved or undone', () => {
    expect(with_(aPlan('2026-12-01', 2, { supersedes: plan.id }))).toEqual([]);
    expect(found(unloggedVisit, { contacts: [{ ...plan, state: 'voided' }] }, '2026-11-20')).toEqual([]);
  });

  it('one answered as done does not rest another', () => {
    const other = aPlan('2026-11-17', 2);
    const key = `unloggedVisit|${aContactId(1)}|2026-11-13`;
    const bundle = {
      contacts: [plan, other],
      actionStates: [anAnswer(key, { state: 'done' }, '2026-11-18')],
    };
    expect(shown(unloggedVisit, bundle, '2026-11-20').map(({ due }) => due)).toEqual(['2026-11-17']);
    expect(silenceOf(unloggedVisit, bundle, '2026-11-20')).toEqual({ reason: 'done' });
  });
});
