import { fc, test } from '@fast-check/vitest';
import { describe, expect, it, vi } from 'vitest';
import { readAddress } from '@/utils/adapters/generic/address';
import { remember } from '@/utils/adapters/generic/reading';
import { CLIENT, read } from './reading';

const FIELDS = '<dl><dt>手机</dt><dd>13800571234</dd><dt>邮箱</dt><dd>li@mail.test</dd></dl>';

describe('the record an address names', () => {
  it.each([
    ['https://c.test/crm/customer/detail/10231', '10231', 'path', 'client'],
    ['https://c.test/#/contacts/416/show', '416', 'hash', 'client'],
    ['https://c.test/#Contact/view/65c1d0f8a2b7e4410', '65c1d0f8a2b7e4410', 'hash', 'client'],
    ['https://c.test/index.php?module=Contacts&view=Detail&record=12&app=SALES', '12', 'query', 'client'],
    [
      'https://c.test/web#id=26&cids=1&menu_id=101&action=112&model=res.partner&view_type=form',
      '26',
      'hashQuery',
      'client',
    ],
    [
      'https://c.test/main.aspx?appid=4f0a9c2e-1111-4222-8333-444455556666&pagetype=entityrecord&etn=contact&id=465b158c-541c-e511-80d3-3863bb347ba8',
      '465b158c-541c-e511-80d3-3863bb347ba8',
      'query',
      'client',
    ],
    ['https://c.test/contacts/12345/record/0-1/501', '501', 'path', 'client'],
    ['https://c.test/contacts/12345/record/0-3/77', '77', 'path', 'other'],
    ['https://c.test/lightning/r/Account/001B000004xTqLmIAK/view', '001B000004xTqLmIAK', 'path', 'client'],
    ['https://c.test/societe/card.php?socid=5', '5', 'query', 'client'],
    ['https://c.test/customers/5/contacts/9', '9', 'path', 'client'],
    ['https://c.test/custView.do?custNo=C0317000482&menuId=33', 'C0317000482', 'query', 'client'],
    ['https://c.test/crm/customer/edit/5f3c9e21', '5f3c9e21', 'path', 'client'],
    ['https://c.test/customers/decade', 'decade', 'path', 'client'],
    ['https://c.test/#/deals/2/show', '2', 'hash', 'other'],
    ['https://c.test/invoice/read/inv1', 'inv1', 'path', 'other'],
    ['https://c.test/customer?page=2', undefined, undefined, 'client'],
    ['https://c.test/crm/client360/overview?tab=2', undefined, undefined, 'client'],
    ['https://c.test/app/customer-detail-v2', undefined, undefined, 'client'],
    ['https://c.test/settings/company', undefined, undefined, 'other'],
    ['https://c.test/loanApply.do?applyNo=DK20260001&custNo=6011287430', '6011287430', 'query', 'other'],
    ['https://c.test/crm/customer/new', undefined, undefined, 'client'],
  ])('%s', (url, id, from, subject) => {
    const { records, subject: about } = readAddress(url);
    expect([records[0]?.id, records[0]?.from, about]).toEqual([id, from, subject]);
  });

  it('is two where two parameters name a client each', () => {
    expect(readAddress('https://c.test/view.do?custId=12&customerId=13').records).toHaveLength(2);
  });
});

describe('an identity is claimed', () => {
  it('where the address names a client and the page his name', async () => {
    const reading = await read(`<h1>王丽华</h1>${FIELDS}`);
    expect(reading).toMatchObject({
      page: 'client',
      identity: { id: '10231', from: 'path', entity: 'customer' },
      name: { value: '王丽华' },
    });
  });

  it('by a numbered field where the address says nothing', async () => {
    const reading = await read(
      `<h1>王丽华</h1><dl><dt>客户号</dt><dd>6011287430</dd><dt>手机</dt><dd>13800571234</dd><dt>邮箱</dt><dd>li@mail.test</dd></dl>`,
      'https://crm.bank.test/main.do',
    );
    expect(reading.identity).toMatchObject({ id: '6011287430', from: 'field', at: '客户号' });
  });

  const list = (first: string, second: string): string =>
    `<table><thead><tr><th>姓名</th><th>手机</th></tr></thead><tbody><tr data-row-key="${first}"><td>王丽华</td><td>13800571234</td></tr><tr data-row-key="${second}"><td>李强</td><td>13900001111</td></tr></tbody></table>`;
  const drawer =
    '<div role="dialog"><h3>客户</h3><p>姓名：王丽华</p><p>手机：13800571234</p><p>邮箱：li@mail.test</p></div>';

  it('by the row of the list under a drawer', async () => {
    const reading = await read(list('k8f3a91c0', 'k8f3a91c1') + drawer, 'https://crm.bank.test/customer');
    expect(reading).toMatchObject({ page: 'client', identity: { id: 'k8f3a91c0', from: 'row' } });
  });

  it('never by a row that only counts', async () => {
    const reading = await read(list('0', '1') + drawer, 'https://crm.bank.test/customer');
    expect(reading).toMatchObject({ page: 'client', identity: null });
  });

  it.each([
    [
      'the heading names another than the fields',
      `<h1>李强</h1><dl><dt>客户姓名</dt><dd>王丽华</dd></dl>${FIELDS}`,
    ],
    [
      'the page’s own link to edit leads to another',
      `<h1>王丽华</h1><a href="/crm/customer/detail/10232/edit">编辑</a>${FIELDS}`,
    ],
    ['its number is another than the address’s', `<h1>王丽华</h1><p>客户号：10232</p>${FIELDS}`],
    ['it shows two names of one label', `<p>客户姓名：王丽华</p><p>客户姓名：李强</p>${FIELDS}`],
  ])('never where %s', async (_, body) => {
    const reading = await read(`<main>${body}</main>`);
    expect(reading).toMatchObject({ identity: null, name: null, fields: [] });
  });

  it('never where nothing but the address has changed since the page before', async () => {
    const body = `<h1>王丽华</h1>${FIELDS}`;
    const memory = remember(await read(body), null);
    const stale = await read(body, 'https://crm.bank.test/crm/customer/detail/10232', memory);
    expect(stale.identity).toBeNull();
    expect((await read(body, CLIENT, memory)).identity?.id).toBe('10231');
  });
});

describe('a page that is no client', () => {
  it.each([
    [
      'a list',
      'list',
      'https://c.test/customer',
      '<h1>客户管理</h1><table><thead><tr><th>姓名</th><th>手机</th></tr></thead><tr><td>王丽华</td><td>13800571234</td></tr><tr><td>李强</td><td>13900001111</td></tr></table>',
    ],
    [
      'a new client',
      'form',
      'https://c.test/customer/create',
      '<h1>新增客户</h1><form><label>姓名<input></label><label>手机<input></label><label>邮箱<input></label></form>',
    ],
    [
      'an invoice to a client',
      'other',
      'https://c.test/invoice/read/1001',
      '<h1>Invoice # 102</h1><p>Client: Mirela Ionescu</p><p>Phone: +40 721 555 190</p><p>Email: m@mail.test</p>',
    ],
    [
      'a deal',
      'other',
      'https://c.test/#/deals/2/show',
      '<h1>Jane Roe</h1><p>Phone: +40 721 555 190</p><p>Email: m@mail.test</p>',
    ],
    [
      'somebody of the bank',
      'other',
      'https://c.test/hr/employees/77',
      '<h1>Jane Roe</h1><p>Phone: +40 721 555 190</p><p>Email: m@mail.test</p>',
    ],
    [
      'a login',
      'other',
      'https://c.test/login',
      '<form><label>用户名<input value="wang"></label><label>密码<input type="password"></label></form>',
    ],
  ])('%s', async (_, page, url, body) => {
    expect(await read(`<main>${body}</main>`, url)).toMatchObject({ page, identity: null, fields: [] });
  });

  it('leaves a client’s page what it is under a dialog about somebody else', async () => {
    const dialog =
      '<div role="dialog"><h3>新增联系人</h3><label>姓名<input value="李强"></label><label>手机<input value="13900001111"></label></div>';
    const reading = await read(`<main><h1>王丽华</h1>${FIELDS}</main>${dialog}`);
    expect(reading.identity?.id).toBe('10231');
    expect(reading.fields.map(({ value }) => value)).toEqual(['王丽华', '13800571234', 'li@mail.test']);
  });
});

const tag = fc.constantFrom(
  'div',
  'span',
  'p',
  'li',
  'dt',
  'dd',
  'h1',
  'h3',
  'label',
  'td',
  'th',
  'b',
  'a',
  'button',
);
const word = fc.constantFrom(
  '姓名',
  '手机',
  '客户号',
  'Name',
  'Email',
  '-',
  '：',
  '王丽华',
  'Jane Roe',
  '13800571234',
  'a@b.test',
  '10231',
  '暂无',
  '客户',
  'Edit',
  '2026-11-18',
);
const soup = fc.array(fc.tuple(tag, fc.oneof(word, fc.string({ maxLength: 12 })), fc.boolean()), {
  maxLength: 30,
});

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

// Hundreds of pages: patience on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

describe('label soup', () => {
  test.prop([soup], { numRuns: 150 })(
    'never throws, and is nobody where no address names a client',
    async (pieces) => {
      let html = '';
      for (const [name, text, open] of pieces) html += `<${name}>${escaped(text)}${open ? '' : `</${name}>`}`;
      const { identity, page } = await read(html, 'https://c.test/report/summary');
      expect([page === 'client', identity]).toEqual([false, null]);
    },
  );

  test.prop([soup], { numRuns: 100 })('claims only the id its address names', async (pieces) => {
    const html = pieces.map(([name, text]) => `<${name}>${escaped(text)}</${name}>`).join('');
    const { identity } = await read(html);
    if (identity) expect(identity.id).toBe('10231');
  });
});
