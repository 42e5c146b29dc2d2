import { describe, expect, it } from 'vitest';
import { fieldsIn, read } from './reading';

/* Screens of core banking systems and of ledgers of parties, whose address says nothing or little. */

const DESK = 'https://core.test/app/main';

const field = (label: string, value: string): string =>
  `<div><label for="${label.replaceAll(' ', '')}">${label}</label><input id="${label.replaceAll(' ', '')}" value="${value}" readonly></div>`;

const HOLDER = field('Customer No', '017004482') + field('Customer Name', 'Achieng Ogutu');
const PERSON =
  field('Mobile Number', '254733555905') +
  field('Date of Birth', '02-Dec-1990') +
  field('Employer', 'Lakeside Hospital');

describe('an account’s own screen', () => {
  it.each([
    ['is called so', 'Customer Accounts Maintenance', HOLDER + PERSON, undefined],
    [
      'has its number before that of whoever holds it',
      'Maintenance',
      field('Account Number', '0170044820002') +
        HOLDER +
        field('Account Class', 'CURPRM') +
        field('Current Balance', '412,077.90') +
        PERSON,
      undefined,
    ],
    ['is not his own, with an account named on it', 'Customer Maintenance', HOLDER + PERSON, '017004482'],
    [
      'is not his own, with an account behind his number',
      'Maintenance',
      HOLDER +
        PERSON +
        field('Account Number', '0170044820002') +
        field('Account Class', 'CURPRM') +
        field('Current Balance', '412,077.90'),
      '017004482',
    ],
  ])('%s', async (_, title, fields, id) => {
    const { identity, fields: found } = await read(`<h1>${title}</h1><form>${fields}</form>`, DESK);
    expect(identity?.id).toBe(id);
    if (id === undefined) expect(found).toEqual([]);
  });
});

describe('a heading below the fields', () => {
  const list =
    '<table><thead><tr><th>Loan Account</th><th>Product</th></tr></thead><tbody><tr><td>PL26312</td><td>Personal Loan</td></tr><tr><td>PL26313</td><td>Car Loan</td></tr></tbody></table>';

  it('right over a list names what is listed, and not the page', async () => {
    const { identity } = await read(
      `<h1>Retail 360 Degree View</h1><form>${HOLDER}${PERSON}</form><div><h4>Loans</h4>${list}</div>`,
      DESK,
    );
    expect(identity?.id).toBe('017004482');
  });

  it('before them names the page', async () => {
    const { identity } = await read(`<h1>Loan</h1>${list}<form>${HOLDER}${PERSON}</form>`, DESK);
    expect(identity).toBeNull();
  });
});

describe('a party’s profile', () => {
  const url = 'https://erp.test/partymgr/control/viewprofile?partyId=10342';
  const rows = (inside: string): string =>
    `<table><tbody><tr><td class="label">Party ID</td><td>10342</td></tr><tr><td class="label">Status</td><td>Enabled</td></tr>${inside}</tbody></table>`;
  const labels = async (body: string): Promise<string[]> =>
    (await read(body, url)).fields.map(({ label, value }) => `${label}=${value}`);

  it.each([
    'The Profile of Rosamund Fairweather [10342]',
    'Profile for Rosamund Fairweather',
    'Rosamund Fairweather [10342]',
  ])('%s: the name stands without what leads up to it and the number', async (heading) => {
    const { name } = await read(`<h1>${heading}</h1>${rows('')}`, url);
    expect(name?.value).toBe('Rosamund Fairweather');
  });

  it('notes with a link beside their heading are no field', async () => {
    const notes =
      '<div class="box"><div class="title-bar"><ul><li class="h3">Notes</li><li><a href="#">Create New</a></li></ul></div><div><table><tbody><tr><td><div><b>By: </b>dcrowhurst</div><div><b>At: </b>2026-10-02</div></td><td>Asked for a quote.</td></tr></tbody></table></div></div>';
    expect(await labels(`<h1>Rosamund Fairweather</h1>${rows('')}${notes}`)).toEqual([
      '=Rosamund Fairweather',
      'Party ID=10342',
      'Status=Enabled',
    ]);
  });

  it('one row under a row that its class calls the head is a list', async () => {
    const accounts =
      '<table><tbody><tr class="header-row"><td>Account</td><td>Type</td><td>Balance</td><td>Status</td></tr><tr><td>HP-22018</td><td>Hire Purchase</td><td>£184,220.00</td><td>Active</td></tr></tbody></table>';
    expect(await labels(`<h1>Rosamund Fairweather</h1>${rows('')}${accounts}`)).toEqual([
      '=Rosamund Fairweather',
      'Party ID=10342',
      'Status=Enabled',
    ]);
  });

  it('a remark behind a value is no part of it', async () => {
    const noted = rows('').replace('10342<', '10342<span class="tooltip">Not modifiable</span><');
    expect(await labels(`<h1>Rosamund Fairweather</h1>${noted}`)).toContain('Party ID=10342');
  });

  it('what was typed in to find somebody is nobody', async () => {
    const { page } = await read(
      '<h1>Find Party</h1><form><table><tbody><tr><td class="label">Party ID</td><td><input value=""></td></tr><tr><td class="label">Last Name</td><td><input value="Fair"></td></tr></tbody></table></form><table><tbody><tr class="header-row"><td>Party ID</td><td>User Login</td><td>Name</td><td>Type</td></tr><tr><td>10342</td><td>rfair</td><td>Fairweather, Rosamund</td><td>Person</td></tr></tbody></table>',
      'https://erp.test/partymgr/control/findparty?lastName=Fair',
    );
    expect(page).toBe('list');
  });
});

it('figures on cards are labelled by their title, in whatever words', async () => {
  const card = (title: string, figure: string): string =>
    `<div class="card"><div class="ant-statistic"><div class="ant-statistic-title">${title}</div><div class="ant-statistic-content"><span class="ant-statistic-content-value">${figure}</span><span class="ant-statistic-content-suffix">元</span></div></div></div>`;
  const cards = `${card('往來總資產', '28,640,512')}${card('本月淨流入', '-420,000')}`;
  expect(await fieldsIn(`<div>${cards}</div><dl><dt>理財專員</dt><dd>簡郁庭</dd></dl>`)).toEqual([
    '往來總資產=28,640,512元',
    '本月淨流入=-420,000元',
    '理財專員=簡郁庭',
  ]);
});

describe('a page’s header', () => {
  it('is none of crumbs because its class says that it has some', async () => {
    const { fields } = await read(
      '<main><div class="ant-page-header ant-page-header-has-breadcrumb"><nav class="ant-breadcrumb">客戶管理</nav><div><span class="ant-page-header-heading-title">賴以寧</span></div><dl><dt>理財專員</dt><dd>簡郁庭</dd><dt>服務分行</dt><dd>天母分行</dd></dl></div><dl><dt>風險屬性</dt><dd>穩健型</dd><dt>評估日期</dt><dd>2026/01/12</dd><dt>有效期限</dt><dd>2027/01/11</dd><dt>投資經驗</dt><dd>五年以上的股票、基金與債券投資經驗，了解各項商品的風險</dd></dl></main>',
    );
    expect(fields.map(({ label, value }) => `${label}=${value}`)).toEqual(
      expect.arrayContaining(['=賴以寧', '理財專員=簡郁庭', '服務分行=天母分行']),
    );
  });
});
