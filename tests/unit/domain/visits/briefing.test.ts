import { describe, expect, it } from 'vitest';
import type { ClientBundle } from '@/utils/domain/bundle';
import { outlineOf } from '@/utils/domain/outline';
import type { ProductOnSale } from '@/utils/domain/schema/settings';
import { briefingOf, changesSince } from '@/utils/domain/visits/briefing';
import { STEPS, stepsFor } from '@/utils/domain/visits/steps';
import {
  aBundle,
  aClient,
  aClientId,
  aContact,
  aContactId,
  aFact,
  aPlan,
  choice,
  d,
  morningOf,
  someSettings,
  text,
  ZONE,
} from '../build';
import { aHolding, aRelation, yuan } from '../buildFacts';

const TODAY = d('2026-11-20');
const NOW = { today: TODAY, minute: 600 };
const FUND: ProductOnSale = { name: '稳健一号', kind: 'fund', risk: 'R2', least: yuan(10_000) };
const KNOWN = {
  productPreference: aFact(text('基金'), '2026-10-01'),
  riskLevel: aFact(choice('C3'), '2026-10-01'),
  riskTestedOn: aFact({ type: 'day', day: d('2026-10-01') }, '2026-10-01'),
};
const CONSENT = { given: true, day: d('2026-01-05'), source: 'client' } as const;
const CONSENTS = { phone: CONSENT, wechat: CONSENT, sms: CONSENT, email: CONSENT };

function brief(change: Partial<ClientBundle> = {}, settings = someSettings({ products: [FUND] })) {
  const bundle = aBundle({ contacts: [aPlan('2026-11-24')], ...change });
  return briefingOf(outlineOf(bundle, settings, TODAY), settings, NOW, aContactId(1));
}

describe('the briefing of a visit', () => {
  it('is there for a plan, and for nothing else', () => {
    expect(brief()?.visit).toMatchObject({ plan: { day: '2026-11-24' }, name: '王丽华' });
    expect(brief({ contacts: [aContact('2026-11-19')] })).toBeNull();
    expect(brief({ contacts: [aPlan('2026-11-24', 1, { state: 'voided' })] })).toBeNull();
  });

  it('holds the last three contacts, the promises that stand, and what to ask', () => {
    const calls = [3, 4, 5, 6].map((n) => aContact(`2026-11-0${n}`, n));
    const promised = aContact('2026-11-10', 9, { nextStep: { text: '送到期方案', due: d('2026-11-18') } });
    const found = brief({ contacts: [aPlan('2026-11-24'), ...calls, promised] });
    expect(found?.last.map(({ day }) => day)).toEqual(['2026-11-10', '2026-11-06', '2026-11-05']);
    expect(found?.promises).toMatchObject([
      { promise: 'late', contact: { nextStep: { text: '送到期方案' } } },
    ]);
    expect(found?.gaps).toHaveLength(5);
    const lost = found?.gaps.map((gap) => gap.lost) ?? [];
    expect(lost).toEqual(lost.toSorted((a, b) => b - a));
  });

  it('warns of a relative who must not be told, and leaves children out', () => {
    const wall = { state: 'mustNotBeTold', day: d('2026-03-02'), source: 'client' } as const;
    const relations = [
      aRelation(1, { role: 'child' }),
      aRelation(2, { role: 'sibling', name: '王丽娟', wall }),
    ];
    const found = brief({ relations });
    expect(found?.people.map(({ role }) => role)).toEqual(['sibling']);
    expect(found?.cautions.map(({ id }) => id)).toContain('discretion');
  });

  it('wants a second person where policy does', () => {
    const alone = brief({ contacts: [aPlan('2026-11-24', 1, { purpose: 'preLoan' })] });
    const two = brief({ contacts: [aPlan('2026-11-24', 1, { purpose: 'preLoan', companions: '小陈' })] });
    expect([alone?.lacksSecond, two?.lacksSecond, brief()?.lacksSecond]).toEqual([true, false, false]);
  });
});

describe('what a briefing offers', () => {
  const client = (change = {}) => aClient({ facts: { ...KNOWN, ...change }, consents: CONSENTS });
  const offered = (change: Partial<ClientBundle> = {}) =>
    brief({ client: client(), holdings: [aHolding(1)], ...change })?.fit.map(({ rule }) => rule);

  it('is a product on sale that suits', () => {
    // Both rules speak for it; on one page it stands once.
    expect(offered()).toEqual(['productMatch']);
  });

  it.each<[string, Partial<ClientBundle>]>([
    ['above the level of the client', { client: client({ riskLevel: aFact(choice('C1'), '2026-10-01') }) }],
    [
      'of which the test is too old on the day of the visit',
      { client: client({ riskTestedOn: aFact({ type: 'day', day: d('2025-11-23') }, '2025-11-23') }) },
    ],
    [
      'of a client with whom nobody may be in touch',
      { client: { ...client(), doNotContact: { day: d('2026-11-01'), until: null, reason: null } } },
    ],
    ['on a day off', { contacts: [aPlan('2026-11-22')] }],
  ])('is nothing %s', (_what, change) => {
    expect(offered(change)).toEqual([]);
  });

  it('is nothing without a list of what is on sale', () => {
    const found = brief({ client: client(), holdings: [aHolding(1)] }, someSettings());
    expect(found?.fit).toEqual([]);
    expect(found?.steps.find(({ step }) => step === 'product')?.hints).toEqual(['productNone']);
  });
});

describe('the six steps', () => {
  it('come in their order, with hints for each', () => {
    const steps = stepsFor({ company: true, older: false, mayOffer: true });
    expect(steps.map(({ step }) => step)).toEqual([...STEPS]);
    expect(steps.every(({ hints }) => hints.length > 0)).toBe(true);
  });

  it('close nothing with the old', () => {
    const last = (older: boolean) => stepsFor({ company: false, older, mayOffer: true }).at(-1)?.hints;
    expect(last(true)).toContain('closingOlder');
    expect(last(true)).not.toContain('closingMarker');
    expect(last(false)).toContain('closingMarker');
  });
});

describe('what changed in the CRM since a day', () => {
  const seen = (day: string, code: string) => ({
    value: text(code),
    firstSeen: morningOf(day),
    lastSeen: morningOf(day),
  });
  const observed = (...values: [string, string][]) => {
    const [now, ...former] = values.map(([day, value]) => seen(day, value));
    const current = now ?? seen('2026-01-05', 'x');
    return { value: current.value, firstSeen: current.firstSeen, ...(former.length > 0 ? { former } : {}) };
  };
  const changed = (...values: [string, string][]) =>
    changesSince(
      aBundle({ client: aClient({ id: aClientId(), observed: { occupation: observed(...values) } }) }),
      d('2026-11-10'),
      ZONE,
    ).map(({ before, after }) => [before, after]);

  it('is told against what it was before that day', () => {
    expect(changed(['2026-11-15', '退休'], ['2026-11-12', '待退'], ['2026-10-01', '教师'])).toEqual([
      [text('教师'), text('退休')],
    ]);
    expect(changed(['2026-11-10', '退休'], ['2026-10-01', '教师'])).toHaveLength(1);
  });

  it('leaves out what is older, what came back, and what was never another', () => {
    expect(changed(['2026-11-09', '退休'], ['2026-10-01', '教师'])).toEqual([]);
    expect(changed(['2026-11-15', '教师'], ['2026-11-12', '退休'], ['2026-10-01', '教师'])).toEqual([]);
    expect(changed(['2026-11-15', '教师'])).toEqual([]);
  });
});
