import { addDays } from './calendar';
import { type CompanyCore, GROUP, inventCompanies, inventKeyPeople, isNewCompany } from './companies';
import { inventAttention, inventContacts } from './contacts';
import { CORPORATE_TEXTS, ENGLISH_TEXTS, PERSONAL_TEXTS } from './contactTexts';
import { FIRST_CLIENT, firstClientContacts, firstClientHoldings } from './firstClient';
import { inventHoldings, inventLoan } from './holdings';
import type {
  Company,
  Day,
  DemoBank,
  DemoClient,
  Holding,
  Individual,
  Relation,
  ServiceLevel,
} from './model';
import {
  type Draft,
  inventBirthday,
  inventIdExpiry,
  inventOtherRelatives,
  inventPeople,
  inventRisk,
  maritalOf,
  nationalIdOf,
  occupationOf,
  serviceLevelOf,
} from './people';
import { type Random, seededRandom } from './random';

const INDIVIDUALS = 220;
const COMPANIES = 80;
const YUAN = 100;
const BRANCHES = ['滨江支行', '湖滨支行', '新城支行', '高新支行'] as const;
const MANAGER = { name: '陈思远', latinName: 'Siyuan Chen', branch: '滨江支行' } as const;
const STAFF = [MANAGER.name, '周敏', '林晓琳'] as const;

/** AUM in yuan by service level, lower and upper end. */
const AUM: Record<ServiceLevel, readonly [number, number]> = {
  私行: [6_000_000, 28_000_000],
  财富: [1_000_000, 5_900_000],
  金卡: [200_000, 980_000],
  普卡: [3_000, 190_000],
};

/** Numbers of a block that nobody is given, spread so that neighbours do not look alike. */
const personalPhone = (order: number) => `1380000${String((6621 + order * 7919) % 10_000).padStart(4, '0')}`;

function relativesPhones(): () => string {
  let order = 0;
  return () => `1390000${String((1204 + order++ * 7919) % 10_000).padStart(4, '0')}`;
}

/** Every fortieth person became a client this week and has only a current account. */
const isNewPerson = (order: number) => order % 40 === 17;

/** An account is never younger than what is held in it. */
const firstDay = (opened: Day, holdings: readonly Holding[]): Day =>
  holdings.reduce((first, { since }) => (since < first ? since : first), opened);

const sumFen = (holdings: readonly Holding[]) =>
  holdings.reduce((sum, { kind, amountFen }) => (kind === 'loan' ? sum : sum + amountFen), 0);

function individualHoldings(random: Random, recordId: string, level: ServiceLevel, today: Day): Holding[] {
  const [low, high] = AUM[level];
  const totalFen = random.int(low / 1000, high / 1000) * 1000 * YUAN;
  const lines = { 私行: 6, 财富: 4, 金卡: 3, 普卡: 1 }[level];
  const holdings = inventHoldings(random, { recordId, today, kind: 'individual', totalFen, lines });
  if (!random.chance(0.2)) return holdings;
  const amountFen = random.int(20, 260) * 10_000 * YUAN;
  return [...holdings, inventLoan(random, { recordId, today, kind: 'individual', amountFen })];
}

function buildIndividual(
  draft: Draft,
  order: number,
  today: Day,
  seed: number,
  phone: () => string,
): Individual {
  const recordId = String(10_000_001 + order);
  const random = seededRandom(seed * 31 + order + 1);
  const first = recordId === FIRST_CLIENT.recordId;
  const serviceLevel = serviceLevelOf(random, order);
  const marital = maritalOf(random, draft);
  const birthday = first
    ? addDays(today, -Math.round(45.5 * 365.25))
    : inventBirthday(random, draft.age, order, today);
  const recent = isNewPerson(order);
  const openedAgo = recent ? random.int(1, 6) : random.int(30, 5400);
  const holdings = first
    ? firstClientHoldings(today)
    : recent
      ? []
      : individualHoldings(random, recordId, serviceLevel, today);
  const opened = first ? addDays(today, -2200) : firstDay(addDays(today, -openedAgo), holdings);
  const balanceFen = first ? 221_864_37 : random.int(100, 90_000) * YUAN + random.int(0, 99);
  const job = occupationOf(random, draft.age);
  const attention = recent ? 'never' : inventAttention(random);
  const contacts = first
    ? firstClientContacts(today, MANAGER.name)
    : inventContacts(random, {
        recordId,
        today,
        opened,
        kind: 'individual',
        serviceLevel,
        attention,
        staff: STAFF,
        texts: draft.english ? ENGLISH_TEXTS : PERSONAL_TEXTS,
        holdings,
        contactPersons: [],
      });
  return {
    kind: 'individual',
    recordId,
    name: draft.name,
    latinName: draft.latinName,
    serviceLevel,
    manager: MANAGER.name,
    branch: first ? MANAGER.branch : random.pick(BRANCHES),
    phone: personalPhone(order),
    email: random.chance(0.55) || draft.english ? `client${recordId}@mail.example` : null,
    address: first
      ? FIRST_CLIENT.address
      : `临澜市${random.pick(['滨江区望江路', '湖滨区柳浪街', '新城区民生路', '高新区启明街'])} ${random.int(1, 399)} 号 ${random.int(1, 28)} 幢 ${random.int(101, 2604)} 室`,
    opened,
    aumFen: sumFen(holdings) + balanceFen,
    balanceFen,
    holdings,
    contacts,
    relations: inventOtherRelatives(random, draft, marital, phone),
    gender: draft.gender,
    birthday,
    occupation: first ? FIRST_CLIENT.occupation : job.occupation,
    employer: first ? '临澜丽华服饰有限公司' : job.employer,
    marital,
    idNumber: nationalIdOf(draft, birthday, order),
    idExpiry: first ? addDays(today, 1630) : inventIdExpiry(random, draft.age, today),
    risk: first ? { level: 'C3', tested: addDays(today, -117) } : inventRisk(random, draft.age, today),
  };
}

function companyHoldings(random: Random, core: CompanyCore, today: Day): Holding[] {
  const { recordId } = core;
  if (isNewCompany(Number(recordId) - 60_000_001)) return [];
  const totalFen = random.int(20, 4000) * 10_000 * YUAN;
  const lines = core.sizeClass === 'micro' ? 1 : random.int(2, 4);
  const holdings = inventHoldings(random, { recordId, today, kind: 'company', totalFen, lines });
  if (core.creditLineFen === 0) return holdings;
  const amountFen = Math.round((core.creditLineFen * random.int(20, 90)) / 100);
  return [...holdings, inventLoan(random, { recordId, today, kind: 'company', amountFen })];
}

function buildCompany(
  core: CompanyCore,
  order: number,
  today: Day,
  seed: number,
  relations: Relation[],
): Company {
  const random = seededRandom(seed * 37 + 9_000 + order);
  const holdings = companyHoldings(random, core, today);
  const opened = firstDay(core.opened, holdings);
  const leader = relations.find(({ role }) => role === 'controller' || role === 'generalManager');
  const attention = isNewCompany(order) ? 'never' : inventAttention(random);
  const contacts = inventContacts(random, {
    recordId: core.recordId,
    today,
    opened,
    kind: 'company',
    serviceLevel: core.serviceLevel,
    attention,
    staff: STAFF,
    texts: CORPORATE_TEXTS,
    holdings,
    contactPersons: relations.filter(({ role }) => role !== 'controller').map(({ name }) => name),
  });
  return {
    ...core,
    opened,
    founded: core.founded < opened ? core.founded : addDays(opened, -400),
    legalRepresentative: leader?.name ?? core.legalRepresentative,
    manager: MANAGER.name,
    branch: random.pick(BRANCHES),
    phone: `0571-5550${String(1000 + order * 37).padStart(4, '0')}`,
    aumFen: sumFen(holdings) + core.balanceFen,
    holdings,
    contacts,
    relations,
  };
}

/** Relations among clients, both ways, with record numbers. */
function linkFamilies(drafts: readonly Draft[], people: readonly Individual[]): void {
  const recordOf = new Map(drafts.map((draft, order) => [draft, people[order]]));
  for (const draft of drafts) {
    const kin = draft.kin.flatMap(({ role, who }): Relation[] => {
      const other = recordOf.get(who);
      return other ? [{ recordId: other.recordId, name: other.name, role, phone: other.phone }] : [];
    });
    recordOf.get(draft)?.relations.unshift(...kin);
  }
}

const KEY_ROLES = [
  'controller',
  'generalManager',
  'financeHead',
  'handler',
] as const satisfies Relation['role'][];

/**
 * Key people per company: for every third company the controller is an individual client, whose
 * record points back with the same role; for some the finance head is one too.
 */
function staffCompany(
  random: Random,
  core: CompanyCore,
  order: number,
  people: readonly Individual[],
  phone: () => string,
): Relation[] {
  const owners = people.filter(
    (person, place) =>
      place > 0 &&
      person.employer !== null &&
      person.occupation !== '企业主' &&
      person.occupation !== '企业高管' &&
      ['私行', '财富'].includes(person.serviceLevel),
  );
  const insider = (role: Relation['role'], person: Individual | undefined): Relation[] => {
    if (!person) return [];
    person.relations.push({ recordId: core.recordId, name: core.name, role, phone: null });
    person.employer = core.name;
    if (person.recordId !== FIRST_CLIENT.recordId)
      person.occupation = role === 'controller' ? '企业主' : '企业高管';
    return [{ recordId: person.recordId, name: person.name, role, phone: person.phone }];
  };
  const found: Relation[] = [];
  if (order === 0) found.push(...insider('controller', people[0]));
  else if (core.sizeClass !== 'large' && order % 3 === 0) found.push(...insider('controller', owners.at(-1)));
  else if (order % 7 === 1) found.push(...insider('financeHead', owners[0]));
  const filled = new Set(found.map(({ role }) => role));
  const open = KEY_ROLES.filter((role) => !filled.has(role) && (role === 'handler' || random.chance(0.8)));
  return [...found, ...inventKeyPeople(random, open, phone)];
}

function groupRelations(order: number, cores: readonly CompanyCore[]): Relation[] {
  const related = (place: number, role: Relation['role']): Relation[] => {
    const core = cores[place];
    return core ? [{ recordId: core.recordId, name: core.name, role, phone: null }] : [];
  };
  if (order === GROUP.parent) return GROUP.members.flatMap((place) => related(place, 'subsidiary'));
  return GROUP.members.some((place) => place === order) ? related(GROUP.parent, 'parentCompany') : [];
}

/**
 * The whole demo bank as it stands on `today`. Deterministic: the same arguments give the same
 * bank; another `today` gives the same people with all dates moved along.
 * Throws a RangeError if `today` is no calendar day.
 */
export function buildBank({ today, seed = 20_250_101 }: { today: Day; seed?: number }): DemoBank {
  const random = seededRandom(seed);
  const phone = relativesPhones();
  const drafts = inventPeople(random, INDIVIDUALS);
  const people = drafts.map((draft, order) => buildIndividual(draft, order, today, seed, phone));
  linkFamilies(drafts, people);
  const [wang] = people;
  wang?.relations.push({ recordId: null, name: '赵一鸣', role: 'child', phone: null });
  const cores = inventCompanies(random, COMPANIES, today);
  const companies = cores.map((core, order) =>
    buildCompany(core, order, today, seed, [
      ...staffCompany(random, core, order, people, phone),
      ...groupRelations(order, cores),
    ]),
  );
  const clients: DemoClient[] = [...people, ...companies];
  return {
    today,
    name: { zh: '云澜银行', en: 'Yunlan Bank' },
    manager: { ...MANAGER },
    clients,
  };
}
