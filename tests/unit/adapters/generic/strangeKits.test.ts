import { describe, expect, it } from 'vitest';
import { fieldsIn, read } from './reading';

describe('marks in a row', () => {
  it('say nothing of each other, whatever words they are', async () => {
    const { fields } = await read(
      '<main><div><h2>林若澜</h2><span class="x-tag gold">钻石客户</span><span class="x-tag">企业主</span><span class="x-tag">家办意向</span></div><dl><dt>手机</dt><dd>13800571234</dd><dt>客户经理</dt><dd>孟庭玉</dd></dl></main>',
    );
    expect(fields.filter(({ label }) => label === '').map(({ value }) => value)).toEqual([
      '林若澜',
      '钻石客户',
      '企业主',
      '家办意向',
    ]);
    expect(fields.map(({ label }) => label)).not.toContain('钻石客户');
  });

  it('stand beside a heading also where fields follow in the same box', async () => {
    const { fields } = await read(
      '<main><div><h2>Jane Roe</h2><span class="x-tag">Do not call before 10am</span><p>Customer no. <b>44719032</b> | Branch <b>Harbour Street</b></p></div></main>',
    );
    expect(fields.map(({ label, value }) => `${label}=${value}`)).toEqual([
      '=Jane Roe',
      'Customer no.=44719032',
      'Branch=Harbour Street',
      '=Do not call before 10am',
    ]);
  });
});

describe('values set off in a line', () => {
  it('are no fields in any text with words in bold', async () => {
    const fields = await fieldsIn('<p>Please ask <b>Ines</b> or call <b>Monday</b></p>');
    expect(fields).toEqual([]);
  });
});

describe('a number whose figures stand in groups', () => {
  const ADDRESS = 'https://c.test/workspace';
  const crumbs = (words: string): string =>
    `<nav class="c-nav"><a class="c-header__menu-item">Customers</a></nav><nav aria-label="Breadcrumb" class="breadcrumb"><a>${words}</a></nav>`;
  const who =
    '<dl><dt>Name</dt><dd>Tern Island Boatworks, LLC</dd><dt>Customer no.</dt><dd>4480 1176</dd><dt>Phone</dt><dd>(207) 555-0190</dd></dl>';

  it('is the client’s', async () => {
    const { identity } = await read(
      `${crumbs('Customers')}<main><h2>Tern Island Boatworks, LLC</h2>${who}</main>`,
      ADDRESS,
    );
    expect(identity).toMatchObject({ id: '44801176', from: 'field' });
  });

  it.each([
    ['thin spaces', '4480\u20091176', '44801176'],
    ['three groups', '04 480 1176', '044801176'],
    ['a hyphen, which may part two numbers', '4480-1176', '4480-1176'],
  ])('%s', async (_, written, id) => {
    const page = `${crumbs('Customers')}<main><h2>Tern Island Boatworks, LLC</h2>${who.replace('4480 1176', written)}</main>`;
    expect((await read(page, ADDRESS)).identity).toMatchObject({ id, from: 'field' });
  });

  it.each([
    ['a mobile phone’s', '138 0057 1234'],
    ['a day', '2026 11 23'],
  ])('is nobody’s where it is %s', async (_, written) => {
    const page = `${crumbs('Customers')}<main><h2>Tern Island Boatworks, LLC</h2>${who.replace('4480 1176', written)}</main>`;
    expect((await read(page, ADDRESS)).identity).toBeNull();
  });

  it('is that of the address also where a hyphen parts it', async () => {
    const page = `<main><h2>Tern Island Boatworks, LLC</h2>${who.replace('4480 1176', '4480-1176')}</main>`;
    const { identity } = await read(page, 'https://c.test/customers/44801176');
    expect(identity).toMatchObject({ id: '44801176', from: 'path' });
  });

  it('is of the same sort as where the address has it', async () => {
    const page = `<main><h2>Tern Island Boatworks, LLC</h2>${who}</main>`;
    const over = await read(page, 'https://c.test/wealth/customer?page=1&size=10');
    const own = await read(page, 'https://c.test/wealth/customer/44801176/edit');
    expect([over.identity?.id, over.identity?.entity]).toEqual([own.identity?.id, own.identity?.entity]);
  });

  it('speaks against another number of its making in the address', async () => {
    const reading = await read(
      `${crumbs('Customers')}<main><h2>Tern Island Boatworks, LLC</h2>${who}</main>`,
      'https://c.test/customers/44819032',
    );
    expect(reading).toMatchObject({ page: 'client', identity: null, fields: [] });
  });

  it('is nobody’s on the page of his loan, whatever the menu says', async () => {
    const loan = '<dl><dt>Limit</dt><dd>$150,000.00</dd><dt>Underwriter</dt><dd>Hollis Grandchamp</dd></dl>';
    const reading = await read(
      `${crumbs('Loans')}<main><h2>Line of credit CL-21340</h2>${loan}<h4>Borrower</h4>${who}</main>`,
      ADDRESS,
    );
    expect(reading).toMatchObject({ page: 'other', identity: null });
  });
});

describe('a household', () => {
  it('is no client, though it has a number and a name', async () => {
    const { page } = await read(
      '<main><h1>林氏家庭</h1><dl><dt>户主</dt><dd>林若澜</dd><dt>客户经理</dt><dd>孟庭玉</dd><dt>家庭地址</dt><dd>杭州市西湖区文二西路 808 号</dd></dl></main>',
      'https://c.test/wealth/household/H-00412',
    );
    expect(page).toBe('other');
  });
});

describe('a form’s controls', () => {
  const row = (label: string, control: string): string =>
    `<div class="form-item"><label>${label}</label><div class="control">${control}</div></div>`;
  const form = (label: string, control: string): Promise<string[]> =>
    fieldsIn(`<form>${row('手机', '<input value="13800571234">')}${row(label, control)}</form>`);

  it.each([
    [
      'a switch with one word on it',
      '接受电话营销',
      '<button role="switch" aria-checked="false"><span>否</span><span>否</span></button>',
      '否',
    ],
    [
      'a switch with both its words',
      '专业投资人',
      '<div role="switch" aria-checked="true"><i>是</i><i>否</i></div>',
      '是',
    ],
    [
      'a field to search in that shows what is picked',
      '职业',
      '<span class="x-select"><input placeholder="退休" value=""><span class="x-value">退休</span></span>',
      '退休',
    ],
  ])('%s', async (_, label, control, value) => {
    expect(await form(label, control)).toContain(`${label}=${value}`);
  });

  it.each([
    ['how much of an empty field is used up', '<textarea></textarea><div>0/200</div>'],
    ['a switch without a word on it', '<button role="switch" aria-checked="true"><span></span></button>'],
  ])('%s is no value', async (_, control) => {
    expect(await form('备注', control)).toEqual(['手机=13800571234']);
  });
});
