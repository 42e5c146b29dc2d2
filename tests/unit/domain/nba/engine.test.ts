import { describe, expect, it } from 'vitest';
import type { ClientBundle } from '@/utils/domain/bundle';
import { planActions } from '@/utils/domain/nba/engine';
import type { Gate } from '@/utils/domain/nba/gates/gate';
import { ALL_GATES } from '@/utils/domain/nba/gates/registry';
import type { Finding, Rule } from '@/utils/domain/nba/rule';
import { outlineOf } from '@/utils/domain/outline';
import type { ActionAnswer } from '@/utils/domain/schema/actionState';
import { instant } from '@/utils/domain/schema/time';
import {
  aBundle,
  aClient,
  aContact,
  aContactId,
  aCrmContact,
  anAnswer,
  aPlan,
  d,
  morningOf,
  someSettings,
} from '../build';
import { aRule, finding } from './aRule';

const TODAY = '2026-11-20';

function plan(
  rules: readonly Rule[],
  bundle: Partial<ClientBundle> = {},
  {
    today = TODAY,
    gates = ALL_GATES,
    ...settings
  }: { today?: string; gates?: readonly Gate[]; promptsPerClient?: number; rulesOff?: string[] } = {},
) {
  const inForce = someSettings(settings);
  return planActions({ ...outlineOf(aBundle(bundle), inForce, d(today)), settings: inForce }, rules, gates);
}
const keys = (actions: readonly { key: string }[]) => actions.map(({ key }) => key);

describe('the order of prompts', () => {
  it('is by priority, then by the rules, then by key', () => {
    const rules = [
      aRule('second', [finding('b'), finding('a')]),
      aRule('third', [finding('z')]),
      aRule('first', [finding('x')], { base: 60 }),
    ];
    expect(keys(plan(rules).shown)).toEqual(['first|x', 'second|a', 'second|b']);
    expect(keys(plan(rules).folded)).toEqual(['third|z']);
  });

  it('is as the rule says where it speaks one prompt at a time', () => {
    const rule = aRule('asks', [finding('b'), finding('a')], { oneAtATime: true });
    expect(keys(plan([rule]).shown)).toEqual(['asks|b']);
  });

  it('takes a factor out of bounds as its bound', () => {
    const rules = [
      aRule('wild', [
        finding('a', { urgency: 9, confidence: 7 }),
        finding('b', { urgency: Number.NaN, confidence: 0 }),
      ]),
    ];
    expect(plan(rules).shown.map(({ parts }) => [parts.urgency, parts.confidence])).toEqual([
      [1.5, 1],
      [1, 0.5],
    ]);
  });
});

describe('where the evidence stands', () => {
  const part = (aim: Rule['aim'], rule: Partial<Rule> = {}, change: Partial<Finding> = {}) =>
    plan([aRule('any', [finding('a', change)], { aim, ...rule })]).shown[0]?.part;

  it('is the history for contacts and records, else the profile', () => {
    expect([part('contact'), part('record'), part('learn')]).toEqual(['history', 'history', 'profile']);
  });

  it('is where the rule says, or the single finding', () => {
    expect(part('service', { part: 'holdings' })).toBe('holdings');
    expect(part('service', { part: 'holdings' }, { part: 'policies' })).toBe('policies');
  });
});

describe('the value of a client', () => {
  const value = (change: Partial<ReturnType<typeof aClient>>) =>
    plan([aRule('any', [finding('a')])], { client: aClient(change) }).shown[0]?.parts.value;
  const holding = (minor: string, currency = 'CNY') => ({
    observed: {
      aum: {
        value: { type: 'money' as const, money: { minor, currency } },
        firstSeen: morningOf('2026-11-01'),
      },
    },
  });

  it('is by tier, without one as D', () => {
    expect((['A', 'B', 'C', 'D', null] as const).map((tier) => value({ tier }))).toEqual([
      1.2, 1.1, 1, 0.9, 0.9,
    ]);
  });

  it('rises and falls with the assets here, within 0.8 to 1.3', () => {
    expect(value({ tier: 'A', ...holding('600000000') })).toBeCloseTo(1.3);
    expect(value({ tier: 'A', ...holding('599999999') })).toBeCloseTo(1.25);
    expect(value({ tier: 'C', ...holding('99999999') })).toBe(1);
    expect(value({ tier: 'C', ...holding('4999999') })).toBeCloseTo(0.9);
    expect(value({ tier: 'D', ...holding('-100') })).toBeCloseTo(0.8);
  });

  it('makes no rate up for other currencies', () => {
    expect(value({ tier: 'C', ...holding('900000000', 'USD') })).toBe(1);
  });
});

describe('a client just talked to', () => {
  const recent = (day: string, aim: Rule['aim']) =>
    plan([aRule('any', [finding('a')], { aim })], { contacts: [aContact(day)] }).shown[0]?.parts.recent;

  it('is prompted for less, ten points on the day down to none after a week', () => {
    expect(recent('2026-11-20', 'learn')).toBe(10);
    expect(recent('2026-11-14', 'learn')).toBeCloseTo(10 / 7);
    expect(recent('2026-11-13', 'learn')).toBe(0);
  });

  it('but not where something is owed or to be put on file', () => {
    expect(recent('2026-11-20', 'service')).toBe(0);
    expect(recent('2026-11-20', 'record')).toBe(0);
  });
});

describe('gates', () => {
  const closed: Gate = { id: 'closed', stops: ({ finding: { evidence } }) => evidence === 'stopped' };

  it('come before switches and answers, and no answer opens them', () => {
    const rule = aRule('any', [finding('stopped'), finding('free')]);
    const actionStates = [
      anAnswer('any|stopped', { state: 'dismissed', reason: 'notRelevant' }, '2026-11-19'),
    ];
    const { shown, silent } = plan([rule], { actionStates }, { gates: [closed], rulesOff: ['any'] });
    expect(shown).toEqual([]);
    expect(silent.map(({ action, silence }) => [action.key, silence])).toEqual([
      ['any|free', { reason: 'switchedOff' }],
      ['any|stopped', { reason: 'gate', gate: 'closed' }],
    ]);
  });

  it('see the aim of the single prompt', () => {
    const noSelling: Gate = { id: 'noSelling', stops: ({ aim }) => aim === 'sell' };
    const rule = aRule('any', [finding('a'), finding('b', { aim: 'sell' })]);
    expect(keys(plan([rule], {}, { gates: [noSelling] }).shown)).toEqual(['any|a']);
  });

  it('have names of their own', () => {
    expect(new Set(ALL_GATES.map(({ id }) => id)).size).toBe(ALL_GATES.length);
  });
});

describe('answers', () => {
  const KEY = 'any|e';
  const silence = (
    answer: ActionAnswer,
    today: string,
    bundle: Partial<ClientBundle> = {},
    rule: Partial<Rule> = {},
    answeredOn = '2026-11-10',
  ) =>
    plan(
      [aRule('any', [finding('e')], rule)],
      { ...bundle, actionStates: [anAnswer(KEY, answer, answeredOn)] },
      { today },
    ).silent[0]?.silence;

  it('a snooze holds until its day', () => {
    const answer = { state: 'snoozed' as const, until: d('2026-11-13') };
    expect(silence(answer, '2026-11-12')).toEqual({ reason: 'snoozed', until: '2026-11-13' });
    expect(silence(answer, '2026-11-13')).toBeUndefined();
  });

  it('a dismissal holds as long as the evidence is the same', () => {
    const answer = { state: 'dismissed' as const, reason: 'notRelevant' as const };
    expect(silence(answer, '2030-01-01')).toEqual({ reason: 'dismissed' });
    const other = plan([aRule('any', [finding('other')])], {
      actionStates: [anAnswer(KEY, answer, '2026-11-10')],
    });
    expect(keys(other.shown)).toEqual(['any|other']);
  });

  describe('until the next contact', () => {
    const having = (...contacts: ReturnType<typeof aContact>[]) =>
      silence({ state: 'snoozedToNextContact' }, TODAY, { contacts });
    const away = { reason: 'snoozed', until: null };

    it('waits for a contact that reaches the client', () => {
      expect(having()).toEqual(away);
      expect(having(aContact('2026-11-15'))).toBeUndefined();
      expect(having(aContact('2026-11-15', 1, { result: 'noAnswer' }))).toEqual(away);
      expect(having(aPlan('2026-11-25'))).toEqual(away);
    });

    it('counts one of the same day only if it came after the answer', () => {
      const minutesLater = (minutes: number) =>
        aContact('2026-11-10', 1, { loggedAt: instant.parse(morningOf('2026-11-10') + minutes * 60_000) });
      expect(having(minutesLater(-5))).toEqual(away);
      expect(having(minutesLater(5))).toBeUndefined();
    });

    it('takes what is logged late for an earlier day, or corrected, for no next contact', () => {
      const late = aContact('2026-11-09', 1, { loggedAt: morningOf('2026-11-15') });
      expect(having(late)).toEqual(away);
      const old = aContact('2026-11-10', 1, { loggedAt: morningOf('2026-11-09') });
      expect(
        having(old, { ...old, id: aContactId(2), supersedes: old.id, loggedAt: morningOf('2026-11-15') }),
      ).toEqual(away);
    });

    it('takes the outcome of a plan for one', () => {
      const planned = aPlan('2026-11-10', 1);
      const held = aContact('2026-11-10', 2, { supersedes: planned.id, loggedAt: morningOf('2026-11-11') });
      expect(having(planned, held)).toBeUndefined();
    });

    it('takes an entry of the CRM on a later day for one', () => {
      expect(having(aCrmContact('2026-11-11'))).toBeUndefined();
      expect(having(aCrmContact('2026-11-10'))).toEqual(away);
    });
  });

  describe('done', () => {
    const done = { state: 'done' as const };

    it('rests for the cool-down, then comes back if the facts still say so', () => {
      expect(silence(done, '2026-11-16')).toEqual({ reason: 'resting', until: '2026-11-17' });
      expect(silence(done, '2026-11-17')).toBeUndefined();
    });

    it('settles for good where the rule says so', () => {
      expect(silence(done, '2030-01-01', {}, { done: 'settles' })).toEqual({ reason: 'done' });
    });

    it('rests the whole rule, or only the evidence, as the rule says', () => {
      const resting = (rests: Rule['rests'], today: string) =>
        plan(
          [aRule('any', [finding('new')], { rests })],
          { actionStates: [anAnswer(KEY, done, '2026-11-10')] },
          { today },
        ).silent[0]?.silence;
      expect(resting('rule', '2026-11-16')).toEqual({ reason: 'resting', until: '2026-11-17' });
      expect(resting('rule', '2026-11-17')).toBeUndefined();
      expect(resting('evidence', '2026-11-10')).toBeUndefined();
    });

    it('does not rest other rules', () => {
      const { shown } = plan([aRule('other', [finding('e')])], {
        actionStates: [anAnswer(KEY, done, TODAY)],
      });
      expect(keys(shown)).toEqual(['other|e']);
    });

    it('by a call that nobody took rests until the next day, and is corrected with the log', () => {
      const call = aContact('2026-11-10', 1, { result: 'noAnswer' });
      const actionStates = [anAnswer(KEY, done, '2026-11-10', call.loggedAt)];
      const having = (today: string, ...contacts: ReturnType<typeof aContact>[]) =>
        plan([aRule('any', [finding('e')], { done: 'settles' })], { contacts, actionStates }, { today })
          .silent[0]?.silence;
      expect(having('2026-11-10', call)).toEqual({ reason: 'resting', until: '2026-11-11' });
      expect(having('2026-11-11', call)).toBeUndefined();
      const corrected = aContact('2026-11-10', 2, { supersedes: call.id });
      expect(having('2026-11-11', call, corrected)).toEqual({ reason: 'done' });
    });

    it('does not put other prompts of the rule to rest when nobody took the call', () => {
      const call = aContact('2026-11-10', 1, { result: 'noAnswer' });
      const { shown } = plan(
        [aRule('any', [finding('new')])],
        { contacts: [call], actionStates: [anAnswer(KEY, done, '2026-11-10', call.loggedAt)] },
        { today: '2026-11-11' },
      );
      expect(keys(shown)).toEqual(['any|new']);
    });
  });
});
