import { addDays } from './calendar';
import { nationalId } from './checkDigits';
import { FIRST_CLIENT } from './firstClient';
import type { Day, Individual, Relation, RiskLevel, ServiceLevel } from './model';
import { fullName, generationOf, inventName, latinFullName } from './names';
import type { Random } from './random';
import { SPECIAL_PEOPLE } from './specialPeople';

/** A person before the bank has numbered the record. */
export interface Draft {
  name: string;
  latinName: string;
  surname: readonly [string, string] | undefined;
  gender: 'male' | 'female';
  age: number;
  english: boolean;
  /** Relatives who are clients too, by role seen from this person. */
  kin: { role: Relation['role']; who: Draft }[];
}

const ADULT = 18;

function inventPerson(
  random: Random,
  gender: 'male' | 'female',
  age: number,
  surname?: readonly [string, string],
): Draft {
  const name = inventName(random, gender, generationOf(age), surname);
  return {
    name: fullName(name),
    latinName: latinFullName(name),
    surname: [name.surname, name.latinSurname],
    gender,
    age,
    english: false,
    kin: [],
  };
}

function relate(one: Draft, other: Draft, otherIs: Relation['role'], oneIs: Relation['role']): void {
  one.kin.push({ role: otherIs, who: other });
  other.kin.push({ role: oneIs, who: one });
}

/** One to four relatives who bank here together; children carry the father's name. */
function inventHousehold(random: Random): Draft[] {
  const age = random.weighted([
    [random.int(23, 34), 22],
    [random.int(35, 49), 38],
    [random.int(50, 64), 24],
    [random.int(65, 84), 16],
  ]);
  const shape = random.weighted([
    ['alone', 60],
    ['couple', 24],
    ['coupleAndParent', 6],
    ['coupleAndChild', 10],
  ]);
  const first = inventPerson(random, random.chance(0.5) ? 'male' : 'female', age);
  if (shape === 'alone' || age < 28) return [first];
  const husband = first.gender === 'male' ? first : inventPerson(random, 'male', age + random.int(0, 4));
  const wife =
    first.gender === 'female' ? first : inventPerson(random, 'female', Math.max(26, age - random.int(0, 4)));
  relate(husband, wife, 'spouse', 'spouse');
  if (shape === 'coupleAndParent' && age < 58) {
    const mother = inventPerson(random, 'female', age + random.int(24, 28));
    relate(first, mother, 'parent', 'child');
    return [husband, wife, mother];
  }
  if (shape === 'coupleAndChild' && age >= 48) {
    const child = inventPerson(random, random.chance(0.5) ? 'male' : 'female', age - 26, husband.surname);
    relate(husband, child, 'child', 'parent');
    relate(wife, child, 'child', 'parent');
    return [husband, wife, child];
  }
  return [husband, wife];
}

function firstFamily(): Draft[] {
  const plain = { english: false, surname: undefined };
  const wang: Draft = {
    ...plain,
    name: FIRST_CLIENT.name,
    latinName: FIRST_CLIENT.latinName,
    gender: 'female',
    age: 45,
    kin: [],
  };
  const husband: Draft = {
    ...plain,
    name: '赵志远',
    latinName: 'Zhiyuan Zhao',
    gender: 'male',
    age: 47,
    kin: [],
  };
  const mother: Draft = {
    ...plain,
    name: '李素琴',
    latinName: 'Suqin Li',
    gender: 'female',
    age: 71,
    kin: [],
  };
  relate(wang, husband, 'spouse', 'spouse');
  relate(wang, mother, 'parent', 'child');
  return [wang, husband, mother];
}

/** `count` people in record order: the first client, then families and single people, well mixed. */
export function inventPeople(random: Random, count: number): Draft[] {
  const [wang, ...family] = firstFamily();
  const special = SPECIAL_PEOPLE.map((person): Draft => ({ english: false, ...person, kin: [] }));
  const others = [...family, ...special];
  const names = new Set([FIRST_CLIENT.name, ...others.map(({ name }) => name)]);
  while (others.length < count - 1) {
    const household = inventHousehold(random);
    const unusual =
      household.some(({ name }) => names.has(name)) ||
      new Set(household.map(({ name }) => name)).size < household.length;
    if (unusual || others.length + household.length > count - 1) continue;
    for (const { name } of household) names.add(name);
    others.push(...household);
  }
  return [...(wang ? [wang] : []), ...random.shuffle(others)];
}

const OCCUPATIONS = [
  '教师',
  '医生',
  '公务员',
  '软件工程师',
  '财务人员',
  '销售经理',
  '个体工商户',
  '企业高管',
  '律师',
  '会计师',
  '护士',
  '建筑工程师',
  '自由职业',
];
const EMPLOYERS = [
  '临澜市第二中学',
  '临澜大学附属医院',
  '临澜建筑设计院',
  '江畔软件有限公司',
  '明德律师事务所',
  '临澜港务集团',
  '云帆物流有限公司',
];

export function occupationOf(random: Random, age: number): { occupation: string; employer: string | null } {
  const occupation = random.pick(OCCUPATIONS);
  const employer = random.pick(EMPLOYERS);
  if (age >= 60) return { occupation: '退休', employer: null };
  return { occupation, employer: ['个体工商户', '自由职业'].includes(occupation) ? null : employer };
}

/** Birthday of somebody of `age` today; every ninth person has it within the coming week. */
export function inventBirthday(random: Random, age: number, order: number, today: Day): Day {
  const untilNext = order % 9 === 4 ? random.int(0, 7) : random.int(8, 360);
  const next = addDays(today, untilNext);
  const year = Number(next.slice(0, 4)) - age - (untilNext === 0 ? 0 : 1);
  const monthAndDay = next.slice(5) === '02-29' ? '02-28' : next.slice(5);
  return `${year}-${monthAndDay}`;
}

/** A risk test: valid for a year; one in twelve is out of date, one in nine about to be. */
export function inventRisk(random: Random, age: number, today: Day): { level: RiskLevel; tested: Day } {
  const level = random.weighted<RiskLevel>(
    age > 65
      ? [
          ['C1', 30],
          ['C2', 50],
          ['C3', 18],
          ['C4', 2],
        ]
      : [
          ['C1', 8],
          ['C2', 28],
          ['C3', 38],
          ['C4', 20],
          ['C5', 6],
        ],
  );
  const ago = random.weighted([
    [random.int(5, 320), 80],
    [random.int(336, 362), 11],
    [random.int(366, 700), 9],
  ]);
  return { level, tested: addDays(today, -ago) };
}

/** Expiry of the identity document; some within a month, a few already past, long for the old. */
export function inventIdExpiry(random: Random, age: number, today: Day): Day {
  const days = random.weighted([
    [random.int(60, age < 46 ? 3000 : 6500), 88],
    [random.int(1, 30), 9],
    [-random.int(1, 90), 3],
  ]);
  return addDays(today, days);
}

export function maritalOf(random: Random, draft: Draft): Individual['marital'] {
  const drawn = random.next();
  if (draft.kin.some(({ role }) => role === 'spouse')) return 'married';
  if (draft.age > 70 && drawn < 0.35) return 'widowed';
  if (draft.age < 28 || drawn < 0.15) return 'single';
  return drawn < 0.28 ? 'divorced' : 'married';
}

/**
 * Relatives who are no clients: every married person has a spouse, most of middle age a child, who
 * carries the father's name. None for people without a Chinese family name, and none for the first
 * client, whose family is written by hand.
 */
export function inventOtherRelatives(
  random: Random,
  draft: Draft,
  marital: Individual['marital'],
  phone: () => string,
): Relation[] {
  const relative = (
    role: Relation['role'],
    age: number,
    surname?: Draft['surname'],
    male = random.chance(0.5),
  ) => {
    const name = inventName(random, male ? 'male' : 'female', generationOf(age), surname);
    const known = age >= ADULT && random.chance(0.5);
    found.push({ recordId: null, name: fullName(name), role, phone: known ? phone() : null });
    return [name.surname, name.latinSurname] as const;
  };
  const found: Relation[] = [];
  if (draft.surname === undefined || draft.name === FIRST_CLIENT.name) return found;
  const kin = new Map(draft.kin.map(({ role, who }) => [role, who]));
  let partner = kin.get('spouse')?.surname;
  if (marital === 'married' && !kin.has('spouse'))
    partner = relative('spouse', draft.age, undefined, draft.gender === 'female');
  const father = draft.gender === 'male' ? draft.surname : partner;
  if (draft.age >= 32 && marital !== 'single' && !kin.has('child') && random.chance(0.75))
    relative('child', draft.age - 28, father);
  if (draft.age < 60 && !kin.has('parent') && random.chance(0.3))
    relative('parent', draft.age + 27, draft.surname, true);
  return found;
}

export const nationalIdOf = (draft: Draft, birthday: Day, order: number): string =>
  nationalId(birthday, draft.gender, order % 500);

export function serviceLevelOf(random: Random, order: number): ServiceLevel {
  const drawn = random.weighted<ServiceLevel>([
    ['私行', 6],
    ['财富', 27],
    ['金卡', 36],
    ['普卡', 31],
  ]);
  return order === 0 ? '财富' : drawn;
}
