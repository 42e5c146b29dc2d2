import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { civilDay } from '@/utils/domain/schema/time';
import type { CellFault } from '@/utils/import/brought';
import type { Manner } from '@/utils/import/cells';
import { readSpreadsheet } from '@/utils/import/file/readFile';
import type { Sheet } from '@/utils/import/file/table';
import { guessMapping, understand } from '@/utils/import/guess';
import { headingOf } from '@/utils/import/heading';
import { readSheet } from '@/utils/import/readSheet';
import { OWN_FIELD, type SheetKind } from '@/utils/import/sheetKind';

const TODAY = civilDay.parse('2026-11-18');
const MANNER: Manner = { order: 'ymd', currency: 'CNY', region: 'CN' };

function sheetOf(name: string): Sheet {
  const file = readSpreadsheet(new Uint8Array(readFileSync(`tests/fixtures/import/${name}`)), name, null);
  if (!file.ok) throw new Error(file.error.why);
  const [sheet] = file.value.sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

const readingOf = (name: string, manner = MANNER) => {
  const sheet = sheetOf(name);
  const understood = understand(sheet, 2026);
  return { understood, ...readSheet(sheet, understood, manner, TODAY) };
};
const told = (faults: readonly CellFault[]) =>
  faults.map(({ row, column, why, rowOut }) => [row, column, why, rowOut]);

describe('what a sheet is', () => {
  it.each<[string, SheetKind, number]>([
    ['clients-gb18030.csv', 'clients', 0],
    ['clients-big5.csv', 'clients', 0],
    ['semicolons.csv', 'clients', 0],
    ['insurance.csv', 'policies', 0],
    ['asset-review.csv', 'holdings', 2],
    ['calendar.csv', 'calendar', 1],
    ['relations.csv', 'relations', 0],
    ['contacts.csv', 'contacts', 0],
  ])('%s holds %s below row %d', (name, kind, headings) => {
    expect(understand(sheetOf(name), 2026)).toMatchObject({ kind, headings });
  });

  it('maps each heading once; what is not known is left out', () => {
    expect(understand(sheetOf('clients-gb18030.csv'), 2026).mapping).toEqual([
      'who.number',
      'who.name',
      'who.phone',
      'who.birthday',
      'edit.tier',
      'fact.riskLevel',
      'fact.aum',
      'note.text',
    ]);
    expect(understand(sheetOf('duplicate-headings.csv'), 2026).mapping).toEqual([
      'who.name',
      'who.phone',
      null,
      null,
    ]);
  });

  it('knows names and mobiles without any heading, and asks for the rest', () => {
    const sheet = {
      name: 's',
      rows: [
        ['王丽华', '13800001234', '随便'],
        ['李建国', '13900001234', '话'],
      ],
    };
    expect(understand(sheet, 2026)).toEqual({
      kind: 'clients',
      headings: -1,
      mapping: ['who.name', 'who.phone', null],
    });
  });

  it('does not take a heading’s word for what is no phone', () => {
    const sheet = {
      name: 's',
      rows: [
        ['姓名', '电话'],
        ['王丽华', '已换'],
        ['李建国', '不详'],
      ],
    };
    expect(guessMapping(sheet, 0, 'clients', 2026)).toEqual(['who.name', null]);
  });

  it.each([
    ['金额（万元）', '金额', 10_000],
    ['总资产(亿)', '总资产', 100_000_000],
    ['余额 (USD)', '余额', 1],
    ['保额/万元', '保额/万元', 10_000],
  ])('the heading %s says %s in units of %d', (text, words, unit) => {
    expect(headingOf(text)).toMatchObject({ words, unit });
  });
});

describe('the client list', () => {
  it('brings what it says, and tells every cell that cannot be relied on with its row', () => {
    const { rows, faults, of } = readingOf('clients-gb18030.csv');
    expect(of).toBe(4);
    expect(rows.map(({ row, brought }) => [row, brought.who.name, brought.who.number])).toEqual([
      [2, '王丽华', '00012801'],
      [3, '李建国', '00012802'],
      [4, null, '00012803'],
      [5, '陈雅婷', '00012804'],
    ]);
    expect(told(faults)).toEqual([
      [3, 3, 'noSuchDay', false],
      [4, 1, 'maskedName', false],
      [4, 4, 'unknownWord', false],
    ]);
    expect(rows[0]?.brought).toMatchObject({
      who: { phone: { e164: '+8613800001234' }, birthday: { type: 'day', day: '1980-05-06' } },
      edit: { tier: 'A' },
      facts: [
        { key: 'riskLevel', value: { type: 'choice', code: 'C3' } },
        { key: 'aum', value: { type: 'money', money: { minor: '120500000', currency: 'CNY' } } },
      ],
      notes: ['喜欢黄金'],
    });
    expect(rows[1]?.brought.who.phone).toMatchObject({ e164: '+861062345678' });
    expect(rows[3]?.brought).toMatchObject({
      who: { birthday: { type: 'lunarDay', month: 8, day: 15, year: null } },
      edit: { tier: 'A' },
      notes: ['说了两句, 分两行'],
    });
  });

  it('reads 民國 years, and says of a month 13 that there is none', () => {
    const { rows, faults } = readingOf('clients-big5.csv', { ...MANNER, region: 'TW', currency: 'TWD' });
    expect(rows[0]?.brought.who).toMatchObject({
      birthday: { day: '1986-03-09' },
      phone: { e164: '+886912345678' },
    });
    expect(told(faults)).toEqual([[3, 3, 'noSuchDay', false]]);
  });

  it('asks which figure is the month, and goes by what it is told', () => {
    expect(told(readingOf('semicolons.csv').faults)).toEqual([[2, 2, 'dayOrder', false]]);
    const { rows, faults } = readingOf('semicolons.csv', { ...MANNER, order: 'dmy', region: 'HK' });
    expect(faults).toEqual([]);
    expect(rows[0]?.brought.who).toMatchObject({
      birthday: { day: '1980-04-03' },
      phone: { e164: '+85291234567' },
    });
  });

  it('takes no formula for a name, and no number that Excel has shortened', () => {
    const { rows, faults } = readingOf('formulas.csv');
    expect(told(faults)).toEqual([
      [2, 0, 'formula', false],
      [3, 1, 'formula', false],
      [4, 2, 'shortened', false],
      [4, 1, 'formula', false],
    ]);
    expect(rows.map(({ brought }) => brought.who)).toMatchObject([
      { name: null, number: '1' },
      { name: '王丽华', number: '00012' },
      { name: '李建国', number: null },
    ]);
  });
});

describe('the other sheets', () => {
  it('the insurance table: who is insured, cover in its unit, cover that ends before it begins', () => {
    const { rows, faults } = readingOf('insurance.csv');
    expect(rows.map(({ brought }) => brought.policies[0])).toMatchObject([
      {
        kind: 'criticalIllness',
        insured: null,
        insurer: '平安人寿',
        cover: { minor: '50000000' },
        premium: { minor: '1200000' },
        criticalIllness: true,
        nextDue: '2027-01-01',
      },
      { kind: 'accident', insured: '王小明', from: '2026-01-01', until: null },
    ]);
    expect(told(faults)).toEqual([
      [3, 8, 'order', false],
      [4, 2, 'unknownWord', false],
      [4, -1, 'nothing', true],
    ]);
  });

  it('the asset review: here and elsewhere, currencies, 万, days that do not exist', () => {
    const { rows, faults } = readingOf('asset-review.csv');
    expect(rows.map(({ brought }) => brought.holdings[0])).toMatchObject([
      { kind: 'deposit', place: { at: 'here' }, amount: { minor: '50000000', currency: 'CNY' } },
      { kind: 'wealth', place: { at: 'elsewhere', name: '招商银行' }, since: '2026-01-05' },
      { amount: { minor: '1000000', currency: 'USD' }, since: null },
    ]);
    expect(told(faults)).toEqual([
      [6, 6, 'noSuchDay', false],
      [7, -1, 'nothing', true],
    ]);
  });

  it('the contact calendar: days under the month above them, letters and words, the note behind them', () => {
    const { rows, faults } = readingOf('calendar.csv');
    const contacts = rows.map(({ brought }) =>
      brought.contacts.map(({ day, channel, note }) => [day, channel, note]),
    );
    expect(contacts).toEqual([
      [
        ['2026-10-08', 'phone', null],
        ['2026-10-10', 'meeting', '谈了存单'],
      ],
      [
        ['2026-10-09', 'phone', null],
        ['2026-10-09', 'wechat', null],
        ['2026-10-11', 'email', null],
      ],
      [
        ['2026-10-08', 'phone', null],
        ['2026-10-08', 'meeting', null],
        ['2026-10-10', 'meeting', '续保'],
        ['2026-10-12', 'sms', null],
      ],
    ]);
    expect(told(faults)).toEqual([[3, 6, 'unknownWord', false]]);
  });

  it('a list of contacts: nothing without a day and a channel, plans without a result', () => {
    const { rows, faults } = readingOf('contacts.csv');
    expect(rows.map(({ brought }) => brought.contacts[0])).toMatchObject([
      {
        day: '2026-10-08',
        minute: 870,
        channel: 'phone',
        result: 'reached',
        next: '发资料',
        nextDue: '2026-10-20',
      },
      { day: '2030-01-05', channel: 'meeting', result: null, purpose: 'signing' },
    ]);
    expect(told(faults)).toEqual([
      [3, 2, 'unknownWord', false],
      [3, 2, 'missing', true],
      [4, 1, 'notADay', false],
      [4, 1, 'missing', true],
      [5, 3, 'ahead', false],
    ]);
  });

  it('people: of a child no name and no note, unless grown up', () => {
    const { rows, faults } = readingOf('relations.csv');
    expect(rows.map(({ brought }) => brought.relations[0])).toMatchObject([
      { role: 'spouse', name: '张伟', phone: '13900001111' },
      { role: 'child', name: null, note: null, stage: 'primary' },
      { role: 'child', name: '李明', stage: 'university' },
    ]);
    expect(told(faults)).toEqual([
      [3, 2, 'minor', false],
      [5, 1, 'unknownWord', false],
      [5, 1, 'missing', true],
    ]);
  });
});

describe('what is never kept of a client', () => {
  const read = (csv: string, own: readonly (string | null)[] | null = null) => {
    const file = readSpreadsheet(new TextEncoder().encode(csv), 'x.csv', null);
    const [sheet] = file.ok ? file.value.sheets : [];
    if (!sheet) throw new Error('no sheet');
    const understood = understand(sheet, 2026);
    return readSheet(sheet, own ? { ...understood, mapping: [...own] } : understood, MANNER, TODAY);
  };

  it('is left out of notes, and told by its place alone', () => {
    const { rows, faults } = read(
      '客户号,姓名,备注\n6222021234567890128,王丽华,卡号4111 1111 1111 1111\nC2,李建国,网银密码是abc123\nC3,张三,喜欢喝茶\n',
    );
    expect(rows.map(({ brought }) => brought.notes)).toEqual([[], [], ['喜欢喝茶']]);
    expect(faults.map(({ found, why, rowOut }) => [found, why, rowOut])).toEqual([
      ['…', 'refused', false],
      ['…', 'refused', false],
    ]);
    // A client's number may look like a card's: it is no free text.
    expect(rows[0]?.brought.who.number).toBe('6222021234567890128');
  });

  it('is left out of a column that is kept under its own heading, which says what stands below it', () => {
    const { rows, faults } = read('姓名,网银密码,爱好\n王丽华,abc123xyz,茶\n', [
      'who.name',
      OWN_FIELD,
      OWN_FIELD,
    ]);
    expect(rows[0]?.brought.facts.map(({ key }) => key)).toEqual(['crm.爱好']);
    expect(faults.map(({ why }) => why)).toEqual(['refused']);
  });
});
