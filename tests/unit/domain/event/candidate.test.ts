import { describe, expect, it } from 'vitest';
import { candidateOf } from '@/utils/domain/event/candidate';
import { letsThrough } from '@/utils/domain/event/narrow';
import type { Client } from '@/utils/domain/schema/client';
import { aBundle, aClient, aContact, d, someSettings } from '../build';
import { aRelation } from '../buildFacts';

/** A Saturday: no gate of the hour keeps a client off a list. */
const TODAY = d('2026-11-21');
const GAVE: Client['consents'] = { wechat: { given: true, day: d('2026-01-05'), source: 'client' } };

const of = (change: Partial<Client> = {}, rest: Parameters<typeof aBundle>[0] = {}) =>
  candidateOf(aBundle({ client: aClient({ consents: GAVE, ...change }), ...rest }), someSettings(), TODAY);

describe('who may be invited to an event', () => {
  it('is whoever agreed to marketing by any channel; companies need no such consent', () => {
    expect(of().closed).toBeNull();
    expect(of({ consents: {} }).closed).toBe('consent');
    expect(of({ kind: 'company', consents: {} }).closed).toBeNull();
  });

  it('is nobody who asked to be left alone, or whose complaint is open', () => {
    expect(of({ doNotContact: { day: TODAY, until: null, reason: null } }).closed).toBe('doNotContact');
    const complaint = aContact('2026-11-19', 1, { purpose: 'complaint', goalReached: 'no' });
    expect(of({}, { contacts: [complaint] }).closed).toBe('complaint');
  });

  it('is told with the stages of the children, but not of one of whom nothing may be said', () => {
    const child = aRelation(1, { role: 'child', stage: 'primary', name: null, phone: null, note: null });
    expect(of({}, { relations: [child] }).stages).toEqual(['primary']);
    const walled = { ...child, wall: { state: 'mustNotBeTold', day: TODAY, source: 'client' } as const };
    expect(of({}, { relations: [walled] }).stages).toEqual([]);
  });

  it('is found by tier, class, prospect and the stage that the event is for', () => {
    const child = aRelation(1, { role: 'child', stage: 'primary', name: null, phone: null, note: null });
    const one = of({ tier: 'A', classes: ['channel'], prospect: true }, { relations: [child] });
    const through = (filter: Parameters<typeof letsThrough>[0]) => letsThrough(filter, one, ['primary']);
    expect((['all', 'A', 'channel', 'prospects', 'children'] as const).map(through)).toEqual(
      Array(5).fill(true),
    );
    expect((['B', 'vip'] as const).map(through)).toEqual([false, false]);
    expect(letsThrough('children', one, ['senior'])).toBe(false);
  });
});
