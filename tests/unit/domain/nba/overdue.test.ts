import { describe, expect, it } from 'vitest';
import { overdue } from '@/utils/domain/nba/rules/overdue';
import { aClient, aCompany, aContact, anAnswer, aPlan, d } from '../build';
import { dayIn, found, keysOf, shown, silenceOf } from './ask';

// A client of tier A, 30 days: called on Friday 9 October, due Monday 9 November (the 8th is a Sunday).
const called = aContact('2026-10-09', 1);
const bundle = { contacts: [called] };

describe('overdue contact', () => {
  it('is quiet on the due day and speaks the day after', () => {
    expect(found(overdue, bundle, '2026-11-09')).toEqual([]);
    expect(found(overdue, bundle, '2026-11-10')).toHaveLength(1);
  });

  it('goes by the day in the zone of the RM', () => {
    const at = '2026-11-09T16:30:00Z';
    expect(dayIn('Asia/Shanghai', at)).toBe('2026-11-10');
    expect(found(overdue, bundle, dayIn('Asia/Shanghai', at))).toHaveLength(1);
    expect(found(overdue, bundle, dayIn('America/New_York', at))).toEqual([]);
  });

  it('tells the days, the last contact and the cadence', () => {
    const [action] = found(overdue, bundle, '2026-11-20');
    expect(action?.title).toEqual({ key: 'rule.overdue.title', args: [11] });
    expect(action?.why).toEqual([
      {
        key: 'rule.overdue.whyTier',
        args: [
          { day: '2026-10-09' },
          { message: { key: 'channel.phone', args: [] } },
          { message: { key: 'tier.a', args: [] } },
          30,
        ],
      },
    ]);
    expect(action).toMatchObject({ key: 'overdue|2026-11-09', due: '2026-11-09', hot: true });
  });

  it.each([
    [aClient({ cadenceDays: 20 }), 'rule.overdue.whyOwn'],
    [aClient({ classes: ['atRisk'] }), 'rule.overdue.whyAtRisk'],
    [aClient({ prospect: true }), 'rule.overdue.whyProspect'],
  ])('says whose cadence it is', (client, key) => {
    const [action] = found(overdue, { client, contacts: [called] }, '2026-11-20');
    expect(action?.why[0]?.key).toBe(key);
  });

  it('leaves clients never contacted to their own rule', () => {
    expect(found(overdue, {}, '2026-11-20')).toEqual([]);
  });

  it('counts attempts since, but is not satisfied by them', () => {
    const contacts = [
      called,
      aContact('2026-11-16', 2, { result: 'noAnswer' }),
      aContact('2026-11-18', 3, { result: 'declined' }),
      aContact('2026-11-19', 4, { mass: true }),
    ];
    const [action] = found(overdue, { contacts }, '2026-11-20');
    expect(action?.why[1]).toEqual({ key: 'rule.overdue.whyTried', args: [2, { day: '2026-11-18' }] });
  });

  it('is satisfied by any contact that reaches the client', () => {
    const contacts = [called, aContact('2026-11-19', 2, { channel: 'wechat' })];
    expect(found(overdue, { contacts }, '2026-11-20')).toEqual([]);
  });

  it('is satisfied by an entry in the CRM', () => {
    const contacts = [called, aContact('2026-11-19', 2, { origin: 'crm' })];
    expect(found(overdue, { contacts }, '2026-11-20')).toEqual([]);
  });

  it.each([
    ['2026-12-04', true],
    ['2026-12-05', false],
    ['2026-11-20', true],
  ])('is silent while a contact is planned within two weeks: %s', (day, silent) => {
    const contacts = [called, aPlan(day, 2)];
    expect(silenceOf(overdue, { contacts }, '2026-11-20')).toEqual(
      silent ? { reason: 'gate', gate: 'planned' } : undefined,
    );
  });

  it('speaks again when the plan passes unlogged', () => {
    const contacts = [called, aPlan('2026-11-19', 2)];
    expect(shown(overdue, { contacts }, '2026-11-20')).toHaveLength(1);
  });

  it('prepares a log by the channel the client prefers, else the one that last reached them', () => {
    const prefer = (code: string) =>
      aClient({
        facts: {
          preferredChannel: { value: { type: 'choice', code }, source: 'client', day: d('2026-09-01') },
        },
      });
    const channel = (client = aClient(), contacts = [called]) => {
      const deed = found(overdue, { client, contacts }, '2026-11-20')[0]?.deed;
      return deed?.type === 'log' ? deed.prefill.channel : null;
    };
    expect(channel()).toBe('phone');
    expect(channel(aClient(), [aContact('2026-10-09', 1, { channel: 'wechat' })])).toBe('wechat');
    expect(channel(aClient(), [called, aContact('2026-10-09', 2, { channel: 'group', minute: 900 })])).toBe(
      'phone',
    );
    expect(channel(prefer('email'))).toBe('email');
    expect(channel(prefer('pigeon'))).toBe('phone');
  });

  it('rests until tomorrow after a call from the prompt that nobody took', () => {
    const call = aContact('2026-11-20', 2, { result: 'noAnswer' });
    const actionStates = [anAnswer('overdue|2026-11-09', { state: 'done' }, '2026-11-20', call.loggedAt)];
    const tried = { contacts: [called, call], actionStates };
    expect(silenceOf(overdue, tried, '2026-11-20')).toEqual({ reason: 'resting', until: '2026-11-21' });
    expect(shown(overdue, tried, '2026-11-21')).toHaveLength(1);
  });

  it('speaks to a company about its business', () => {
    const [action] = found(overdue, { client: aCompany(), contacts: [called] }, '2026-11-20');
    expect(action && keysOf(action)).toContain('rule.overdue.trackCompany');
    expect(action?.talkTrack.args[0]).toEqual({ message: { key: 'greeting.plain', args: [] } });
  });

  it('grows more urgent, up to one cadence past the date', () => {
    const urgency = (today: string) => found(overdue, bundle, today)[0]?.parts.urgency;
    expect(urgency('2026-11-24')).toBeCloseTo(1.25);
    expect(urgency('2026-12-09')).toBe(1.5);
    expect(urgency('2027-11-09')).toBe(1.5);
  });
});
