import { fc, test } from '@fast-check/vitest';
import { describe, expect, it, vi } from 'vitest';
import { readAddress } from '@/utils/adapters/generic/address';
import { readKey } from '@/utils/adapters/generic/paramKeys';
import { read } from './reading';

/*
 * An identity is claimed of the client's own number only. What else an address numbers (a layout, a tab, a
 * comment, a mandate) is the same for every client, or another one's.
 */

const FIELDS = '<dl><dt>手机</dt><dd>13800571234</dd><dt>邮箱</dt><dd>li@mail.test</dd></dl>';
const PAGE = `<main><h1>王丽华</h1>${FIELDS}</main>`;

describe('what a parameter numbers', () => {
  it.each([
    ['id', null, true],
    ['recordId', null, true],
    ['custNo', 'client', true],
    ['CUST_SEQ', 'client', true],
    ['custid', 'client', true],
    ['customerInfoId', 'client', true],
    ['cst_id', 'client', true],
    ['contactid', 'client', true],
    ['customerTaskId', 'other', true],
    ['dealId', 'other', true],
    ['bpmKey', null, false],
    ['grid', null, false],
  ])('%s', (key, subject, sure) => {
    expect(readKey(key)).toMatchObject({ subject, sure });
  });

  it.each([
    'recordPageLayoutID',
    'menuId',
    'viewId',
    'orgCustNo',
    'customerGroupId',
    'clientTypeCode',
    'sessionid',
    'userId',
    'custListId',
    'timestamp',
    'tab',
  ])('%s is no record', (key) => {
    expect(readKey(key)).toBeNull();
  });
});

describe('the record an address names beside other numbers', () => {
  it.each([
    ['a layout’s', 'https://c.test/pages/4011/record/41305099812?recordPageLayoutID=4402', ['41305099812']],
    ['a small figure’s', 'https://c.test/customers/88?grid=3', ['88']],
    ['a place in the page', 'https://c.test/customer/view?id=88#note-4521', ['88']],
    ['a step behind it', 'https://c.test/crm/customer/detail/10231/1', ['10231', '1']],
    ['of something of the client’s', 'https://c.test/customers/5/mandats/7', ['5', '7']],
    ['of another client in the query', 'https://c.test/customers/5?contactId=7', ['7', '5']],
    ['of another client behind the hash', 'https://c.test/customers/5#/contacts/7', ['7', '5']],
    ['the same said twice', 'https://c.test/customers/5?custId=5', ['5']],
    ['of a list’s filter', 'https://c.test/customer/detail?batchNo=202611', []],
    ['a place that is no number', 'https://c.test/customers#comment-9921', []],
  ])('%s', (_, url, ids) => {
    expect(readAddress(url).records.map(({ id }) => id)).toEqual(ids);
  });

  it.each([
    ['two of a client', 'https://c.test/customers/5?contactId=7'],
    ['one behind a word nobody knows', 'https://c.test/customer/mandat/7'],
  ])('%s: nobody is claimed', async (_, url) => {
    expect(await read(PAGE, url)).toMatchObject({ identity: null, name: null, fields: [] });
  });

  it.each([
    ['of two the one that the page shows', 'https://c.test/client/803/114477', '114477', '114477'],
    ['its own where the address’s is a stranger', 'https://c.test/customer/mandat/7', '60112874', '60112874'],
  ])('%s', async (_, url, shown, id) => {
    const page = `<main><h1>王丽华</h1><p>客户号：${shown}</p>${FIELDS}</main>`;
    expect((await read(page, url)).identity?.id).toBe(id);
  });
});

const figure = fc.integer({ min: 1, max: 10 ** 8 }).map(String);
const word = fc.stringMatching(/^[a-z]{2,9}$/);
const key = fc.oneof(
  word,
  fc
    .tuple(word, fc.constantFrom('Id', 'No', 'ID', '_id', 'Code', 'Key', 'Seq', 'number'))
    .map((parts) => parts.join('')),
  fc.constantFrom('id', 'recordId', 'custId', 'taskId', 'tab', 'key', 'open', 'viewId', 'layoutId'),
);

/** A client's address, and the same with one more number in it. */
const around = fc.tuple(
  fc.constantFrom('https://c.test/crm/customers/60112874', 'https://c.test/#/contacts/60112874'),
  key,
  figure,
  fc.constantFrom('query', 'anchor', 'hash'),
);

describe('a number more in a client’s address', () => {
  test.prop([around], { numRuns: 500 })('never makes another client of him', ([base, name, value, where]) => {
    const url = new URL(base);
    if (where === 'query') url.searchParams.set(name, value);
    else if (url.hash === '') url.hash = where === 'anchor' ? `${name}-${value}` : `/${name}/${value}`;
    const { records, subject } = readAddress(url.href);
    const ids = new Set(records.map(({ id }) => id));
    // His own, two of which nobody knows which is meant, or a page of another sort: never that number alone.
    const isOther = subject === 'other';
    expect(ids.has('60112874') || isOther).toBe(true);
  });

  test.prop(
    [fc.shuffledSubarray(['custId=5', 'menuId=7', 'tab=2', 'taskId=9', 'grid=3'], { minLength: 2 })],
    {
      numRuns: 200,
    },
  )('counts the same wherever it stands', (parts) => {
    const idsOf = (query: readonly string[]): (string | undefined)[] =>
      readAddress(`https://c.test/view.do?${query.join('&')}`).records.map(({ id }) => id);
    expect(idsOf(parts)).toEqual(idsOf([...parts].sort()));
  });
});

describe('a record behind a word that nobody knows', () => {
  const numbered = (number: string): string =>
    `<main><h1>王丽华</h1><dl><dt>客户编号</dt><dd>${number}</dd></dl>${FIELDS}</main>`;
  const idAt = async (number: string, record: string): Promise<string | undefined> =>
    (await read(numbered(number), `https://c.test/admin/popups/filterbytk/${record}`)).identity?.id;

  it('is the client’s where his number spells it out', async () => {
    expect(await idAt('YT-0358103', '358103')).toBe('358103');
  });

  it('is not where it is the end of another number, or too short to tell', async () => {
    expect(await idAt('YT-1358103', '358103')).toBe('YT-1358103');
    expect(await idAt('YT-0103', '103')).toBe('YT-0103');
  });

  it('is sure behind id or ids, as some write it in the path', async () => {
    for (const word of ['id', 'ids']) {
      const url = `https://c.test/customer/personal/detail/${word}/1024`;
      expect((await read(numbered('GR0087311'), url)).identity?.id).toBe('1024');
    }
  });
});

vi.setConfig({ testTimeout: 60_000 });

describe('the number of somebody else on the page', () => {
  const OTHER = '<section><p>姓名：李强</p><p>客户号：90088001</p><p>电话：13900001111</p></section>';

  it('is not the client’s', async () => {
    const page = `<main><h1>王丽华</h1><div><p>客户姓名：王丽华</p><p>手机：13800571234</p><p>邮箱：li@mail.test</p><p>地址：宜山路 1 号</p></div>${OTHER}</main>`;
    const { identity, fields } = await read(page, 'https://c.test/customer/view.do');
    expect(identity).toBeNull();
    expect(fields.map(({ value }) => value)).not.toContain('90088001');
  });

  it('nor is the row of a task under a drawer', async () => {
    const row = (id: string, name: string, phone: string): string =>
      `<tr data-row-key="${id}"><td>${name}</td><td>${phone}</td></tr>`;
    const page = `<table><thead><tr><th>姓名</th><th>手机</th></tr></thead><tbody>${row('k8f3a91c0', '王丽华', '13800571234')}${row('k8f3a91c1', '李强', '13900001111')}</tbody></table><div role="dialog"><h3>客户</h3><p>姓名：王丽华</p><p>手机：13800571234</p><p>邮箱：li@mail.test</p></div>`;
    expect((await read(page, 'https://c.test/tasks')).identity).toBeNull();
  });

  it('nor is the address’s a dialog’s about somebody else', async () => {
    const page =
      '<main><h1>王丽华</h1></main><div role="dialog"><h3>联系人</h3><p>姓名：李强</p><p>手机：13900001111</p><p>邮箱：q@mail.test</p><p>地址：宜山路 1 号</p></div>';
    const { identity, name } = await read(page, 'https://c.test/dossier/10231');
    expect([identity, name]).toEqual([null, null]);
  });
});
