import { fc } from '@fast-check/vitest';
import type { ClientBundle } from '@/utils/domain/bundle';
import { catalogueFor } from '@/utils/domain/clarity/catalogue/catalogue';
import { addDays } from '@/utils/domain/day';
import type { ActionAnswer, ActionState } from '@/utils/domain/schema/actionState';
import { type Client, CONSENT_CHANNELS, type Fact } from '@/utils/domain/schema/client';
import type { Contact } from '@/utils/domain/schema/contact';
import { CREDIT_KINDS, LOAN_CLASSES } from '@/utils/domain/schema/credit';
import { SURE_SOURCES } from '@/utils/domain/schema/factSource';
import { HOLDING_KINDS, RISK_LEVELS } from '@/utils/domain/schema/holding';
import { OPPORTUNITY_STAGES } from '@/utils/domain/schema/opportunity';
import { POLICY_KINDS } from '@/utils/domain/schema/policy';
import { ATTITUDES, INFLUENCES, RELATION_ROLES, STAGES } from '@/utils/domain/schema/relation';
import type { ProductOnSale } from '@/utils/domain/schema/settings';
import {
  aBundle,
  aClient,
  aClientId,
  aContact,
  aContactId,
  aFact,
  anAnswer,
  choice,
  d,
  morningOf,
  text,
} from '../build';
import { aCredit, aHolding, anOpportunity, aPolicy, aRelation, yuan } from '../buildFacts';
import { planFor } from './ask';

/** The day on which all generated clients are looked at. */
export const TODAY = d('2026-11-20');

const daysFrom = (first: number, last: number) =>
  fc.integer({ min: first, max: last }).map((days) => addDays(TODAY, days));

const channels = fc.constantFrom('phone', 'meeting', 'wechat', 'email', 'branch', 'group');
// Rare things are rare, or they silence all the rest.
const purposes = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.constantFrom(
      'followUp',
      'care',
      'negotiation',
      'referral',
      'assetReview',
      'postLoan',
      null,
    ),
  },
  { weight: 1, arbitrary: fc.constant('complaint' as const) },
);
const contactDays = fc.oneof(
  { weight: 14, arbitrary: daysFrom(-120, 0) },
  { weight: 1, arbitrary: daysFrom(1, 30) },
);

const aDrawnContact = fc.record({
  day: contactDays,
  channel: channels,
  purpose: purposes,
  result: fc.constantFrom('reached', 'reached', 'reached', 'noAnswer', null),
  goalReached: fc.constantFrom('yes', 'partly', 'no', null),
  goal: fc.constantFrom('约面谈', null),
  promiseIn: fc.option(fc.integer({ min: -60, max: 20 })),
  origin: fc.constantFrom('own', 'own', 'crm'),
  voided: fc.boolean(),
  keeps: fc.option(fc.integer({ min: 1, max: 10 })),
  supersedes: fc.option(fc.integer({ min: 1, max: 10 }), { freq: 6 }),
  mass: fc.boolean(),
});

const contacts: fc.Arbitrary<Contact[]> = fc.array(aDrawnContact, { maxLength: 10 }).map((drawn) =>
  drawn.map(({ promiseIn, voided, keeps, supersedes, ...change }, index) => {
    const own = change.origin === 'own';
    const ahead = change.day > TODAY;
    return aContact(change.day, index + 1, {
      ...change,
      state: own && voided ? 'voided' : own && (ahead || change.result === null) ? 'planned' : 'done',
      nextStep: promiseIn === null ? null : { text: '发送明细', due: addDays(TODAY, promiseIn) },
      keeps: keeps === null ? null : aContactId(keeps),
      supersedes: own && supersedes !== null ? aContactId(supersedes) : null,
    });
  }),
);

const facts: fc.Arbitrary<Record<string, Fact>> = fc
  .subarray(catalogueFor('individual').filter(({ minor }) => !minor))
  .chain((fields) =>
    fc.tuple(...fields.map(({ key }) => fc.tuple(fc.constant(key), daysFrom(-1500, 0), fc.boolean()))),
  )
  .map((drawn) =>
    Object.fromEntries(
      drawn.map(([key, day, sure]) => [key, aFact(text('有'), day, sure ? 'client' : 'guess')]),
    ),
  );

const client: fc.Arbitrary<Client> = fc
  .record({
    kind: fc.constantFrom('individual', 'company', 'institution'),
    tier: fc.constantFrom('A', 'B', 'C', 'D', null),
    prospect: fc.boolean(),
    since: daysFrom(-200, 0),
    facts,
    born: fc.option(daysFrom(-12, 12)),
    consent: fc.constantFrom('all', 'none', null),
    aum: fc.option(fc.bigInt({ min: -1_000_000n, max: 10n ** 15n })),
    consents: fc.dictionary(
      fc.constantFrom(...CONSENT_CHANNELS),
      fc.record({ given: fc.boolean(), day: daysFrom(-300, 5), source: fc.constantFrom(...SURE_SOURCES) }),
    ),
    doNotContact: fc.option(
      fc.record({ day: daysFrom(-30, 5), until: fc.option(daysFrom(-5, 30)), reason: fc.constant(null) }),
      { freq: 8 },
    ),
    level: fc.option(fc.constantFrom('C1', 'C2', 'C3', 'C4', 'C5')),
    tested: daysFrom(-420, 10),
    elder: fc.boolean(),
  })
  .map(({ born, consent, aum, level, tested, elder, ...change }) =>
    aClient({
      ...change,
      facts: {
        ...change.facts,
        ...(born
          ? { birthday: aFact({ type: 'day', day: addDays(born, elder ? -24_107 : -16_071) }, '2026-01-01') }
          : {}),
        ...(consent ? { marketingConsent: aFact(choice(consent), '2026-10-01') } : {}),
        ...(level
          ? {
              riskLevel: aFact(choice(level), tested),
              riskTestedOn: aFact({ type: 'day', day: tested }, tested),
              productPreference: aFact(text('理财和基金'), tested),
            }
          : {}),
        ...(aum === null
          ? {}
          : { aum: aFact({ type: 'money', money: { minor: String(aum), currency: 'CNY' } }, '2026-11-01') }),
      },
    }),
  );

const answers: fc.Arbitrary<ActionAnswer> = fc.oneof(
  fc.constant({ state: 'done' as const }),
  daysFrom(-10, 20).map((until) => ({ state: 'snoozed' as const, until })),
  fc.constant({ state: 'snoozedToNextContact' as const }),
  fc.constant({ state: 'dismissed' as const, reason: 'notRelevant' as const }),
);

/** Answers to some of the prompts that a client really has. */
const answered = (bundle: ClientBundle): fc.Arbitrary<ActionState[]> => {
  const { shown, folded, silent } = planFor(bundle, TODAY);
  const keys = [...shown, ...folded, ...silent.map(({ action }) => action)].map(({ key }) => key);
  return fc
    .subarray(keys)
    .chain((some) => fc.tuple(...some.map((key) => fc.tuple(fc.constant(key), answers, daysFrom(-30, 0)))))
    .map((drawn) => drawn.map(([key, answer, day]) => anAnswer(key, answer, day)));
};

const few = <Row>(row: fc.Arbitrary<Row>): fc.Arbitrary<Row[]> => fc.array(row, { maxLength: 3 });
const maybeDay = (first: number, last: number) => fc.option(daysFrom(first, last));
const places = fc.constantFrom({ at: 'here' } as const, { at: 'elsewhere', name: '他行' } as const);
const walls = fc.oneof(
  fc.constant({ state: 'closed' } as const),
  fc.record({
    state: fc.constant('sharesFinances' as const),
    day: daysFrom(-99, 0),
    source: fc.constant('client' as const),
  }),
  fc.record({
    state: fc.constant('mustNotBeTold' as const),
    day: daysFrom(-99, 0),
    source: fc.constant('guess' as const),
  }),
);

const aDrawnRelation = fc.record({
  role: fc.constantFrom(...RELATION_ROLES),
  other: fc.constantFrom(null, aClientId(7)),
  covered: fc.constantFrom(true, false, null),
  stage: fc.option(fc.constantFrom(...STAGES)),
  attitude: fc.option(fc.constantFrom(...ATTITUDES)),
  influence: fc.option(fc.constantFrom(...INFLUENCES)),
  lastMet: maybeDay(-200, 0),
  wall: walls,
});
const aDrawnHolding = fc.record({
  kind: fc.constantFrom(...HOLDING_KINDS),
  place: places,
  amount: fc.option(fc.constantFrom(yuan(3_000), yuan(500_000), { minor: '900', currency: 'USD' })),
  maturity: maybeDay(-40, 40),
  takenOver: fc.option(daysFrom(-20, 0), { freq: 5 }),
  riskLevel: fc.option(fc.constantFrom(...RISK_LEVELS)),
});
const aDrawnPolicy = fc.record({
  kind: fc.constantFrom(...POLICY_KINDS),
  nextDue: maybeDay(-10, 40),
  until: maybeDay(-10, 400),
  criticalIllness: fc.boolean(),
  premium: fc.option(fc.constant(yuan(8_000))),
});
const aDrawnCredit = fc.record({
  kind: fc.constantFrom(...CREDIT_KINDS),
  applied: maybeDay(-60, 0),
  from: maybeDay(-400, 0),
  until: maybeDay(-10, 100),
  ended: fc.option(daysFrom(-20, 0), { freq: 8 }),
  class: fc.option(fc.constantFrom(...LOAN_CLASSES)),
  nextInterest: maybeDay(-5, 20),
  nextPrincipal: maybeDay(-5, 20),
  lastCheck: maybeDay(-120, 0),
  collateral: fc.constantFrom('厂房', null),
  collateralValued: maybeDay(-420, 0),
});
const aDrawnOpportunity = fc.record({
  product: fc.constantFrom('代发工资', '云澜稳健'),
  stage: fc.constantFrom(...OPPORTUNITY_STAGES),
  stageSince: daysFrom(-60, 0),
});

/** Money as the CRM showed it in the months before. */
const observed: fc.Arbitrary<Client['observed']> = fc
  .array(fc.integer({ min: 1, max: 900_000 }), { minLength: 1, maxLength: 6 })
  .map((amounts) => {
    const seen = amounts.map((amount, ago) => ({
      value: { type: 'money' as const, money: yuan(amount) },
      firstSeen: morningOf(addDays(TODAY, -30 * ago - 3)),
      lastSeen: morningOf(addDays(TODAY, -30 * ago - 2)),
    }));
    const [now, ...former] = seen;
    if (!now) return {};
    const { value, firstSeen } = now;
    return { averageBalance: { value, firstSeen, ...(former.length > 0 ? { former } : {}) } };
  });

const rows = fc.record({
  relations: few(aDrawnRelation).map((drawn) => drawn.map((change, n) => aRelation(n + 1, change))),
  holdings: few(aDrawnHolding).map((drawn) => drawn.map((change, n) => aHolding(n + 1, change))),
  policies: few(aDrawnPolicy).map((drawn) => drawn.map((change, n) => aPolicy(n + 1, change))),
  credits: few(aDrawnCredit).map((drawn) => drawn.map((change, n) => aCredit(n + 1, change))),
  opportunities: few(aDrawnOpportunity).map((drawn) =>
    drawn.map((change, n) => anOpportunity(n + 1, change)),
  ),
});

/** Products on sale, some of which hardly anyone may be offered. */
export const PRODUCTS: ProductOnSale[] = [
  { name: '云澜稳健', kind: 'wealth', risk: 'R2', least: yuan(10_000) },
  { name: '远山指数', kind: 'fund', risk: 'R4', least: yuan(1_000) },
  { name: '无级基金', kind: 'fund', risk: null, least: yuan(1_000) },
  { name: '一年定期', kind: 'deposit', risk: null, least: yuan(50) },
];

/** Any client with any history, any people and money, and answers to some of the prompts. */
export const anyBundle: fc.Arbitrary<ClientBundle> = fc
  .record({ client, contacts, rows, observed })
  .map(({ client: drawn, contacts: history, rows: held, observed: seen }) =>
    aBundle({ client: { ...drawn, observed: seen }, contacts: history, ...held }),
  )
  .chain((bundle) => answered(bundle).map((actionStates) => ({ ...bundle, actionStates })));
