import { describe, expect, it } from 'vitest';
import { readAddress } from '@/utils/adapters/generic/address';
import { readAnyPage } from '@/utils/adapters/generic/readAnyPage';
import { isVisible, openPage } from '../page';
import { fieldsIn, read } from './reading';

describe('the record that lies open beside a list', () => {
  it.each([
    ['which lies open', 'https://c.test/customers?open=10231', '10231', 'client'],
    ['named after the client', 'https://c.test/desk?client=884120', '884120', 'client'],
    ['a view of the list', 'https://c.test/customers?open=notes', undefined, 'client'],
    ['the user’s own company', 'https://c.test/customers?company=3', undefined, 'client'],
  ])('%s', (_, url, id, subject) => {
    const { records, subject: about } = readAddress(url);
    expect([records[0]?.id, about]).toEqual([id, subject]);
  });
});

describe('a panel beside a list', () => {
  const page = `<main><h1>Customers</h1><table><thead><tr><th>Name</th><th>Phone</th></tr></thead><tbody><tr><td>Jane Roe</td><td>+40 721 555 190</td></tr><tr><td>John Doe</td><td>+40 721 555 191</td></tr></tbody></table></main><div class="c-side-panel"><h2>Jane Roe</h2><dl><dt>Phone</dt><dd>+40 721 555 190</dd><dt>Email</dt><dd>jane@mail.test</dd><dt>Client no.</dt><dd>C-10231</dd></dl></div>`;

  it.each([
    ['that lies over it is what is read', 'absolute', 'c-side-panel', 'C-10231'],
    ['fixed there needs no name', 'fixed', 'x1', 'C-10231'],
    ['that is a part of the page is a part of the list', 'static', 'c-side-panel', undefined],
    ['without a name is one of the page’s boxes', 'absolute', 'x1', undefined],
  ])('%s', async (_, position, name, id) => {
    const html = `<body>${page.replace('c-side-panel', name)}</body>`;
    const document = await openPage(html, 'http://localhost/', {});
    const positionOf = (element: Element): string => (element.className === name ? position : 'static');
    const reading = readAnyPage({ document, url: 'https://c.test/customers', isVisible, positionOf });
    expect(reading.identity?.id).toBe(id);
    expect(reading.root.className).toBe(id === undefined ? '' : name);
  });
});

describe('a lead', () => {
  it('that is a sum of money is a deal', async () => {
    const reading = await read(
      '<main><h1>涂布机融资租赁</h1><dl><dt>金额</dt><dd>¥3,600,000.00</dd><dt>来源</dt><dd>转介绍</dd></dl><p>电话：13700006620</p></main>',
      'https://c.test/admin/leads/view/318',
    );
    expect(reading).toMatchObject({ identity: null, fields: [] });
  });

  it('that is a person is a client', async () => {
    const reading = await read(
      '<main><h1>王丽华</h1><dl><dt>手机</dt><dd>13800571234</dd><dt>来源</dt><dd>转介绍</dd></dl></main>',
      'https://c.test/admin/leads/view/318',
    );
    expect(reading.identity?.id).toBe('318');
  });
});

describe('a place in the program', () => {
  it.each([
    ['of a page', 'https://c.test/ns/crm/pages/231410', undefined],
    ['of a record on it', 'https://c.test/ns/crm/pages/231410/record/99120', '99120'],
  ])('%s', (_, url, id) => {
    expect(readAddress(url).records[0]?.id).toBe(id);
  });
});

describe('a page of a core banking system', () => {
  const MIFOS = 'https://mfi.test/#/clients/417/general';
  const head =
    '<h3><span>Corazon Dimaculangan</span></h3><table><tr><td>Client</td><td>000000417</td></tr><tr><td>Office</td><td>Calamba Branch</td></tr><tr><td>Activation Date</td><td>Not Activated</td></tr><tr><td>Mobile Number</td><td>0917 555 2286</td></tr></table>';
  const pairsOf = ({ fields }: Awaited<ReturnType<typeof read>>): string[] =>
    fields.map(({ label, value, kind }) => `${kind} ${label}=${value}`);

  it('says a number under the sort of record, and no second name; a day that has not come is none', async () => {
    const reading = await read(`<main>${head}</main>`, MIFOS);
    expect(reading).toMatchObject({ identity: { id: '417' }, name: { value: 'Corazon Dimaculangan' } });
    expect(pairsOf(reading)).toContain('number Client=000000417');
    expect(pairsOf(reading).join()).not.toContain('Activation Date');
  });

  it('a panel that all tabs share is that of the open one', async () => {
    const tab = (id: string, words: string, isOpen: boolean): string =>
      `<a role="tab" id="${id}" aria-controls="panel" aria-selected="${isOpen}">${words}</a>`;
    const tabs = (open: string): string =>
      `<nav role="tablist">${tab('t0', 'KYC Profile', open === 't0')}${tab('t1', 'Notes', open === 't1')}</nav><div role="tabpanel" id="panel" aria-labelledby="${open}"><p>Occupation: Tricycle operation</p></div>`;
    const [own, others] = [
      await read(`<main>${head}${tabs('t0')}</main>`, MIFOS),
      await read(`<main>${head}${tabs('t1')}</main>`, MIFOS),
    ];
    expect(pairsOf(own).join()).toContain('Occupation=Tricycle operation');
    expect(pairsOf(others).join()).not.toContain('Occupation');
  });

  it('lines that say label and value each are none of them part of another', async () => {
    const lines =
      '<p><span>Street : National Road<br></span><span>Address Line 1 : Talim Landing<br></span><span>City : Binangonan<br></span></p>';
    const reading = await read(`<main>${head}${lines}</main>`, MIFOS);
    expect(pairsOf(reading).filter((one) => /Street|Line|City/.test(one))).toEqual([
      'address Street=National Road',
      'address Address Line 1=Talim Landing',
      'other City=Binangonan',
    ]);
  });

  it('a loan’s is no client’s, whoever stands before it in the address', async () => {
    const { page, identity } = await read(
      '<main><h3>Sari-sari Store Loan (000000882)</h3><table><tr><td>Client</td><td>Corazon Dimaculangan</td></tr><tr><td>Disbursed</td><td>3 May 2026</td></tr><tr><td>Amount</td><td>60,000</td></tr></table></main>',
      'https://mfi.test/#/clients/417/loans-accounts/882/general',
    );
    expect(page).not.toBe('client');
    expect(identity).toBeNull();
  });
});

describe('a record of a program that draws its heads as bars', () => {
  const menu =
    '<header class="app-header"><a href="/a">Dashboards</a><a href="/b">Customers</a><a href="/c">Sales</a></header>';
  const bar = (words: string): string =>
    `<div class="navbar-extra"><ul><li>Owner: <a href="/user/38">Imogen Tresco</a> (Private Office)</li></ul><h1>${words}</h1></div>`;
  const fields =
    '<main><h4>Address Book</h4><dl><dt>Phone</dt><dd>+44 1326 550 184</dd><dt>E-mail</dt><dd>p@wray.test</dd><dt>Lead source</dt><dd>Referral</dd></dl></main>';

  it('has its name in one, with who looks after it', async () => {
    const { name, fields: found } = await read(
      `${menu}${bar('Philippa Wray-Dunstan')}${fields}`,
      'https://c.test/contact/view/2314',
    );
    expect(name?.value).toBe('Philippa Wray-Dunstan');
    expect(found.map(({ label, value }) => `${label}=${value}`)).toContain(
      'Owner=Imogen Tresco (Private Office)',
    );
  });

  it('has none in the bar above which nothing leads anywhere: that is the program’s own', async () => {
    const { name } = await read(
      `${bar('Ferncastle Relations')}<main><h2>Philippa Wray-Dunstan</h2>${fields}</main>`,
      'https://c.test/contact/view/2314',
    );
    expect(name?.value).toBe('Philippa Wray-Dunstan');
  });

  it('has labels under “Contacts” that are its own; people under it are not', async () => {
    const section = (inside: string): string =>
      `<section><div class="text-heading">Contacts</div>${inside}</section>`;
    const own = await fieldsIn(
      section(
        '<div><label>Mobile Phone</label><span>+254 7** *** 318</span></div><div><label>City</label><span>Kajiado</span></div>',
      ),
    );
    expect(own).toEqual(['Mobile Phone=+254 7** *** 318', 'City=Kajiado']);
    const card = '<div><b>Ann Lee</b><label>Phone</label><span>555 0100</span></div>';
    expect(await fieldsIn(section(card + card.replace('Ann', 'Bea')))).toEqual([]);
  });

  it('has marks beside what is typed that are no labels of it', async () => {
    const row = (label: string, value: string): string =>
      `<div class="row"><label class="key">${label}</label><div><div class="holder"><input type="text" value="${value}"><label><input type="radio"> Primary</label></div></div></div>`;
    const found = await fieldsIn(
      `<dl><dt>Phone</dt><dd>13800571234</dd></dl>${row('Emails', 'p@wray.test')}${row('Web', 'wray.test')}`,
    );
    expect(found.join()).not.toContain('Primary=');
    expect(found).toContain('Emails=p@wray.test');
  });

  it('says when it was made under a label of two words', async () => {
    expect(await fieldsIn('<ul><li>Created At: Jan 19, 2022</li><li>Added on 3 June 2026</li></ul>')).toEqual(
      ['Created At=Jan 19, 2022', 'Added on=3 June 2026'],
    );
  });
});
