import { describe, expect, it } from 'vitest';
import { readAddress } from '@/utils/adapters/generic/address';
import { readAnyPage } from '@/utils/adapters/generic/readAnyPage';
import { isVisible, openPage } from '../page';
import { read } from './reading';

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
