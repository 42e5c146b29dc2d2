import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { ClientBundle } from '@/utils/domain/bundle';
import { addDays } from '@/utils/domain/day';
import type { Action, ActionPlan } from '@/utils/domain/nba/action';
import { ALL_RULES } from '@/utils/domain/nba/rules/registry';
import type { ActionAnswer } from '@/utils/domain/schema/actionState';
import { aBundle, aContact, anAnswer } from '../build';
import { aCredit } from '../buildFacts';
import { anyBundle, PRODUCTS, TODAY } from './anyBundle';
import { planFor } from './ask';

/** Rules that go on where nobody is to be contacted. */
const OWED = new Set(ALL_RULES.filter(({ owed }) => owed).map(({ id }) => id));

const all = ({ shown, folded, silent }: ActionPlan): Action[] => [
  ...shown,
  ...folded,
  ...silent.map(({ action }) => action),
];

/** The same with a complaint of today: something is owed for certain. */
const complaining = anyBundle.map((bundle) => ({
  ...bundle,
  contacts: [...bundle.contacts, aContact(TODAY, 99, { purpose: 'complaint', minute: 1439 })],
}));

/** A fixed shuffle for each seed. */
const shuffled = <Item>(items: readonly Item[], seed: number): Item[] =>
  items
    .map((item, index) => ({ item, place: ((index + 1) * 7919 + seed * 104_729) % 1009 }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);

const reordered = (bundle: ClientBundle, seed: number): ClientBundle => ({
  ...bundle,
  contacts: shuffled(bundle.contacts, seed),
  relations: shuffled(bundle.relations, seed + 3),
  namedIn: shuffled(bundle.namedIn, seed + 8),
  visits: shuffled(bundle.visits, seed + 9),
  holdings: shuffled(bundle.holdings, seed + 4),
  policies: shuffled(bundle.policies, seed + 5),
  credits: shuffled(bundle.credits, seed + 6),
  opportunities: shuffled(bundle.opportunities, seed + 7),
  actionStates: shuffled(bundle.actionStates, seed + 1),
  client: {
    ...bundle.client,
    facts: Object.fromEntries(shuffled(Object.entries(bundle.client.facts), seed + 2)),
  },
});

describe('any plan', () => {
  test.prop([anyBundle])('is the same each time', (bundle) => {
    expect(planFor(structuredClone(bundle), TODAY)).toEqual(planFor(bundle, TODAY));
  });

  test.prop([anyBundle, fc.nat({ max: 1000 })])(
    'does not depend on the order of its input',
    (bundle, seed) => {
      expect(planFor(reordered(bundle, seed), TODAY)).toEqual(planFor(bundle, TODAY));
    },
  );

  test('speaks of the same one of two credit lines never drawn, whichever comes first', () => {
    const bundle = aBundle({
      credits: [
        aCredit(1, { kind: 'creditLine', from: addDays(TODAY, -14) }),
        aCredit(2, { kind: 'creditLine', from: addDays(TODAY, -15) }),
      ],
    });
    const turned = { ...bundle, credits: bundle.credits.toReversed() };
    const plan = planFor(bundle, TODAY);
    expect(all(plan).map(({ rule }) => rule)).toContain('tryTogether');
    expect(planFor(turned, TODAY)).toEqual(plan);
  });

  test.prop([anyBundle, fc.integer({ min: 1, max: 10 })])('never shows more than the cap', (bundle, cap) => {
    const plan = planFor(bundle, TODAY, undefined, { promptsPerClient: cap });
    expect(plan.shown.length).toBeLessThanOrEqual(cap);
    expect(plan.folded.length === 0 || plan.shown.length === cap).toBe(true);
  });

  test.prop([anyBundle])('has keys of its own, of at most 200 letters', (bundle) => {
    const keys = all(planFor(bundle, TODAY)).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.every((key) => key.length >= 3 && key.length <= 200)).toBe(true);
  });

  test.prop([anyBundle])('has finite priorities, the best first', (bundle) => {
    const { shown, folded } = planFor(bundle, TODAY);
    const priorities = [...shown, ...folded].map(({ priority }) => priority);
    expect(priorities.every(Number.isFinite)).toBe(true);
    expect(priorities).toEqual(priorities.toSorted((a, b) => b - a));
  });

  test.prop([anyBundle])('keeps its factors within their bounds', (bundle) => {
    for (const { parts, priority } of all(planFor(bundle, TODAY))) {
      expect(parts.value).toBeGreaterThanOrEqual(0.8);
      expect(parts.value).toBeLessThanOrEqual(1.3);
      expect(parts.urgency).toBeGreaterThanOrEqual(1);
      expect(parts.urgency).toBeLessThanOrEqual(1.5);
      expect(parts.confidence).toBeGreaterThanOrEqual(0.5);
      expect(parts.confidence).toBeLessThanOrEqual(1);
      const score = parts.base * parts.weight * parts.value * parts.urgency * parts.confidence - parts.recent;
      expect(priority).toBeCloseTo(score, 1);
    }
  });

  test.prop([anyBundle])('gives every prompt a reason and words', (bundle) => {
    for (const { why, title, talkTrack } of all(planFor(bundle, TODAY))) {
      expect(why.length).toBeGreaterThan(0);
      expect([title, talkTrack, ...why].every(({ key }) => key !== '')).toBe(true);
    }
  });

  test.prop([anyBundle, fc.integer({ min: 1, max: 40 }), fc.nat()])(
    'keeps a snoozed prompt away until its day, however often it is worked out anew',
    (bundle, days, pick) => {
      const { shown, folded } = planFor(bundle, TODAY);
      // What is owed has its own property below.
      const free = [...shown, ...folded].filter(({ putOff }) => putOff === null);
      const snoozed = free[pick % Math.max(1, free.length)];
      fc.pre(snoozed !== undefined);
      if (!snoozed) return;
      const { key } = snoozed;
      const until = addDays(TODAY, days);
      const others = bundle.actionStates.filter((state) => state.key !== key);
      const after = {
        ...bundle,
        actionStates: [...others, anAnswer(key, { state: 'snoozed', until }, TODAY)],
      };
      // Whether a prompt is silent is its own rule's matter: the others need not be asked each day.
      const own = ALL_RULES.filter(({ id }) => id === snoozed.rule);
      for (let day = TODAY; day < until; day = addDays(day, 1)) {
        const plan = planFor(after, day, own);
        expect([...plan.shown, ...plan.folded].map((action) => action.key)).not.toContain(key);
      }
      // On its day the snooze says nothing any more.
      const silence = planFor(after, until).silent.find(({ action }) => action.key === key)?.silence;
      expect(silence?.reason).not.toBe('snoozed');
    },
  );

  test.prop([anyBundle])('switched off by rule shows nothing of that rule', (bundle) => {
    const { shown } = planFor(bundle, TODAY);
    const off = shown.find(({ putOff }) => putOff === null)?.rule ?? 'overdue';
    const plan = planFor(bundle, TODAY, undefined, { rulesOff: [off] });
    expect([...plan.shown, ...plan.folded].map(({ rule }) => rule)).not.toContain(off);
  });

  test.prop([complaining, fc.integer({ min: 1, max: 40 }), fc.constantFrom('snoozed', 'dismissed', 'waits')])(
    'keeps what is owed away for three days at most, whatever the answer',
    (bundle, days, answer) => {
      const { shown, folded, silent } = planFor(bundle, TODAY);
      const owed = [...shown, ...folded, ...silent.map(({ action }) => action)].find(
        ({ rule }) => rule === 'complaintFollowUp',
      );
      if (!owed) throw new Error('a complaint is open and nothing is owed');
      const given: ActionAnswer =
        answer === 'snoozed'
          ? { state: 'snoozed', until: addDays(TODAY, days) }
          : answer === 'waits'
            ? { state: 'snoozedToNextContact' }
            : { state: 'dismissed', reason: 'notRelevant' };
      const others = bundle.actionStates.filter(({ key }) => key !== owed.key);
      const after = { ...bundle, actionStates: [...others, anAnswer(owed.key, given, TODAY)] };
      const later = planFor(after, addDays(TODAY, 3), undefined, { rulesOff: [owed.rule] });
      const silenced = later.silent.filter(({ action }) => action.rule === owed.rule);
      expect(silenced.filter(({ silence }) => silence.reason === 'snoozed')).toEqual([]);
      expect(silenced.filter(({ silence }) => silence.reason === 'dismissed')).toEqual([]);
      expect(silenced.filter(({ silence }) => silence.reason === 'switchedOff')).toEqual([]);
    },
  );

  test.prop([anyBundle])('offers nothing that a gate forbids', (bundle) => {
    const { client, credits } = bundle;
    const { shown, folded } = planFor(bundle, TODAY, undefined, { products: PRODUCTS });
    const free = [...shown, ...folded];
    const selling = free.filter(({ aim }) => aim === 'sell');
    const until = client.doNotContact?.until ?? null;
    if (client.doNotContact && client.doNotContact.day <= TODAY && (until === null || until >= TODAY)) {
      expect(free.filter(({ rule }) => !OWED.has(rule))).toEqual([]);
    }
    if (credits.some(({ applied, from, ended }) => applied && applied <= TODAY && !from && !ended)) {
      expect(selling).toEqual([]);
    }
    if (client.kind === 'individual' && Object.values(client.consents).some((one) => one && !one.given)) {
      const refused = Object.entries(client.consents).flatMap(([by, one]) => (one?.given ? [] : [by]));
      const channels = selling.flatMap(({ deed }) =>
        deed.type === 'log' && deed.prefill.channel ? [deed.prefill.channel] : [],
      );
      expect(channels.filter((channel) => refused.includes(channel))).toEqual([]);
    }
    const level = client.facts['riskLevel']?.value;
    const top = level?.type === 'choice' ? Number(level.code.slice(1)) : 0;
    for (const { title } of selling.filter(({ rule }) => rule === 'productMatch' || rule === 'crossSell')) {
      const product = PRODUCTS.find(({ name }) => title.args[0] === name);
      const risk = product?.kind === 'deposit' ? 0 : Number(product?.risk?.slice(1) ?? 9);
      expect(risk).toBeLessThanOrEqual(top);
    }
  });

  test.prop([anyBundle])('never finds anything whose words would need a day that is not one', (bundle) => {
    const words = all(planFor(bundle, TODAY, undefined, { products: PRODUCTS }));
    expect(JSON.stringify(words)).not.toMatch(/NaN|undefined|Infinity|\[object/);
  });
});
