import { describe, expect, it } from 'vitest';
import type { ClientBundle } from '@/utils/domain/bundle';
import type { Client } from '@/utils/domain/schema/client';
import type { FieldValue } from '@/utils/domain/schema/fieldValue';
import { civilDay } from '@/utils/domain/schema/time';
import { type Brought, type BroughtRow, broughtBy, type Who } from '@/utils/import/brought';
import { choiceFor, Matcher } from '@/utils/import/match';
import { peopleIn } from '@/utils/import/people';
import { type Taking, takeOver } from '@/utils/import/takeOver';
import { aBundle } from '../domain/build';
import { aClient, aContact } from '../store/support/book';

const day = (text: string) => civilDay.parse(text);
const phone = (e164: string): FieldValue => ({ type: 'phone', raw: e164, e164 });
const text = (said: string): FieldValue => ({ type: 'text', text: said });
const born = (on: string): FieldValue => ({ type: 'day', day: day(on) });

const aWho = (changed: Partial<Who> = {}): Who => ({
  name: '王丽华',
  number: null,
  phone: null,
  birthday: null,
  kind: null,
  ...changed,
});
const aRow = (row: number, changed: Partial<Who>, more: Partial<Brought> = {}): BroughtRow => ({
  row,
  brought: { ...broughtBy(aWho(changed)), ...more },
});
const bundleOf = (client: Client, more: Partial<ClientBundle> = {}): ClientBundle =>
  aBundle({ client, ...more });
const told = (value: FieldValue, on = '2026-01-05') => ({ value, source: 'client', day: day(on) }) as const;

describe('the clients of a file', () => {
  it('are one where the number is one, or name, phone and birthday are', () => {
    const { people } = peopleIn([
      aRow(2, { number: '001' }, { notes: ['一'] }),
      aRow(3, { name: '李建国', phone: phone('+8613800000001') }),
      aRow(4, { number: '００１', name: null }, { notes: ['二'] }),
      aRow(5, { name: '李建国', phone: phone('+8613800000002') }),
    ]);
    expect(people.map(({ rows, brought }) => [rows, brought.notes])).toEqual([
      [
        [2, 4],
        ['一', '二'],
      ],
      [[3], []],
      [[5], []],
    ]);
  });

  it('a line with the name alone belongs to the one of that name, if there is one alone', () => {
    const one = peopleIn([aRow(2, {}), aRow(3, { birthday: born('1980-05-06') })]);
    expect(one.people.map(({ rows }) => rows)).toEqual([[2, 3]]);
    const two = peopleIn([
      aRow(2, { birthday: born('1980-05-06') }),
      aRow(3, { birthday: born('1981-05-06') }),
      aRow(4, {}),
    ]);
    expect(two.people.map(({ rows }) => rows)).toEqual([[2], [3], [4]]);
  });

  it('tells rows that contradict an earlier one, which holds', () => {
    const { people, contradicting } = peopleIn([
      aRow(2, { number: '1' }, { facts: [{ key: 'occupation', value: text('教师') }] }),
      aRow(3, { number: '1' }, { facts: [{ key: 'occupation', value: text('医生') }] }),
    ]);
    expect(contradicting).toEqual([3]);
    expect(people[0]?.brought.facts).toEqual([{ key: 'occupation', value: text('教师') }]);
  });
});

describe('matching', () => {
  const WANG = aClient({
    name: '王丽华',
    facts: { mobile: told(phone('+8613800001234')), birthday: told(born('1980-05-06')) },
  });
  const OTHER_WANG = aClient({ name: '王丽华' });
  const LI = aClient({
    name: '李建国',
    observed: { mobile: { value: phone('+8613900001234'), firstSeen: aContact(WANG.id).loggedAt } },
  });

  const match = (changed: Partial<Who>, book: readonly (readonly [Client, string[]])[]) => {
    const { people } = peopleIn([aRow(2, changed)]);
    const matcher = new Matcher(people);
    for (const [client, records] of book) matcher.see(bundleOf(client), records);
    const [found] = matcher.matches();
    if (!found) throw new Error('nobody');
    return {
      state: found.state,
      by: found.candidates.map(({ by }) => by),
      choice: choiceFor(found).do,
    };
  };
  const BOOK = [
    [WANG, ['C001']],
    [LI, ['C002']],
  ] as const satisfies readonly (readonly [Client, string[]])[];

  it.each<[string, Partial<Who>, string, string[], string]>([
    ['nobody', { name: '陈雅婷' }, 'new', [], 'new'],
    ['number and name', { number: 'c001' }, 'same', ['number'], 'into'],
    ['a number alone', { name: null, number: 'C001' }, 'same', ['number'], 'into'],
    ['a number with another name', { name: '张三', number: 'C001' }, 'doubtful', ['numberOnly'], 'leave'],
    ['name and phone', { phone: phone('+8613800001234') }, 'same', ['phoneAndName'], 'into'],
    [
      'a phone with another name',
      { name: '张三', phone: phone('+8613900001234') },
      'doubtful',
      ['phone'],
      'leave',
    ],
    ['name and birthday', { birthday: born('1980-05-06') }, 'same', ['nameAndBirthday'], 'into'],
    ['a name with another birthday', { birthday: born('1999-05-06') }, 'doubtful', ['name'], 'leave'],
    ['a name alone', {}, 'doubtful', ['name'], 'leave'],
    ['nobody, and no name', { name: null, number: 'C999' }, 'new', [], 'leave'],
  ])('%s', (_, changed, state, by, choice) => {
    expect(match(changed, [...BOOK])).toEqual({ state, by, choice });
  });

  it('is doubtful where two are as sure, and sure where one is surer', () => {
    const twin = { ...OTHER_WANG, facts: { mobile: told(phone('+8613800001234')) } };
    const shared: readonly (readonly [Client, string[]])[] = [
      [WANG, []],
      [twin, []],
    ];
    expect(match({ phone: phone('+8613800001234') }, shared).state).toBe('doubtful');
    const namesake: readonly (readonly [Client, string[]])[] = [
      [WANG, []],
      [OTHER_WANG, []],
    ];
    expect(match({ phone: phone('+8613800001234') }, namesake)).toMatchObject({
      state: 'same',
      by: ['phoneAndName', 'name'],
    });
  });
});

describe('taking over', () => {
  const HOW: Taking = { conflicts: 'mine', source: 'guess', day: day('2026-11-01') };
  const brought = (more: Partial<Brought>): Brought => ({ ...broughtBy(aWho()), ...more });
  const JOB = { facts: [{ key: 'occupation', value: text('医生') }] };

  it('adds what is not known, and never writes over what is', () => {
    const client = aClient({ facts: { occupation: told(text('教师')) } });
    const taken = takeOver(client, bundleOf(client), brought({ ...JOB, edit: { tier: 'B' } }), HOW);
    expect(taken.client).toBe(client);
    expect(taken.conflicts.map(({ key, holds }) => [key, holds])).toEqual([
      ['occupation', 'mine'],
      ['tier', 'mine'],
    ]);
    const empty = aClient({ tier: null });
    const filled = takeOver(empty, bundleOf(empty), brought({ ...JOB, edit: { tier: 'B' } }), HOW);
    expect(filled.client).toMatchObject({
      tier: 'B',
      facts: { occupation: { value: text('医生'), source: 'guess', day: '2026-11-01' } },
    });
    expect(filled.client.facts['occupation']).not.toHaveProperty('confirmed');
  });

  it.each([
    ['2026-01-05', '医生'],
    ['2026-11-01', '教师'],
    ['2026-12-01', '教师'],
  ])('of a fact of %s and a file of 2026-11-01 the newer holds: %s', (on, holds) => {
    const client = aClient({ facts: { occupation: told(text('教师'), on) } });
    const { client: next } = takeOver(client, bundleOf(client), brought(JOB), { ...HOW, conflicts: 'newer' });
    expect(next.facts['occupation']?.value).toEqual(text(holds));
  });

  it('takes the file’s where the user says so, but never the CRM’s level', () => {
    const client = aClient({ serviceLevel: '私行', facts: { occupation: told(text('教师')) } });
    const file = brought({ ...JOB, edit: { ownLevel: '金卡' } });
    const { client: next } = takeOver(client, bundleOf(client), file, { ...HOW, conflicts: 'file' });
    expect(next.facts['occupation']?.value).toEqual(text('医生'));
    expect(next).toMatchObject({ serviceLevel: '私行' });
    expect(next.ownLevel).toBeUndefined();
  });

  it('brings nothing twice: not the same contact, not the same file once more', () => {
    const client = aClient();
    const contact = {
      day: day('2026-03-02'),
      minute: null,
      channel: 'phone',
      result: null,
      purpose: null,
      note: null,
      metWith: null,
      place: null,
      next: null,
      nextDue: null,
    } as const;
    const bundle = bundleOf(client, { contacts: [aContact(client.id)] });
    expect(takeOver(client, bundle, brought({ contacts: [contact] }), HOW)).toMatchObject({
      contacts: [],
      already: 1,
    });
    const undone = bundleOf(client, { contacts: [aContact(client.id, { state: 'voided' })] });
    expect(takeOver(client, undone, brought({ contacts: [contact, contact] }), HOW).contacts).toHaveLength(1);
  });

  it('leaves out what a client of that kind does not have', () => {
    const company = aClient({ kind: 'company', name: '宏远机械有限公司' });
    const file = brought({
      who: aWho({ name: company.name, phone: phone('+862112345678'), birthday: born('1980-05-06') }),
      facts: [{ key: 'gender', value: { type: 'choice', code: 'male' } }],
    });
    const taken = takeOver(company, null, file, HOW);
    expect(taken.unfit).toBe(1);
    expect(Object.keys(taken.client.facts)).toEqual(['crm.联系电话']);
  });
});
