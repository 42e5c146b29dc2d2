import { describe, expect, it } from 'vitest';
import { neverContacted } from '@/utils/domain/nba/rules/neverContacted';
import { aClient, aCompany, aContact, aCrmContact, aPlan, d } from '../build';
import { dayIn, found, keysOf, silenceOf } from './ask';

const client = aClient({ since: d('2026-11-02') });

describe('never contacted', () => {
  it('is quiet for six days and speaks on the seventh', () => {
    expect(found(neverContacted, { client }, '2026-11-08')).toEqual([]);
    expect(found(neverContacted, { client }, '2026-11-09')).toHaveLength(1);
  });

  it('goes by the day in the zone of the RM', () => {
    const at = '2026-11-08T17:00:00Z';
    expect(found(neverContacted, { client }, dayIn('Asia/Shanghai', at))).toHaveLength(1);
    expect(found(neverContacted, { client }, dayIn('Europe/London', at))).toEqual([]);
  });

  it('tells since when, and what was tried', () => {
    const contacts = [
      aContact('2026-11-02', 1, { result: 'noAnswer' }),
      aContact('2026-11-05', 2, { result: 'noAnswer' }),
    ];
    const [action] = found(neverContacted, { client, contacts }, '2026-11-12');
    expect(action?.title).toEqual({ key: 'rule.neverContacted.title', args: [10] });
    expect(action?.why).toEqual([
      { key: 'rule.neverContacted.why', args: [{ day: '2026-11-02' }] },
      { key: 'rule.neverContacted.whyTried', args: [2, { day: '2026-11-05' }] },
    ]);
    expect(action).toMatchObject({ key: 'neverContacted|2026-11-02', hot: false });
  });

  it('is satisfied by the first contact, own or from the CRM', () => {
    expect(found(neverContacted, { client, contacts: [aContact('2026-11-10')] }, '2026-11-12')).toEqual([]);
    expect(found(neverContacted, { client, contacts: [aCrmContact('2025-03-01')] }, '2026-11-12')).toEqual(
      [],
    );
  });

  it('is not satisfied by a mass message or a plan', () => {
    const contacts = [aContact('2026-11-10', 1, { mass: true, channel: 'sms' })];
    expect(found(neverContacted, { client, contacts }, '2026-11-12')).toHaveLength(1);
    expect(silenceOf(neverContacted, { client, contacts: [aPlan('2026-11-16')] }, '2026-11-12')).toEqual({
      reason: 'gate',
      gate: 'planned',
    });
  });

  it('is hot once the cadence is over', () => {
    expect(found(neverContacted, { client }, '2026-12-10')[0]?.hot).toBe(true);
  });

  it('introduces itself to prospects as to new business, and to companies in their words', () => {
    const deed = found(neverContacted, { client: { ...client, prospect: true } }, '2026-11-12')[0]?.deed;
    expect(deed).toMatchObject({ type: 'log', prefill: { channel: 'phone', purpose: 'acquisition' } });
    const [action] = found(neverContacted, { client: aCompany({ since: d('2026-11-02') }) }, '2026-11-12');
    expect(action && keysOf(action)).toContain('rule.neverContacted.trackCompany');
  });
});
