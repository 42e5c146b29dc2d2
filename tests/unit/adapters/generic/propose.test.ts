import { describe, expect, it } from 'vitest';
import { matchAddress } from '@/utils/adapters/address';
import { compileAddress } from '@/utils/adapters/compileAddress';
import { readAddress } from '@/utils/adapters/generic/address';
import { patternsFor } from '@/utils/adapters/generic/addressPattern';
import { learn, open, proposeFor, sight } from './learning';
import { CLIENT } from './reading';

const grid = (name: string, phone: string, number = ''): string =>
  `<header><nav><a href="/a">首页</a><a href="/b">客户</a><a href="/c">产品</a><a href="/d">报表</a></nav></header>
   <main><section class="customer-detail"><h1>${name}</h1><dl>${number && `<dt>客户编号</dt><dd>${number}</dd>`}
   <dt>客户姓名</dt><dd>${name}</dd><dt>手机</dt><dd>${phone}</dd><dt>邮箱</dt><dd>a@mail.test</dd></dl></section></main>`;

const WANG = grid('王丽华', '13800571234', '10231');

describe('an address becomes a pattern', () => {
  const patterns = (address: string, views = false) => {
    const [record] = readAddress(address).records;
    return record ? patternsFor(address, record, { open: false, views }) : null;
  };

  it.each([
    ['https://c.test/crm/customer/detail/10231', { pathname: '/crm/customer/detail/:id' }],
    ['https://c.test/org/40/contacts/10231/notes', { pathname: '/org/:a1/contacts/:id/notes' }],
    ['https://c.test/#/contacts/416/show', { pathname: '/', hash: '/contacts/:id/show' }],
    ['https://c.test/app#!/contacts/416', { pathname: '/app', hash: '!/contacts/:id' }],
    [
      'https://c.test/index.php?module=Contacts&view=Detail&record=12&app=SALES',
      { pathname: '/index.php', search: { module: 'Contacts', record: ':id' } },
    ],
    [
      'https://c.test/web#id=26&cids=1&menu_id=101&model=res.partner&view_type=form',
      { pathname: '/web', hashSearch: { id: ':id', model: 'res.partner' } },
    ],
    [
      'https://c.test/index.html#/cust/info?id=4471',
      { pathname: '/index.html', hash: '/cust/info', hashSearch: { id: ':id' } },
    ],
  ])('%s', (address, pattern) => {
    expect(patterns(address)).toEqual([pattern]);
    expect(matchAddress(compileAddress(pattern), new URL(address))?.get('id')).toBe(
      readAddress(address).records[0]?.id,
    );
  });

  it('takes in the other views of the record where it may', () => {
    expect(patterns('https://c.test/contacts/416', true)?.map(({ pathname }) => pathname)).toEqual([
      '/contacts/:id',
      '/contacts/:id/view',
      '/contacts/:id/show',
      '/contacts/:id/edit',
      '/contacts/:id/detail',
    ]);
    expect(patterns('https://c.test/crm/customer/view/416', true)).toContainEqual({
      pathname: '/crm/customer/edit/:id',
    });
    // A room below the record is another page: whose name stands there is not said.
    expect(patterns('https://c.test/contacts/416/notes', true)).toEqual([
      { pathname: '/contacts/:id/notes' },
    ]);
  });

  it('is none where the language cannot say it', () => {
    expect(
      patternsFor('https://c.test/view?9id=12', { from: 'query', at: '9id' }, { open: false, views: false }),
    ).toBeNull();
  });
});

describe('a client’s page becomes a proposal', () => {
  it('with the number confirmed by the page and the name by its label', async () => {
    expect(proposeFor(await open(WANG))).toEqual({
      url: { pathname: '/crm/customer/detail/:id/*' },
      entity: 'customer',
      root: ['section.customer-detail'],
      identity: { id: { url: 'id' }, shape: 'digits', confirm: [{ label: '客户编号' }] },
      name: { find: { label: '客户姓名' } },
      recordId: '10231',
    });
  });

  it('with the number of a field where the address has none', async () => {
    const page = await open(grid('王丽华', '13800571234', 'TW0088213'), 'https://crm.bank.test/RM/Cust.aspx');
    expect(proposeFor(page)).toMatchObject({
      url: { pathname: '/RM/Cust.aspx' },
      identity: { id: { label: '客户编号' }, shape: 'code' },
      recordId: 'TW0088213',
    });
  });

  it('that sights the next client, and nobody on a form for a new one', async () => {
    const adapter = learn(await open(WANG));
    const next = await open(
      grid('李强', '13900001111', '10232'),
      'https://crm.bank.test/crm/customer/detail/10232/edit',
    );
    expect(sight(adapter, next)).toMatchObject({
      state: 'sighting',
      sighting: {
        name: '李强',
        record: { crmId: 'crm-bank-test', entity: 'customer', recordId: '10232' },
        fields: expect.arrayContaining([{ key: 'mobile', label: '手机', text: '13900001111' }]),
      },
    });
    const stale = await open(WANG, 'https://crm.bank.test/crm/customer/detail/10232');
    expect(sight(adapter, stale)).toEqual({ state: 'ambiguous', why: 'mismatch' });
  });

  it('never takes a view for a record', async () => {
    const at = (id: string) => `https://crm.bank.test/contacts/${id}`;
    const page = (name: string) =>
      `<main><h1>${name}</h1><dl><dt>Phone</dt><dd>+44 20 7946 0831</dd><dt>Email</dt><dd>j@mail.test</dd></dl></main>`;
    const adapter = learn(await open(page('Jane Roe'), at('c-58213')));
    expect(sight(adapter, await open(page('Paul Moe'), at('c-58377')))).toMatchObject({
      sighting: { name: 'Paul Moe', record: { recordId: 'c-58377' } },
    });
    expect(sight(adapter, await open(page('New contact'), at('create'))).state).not.toBe('sighting');
  });

  it('through a frame whose address names the record, and the shadow roots in it', async () => {
    const frame = 'https://crm.bank.test/classic/detail.do?custNo=10231';
    const page = await open(
      `<div id="tabs"><iframe name="main" src="${frame}"></iframe></div>`,
      'https://crm.bank.test/classic/index.do',
      { [frame]: `<body><x-record><template shadowrootmode="open">${WANG}</template></x-record></body>` },
    );
    expect(proposeFor(page)).toMatchObject({
      url: { pathname: '/classic/index.do' },
      frameUrl: { pathname: '/classic/detail.do', search: { custNo: ':id' } },
      root: ['iframe[name="main"]', 'x-record', 'section.customer-detail'],
      identity: { id: { url: 'id' }, confirm: [{ label: '客户编号' }] },
    });
  });

  it('whose root has no name of the client’s, of a machine or of a kit', async () => {
    const inside =
      '<h1>王丽华</h1><dl><dt>手机</dt><dd>13800571234</dd><dt>邮箱</dt><dd>li@mail.test</dd></dl>';
    const page = await open(
      `<div><p>other</p></div><div id="client-10231" class="css-1x2y3z el-card is-active col-6">${inside}</div>`,
    );
    expect(proposeFor(page)?.root).toEqual(['body']);
  });

  const openRow = (name: string, phone: string, mail: string): string =>
    `<table><thead><tr><th>姓名</th><th>手机</th></tr></thead><tbody><tr data-row-key="k8f3a91c0"><td>王丽华</td><td>13800571234</td></tr><tr data-row-key="k8f3a91c1"><td>李强</td><td>13900001111</td></tr></tbody></table>
     <div role="dialog"><h3>客户</h3><p>姓名：${name}</p><p>手机：${phone}</p><p>邮箱：${mail}</p></div>`;

  it('by the row of the list that is open, and sights the next one that is opened', async () => {
    const url = 'https://crm.bank.test/customer';
    const page = await open(openRow('王丽华', '13800571234', 'li@mail.test'), url);
    expect(proposeFor(page)).toMatchObject({
      identity: { id: { row: 'tr[data-row-key]', attribute: 'data-row-key', says: [{ label: '手机' }] } },
      recordId: 'k8f3a91c0',
    });
    const next = await open(openRow('李强', '13900001111', 'qiang@mail.test'), url);
    expect(sight(learn(page), next)).toMatchObject({
      sighting: { name: '李强', record: { recordId: 'k8f3a91c1' } },
    });
    const gone = await open(openRow('张伟', '13900002222', 'wei@mail.test'), url);
    expect(sight(learn(page), gone).state).not.toBe('sighting');
  });

  it('with the words a value stands behind where its place holds more', async () => {
    const page = (name: string, day: string): string =>
      `<main><h1>${name}</h1><p class="since-line">Client since ${day} · Zürich</p><dl><dt>Phone</dt><dd>+44 20 7946 0831</dd><dt>Email</dt><dd>j@mail.test</dd></dl></main>`;
    const adapter = learn(await open(page('Jane Roe', '3 June 2019')));
    expect(
      sight(adapter, await open(page('Paul Moe', '4 July 2021'), CLIENT.replace('10231', '10232'))),
    ).toMatchObject({
      sighting: { fields: expect.arrayContaining([expect.objectContaining({ text: '4 July 2021' })]) },
    });
  });

  it.each([
    ['it is no client’s', '<h1>客户管理</h1><p>王丽华</p>', CLIENT],
    ['two numbers stand on it', `${WANG}<p>客户编号：10232</p>`, CLIENT],
    [
      'nothing but its place would lead to the name',
      '<div class="css-9k2ab1">王丽华</div><div class="css-9k2ab2">客户</div><dl><dt>手机</dt><dd>13800571234</dd><dt>邮箱</dt><dd>li@mail.test</dd></dl>',
      CLIENT,
    ],
  ])('never where %s', async (_, body, url) => {
    expect(proposeFor(await open(body, url))).toBeNull();
  });
});
