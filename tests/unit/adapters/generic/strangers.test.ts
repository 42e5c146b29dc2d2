import { describe, expect, it } from 'vitest';
import { readAddress } from '@/utils/adapters/generic/address';
import { CLIENT, fieldsIn, read } from './reading';

const FIELDS = '<dl><dt>手机</dt><dd>13800571234</dd><dt>邮箱</dt><dd>li@mail.test</dd></dl>';
const ENGLISH =
  '<dl><dt>Phone</dt><dd>+40 721 555 190</dd><dt>Email</dt><dd>m@mail.test</dd><dt>Strategy</dt><dd>Income</dd></dl>';

describe('an address', () => {
  it.each([
    ['figures in groups', 'https://c.test/rm/client/803-114477', '803-114477', 'client'],
    ['a day is no number', 'https://c.test/client/2026-11-03', undefined, 'client'],
    [
      'a key in a parameter made for it',
      'https://c.test/customers/profile?cid=9a41f103',
      '9a41f103',
      'client',
    ],
    ['a short key with a word before it', 'https://c.test/app#/companies?id=cmp_71x', 'cmp_71x', 'client'],
    ['a place in a parameter', 'https://c.test/customers?key=tab2', undefined, 'client'],
    [
      'another record named after a client’s word',
      'https://c.test/web#id=88&model=account.move&view_type=form',
      '88',
      null,
    ],
    ['the frame of a program named after loans', 'https://c.test/loan/frame.jsp', undefined, null],
    ['a list of loans', 'https://c.test/loan/list.jsp', undefined, 'other'],
  ])('%s', (_, url, id, subject) => {
    const { records, subject: about } = readAddress(url);
    expect([records[0]?.id, about]).toEqual([id, subject]);
  });
});

describe('a record that only says whose it is, is nobody', () => {
  it.each([
    [
      'a heading with a number',
      'https://c.test/#mandate/3310',
      `<h1>Mandate M-3310</h1><dl><dt>Name</dt><dd>Jane Roe</dd></dl>${ENGLISH}`,
    ],
    [
      'a name under Client alone',
      'https://c.test/#mandate/3310',
      `<h1>Terms</h1><dl><dt>Client</dt><dd>Jane Roe</dd></dl>${ENGLISH}`,
    ],
    ['somebody in a room nobody knows', 'https://c.test/u/77', `<h1>Jane Roe</h1>${ENGLISH}`],
    [
      'the user’s own card',
      'https://c.test/',
      `<h2>我的名片</h2><dl><dt>姓名</dt><dd>王丽华</dd><dt>部门</dt><dd>私行部</dd></dl>${FIELDS}`,
    ],
  ])('%s', async (_, url, body) => {
    const reading = await read(`<main>${body}</main>`, url);
    expect(reading).toMatchObject({ page: 'other', identity: null, name: null, fields: [] });
  });

  it('a list drawn as rows, with the user’s own name beside it', async () => {
    const row = (id: string, name: string): string =>
      `<div role="row" class="r" data-id="${id}"><span>${name[0]}</span><div><a href="#/people?id=${id}">${name}</a></div><div>${id}@mail.test</div></div>`;
    const reading = await read(
      `<aside><nav><a href="#/people">People</a></nav><p>Ann Lee</p><p>ann@bank.test</p></aside><main><h1>People</h1><div role="table">${row('p_9kq2', 'Jane Roe')}${row('p_9kq7', 'John Doe')}</div></main>`,
      'https://c.test/app#/people',
    );
    expect(reading).toMatchObject({ identity: null, fields: [] });
    expect(reading.page).not.toBe('client');
  });

  it('a client’s page on which nothing says which client it is has no fields', async () => {
    const reading = await read(
      `<h2>王丽华 联系方式</h2>${FIELDS}<p>地址：上海市徐汇区宜山路 1 号</p>`,
      'https://c.test/CustContact.aspx',
    );
    expect(reading).toMatchObject({ page: 'client', identity: null, name: null, fields: [] });
  });

  it('but one in a room nobody knows is a client where enough says so', async () => {
    const reading = await read(
      `<h1>Jane Roe</h1>${ENGLISH}<p>Relationship manager: Ann Lee</p>`,
      'https://c.test/obligor/77120',
    );
    expect(reading.identity?.id).toBe('77120');
  });
});

describe('other people beside the client are not his fields', () => {
  it.each([
    [
      'cards made alike',
      '<section><h3>Our circle</h3><div class="p"><i>J</i><b>John Doe</b><a href="tel:+40721555191">+40 721 555 191</a></div><div class="p"><i>A</i><b>Ann Lee</b><a href="tel:+40721555192">+40 721 555 192</a></div></section>',
    ],
    [
      'under a heading without a box',
      '<h3>家庭成员</h3><div><b>李强</b><a href="tel:13900001111">13900001111</a></div><h3>其他信息</h3>',
    ],
    [
      'under a heading that says of whom',
      '<h3>Contacts at this client</h3><ul><li><a href="#!contact/9">Ann Lee</a><span>Finance</span><a href="tel:+35315550481">+353 1 555 0481</a></li></ul>',
    ],
  ])('%s', async (_, body) => {
    const { fields } = await read(`<main><h1>王丽华</h1>${FIELDS}${body}</main>`);
    expect(fields.map(({ value }) => value)).toEqual(['王丽华', '13800571234', 'li@mail.test']);
  });
});

describe('tables laid out in columns', () => {
  const one = (heads: string[], values: string[]): string =>
    `<table class="r"><thead><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr></thead><tbody><tr>${values.map((value) => `<td>${value}</td>`).join('')}</tr></tbody></table>`;

  it('several of one row each are one record', async () => {
    const { fields, identity } = await read(
      `<h2>个人客户信息</h2>${one(['客户代码', '姓名'], ['2210-1-031907', '王丽华'])}${one(['手机', '邮箱'], ['13800571234', 'li@mail.test'])}`,
      'https://c.test/loan/frame.jsp',
    );
    expect(identity).toMatchObject({ id: '2210-1-031907', from: 'field' });
    expect(fields.map(({ label, value }) => `${label}=${value}`)).toEqual([
      '客户代码=2210-1-031907',
      '姓名=王丽华',
      '手机=13800571234',
      '邮箱=li@mail.test',
    ]);
  });

  it('one alone is a list that found one', async () => {
    const reading = await read(
      `<h2>客户查询</h2>${one(['客户代码', '姓名', '手机'], ['2210-1-031907', '王丽华', '13800571234'])}`,
      'https://c.test/loan/frame.jsp',
    );
    expect(reading).toMatchObject({ identity: null, fields: [] });
  });

  it('rows of heads and of values in turn, with heads that no lexicon knows', async () => {
    const head = (...words: string[]): string =>
      `<tr>${words.map((word) => `<td><b>${word}</b></td>`).join('')}</tr>`;
    const row = (...words: string[]): string =>
      `<tr>${words.map((word) => `<td>${word}</td>`).join('')}</tr>`;
    expect(
      await fieldsIn(
        `<table>${head('手机', '木材种别')}${row('13800571234', '红松')}${head('邮箱', '地址')}${row('li@mail.test', '上海市宜山路 1 号')}</table>`,
      ),
    ).toEqual(['手机=13800571234', '木材种别=红松', '邮箱=li@mail.test', '地址=上海市宜山路 1 号']);
  });
});

describe('a head without labels', () => {
  const bare = async (head: string): Promise<string[]> => {
    const { fields } = await read(`<main><div>${head}</div>${FIELDS}</main>`);
    return fields.filter(({ label }) => label === '').map(({ value }) => value);
  };

  it.each([
    ['a position', '<div><h1>Jane Roe</h1><p>Head of Treasury</p></div>', ['Jane Roe', 'Head of Treasury']],
    [
      'the name in Latin letters',
      '<div><h1>鍾詠琳</h1><div>CHUNG Wing Lam</div></div>',
      ['鍾詠琳', 'CHUNG Wing Lam'],
    ],
    ['a state', '<div><h1>Jane Roe</h1><span>Active</span></div>', ['Jane Roe', 'Active']],
    ['the sort of record is none', '<div><h1>Jane Roe</h1><span>Contact</span></div>', ['Jane Roe']],
    [
      'an icon right before its text',
      '<div><h1>Jane Roe</h1></div><p><i></i>13800571234</p>',
      ['Jane Roe', '13800571234'],
    ],
  ])('%s', async (_, head, values) => {
    expect(await bare(head)).toEqual(values);
  });
});

describe('labels and values of other make', () => {
  it('labels in two languages', async () => {
    const { fields, identity } = await read(
      '<h1>鍾詠琳</h1><div><div class="k">客戶號碼 Client No.</div><div class="v">803-114477</div><div class="k">開戶日期 Opened</div><div class="v">2015-10-06</div><div class="k">住宅電話 Home phone</div><div class="v">不適用</div></div>',
      'https://c.test/main.do',
    );
    expect(identity).toMatchObject({ id: '803-114477', from: 'field' });
    expect(fields.map(({ label, kind }) => `${label}=${kind}`)).toEqual([
      '=name',
      '客戶號碼 Client No.=number',
      '開戶日期 Opened=date',
    ]);
  });

  it('the number of another client in one of them', async () => {
    const reading = await read(
      `<h1>鍾詠琳</h1><p>客戶號碼 Client No.：803-118020</p>${FIELDS}`,
      'https://c.test/rm/client/803-114477',
    );
    expect(reading).toMatchObject({ identity: null, fields: [] });
  });

  it('tags beside the box to add one', async () => {
    expect(
      await fieldsIn(
        `${FIELDS}<div><label for="t">Tags</label><div><span class="badge">Exporter<a>×</a></span><input id="t" value=""></div></div>`,
      ),
    ).toContain('Tags=Exporter');
  });

  it('the same client stays himself', async () => {
    expect((await read(`<h1>王丽华</h1>${FIELDS}`, CLIENT)).identity?.id).toBe('10231');
  });
});
