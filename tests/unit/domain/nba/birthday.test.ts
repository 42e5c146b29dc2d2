import { describe, expect, it } from 'vitest';
import { birthday } from '@/utils/domain/nba/rules/birthday';
import type { FactSource } from '@/utils/domain/schema/factSource';
import type { FieldValue } from '@/utils/domain/schema/fieldValue';
import { aClient, aCompany, aContact, aFact, anAnswer, d, morningOf, text } from '../build';
import { dayIn, found, silenceOf } from './ask';

const born = (value: FieldValue, source: FactSource = 'client') =>
  aClient({ facts: { birthday: aFact(value, '2026-03-02', source) } });
const solar = born({ type: 'day', day: d('1981-11-20') });
// 十月十二 of lunar 2026 is 20 November 2026.
const lunar = born({ type: 'lunarDay', year: null, month: 10, day: 12, leap: false });

describe.each([
  ['by the sun', solar],
  ['by the moon', lunar],
])('a birthday %s', (_, client) => {
  it.each([
    ['2026-11-12', 0],
    ['2026-11-13', 1],
    ['2026-11-20', 1],
    ['2026-11-21', 0],
  ])('on 20 November, seen on %s', (today, times) => {
    expect(found(birthday, { client }, today)).toHaveLength(times);
  });

  it('goes by the day in the zone of the RM', () => {
    const at = '2026-11-12T16:30:00Z';
    expect(found(birthday, { client }, dayIn('Asia/Shanghai', at))).toHaveLength(1);
    expect(found(birthday, { client }, dayIn('America/Los_Angeles', at))).toEqual([]);
  });
});

describe('birthday', () => {
  it('over the turn of the year', () => {
    const client = born({ type: 'day', day: d('1990-01-03') });
    expect(found(birthday, { client }, '2026-12-26')).toEqual([]);
    expect(found(birthday, { client }, '2026-12-27')[0]?.key).toBe('birthday|2027-01-03');
  });

  it('of 29 February is kept on the 28th of a short year', () => {
    const client = born({ type: 'day', day: d('1988-02-29') });
    expect(found(birthday, { client }, '2027-02-25')[0]?.due).toBe('2027-02-28');
  });

  it('says the lunar date and its civil day; on the day itself, that it is today', () => {
    expect(found(birthday, { client: lunar }, '2026-11-15')[0]?.why[0]).toEqual({
      key: 'rule.birthday.whyLunar',
      args: [{ day: '2026-11-20' }, '10', '12'],
    });
    expect(found(birthday, { client: solar }, '2026-11-15')[0]?.why[0]).toEqual({
      key: 'rule.birthday.whySolar',
      args: [{ day: '2026-11-20' }, 5],
    });
    expect(found(birthday, { client: solar }, '2026-11-20')[0]?.why[0]?.key).toBe('rule.birthday.whyToday');
  });

  it('names the leap month', () => {
    const client = born({ type: 'lunarDay', year: 1987, month: 6, day: 1, leap: true });
    const [action] = found(birthday, { client }, '2026-07-10');
    expect(action?.why[0]?.key).toBe('rule.birthday.whyLeap');
  });

  it('of which the RM is not sure weighs less and says so', () => {
    const [action] = found(
      birthday,
      { client: born({ type: 'day', day: d('1981-11-20') }, 'guess') },
      '2026-11-20',
    );
    expect(action?.parts.confidence).toBe(0.6);
    expect(action?.why[1]?.key).toBe('rule.birthday.whyGuessed');
  });

  it('as the CRM shows it is known as well', () => {
    const client = aClient({
      observed: {
        birthday: { value: { type: 'day', day: d('1981-11-20') }, firstSeen: morningOf('2026-03-02') },
      },
    });
    expect(found(birthday, { client }, '2026-11-18')).toHaveLength(1);
  });

  it('is quiet where it is not known, is no date, or the client is a company', () => {
    expect(found(birthday, {}, '2026-11-18')).toEqual([]);
    expect(found(birthday, { client: born(text('11月**日')) }, '2026-11-18')).toEqual([]);
    const company = aCompany({ facts: solar.facts });
    expect(found(birthday, { client: company }, '2026-11-18')).toEqual([]);
  });

  it('is satisfied by a greeting in the week before, not by an older one or by business', () => {
    const withContact = (day: string, purpose: 'care' | 'followUp') =>
      found(
        birthday,
        { client: solar, contacts: [aContact(day, 1, { channel: 'wechat', purpose })] },
        '2026-11-20',
      );
    expect(withContact('2026-11-13', 'care')).toEqual([]);
    expect(withContact('2026-11-12', 'care')).toHaveLength(1);
    expect(withContact('2026-11-19', 'followUp')).toHaveLength(1);
  });

  it('is done for good with “done”, until the next year', () => {
    const actionStates = [anAnswer('birthday|2026-11-20', { state: 'done' }, '2026-11-14')];
    expect(silenceOf(birthday, { client: solar, actionStates }, '2026-11-20')).toEqual({ reason: 'done' });
    expect(silenceOf(birthday, { client: solar, actionStates }, '2027-11-20')).toBeUndefined();
  });

  it('plans the greeting for the day, by message', () => {
    expect(found(birthday, { client: solar }, '2026-11-15')[0]?.deed).toMatchObject({
      type: 'log',
      prefill: { channel: 'wechat', purpose: 'care', day: '2026-11-20' },
    });
  });
});
