import { describe, expect, it } from 'vitest';
import { fieldsIn, read } from './reading';

const item = (label: string, value: string): string =>
  `<div class="item"><div class="item__label">${label}</div><div class="item__value">${value}</div></div>`;

const FIELDS = `${item('手机', '13800571234')}${item('邮箱', 'li@mail.test')}${item('地址', '上海市宜山路 1 号')}`;

describe('a record opened over a list', () => {
  const drawer = (fields: string): string =>
    `<header class="app-header"><span>待办</span></header><main><table><tr><th>姓名</th><th>手机</th></tr><tr><td>王丽华</td><td>13800571234</td></tr><tr><td>李强</td><td>13900001111</td></tr></table></main><div role="dialog"><h3>王丽华</h3>${fields}</div>`;

  it.each(['ContactObj', 'CustomerRecord', 'AccountEntity'])('a program calls its sort %s', async (sort) => {
    const url = `https://c.test/Home#crm/list/=/${sort}/detail/65710be29d3a4f0001c7e611`;
    const { page, identity, name } = await read(drawer(FIELDS), url);
    expect({ page, id: identity?.id, name: name?.value }).toEqual({
      page: 'client',
      id: '65710be29d3a4f0001c7e611',
      name: '王丽华',
    });
  });

  it('an opportunity by the same making is none', async () => {
    const url = 'https://c.test/Home#crm/list/=/OpportunityObj/detail/65710be29d3a4f0001c7e611';
    expect((await read(drawer(FIELDS), url)).page).not.toBe('client');
  });
});

describe('a record whose address stands while the list lies behind', () => {
  const row = (owner: string): string =>
    `<div class="row"><a href="/crm/contact/details/3412/">湯雅筑</a><span>${owner}</span></div>`;
  const page = (fields: string): string =>
    `<div class="bar"><span class="name">戴允中</span></div><div><p>聯絡人</p>${row('戴允中')}${row('桂采萱')}<p>共計：4</p></div>${fields}`;
  const URL = 'https://portal.test/crm/contact/details/3381/';

  it('is the drawer’s, whoever is named in the list', async () => {
    const dialog = page(`<div role="dialog"><h2>駱詠恩</h2>${FIELDS}</div>`);
    const { identity, name } = await read(dialog, URL);
    expect({ id: identity?.id, name: name?.value }).toEqual({ id: '3381', name: '駱詠恩' });
  });

  it('is nobody’s while the drawer is still empty: who is signed in heads no record', async () => {
    const signedIn = page('<div role="dialog"></div>').replace('class="bar"', 'class="user-block"');
    expect((await read(signedIn, URL)).identity).toBeNull();
  });
});

describe('a form over the client’s own page', () => {
  const URL = 'https://c.test/#/customer/portrait?uid=440912';
  const behind = `<main><h2>客户画像</h2>${item('客户姓名', '乐正珊')}${item('客户ID', '440912')}${FIELDS}</main>`;
  const form = (name: string): string =>
    `<div role="dialog"><h3>修改客户资料</h3><label>客户姓名<input value="${name}"></label><label>手机<input value="13800571234"></label><label>邮箱<input value="li@mail.test"></label></div>`;

  it('bears out a number that the form itself does not show', async () => {
    const { identity, fields } = await read(behind + form('乐正珊'), URL);
    expect(identity?.id).toBe('440912');
    expect(fields.map(({ label }) => label)).toEqual(['客户姓名', '手机', '邮箱']);
  });

  it('of somebody else takes nothing from it', async () => {
    const { identity, name, fields } = await read(behind + form('皇甫婧'), URL);
    expect({ id: identity?.id, name: name?.value }).toEqual({ id: '440912', name: '乐正珊' });
    expect(fields.map(({ value }) => value)).not.toContain('皇甫婧');
  });
});

describe('what reads like something else', () => {
  it('people with nothing but a name and a number each are not the client', async () => {
    const person = (name: string, phone: string): string =>
      `<div role="listitem" class="li"><div class="t">${name}</div><div class="d">${phone}</div></div>`;
    const { fields } = await read(
      `<main><h1>王丽华</h1>${FIELDS}<div role="list">${person('李建国', '138 1390 4412')}${person('陈晓明', '159 9600 2018')}</div></main>`,
    );
    expect(fields.filter(({ label }) => label === '')).toMatchObject([{ value: '王丽华' }]);
  });

  it('a level before a label is part of it', async () => {
    expect(await fieldsIn(FIELDS + item('1级行业', '仪器仪表制造业'))).toContain('1级行业=仪器仪表制造业');
  });

  it('a value that is a label elsewhere', async () => {
    expect(await fieldsIn(FIELDS + item('角色关系', '实际控制人'))).toContain('角色关系=实际控制人');
  });

  it('what was picked stands beside the empty field of a drawn select, and is no unit of it', async () => {
    const select = (value: string): string =>
      `<div class="form-item"><label>客户分层</label><div><span class="select-view-single"><input class="select-view-input" readonly value=""><span class="select-view-value">${value}</span></span></div></div>`;
    expect(await fieldsIn(FIELDS + select('潜力富裕'))).toContain('客户分层=潜力富裕');
  });

  it('a unit beside an empty field that only shows is no value', async () => {
    const amount =
      '<div class="form-item"><label>年收入</label><div><input readonly value=""><span>万元</span></div></div>';
    expect((await fieldsIn(FIELDS + amount)).some((field) => field.startsWith('年收入'))).toBe(false);
  });
});

describe('where the address is written by a service', () => {
  const page = `<main><h1>王丽华</h1>${FIELDS}</main>`;

  it.each([
    "https://c.test/ui#BusinessPartner-manage&/BusinessPartners('10231')",
    'https://c.test/ui#Customer-manage&/Customers(ID=10231,IsActiveEntity=true)',
    'https://c.test/odata/Accounts(10231)',
    'https://c.test/relationships/10231',
  ])('%s names a client', async (url) => {
    expect((await read(page, url)).identity).toMatchObject({ id: '10231' });
  });

  it.each([
    'https://c.test/ui#Opportunity-manage&/Opportunities(10231)',
    'https://c.test/ui#BusinessOpportunity-manage&/BusinessOpportunities(10231)',
    'https://c.test/odata/Accounts(Branch=1,Number=10231)',
  ])('%s names none', async (url) => {
    expect((await read(page, url)).identity).toBeNull();
  });
});

describe('what is called a title and heads nothing', () => {
  it('items of a menu, and a part of the fields', async () => {
    const menu =
      '<div class="menu"><div class="list-item"><div class="list-item-title">任务</div></div></div>';
    const { page, identity } = await read(
      `${menu}<main><div class="name" style="font-size:24px">王丽华</div>${FIELDS}<div class="card-title">Profile</div>${item('生日', '1975-05-04')}</main>`,
      'https://c.test/x/10231',
    );
    expect({ page, id: identity?.id }).toEqual({ page: 'client', id: '10231' });
  });
});

describe('a label that is there for readers only', () => {
  const field = (id: string, label: string, value: string): string =>
    `<div class="field"><label for="${id}" hidden>${label}</label><input id="${id}" readonly value="${value}"><div class="notch"><label for="${id}" aria-hidden="true">${label}</label></div></div>`;

  it('is the label of its control', async () => {
    expect(await fieldsIn(FIELDS + field('a', '木材种别', '红松') + field('b', '备注', '年底结汇'))).toEqual(
      expect.arrayContaining(['木材种别=红松', '备注=年底结汇']),
    );
  });
});
