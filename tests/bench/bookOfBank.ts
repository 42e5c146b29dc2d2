import type { ClientBundle } from '../../utils/domain/bundle';
import { addDays, parseDay, startOfDay } from '../../utils/domain/day';
import type { Client, Fact, Tier } from '../../utils/domain/schema/client';
import type { Contact } from '../../utils/domain/schema/contact';
import type { FieldValue } from '../../utils/domain/schema/fieldValue';
import type { HoldingKind } from '../../utils/domain/schema/holding';
import {
  clientId,
  contactId,
  creditId,
  holdingId,
  opportunityId,
  policyId,
  relationId,
} from '../../utils/domain/schema/ids';
import type { Money } from '../../utils/domain/schema/money';
import type { ProductOnSale } from '../../utils/domain/schema/settings';
import { type CivilDay, instant } from '../../utils/domain/schema/time';
import type { Company, DemoBank, DemoClient, Holding, Individual } from '../demo-crm/data/model';

/*
 * The demo bank's clients as the book would hold them after a year: what its pages show, and on top of
 * it, by the client's place in the list, what an RM notes beside them. Nothing is drawn by chance.
 */

export const ZONE = 'Asia/Shanghai';
const TIERS: Readonly<Record<DemoClient['serviceLevel'], Tier>> = {
  私行: 'A',
  财富: 'B',
  金卡: 'C',
  普卡: 'D',
};

/** What the bank of the demo has on sale. */
export const ON_SALE: ProductOnSale[] = [
  { name: '云澜稳健 90 天', kind: 'wealth', risk: 'R2', least: { minor: '1000000', currency: 'CNY' } },
  { name: '远山指数增强', kind: 'fund', risk: 'R4', least: { minor: '100000', currency: 'CNY' } },
];

const hex = (room: number, place: number, n = 0): string =>
  (room * 2 ** 32 + place * 4096 + n).toString(16).padStart(24, '0');
const day = (text: string): CivilDay => {
  const found = parseDay(text);
  if (!found) throw new Error(`no day: ${text}`);
  return found;
};
const fen = (amount: number): Money => ({ minor: String(Math.round(amount)), currency: 'CNY' });
const text = (words: string): FieldValue => ({ type: 'text', text: words });
const choice = (code: string): FieldValue => ({ type: 'choice', code });
const on = (value: string): FieldValue => ({ type: 'day', day: day(value) });

function shownOf(client: DemoClient): Record<string, FieldValue> {
  return client.kind === 'individual' ? shownOfPerson(client) : shownOfCompany(client);
}
const shownOfPerson = (person: Individual): Record<string, FieldValue> => ({
  gender: choice(person.gender),
  birthday: on(person.birthday),
  occupation: text(person.occupation),
  ...(person.employer ? { employer: text(person.employer) } : {}),
  maritalStatus: choice(person.marital),
  idExpiry: on(person.idExpiry),
  riskLevel: choice(person.risk.level),
  riskTestedOn: on(person.risk.tested),
  aum: { type: 'money', money: fen(person.aumFen) },
});
const shownOfCompany = (company: Company): Record<string, FieldValue> => ({
  creditCode: text(company.creditCode),
  industry: text(company.industry),
  legalRepresentative: text(company.legalRepresentative),
  payrollStaff: { type: 'number', number: company.payrollStaff },
  ...(company.creditLineUntil ? { creditLineUntil: on(company.creditLineUntil) } : {}),
});

/** What the RM and some pages know beside it. */
function notedOf(client: DemoClient, place: number, today: CivilDay): Record<string, FieldValue> {
  if (client.kind === 'company') return place % 3 === 0 ? { statementPeriod: on(addDays(today, -200)) } : {};
  return {
    ...(place % 4 === 0 ? { productPreference: text('稳健的理财') } : {}),
    ...(place % 5 === 0 ? { insuranceCover: choice('socialOnly') } : {}),
    ...(place % 11 === 0 ? { 'crm.代发工资': text('是') } : {}),
    ...(place % 13 === 0 ? { 'crm.最近交易日': on(addDays(today, -190)) } : {}),
    ...(place % 17 === 0 ? { 'crm.权益到期日': on(addDays(today, 40)) } : {}),
    ...(place % 19 === 0 ? { 'crm.手机银行状态': text('未激活') } : {}),
    ...(place % 23 === 0 ? { lifeEvents: text('父亲去世') } : {}),
  };
}

function clientOf(client: DemoClient, place: number, today: CivilDay): Client {
  const seen = instant.parse(startOfDay(addDays(today, -5), ZONE) + 36_000_000);
  const given = { given: place % 3 !== 0, day: addDays(today, -300), source: 'client' as const };
  const fact = (value: FieldValue): Fact => ({
    value,
    source: 'client',
    day: addDays(today, -30 - (place % 60)),
  });
  const facts = Object.entries(notedOf(client, place, today)).map(([key, value]) => [key, fact(value)]);
  const observed = Object.entries(shownOf(client)).map(([key, value]) => [key, { value, firstSeen: seen }]);
  const opened = day(client.opened);
  const year = addDays(today, -365);
  return {
    id: clientId.parse(hex(1, place)),
    kind: client.kind,
    name: client.name,
    tier: TIERS[client.serviceLevel],
    serviceLevel: client.serviceLevel,
    classes: place % 29 === 0 ? ['atRisk'] : [],
    prospect: false,
    cadenceDays: null,
    facts: Object.fromEntries(facts),
    observed: Object.fromEntries(observed),
    consents: client.kind === 'individual' ? { phone: given, wechat: given } : {},
    doNotContact: place % 71 === 3 ? { day: year, until: addDays(today, 10), reason: null } : null,
    since: opened > year ? opened : year,
  };
}

const NOTHING = {
  direction: 'out',
  result: 'reached',
  zone: ZONE,
  minutesLong: null,
  purpose: null,
  goal: null,
  goalReached: null,
  marker: null,
  nextStep: null,
  clientWords: false,
  metWith: null,
  companions: null,
  place: null,
  newBusiness: false,
  coldVisit: false,
  mass: false,
  supersedes: null,
  keeps: null,
} as const;

/** A contact of the client at this place; `n` tells them apart. */
export function contactOf(
  place: number,
  n: number,
  change: Partial<Contact> & Pick<Contact, 'day' | 'channel'>,
): Contact {
  return {
    ...NOTHING,
    id: contactId.parse(hex(2, place, n)),
    clientId: clientId.parse(hex(1, place)),
    origin: 'own',
    state: 'done',
    enteredInCrm: false,
    loggedAt: instant.parse(startOfDay(change.day, ZONE) + 36_000_000 + n),
    minute: null,
    note: null,
    ...change,
  };
}

function contactsOf(client: DemoClient, place: number, today: CivilDay): Contact[] {
  const past = client.contacts.map((contact, n) =>
    contactOf(place, n, {
      day: day(contact.day),
      channel: contact.channel,
      minute: contact.minute,
      note: contact.text,
      origin: 'crm',
      enteredInCrm: true,
    }),
  );
  const complaint = contactOf(place, 4000, {
    day: addDays(today, -4),
    channel: 'phone',
    purpose: 'complaint',
  });
  return place % 47 === 5 ? [...past, complaint] : past;
}

const KINDS: Readonly<Record<Holding['kind'], HoldingKind>> = {
  deposit: 'deposit',
  wealth: 'wealth',
  fund: 'fund',
  bond: 'bond',
  insurance: 'insuranceSaving',
  loan: 'other',
};
const RISKS = [null, 'R1', 'R2', 'R3', 'R4', 'R5'] as const;

function bundleOf(client: DemoClient, place: number, today: CivilDay): ClientBundle {
  const owner = clientId.parse(hex(1, place));
  const told = { clientId: owner, source: 'crm', day: addDays(today, -5) } as const;
  const held = client.holdings.filter(({ kind }) => kind !== 'loan' && kind !== 'insurance');
  return {
    client: clientOf(client, place, today),
    contacts: contactsOf(client, place, today),
    notes: [],
    actionStates: [],
    relations: client.relations.map((relation, n) => ({
      ...told,
      id: relationId.parse(hex(3, place, n)),
      role: relation.role === 'subsidiary' || relation.role === 'parentCompany' ? 'other' : relation.role,
      name: relation.role === 'child' ? null : relation.name,
      other: relation.recordId === null ? null : clientId.parse(hex(9, Number(relation.recordId) % 999_983)),
      phone: null,
      stage: relation.role === 'child' ? 'primary' : null,
      covered: relation.role === 'child' ? false : null,
      influence: null,
      attitude: n === 3 ? 'cool' : null,
      lastMet: null,
      wall: { state: 'closed' },
      note: null,
    })),
    namedIn: [],
    holdings: held.map((holding, n) => ({
      ...told,
      id: holdingId.parse(hex(4, place, n)),
      kind: holding.name.includes('现金管理') ? 'cashManagement' : KINDS[holding.kind],
      name: holding.name,
      place: { at: 'here' },
      amount: fen(holding.amountFen),
      since: day(holding.since),
      maturity: holding.maturity === null ? null : day(holding.maturity),
      riskLevel: RISKS[holding.risk ?? 0] ?? null,
      productCode: null,
      takenOver: null,
    })),
    policies: client.holdings
      .filter(({ kind }) => kind === 'insurance')
      .map((policy, n) => ({
        ...told,
        id: policyId.parse(hex(5, place, n)),
        kind: 'saving',
        insurer: null,
        name: policy.name,
        insured: { who: 'self' },
        from: day(policy.since),
        until: null,
        cover: fen(policy.amountFen),
        premium: null,
        nextDue: place % 2 === 0 ? addDays(today, 20 + (place % 30)) : null,
        criticalIllness: false,
      })),
    credits: client.holdings
      .filter(({ kind }) => kind === 'loan')
      .map((loan, n) => ({
        ...told,
        id: creditId.parse(hex(6, place, n)),
        kind: 'loan',
        name: loan.name,
        place: { at: 'here' },
        amount: fen(loan.amountFen),
        applied: null,
        from: day(loan.since),
        until: loan.maturity === null ? null : day(loan.maturity),
        ended: null,
        class: place % 8 === 0 ? 'watch' : 'normal',
        nextInterest: addDays(today, place % 28),
        nextPrincipal: null,
        lastCheck: addDays(today, -(place % 90)),
        collateral: null,
        collateralValued: null,
      })),
    opportunities:
      place % 9 === 4
        ? [
            {
              id: opportunityId.parse(hex(7, place)),
              clientId: owner,
              product: '代发工资',
              amount: null,
              probability: null,
              stage: 'need',
              stageSince: addDays(today, -(place % 20)),
              origin: null,
              nextStep: null,
              note: null,
              day: addDays(today, -30),
            },
          ]
        : [],
    visits: [],
    lastSeen: {},
  };
}

/** All clients of a demo bank as bundles, in the bank's order. */
export function bookOfBank(bank: DemoBank): { bundles: ClientBundle[]; today: CivilDay } {
  const today = day(bank.today);
  return { bundles: bank.clients.map((client, place) => bundleOf(client, place, today)), today };
}
