import { describe, expect, it } from 'vitest';
import { readAddress } from '@/utils/adapters/generic/address';
import { patternsFor } from '@/utils/adapters/generic/addressPattern';
import { readKey } from '@/utils/adapters/generic/paramKeys';
import { read } from './reading';

/*
 * A front office of forms over each other, edited where they stand: which record stands in which form is counted in
 * the address, and beside a form's title it says which of how many is shown.
 */

const DESK = 'https://c.test/app/desk/enu';
const CONTACT = `${DESK}?Applet0=Bank+Contact+Form+Applet&RowId0=1-4KX7QZ`;
const COMPANY = `${DESK}?Applet0=Bank+Account+Entry+Applet&RowId0=1-2TR6VW`;

describe('records counted from the outermost', () => {
  it.each([
    ['a contact’s', CONTACT, ['1-4KX7QZ', 'contact', 'client']],
    [
      'with a form in it',
      `${CONTACT}&Applet1=KYC+Form+Applet&RowId1=1-77DQ03`,
      ['1-4KX7QZ', 'contact', 'client'],
    ],
    [
      'with another record in it',
      `${COMPANY}&Applet1=Contact+Form&RowId1=1-9AB4`,
      ['1-2TR6VW', 'account', 'client'],
    ],
    [
      'a deal’s with a client in it',
      `${DESK}?Applet0=Opportunity+Form&RowId0=1-9PL4AA&Applet1=Contact+Form&RowId1=1-4KX7QZ`,
      ['1-9PL4AA', 'opportunity', 'other'],
    ],
    ['the row of a list', `${DESK}?Applet0=Contact+List+Applet&RowId0=1-4KX7QZ`, [undefined, null, null]],
  ])('%s', (_, url, expected) => {
    const { records, entity, subject } = readAddress(url);
    expect([records[0]?.id, entity, subject]).toEqual(expected);
    expect(records.length).toBeLessThanOrEqual(1);
  });

  it('are two where nothing says which is the outer one’s', () => {
    expect(readAddress(`${DESK}?RowId0=1-4KX7QZ&RowId1=1-5B02MT`).records).toHaveLength(2);
  });

  it('are counted for records only', () => {
    expect(readKey('RowId0')).toEqual({ subject: null, entity: null, sure: true });
    expect(readKey('menuId1')).toBeNull();
    expect(readKey('id2')).toBeNull();
  });

  it('keep an adapter from other records’ forms at the same address', () => {
    const [pattern] =
      patternsFor(CONTACT, { from: 'query', at: 'RowId0' }, { open: false, views: false }) ?? [];
    expect(pattern?.search).toEqual({ RowId0: ':id', Applet0: 'Bank Contact Form Applet' });
  });
});

it('a bank’s short word for a customer ends in no plural', () => {
  expect(readKey('cus_id')).toEqual({ subject: 'client', entity: 'cus', sure: true });
});

const cell = (label: string, value: string): string => {
  const id = `${label.replace(/\W/g, '_')}_Label`;
  return `<td><div class="label"><span id="${id}">${label}:</span></div></td><td><div><input type="text" aria-labelledby="${id}" value="${value}"></div></td>`;
};
const form = (title: string, state: string, count: string, rows: readonly string[]): string =>
  `<div class="applet applet-${state}"><div><form><div class="header"><div class="title">${title}</div><div><button>New</button></div><div class="counter"><span>${count}</span></div></div><table><tbody>${rows.map((row) => `<tr>${row}</tr>`).join('')}</tbody></table></form></div></div>`;
const FIRST = form('Company', 'active', '1 of 6', [
  cell('Company', 'Hartsmoor Castings Ltd') + cell('Site', 'Redditch Works'),
  cell('Phone', '(01527) 496 110') + cell('City', 'Redditch'),
]);

describe('forms over each other', () => {
  it('are both the client’s, whichever is worked in', async () => {
    const second = form('More Info', 'inactive', '', [
      cell('Annual Revenues', '£31,750,000') + cell('Region', 'West Midlands'),
      cell('Watch List', 'N') + cell('Rating', '5B'),
    ]);
    const { name, fields } = await read(FIRST + second, COMPANY);
    expect(name).toMatchObject({ value: 'Hartsmoor Castings Ltd' });
    const said = fields.map(({ label, value }) => `${label}=${value}`);
    expect(said).toEqual(expect.arrayContaining(['Site=Redditch Works', 'Watch List=N', 'Rating=5B']));
    expect(said.filter((one) => one.startsWith('Company='))).toEqual(['Company=Hartsmoor Castings Ltd']);
  });

  it('have fields for people in a row, which is nobody’s card', async () => {
    const row = cell('Relationship Manager', 'Helena Pritchard') + cell('Region', 'West Midlands');
    const { fields } = await read(
      form('Company', 'active', '', [
        cell('Company', 'Hartsmoor Castings Ltd') + cell('Phone', '(01527) 496 110'),
        row,
      ]),
      COMPANY,
    );
    expect(fields.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Relationship Manager', 'Region']),
    );
  });

  it.each([
    ['which of how many', '3 of 12+', false],
    ['which ones of how many', '1 - 3 of 3', false],
    ['a value', '1 of 6', true],
  ])('%s: "%s"', async (_, text, isValue) => {
    const { fields } = await read(
      `<main><h1>Jane Roe</h1><dl><dt>Phone</dt><dd>(01527) 496 110</dd><dt>Instalments</dt><dd>${text}</dd></dl></main>`,
    );
    expect(fields.some(({ value }) => value === text)).toBe(isValue);
  });
});

describe('a record in a frame beside a tree', () => {
  it('is not named by what the tree is called', async () => {
    const { name, identity } = await read(
      `<div class="tree"><div class="tree_title">客户信息树</div><ul><li><span>湘潭云梯部件有限公司</span><ul><li><a href="#">基本信息</a></li><li><a href="#">关联信息</a></li><li><a href="#">财务报表</a></li><li><a href="#">授信信息</a></li><li><a href="#">担保信息</a></li></ul></li></ul></div><table><tbody><tr><td>登记日期</td><td>2016-03-02</td></tr><tr><td>主管客户经理</td><td>柏秋雁</td></tr><tr><td>客户状态</td><td>正式客户</td></tr></tbody></table>`,
      'https://c.test/main/queryTree.do?cus_id=C000128841&flag=query',
    );
    expect([name?.value, identity?.id]).toEqual(['湘潭云梯部件有限公司', 'C000128841']);
  });

  it('is numbered by 客户码', async () => {
    const { identity } = await read(
      '<table><tbody><tr><td>客户码</td><td>P000511984</td></tr><tr><td>姓名</td><td>欧阳蕙兰</td></tr><tr><td>手机号码</td><td>159****4471</td></tr></tbody></table>',
      'https://c.test/main/main.jsp',
    );
    expect(identity?.id).toBe('P000511984');
  });
});
