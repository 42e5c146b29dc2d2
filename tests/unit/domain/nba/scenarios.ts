import type { ClientBundle } from '@/utils/domain/bundle';
import type { Action } from '@/utils/domain/nba/action';
import { planActions } from '@/utils/domain/nba/engine';
import { overdue } from '@/utils/domain/nba/rules/overdue';
import { ALL_RULES } from '@/utils/domain/nba/rules/registry';
import { staleProfile } from '@/utils/domain/nba/rules/staleProfile';
import { outlineOf } from '@/utils/domain/outline';
import type { Fact } from '@/utils/domain/schema/client';
import type { FieldValue } from '@/utils/domain/schema/fieldValue';
import {
  aBundle,
  aClient,
  aCompany,
  aContact,
  aCrmContact,
  aFact,
  anAnswer,
  aPlan,
  choice,
  d,
  morningOf,
  someSettings,
  text,
} from '../build';
import { found } from './ask';
import { movedOn } from './balances';
import { moneyActions } from './scenariosOfMoney';

/** Clients that between them make every rule say everything it can say; all looked at on one Friday. */
const DAY = '2026-11-20';

const promise = (day: string, due: string) =>
  aContact(day, 1, { nextStep: { text: '发送三季度持仓明细', due: d(due) } });
const born = (value: FieldValue) => aClient({ facts: { birthday: aFact(value, '2026-03-02', 'guess') } });
const moved = (before: number, after: number) => movedOn('2026-11-12', before, '2026-11-18', after);
const called = aContact('2026-10-09', 1);
const missed = (change: object) => [aContact('2026-11-12', 1, { goalReached: 'no', ...change })];

/** A client of tier C with a plan, known but for one field whose question was put away. */
const knownBut = (missing: string, change: Record<string, Fact>): Partial<ClientBundle> => {
  const expected = [
    'mobile',
    'birthday',
    'occupation',
    'riskLevel',
    'riskTestedOn',
    'children',
    'aum',
    'cameBy',
  ];
  const known = expected
    .filter((key) => key !== missing)
    .map((key) => [key, aFact(text('有'), '2026-11-01')]);
  return {
    client: aClient({ tier: 'C', facts: { ...Object.fromEntries(known), ...change } }),
    contacts: [aPlan('2026-11-24')],
    actionStates: [
      anAnswer(
        `nextQuestion|${missing}|missing|never`,
        { state: 'dismissed', reason: 'notRelevant' },
        '2026-11-02',
      ),
    ],
  };
};

const SCENARIOS: readonly Partial<ClientBundle>[] = [
  // After a sale: the first call, and a later one.
  { contacts: [aContact('2026-11-19', 1, { purpose: 'signing', goalReached: 'yes', goal: '养老账户' })] },
  { contacts: [aContact('2026-11-12', 1, { purpose: 'signing', goalReached: 'yes' })] },
  // Overdue, by each kind of cadence, with attempts; a woman, a man, a company.
  {
    client: aClient({ facts: { gender: aFact(choice('female'), '2026-03-02') } }),
    contacts: [called, aContact('2026-11-18', 2, { result: 'noAnswer' })],
  },
  {
    client: aClient({
      name: '周建国',
      cadenceDays: 20,
      facts: { gender: aFact(choice('male'), '2026-03-02') },
    }),
    contacts: [called],
  },
  { client: aClient({ classes: ['atRisk'] }), contacts: [called] },
  { client: aClient({ prospect: true }), contacts: [called] },
  { client: aCompany({ tier: 'B' }), contacts: [aCrmContact('2026-06-01')] },
  { client: aClient({ tier: null }), contacts: [aContact('2026-06-01')] },
  // Never contacted.
  { contacts: [aContact('2026-11-18', 2, { result: 'noAnswer' })] },
  { client: aCompany() },
  // Promises: late, for today, for Sunday.
  { contacts: [promise('2026-10-09', '2026-11-13')] },
  { contacts: [promise('2026-11-09', '2026-11-20')] },
  { contacts: [promise('2026-11-09', '2026-11-22')] },
  // Birthdays: today, soon, lunar, in a leap month (lunar 1984 had a leap tenth month).
  { client: born({ type: 'day', day: d('1981-11-20') }) },
  { client: born({ type: 'day', day: d('1981-11-24') }) },
  { client: born({ type: 'lunarDay', year: 1981, month: 10, day: 14, leap: false }) },
  { client: born({ type: 'lunarDay', year: 1984, month: 10, day: 14, leap: true }) },
  // Fields guessed, or light and grown old, behind a first question that was put away.
  { ...knownBut('riskTestedOn', { occupation: aFact(text('大概'), '2026-11-01', 'guess') }) },
  { ...knownBut('riskTestedOn', { occupation: aFact(text('教师'), '2020-01-01') }) },
  // Heavy fields grown old: told, seen, by a date of its own.
  { client: aClient({ facts: { career: aFact(text('财务'), '2023-01-01') } }) },
  {
    client: aClient({
      observed: { mobile: { value: text('138****6621'), firstSeen: morningOf('2025-01-01') } },
    }),
  },
  // Goals missed, with and without words.
  { contacts: missed({ goal: '约看厂房', purpose: 'followUp' }) },
  { contacts: missed({ purpose: 'followUp' }) },
  // Money that went, from a client of 70 too, and money that came.
  { client: aClient({ observed: { aum: moved(1_200_000, 870_000) } }) },
  {
    client: aClient({
      facts: { birthday: aFact({ type: 'day', day: d('1956-03-02') }, '2026-03-02') },
      observed: { averageBalance: moved(500_000, 300_000) },
    }),
  },
  { client: aClient({ observed: { aum: moved(500_000, 800_000) } }) },
  // A plan nobody logged.
  { contacts: [aPlan('2026-11-13', 1, { goal: '签预约单' })] },
];

/** A heavy field whose own date is past, as a bank's catalogue may have it. */
function pastItsDate(): Action[] {
  const settings = someSettings();
  const client = aClient({ facts: { idExpiry: aFact({ type: 'day', day: d('2026-11-01') }, '2026-10-01') } });
  const outline = outlineOf(aBundle({ client }), settings, d(DAY));
  const fields = outline.clarity.fields.map((field) => ({ ...field, heavy: field.key === 'idExpiry' }));
  const clarity = { ...outline.clarity, fields };
  return [...planActions({ ...outline, clarity, settings }, [staleProfile]).shown];
}

/** Everything the rules find in all scenarios. */
export const allActions = (): Action[] => [
  ...SCENARIOS.flatMap((bundle) => ALL_RULES.flatMap((rule) => found(rule, bundle, DAY))),
  // A class with a cadence of its own.
  ...found(overdue, { client: aClient({ classes: ['vip'] }), contacts: [called] }, DAY, {
    classCadence: { vip: 20 },
  }),
  ...pastItsDate(),
  ...moneyActions(),
];
