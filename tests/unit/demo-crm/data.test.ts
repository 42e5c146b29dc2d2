import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildBank } from '../../demo-crm/data/bank';
import { addDays, ageOn, daysBetween, onWorkday } from '../../demo-crm/data/calendar';
import {
  creditCheckCharacter,
  FICTIONAL_AREA,
  idCheckDigit,
  organisationCheckCharacter,
} from '../../demo-crm/data/checkDigits';
import type { DemoClient } from '../../demo-crm/data/model';

const TODAY = '2026-11-23';
const bank = buildBank({ today: TODAY });
const individuals = bank.clients.flatMap((client) => (client.kind === 'individual' ? [client] : []));
const companies = bank.clients.flatMap((client) => (client.kind === 'company' ? [client] : []));
const where = (client: DemoClient) => `${client.recordId} ${client.name}`;

describe('the demo bank', () => {
  it('is the same every time, and another with another seed', () => {
    expect(buildBank({ today: TODAY })).toEqual(bank);
    expect(buildBank({ today: TODAY, seed: 7 }).clients.map(({ name }) => name)).not.toEqual(
      bank.clients.map(({ name }) => name),
    );
  });

  it('keeps its people and moves its dates along with today', () => {
    const later = buildBank({ today: addDays(TODAY, 200) });
    expect(later.clients.map(({ name }) => name)).toEqual(bank.clients.map(({ name }) => name));
    const [before, after] = [bank.clients[0]?.holdings[0], later.clients[0]?.holdings[0]];
    expect(daysBetween(before?.maturity ?? '', after?.maturity ?? '')).toBe(200);
  });

  it('can be built from any seed', () => {
    for (let seed = 1; seed <= 25; seed += 1) {
      expect(buildBank({ today: TODAY, seed }).clients, `seed ${seed}`).toHaveLength(300);
    }
  });

  it('refuses a day that does not exist', () => {
    for (const day of ['2026-02-30', '2026-2-3', '', '20261123']) {
      expect(() => buildBank({ today: day }), day).toThrow(RangeError);
    }
  });

  it('stands on any day from leap day to new year', () => {
    for (const today of ['2028-02-29', '2027-01-01', '2026-12-31', '2027-03-01']) {
      const young = buildBank({ today }).clients.filter(
        (client) => client.kind === 'individual' && ageOn(client.birthday, today) < 18,
      );
      expect(young.map(where), today).toEqual([]);
    }
  });

  it('has 220 individuals and then 80 companies with unique record numbers and phones', () => {
    expect(bank.clients.map(({ kind }) => kind)).toEqual([
      ...Array(220).fill('individual'),
      ...Array(80).fill('company'),
    ]);
    expect(new Set(bank.clients.map(({ recordId }) => recordId)).size).toBe(300);
    expect(new Set(bank.clients.map(({ phone }) => phone)).size).toBe(300);
    expect(
      individuals.every(({ recordId, phone }) => /^1\d{7}$/.test(recordId) && /^1380000\d{4}$/.test(phone)),
    ).toBe(true);
    expect(companies.every(({ recordId }) => /^6\d{7}$/.test(recordId))).toBe(true);
  });

  it('begins with the client every picture shows', () => {
    const [first] = individuals;
    expect(first).toMatchObject({
      recordId: '10000001',
      name: '王丽华',
      gender: 'female',
      occupation: '服装企业主',
      serviceLevel: '财富',
      phone: '13800006621',
    });
    expect(ageOn(first?.birthday ?? '', TODAY)).toBe(45);
    expect(Math.round((first?.aumFen ?? 0) / 1_000_000)).toBe(486);
    expect(daysBetween(first?.contacts[0]?.day ?? '', TODAY)).toBeGreaterThanOrEqual(40);
    expect(daysBetween(first?.contacts[0]?.day ?? '', TODAY)).toBeLessThanOrEqual(42);
    expect(first?.relations.map(({ role }) => role)).toEqual(['spouse', 'parent', 'child', 'controller']);
  });

  it('holds the names an extension trips over', () => {
    const names = bank.clients.map(({ name }) => name);
    expect(names.filter((name) => name === '张伟')).toHaveLength(2);
    expect(names).toEqual(
      expect.arrayContaining(['单玉洁', '曾重阳', '解文斌', '吴喆', '陈𠮷祥', "Sarah O'Connor"]),
    );
    expect(names.some((name) => /[（(].+[）)]/.test(name))).toBe(true);
    expect(Math.max(...individuals.map(({ name }) => [...name].length))).toBeGreaterThan(15);
    expect(Math.max(...companies.map(({ name }) => [...name].length))).toBeGreaterThan(35);
    expect(
      bank.clients.filter(({ latinName }) => !/^[A-Za-z][A-Za-z' .,&()-]+$/.test(latinName)).map(where),
    ).toEqual([]);
  });
});

describe('check characters', () => {
  it('agree with the examples printed in the standards', () => {
    expect(idCheckDigit('11010519491231002')).toBe('X'); // GB 11643
    expect(idCheckDigit('44052418800101001')).toBe('4'); // GB 11643
    expect(organisationCheckCharacter('D2143569')).toBe('X'); // GB 11714
    expect(creditCheckCharacter('91350100M000100Y4')).toBe('3'); // GB 32100
  });

  it('notice any single wrong digit of an id number', () => {
    const digit = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(
        fc.array(digit, { minLength: 17, maxLength: 17 }),
        fc.nat(16),
        digit,
        (digits, place, other) => {
          fc.pre(digits[place] !== other);
          expect(idCheckDigit(digits.with(place, other).join(''))).not.toBe(idCheckDigit(digits.join('')));
        },
      ),
    );
  });

  it('stand in every id number and credit code, in an area that does not exist', () => {
    for (const { idNumber, birthday, gender, ...client } of individuals) {
      expect(idNumber.slice(0, 14), client.name).toBe(FICTIONAL_AREA + birthday.replaceAll('-', ''));
      expect(Number(idNumber.charAt(16)) % 2, client.name).toBe(gender === 'male' ? 1 : 0);
      expect(idNumber.slice(17), client.name).toBe(idCheckDigit(idNumber.slice(0, 17)));
    }
    for (const { creditCode, name } of companies) {
      expect(creditCode, name).toMatch(/^91990000[0-9A-HJ-NP-RTUWXY]{10}$/);
      expect(creditCode.charAt(16), name).toBe(organisationCheckCharacter(creditCode.slice(8, 16)));
      expect(creditCode.slice(17), name).toBe(creditCheckCharacter(creditCode.slice(0, 17)));
    }
    expect(new Set(companies.map(({ creditCode }) => creditCode)).size).toBe(80);
    expect(new Set(individuals.map(({ idNumber }) => idNumber)).size).toBe(220);
  });
});

describe('relations', () => {
  const byRecord = new Map(bank.clients.map((client) => [client.recordId, client]));
  const BACK: Record<string, string> = {
    spouse: 'spouse',
    child: 'parent',
    parent: 'child',
    subsidiary: 'parentCompany',
    parentCompany: 'subsidiary',
  };

  it('lead to clients that exist, carry their name and lead back', () => {
    let seen = 0;
    for (const client of bank.clients) {
      for (const relation of client.relations) {
        if (relation.recordId === null) continue;
        seen += 1;
        const other = byRecord.get(relation.recordId);
        expect(other?.name, where(client)).toBe(relation.name);
        const back = other?.relations.filter(({ recordId }) => recordId === client.recordId);
        expect(
          back?.map(({ role }) => role),
          where(client),
        ).toEqual([BACK[relation.role] ?? relation.role]);
      }
    }
    expect(seen).toBeGreaterThan(100);
  });

  it('give each person one spouse at most, none to the unmarried, and each company a handler', () => {
    for (const person of individuals) {
      const spouses = person.relations.filter(({ role }) => role === 'spouse');
      expect(spouses.length, where(person)).toBeLessThanOrEqual(person.marital === 'married' ? 1 : 0);
    }
    for (const company of companies) {
      expect(
        company.relations.filter(({ role }) => role === 'handler'),
        where(company),
      ).toHaveLength(1);
    }
  });

  it('make some clients key people of other clients', () => {
    const linked = companies.filter(({ relations }) =>
      relations.some(({ recordId }) => recordId?.startsWith('1')),
    );
    expect(linked.length).toBeGreaterThanOrEqual(20);
  });
});

describe('money', () => {
  it('adds up: assets are holdings without loans plus the balance', () => {
    for (const client of bank.clients) {
      const held = client.holdings
        .filter(({ kind }) => kind !== 'loan')
        .reduce((sum, { amountFen }) => sum + amountFen, 0);
      expect(client.aumFen, where(client)).toBe(held + client.balanceFen);
      expect(
        client.holdings.every(({ amountFen }) => Number.isInteger(amountFen) && amountFen > 0),
        where(client),
      ).toBe(true);
    }
  });

  it('has holdings that come due on each day a prompt may ask for', () => {
    const due = new Set(
      bank.clients.flatMap(({ holdings }) =>
        holdings.flatMap(({ maturity }) => (maturity ? [daysBetween(TODAY, maturity)] : [])),
      ),
    );
    for (const days of [-1, 0, 1, 7, 30]) expect([...due], `due in ${days}`).toContain(days);
  });
});

describe('dates', () => {
  it('keep their order: opened, held, contacted, today', () => {
    for (const client of bank.clients) {
      expect(client.opened <= TODAY, where(client)).toBe(true);
      if (client.kind === 'company') expect(client.founded < client.opened, where(client)).toBe(true);
      for (const { since, maturity } of client.holdings) {
        expect(client.opened <= since && since < TODAY, where(client)).toBe(true);
        if (maturity !== null) expect(since < maturity, where(client)).toBe(true);
      }
      const days = client.contacts.map(({ day }) => day);
      expect(days, where(client)).toEqual(days.toSorted().reverse());
      expect(
        days.every((day) => day >= client.opened && day < TODAY),
        where(client),
      ).toBe(true);
      expect(
        days.every((day) => daysBetween(day, TODAY) <= 550),
        where(client),
      ).toBe(true);
      expect(new Set(client.contacts.map(({ id }) => id)).size).toBe(days.length);
    }
  });

  it('hold neglected, over-visited and never contacted clients', () => {
    const lastAgo = bank.clients.map(({ contacts }) => daysBetween(contacts[0]?.day ?? TODAY, TODAY));
    expect(lastAgo.filter((ago) => ago >= 150).length).toBeGreaterThanOrEqual(20);
    expect(bank.clients.filter(({ contacts }) => contacts.length > 50).length).toBeGreaterThanOrEqual(8);
    expect(bank.clients.filter(({ contacts }) => contacts.length === 0).length).toBeGreaterThanOrEqual(8);
    const opened = bank.clients.filter((client) => daysBetween(client.opened, TODAY) < 7);
    expect(opened.length).toBeGreaterThanOrEqual(5);
    expect(opened.flatMap(({ contacts }) => contacts)).toEqual([]);
  });

  it('speak of a maturity only where something matures', () => {
    for (const client of bank.clients) {
      const openEnded = client.holdings.filter(({ maturity }) => maturity === null).map(({ name }) => name);
      const wrong = client.contacts.filter(
        ({ text }) => /到期|matures|comes due/.test(text) && openEnded.some((name) => text.includes(name)),
      );
      expect(wrong, where(client)).toEqual([]);
    }
  });

  it('fill contact texts completely', () => {
    const texts = bank.clients.flatMap(({ contacts }) => contacts.map(({ text }) => text));
    expect(texts.length).toBeGreaterThan(3000);
    expect(texts.filter((text) => /[{}]|undefined/.test(text))).toEqual([]);
  });

  it('hold documents and risk tests that run out, the old, and birthdays of this week', () => {
    const inDays = (day: string) => daysBetween(TODAY, day);
    const within = (low: number, high: number) => (value: number) => value >= low && value <= high;
    expect(individuals.map(({ idExpiry }) => inDays(idExpiry)).filter(within(0, 30)).length).toBeGreaterThan(
      5,
    );
    expect(
      individuals.map(({ idExpiry }) => inDays(idExpiry)).filter(within(-400, -1)).length,
    ).toBeGreaterThan(0);
    expect(
      individuals.map(({ risk }) => -inDays(risk.tested)).filter(within(335, 365)).length,
    ).toBeGreaterThan(5);
    expect(
      individuals.map(({ risk }) => -inDays(risk.tested)).filter(within(366, 900)).length,
    ).toBeGreaterThan(5);
    expect(individuals.filter(({ birthday }) => ageOn(birthday, TODAY) > 65).length).toBeGreaterThan(20);
    const week = Array.from({ length: 8 }, (_, days) => addDays(TODAY, days).slice(5));
    expect(individuals.filter(({ birthday }) => week.includes(birthday.slice(5))).length).toBeGreaterThan(10);
  });
});

describe('the demo calendar', () => {
  it('moves a weekend back to Friday and leaves workdays alone', () => {
    expect(onWorkday('2026-11-20')).toBe('2026-11-20'); // Friday
    expect(onWorkday('2026-11-21')).toBe('2026-11-20');
    expect(onWorkday('2026-11-22')).toBe('2026-11-20');
    expect(onWorkday('2026-11-23')).toBe('2026-11-23'); // Monday
    expect(onWorkday('1969-12-27')).toBe('1969-12-26'); // a Saturday before 1970
  });

  it('counts completed years', () => {
    expect(ageOn('1981-11-23', TODAY)).toBe(45);
    expect(ageOn('1981-11-24', TODAY)).toBe(44);
  });
});
