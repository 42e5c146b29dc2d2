import { describe, expect, it } from 'vitest';
import { planActions } from '@/utils/domain/nba/engine';
import { staleProfile } from '@/utils/domain/nba/rules/staleProfile';
import { outlineOf } from '@/utils/domain/outline';
import { instant } from '@/utils/domain/schema/time';
import { aBundle, aClient, aFact, anAnswer, d, someSettings, text } from '../build';
import { found, shown, silenceOf } from './ask';

// `career` is heavy (4 points) and lives two years: 730 days from 10 November 2024 is 10 November 2026.
const career = aClient({ facts: { career: aFact(text('外贸公司财务'), '2024-11-10') } });

describe('stale profile', () => {
  it('is quiet on the last day of its time to live and speaks the day after', () => {
    expect(found(staleProfile, { client: career }, '2026-11-10')).toEqual([]);
    expect(found(staleProfile, { client: career }, '2026-11-11')).toHaveLength(1);
  });

  it('counts what the CRM showed from the day it was last seen, in the zone of the RM', () => {
    const seen = instant.parse(Date.parse('2024-11-10T16:30:00Z'));
    const client = aClient({ observed: { career: { value: text('财务'), firstSeen: seen } } });
    const inZone = (zone: string) => {
      const settings = someSettings({ zone });
      return planActions({ ...outlineOf(aBundle({ client }), settings, d('2026-11-11')), settings }, [
        staleProfile,
      ]).shown;
    };
    // In Shanghai it was the 11th already: 730 days today. In New York it was the 10th: 731.
    expect(inZone('Asia/Shanghai')).toEqual([]);
    expect(inZone('America/New_York')[0]?.why[0]?.key).toBe('rule.staleProfile.whySeen');
  });

  it('tells the age and the limit', () => {
    const [action] = found(staleProfile, { client: career }, '2026-11-20');
    expect(action?.why).toEqual([{ key: 'rule.staleProfile.whyTold', args: [740, 730] }]);
    expect(action).toMatchObject({
      key: 'staleProfile|career|2024-11-10',
      deed: { type: 'ask', field: 'career' },
    });
  });

  it('leaves light fields, and those the tier does not expect, alone', () => {
    const light = aClient({ facts: { homeTown: aFact(text('绍兴'), '1990-01-01') } });
    expect(found(staleProfile, { client: light }, '2026-11-20')).toEqual([]);
    expect(found(staleProfile, { client: { ...career, tier: 'C' } }, '2026-11-20')).toEqual([]);
  });

  it('says so where the risk test was too long ago by its own date', () => {
    const client = aClient({
      facts: { riskTestedOn: aFact({ type: 'day', day: d('2025-11-10') }, '2026-11-01') },
    });
    expect(found(staleProfile, { client }, '2026-11-10')).toEqual([]);
    expect(found(staleProfile, { client }, '2026-11-11')).toHaveLength(1);
  });

  it('is satisfied when the field is confirmed or the CRM shows it again', () => {
    const confirmed = aClient({ facts: { career: aFact(text('外贸公司财务'), '2026-11-15') } });
    expect(found(staleProfile, { client: confirmed }, '2026-11-20')).toEqual([]);
  });

  it('speaks of one at a time; put away, the next takes its place', () => {
    const client = aClient({
      facts: { ...career.facts, lifeEvents: aFact(text('搬家'), '2025-01-05') },
    });
    const [first, ...more] = shown(staleProfile, { client }, '2026-11-20');
    expect(more).toEqual([]);
    const actionStates = [
      anAnswer(first?.key ?? '', { state: 'snoozed', until: d('2026-12-01') }, '2026-11-19'),
    ];
    const [second] = shown(staleProfile, { client, actionStates }, '2026-11-20');
    expect(second?.key).not.toBe(first?.key);
    expect(silenceOf(staleProfile, { client, actionStates }, '2026-11-20')).toEqual({
      reason: 'snoozed',
      until: '2026-12-01',
    });
  });
});
