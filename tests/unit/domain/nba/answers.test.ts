import { describe, expect, it } from 'vitest';
import type { ActionState } from '@/utils/domain/schema/actionState';
import { aClient, aContact, anAnswer, d } from '../build';
import { aRule, finding, offering } from './aRule';
import { dayIn, planFor } from './ask';

const consents = { phone: { given: true, day: d('2026-01-05'), source: 'client' as const } };
const client = aClient({ consents });
const FRIDAY = '2026-11-20';
const dismissed = (key: string, reason: 'clientDeclined' | 'notRelevant', day: string) =>
  anAnswer(key, { state: 'dismissed', reason }, day);

describe('a product that the client declined', () => {
  const silence = (actionStates: ActionState[], today: string, rule = offering()) =>
    planFor({ client, actionStates }, today, [rule]).silent[0]?.silence;
  const no = dismissed('offer|云澜稳健|e', 'clientDeclined', '2026-11-20');

  it('is left alone for ninety days, and may come back after', () => {
    expect(silence([no], '2027-02-17')).toEqual({ reason: 'declined', until: '2027-02-18' });
    expect(silence([no], '2027-02-18')).toBeUndefined();
  });

  it('in the zone of the RM', () => {
    const at = '2027-02-17T20:00:00Z';
    expect(silence([no], dayIn('Asia/Shanghai', at))).toBeUndefined();
    expect(silence([no], dayIn('America/Los_Angeles', at))).toEqual({
      reason: 'declined',
      until: '2027-02-18',
    });
  });

  it('by whatever rule it was offered; another product is another matter', () => {
    expect(silence([dismissed('crossSell|云澜稳健|x', 'clientDeclined', '2026-11-20')], FRIDAY)).toEqual({
      reason: 'declined',
      until: '2027-02-18',
    });
    expect(
      silence([dismissed('crossSell|云澜安享|x', 'clientDeclined', '2026-11-20')], FRIDAY),
    ).toBeUndefined();
    expect(silence([dismissed('offer|云澜稳健|e', 'notRelevant', '2026-08-01')], '2027-06-01')).toEqual({
      reason: 'dismissed',
    });
  });

  it('of a name that is long or holds the sign between parts is found again', () => {
    const product = `${'长'.repeat(70)}|甲`;
    const rule = offering('none', { offers: { product, risk: 'none' } });
    const [action] = planFor({ client }, FRIDAY, [rule]).shown;
    expect(action?.key.length).toBeLessThan(100);
    expect(
      silence([dismissed(action?.key ?? '', 'clientDeclined', '2026-11-19')], FRIDAY, rule),
    ).toMatchObject({
      reason: 'declined',
    });
  });
});

describe('what is owed', () => {
  const owed = aRule('owed', [finding('e')], { owed: 'law', putOff: 3, rests: 'evidence' });
  const silence = (answer: ActionState['answer'], today: string, contacts = [aContact('2026-01-06')]) =>
    planFor({ contacts, actionStates: [anAnswer('owed|e', answer, FRIDAY)] }, today, [owed]).silent[0]
      ?.silence;

  it('cannot be dismissed, for whatever reason', () => {
    expect(silence({ state: 'dismissed', reason: 'notRelevant' }, FRIDAY)).toBeUndefined();
    expect(silence({ state: 'dismissed', reason: 'clientDeclined' }, FRIDAY)).toBeUndefined();
  });

  it('cannot be switched off', () => {
    const plan = planFor({}, FRIDAY, [owed], { rulesOff: ['owed'] });
    expect(plan.shown.map(({ key, putOff }) => [key, putOff])).toEqual([['owed|e', 3]]);
  });

  it('can be put off for three days at most', () => {
    const far = { state: 'snoozed' as const, until: d('2026-12-20') };
    expect(silence(far, '2026-11-22')).toEqual({ reason: 'snoozed', until: '2026-11-23' });
    expect(silence(far, '2026-11-23')).toBeUndefined();
    const near = { state: 'snoozed' as const, until: d('2026-11-21') };
    expect(silence(near, '2026-11-20')).toEqual({ reason: 'snoozed', until: '2026-11-21' });
    expect(silence(near, '2026-11-21')).toBeUndefined();
  });

  it('waits for the next contact no longer than that', () => {
    const answer = { state: 'snoozedToNextContact' as const };
    expect(silence(answer, '2026-11-22')).toEqual({ reason: 'snoozed', until: '2026-11-23' });
    expect(silence(answer, '2026-11-23')).toBeUndefined();
    expect(silence(answer, '2026-11-22', [aContact('2026-11-21')])).toBeUndefined();
  });
});

describe('a rule that was not relevant three times', () => {
  const rule = aRule('tiresome', [finding('now')]);
  const states = (count: number, reason: 'notRelevant' | 'clientDeclined' = 'notRelevant') =>
    Array.from({ length: count }, (_, n) => dismissed(`tiresome|${n}`, reason, '2026-11-02'));
  const offered = (actionStates: ActionState[], rulesOff: string[] = [], change = {}) =>
    planFor({ actionStates }, FRIDAY, [{ ...rule, ...change }], { rulesOff }).offerOff;

  it('is offered to be switched off, and only then', () => {
    expect(offered(states(2))).toEqual([]);
    expect(offered(states(3))).toEqual(['tiresome']);
    expect(offered(states(3, 'clientDeclined'))).toEqual([]);
  });

  it('but not where it is off already, or owed', () => {
    expect(offered(states(3), ['tiresome'])).toEqual([]);
    expect(offered(states(3), [], { putOff: 3 })).toEqual([]);
  });
});
