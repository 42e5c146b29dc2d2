import { fc } from '@fast-check/vitest';
import type { ClientBundle } from '@/utils/domain/bundle';
import { catalogueFor } from '@/utils/domain/clarity/catalogue/catalogue';
import { addDays } from '@/utils/domain/day';
import type { ActionAnswer, ActionState } from '@/utils/domain/schema/actionState';
import type { Client, Fact } from '@/utils/domain/schema/client';
import type { Contact } from '@/utils/domain/schema/contact';
import { aBundle, aClient, aContact, aContactId, aFact, anAnswer, choice, d, text } from '../build';
import { planFor } from './ask';

/** The day on which all generated clients are looked at. */
export const TODAY = d('2026-11-20');

const daysFrom = (first: number, last: number) =>
  fc.integer({ min: first, max: last }).map((days) => addDays(TODAY, days));

const channels = fc.constantFrom('phone', 'meeting', 'wechat', 'email', 'branch', 'group');
// Rare things are rare, or they silence all the rest.
const purposes = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom('followUp', 'care', 'negotiation', null) },
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
  })
  .map(({ born, consent, aum, ...change }) =>
    aClient({
      ...change,
      facts: {
        ...change.facts,
        ...(born ? { birthday: aFact({ type: 'day', day: addDays(born, -16_071) }, '2026-01-01') } : {}),
        ...(consent ? { marketingConsent: aFact(choice(consent), '2026-10-01') } : {}),
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

/** Any client with any history, and answers to some of the prompts. */
export const anyBundle: fc.Arbitrary<ClientBundle> = fc
  .record({ client, contacts })
  .map((drawn) => aBundle(drawn))
  .chain((bundle) => answered(bundle).map((actionStates) => ({ ...bundle, actionStates })));
