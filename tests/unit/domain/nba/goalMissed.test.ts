import { describe, expect, it } from 'vitest';
import { goalMissed } from '@/utils/domain/nba/rules/goalMissed';
import type { Contact } from '@/utils/domain/schema/contact';
import { aClient, aCompany, aContact, aContactId, aFact, anAnswer, aPlan, choice, d } from '../build';
import { dayIn, found, shown, silenceOf } from './ask';

const missed = (change: Partial<Contact> = {}) =>
  aContact('2026-11-10', 1, { goal: '约看厂房', purpose: 'followUp', goalReached: 'no', ...change });

describe('last goal missed', () => {
  it('speaks from the same day for ninety days', () => {
    const contacts = [missed()];
    expect(found(goalMissed, { contacts }, '2026-11-10')).toHaveLength(1);
    expect(found(goalMissed, { contacts }, '2027-02-08')).toHaveLength(1);
    expect(found(goalMissed, { contacts }, '2027-02-09')).toEqual([]);
  });

  it('goes by the day in the zone of the RM', () => {
    const at = '2027-02-08T18:00:00Z';
    expect(found(goalMissed, { contacts: [missed()] }, dayIn('Asia/Shanghai', at))).toEqual([]);
    expect(found(goalMissed, { contacts: [missed()] }, dayIn('UTC', at))).toHaveLength(1);
  });

  it('names the goal, else what it was about', () => {
    const title = (change: Partial<Contact>) =>
      found(goalMissed, { contacts: [missed(change)] }, '2026-11-20')[0]?.title;
    expect(title({})).toEqual({ key: 'rule.goalMissed.title', args: ['约看厂房'] });
    expect(title({ goal: null })).toEqual({
      key: 'rule.goalMissed.titleNoGoal',
      args: [{ message: { key: 'purpose.followUp', args: [] } }],
    });
    expect(title({ goal: null, purpose: null })?.args).toEqual([
      { message: { key: 'channel.phone', args: [] } },
    ]);
  });

  it.each(['yes', 'partly', null] as const)('is quiet where the goal was reached: %s', (goalReached) => {
    expect(found(goalMissed, { contacts: [missed({ goalReached })] }, '2026-11-20')).toEqual([]);
  });

  it('goes by the last contact that says how its goal went', () => {
    const later = (change: Partial<Contact>) =>
      found(goalMissed, { contacts: [missed(), aContact('2026-11-15', 2, change)] }, '2026-11-20');
    expect(later({ goalReached: 'yes' })).toEqual([]);
    expect(later({ purpose: 'care' })).toHaveLength(1);
  });

  it('is satisfied by a plan, by a next step with a day, by a correction, by “done”', () => {
    const contacts = [missed()];
    expect(found(goalMissed, { contacts: [...contacts, aPlan('2026-12-20', 2)] }, '2026-11-20')).toEqual([]);
    const nextStep = { text: '换方案', due: d('2026-11-25') };
    expect(found(goalMissed, { contacts: [missed({ nextStep })] }, '2026-11-20')).toEqual([]);
    expect(
      found(goalMissed, { contacts: [missed({ nextStep: { text: '换', due: null } })] }, '2026-11-20'),
    ).toHaveLength(1);
    const corrected = missed({ id: aContactId(2), supersedes: aContactId(1), goalReached: 'yes' });
    expect(found(goalMissed, { contacts: [...contacts, corrected] }, '2026-11-20')).toEqual([]);
    const actionStates = [anAnswer(`goalMissed|${aContactId(1)}`, { state: 'done' }, '2026-11-11')];
    expect(silenceOf(goalMissed, { contacts, actionStates }, '2027-01-20')).toEqual({ reason: 'done' });
  });

  it('plans another way, two working days ahead', () => {
    // Friday: the second working day is Tuesday.
    expect(found(goalMissed, { contacts: [missed()] }, '2026-11-20')[0]?.deed).toEqual({
      type: 'log',
      prefill: { channel: 'meeting', purpose: 'followUp', goal: '约看厂房', day: '2026-11-24' },
      keeps: null,
      amends: null,
    });
    const met = missed({ channel: 'meeting' });
    expect(found(goalMissed, { contacts: [met] }, '2026-11-20')[0]?.deed).toMatchObject({
      prefill: { channel: 'phone' },
    });
  });

  describe('where the contact offered something', () => {
    const offer = missed({ purpose: 'negotiation' });
    const consenting = (code: string) =>
      aClient({ facts: { marketingConsent: aFact(choice(code), '2026-09-01') } });
    const silence = (client: ReturnType<typeof aClient>, today = '2026-11-20', contacts = [offer]) =>
      silenceOf(goalMissed, { client, contacts }, today);

    it('waits for consent to marketing', () => {
      expect(silence(aClient())).toEqual({ reason: 'gate', gate: 'consent' });
      expect(silence(consenting('none'))).toEqual({ reason: 'gate', gate: 'consent' });
      expect(silence(consenting('all'))).toBeUndefined();
      expect(silence(aCompany())).toBeUndefined();
    });

    it('takes no guess for consent', () => {
      const guessed = aClient({ facts: { marketingConsent: aFact(choice('all'), '2026-09-01', 'guess') } });
      expect(silence(guessed)).toEqual({ reason: 'gate', gate: 'consent' });
    });

    it('keeps still on days off: a Saturday, a make-up Saturday it works', () => {
      expect(silence(consenting('all'), '2026-11-21')).toEqual({ reason: 'gate', gate: 'dayOff' });
      const before = missed({ purpose: 'negotiation', day: d('2026-09-10') });
      // 20 September 2026 is a Sunday that makes up for the National Day holidays.
      expect(silence(consenting('all'), '2026-09-20', [before])).toBeUndefined();
      expect(silence(consenting('all'), '2026-10-01', [before])).toEqual({ reason: 'gate', gate: 'dayOff' });
    });

    it('has enough with one marketing call a day and two in seven days, answered or not', () => {
      const call = (day: string, n: number) =>
        aContact(day, n, { purpose: 'acquisition', result: 'noAnswer' });
      const calls = (...days: string[]) =>
        silence(consenting('all'), '2026-11-20', [offer, ...days.map((day, index) => call(day, index + 2))]);
      expect(calls('2026-11-20')).toEqual({ reason: 'gate', gate: 'callsEnough' });
      expect(calls('2026-11-19')).toBeUndefined();
      expect(calls('2026-11-19', '2026-11-14')).toEqual({ reason: 'gate', gate: 'callsEnough' });
      expect(calls('2026-11-19', '2026-11-13')).toBeUndefined();
    });

    it('is silenced by an open complaint until that is settled', () => {
      const complaint = (change: Partial<Contact>) =>
        aContact('2026-11-12', 5, { purpose: 'complaint', ...change });
      const client = consenting('all');
      expect(silence(client, '2026-11-20', [offer, complaint({})])).toEqual({
        reason: 'gate',
        gate: 'complaint',
      });
      expect(
        found(goalMissed, { client, contacts: [offer, complaint({ goalReached: 'yes' })] }, '2026-11-20'),
      ).toEqual([]);
      const settled = aContact('2026-11-09', 5, { purpose: 'complaint', goalReached: 'yes' });
      expect(silence(client, '2026-11-20', [offer, settled])).toBeUndefined();
    });

    it('service goes on without consent', () => {
      expect(
        shown(goalMissed, { client: consenting('none'), contacts: [missed()] }, '2026-11-20'),
      ).toHaveLength(1);
    });
  });
});
