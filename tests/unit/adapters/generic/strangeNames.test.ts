import { describe, expect, it } from 'vitest';
import { readAnyPage } from '@/utils/adapters/generic/readAnyPage';
import { nameLikeness } from '@/utils/adapters/generic/shapes';
import { isVisible, openPage } from '../page';
import { CLIENT, fieldsIn, read } from './reading';

const FIELDS = '<dl><dt>手机</dt><dd>13800571234</dd><dt>邮箱</dt><dd>li@mail.test</dd></dl>';

describe('a page in two languages', () => {
  const twin = (han: string, latin: string, value: string): string =>
    `<div class="cell"><p class="caption"><span lang="zh-HK">${han}</span><span lang="en">${latin}</span></p><p class="body">${value}</p></div>`;
  const page = `<main><h5>阮曉彤 Yuen Hiu Tung, Cheryl</h5><section><h6><span lang="zh-HK">個人資料</span><span lang="en">Personal particulars</span></h6><div>${twin('客戶編號', 'CIF No.', '8800231457')}${twin('中文姓名', 'Chinese name', '阮曉彤')}${twin('財富來源', 'Wealth origin', '專業收入 Professional income')}${twin('手提電話', 'Mobile', '+852 2770 4106')}${twin('住宅電話', 'Home phone', '不適用 N/A')}</div></section></main>`;

  it('a label said twice is one label, and what is missing in both languages is nothing', async () => {
    const { fields, identity, name } = await read(page, 'https://c.test/client?cif=8800231457');
    expect(identity?.id).toBe('8800231457');
    expect(name?.value).toBe('阮曉彤 Yuen Hiu Tung, Cheryl');
    expect(fields.filter(({ label }) => label !== '').map(({ label, value }) => `${label}=${value}`)).toEqual(
      [
        '客戶編號 CIF No.=8800231457',
        '中文姓名 Chinese name=阮曉彤',
        '財富來源 Wealth origin=專業收入 Professional income',
        '手提電話 Mobile=+852 2770 4106',
      ],
    );
  });

  it('a label in one language and its value in the other are a pair all the same', async () => {
    expect(
      await fieldsIn(
        '<div><span>英文姓名</span><span>Jane Roe</span></div><div><span>職業</span><span>Dentist</span></div>',
      ),
    ).toEqual(['英文姓名=Jane Roe', '職業=Dentist']);
  });

  it.each([
    ['阮曉彤 Yuen Hiu Tung, Cheryl', 2],
    ['客戶 Clients', 0],
  ])('how much %s is a name', (text, likeness) => {
    expect(nameLikeness(text)).toBe(likeness);
  });
});

describe('names said in more than one way', () => {
  const page = (heading: string, label: string, name: string, title = ''): Promise<unknown> =>
    read(
      `${title && `<title>${title}</title>`}<main><h1>${heading}</h1><dl><dt>${label}</dt><dd>${name}</dd><dt>Phone</dt><dd>+40 721 555 190</dd><dt>Email</dt><dd>m@mail.test</dd></dl></main>`,
      'https://c.test/people/48213',
    );

  it.each([
    ['with a middle letter', 'Everett Lindqvist', 'Legal name', 'Everett J. Lindqvist'],
    ['with a middle name', 'Ana Popescu', 'Name', 'Ana Maria Popescu'],
    ['by the first word of its legal name', 'Hollowell Farms', 'Legal name', 'Hollowell Feed & Seed LLC'],
    ['as the tab says too', 'Meadow Store', 'Legal name', 'Hollowell Feed & Seed LLC', 'Meadow Store | Desk'],
  ])('%s it is the same client', async (_, heading, label, name, title = '') => {
    expect(await page(heading, label, name, title)).toMatchObject({
      identity: { id: '48213' },
      name: { value: heading },
    });
  });

  it.each([
    ['another last name', 'Everett Lindqvist', 'Name', 'Everett J. Lundgren'],
    ['another first name', 'Ana Popescu', 'Name', 'Ana-Maria Popescu'],
    ['another legal name', 'Everett Lindqvist', 'Legal name', 'Rosalind Hollowell'],
  ])('%s is another client’s', async (_, heading, label, name) => {
    expect(await page(heading, label, name)).toMatchObject({ identity: null, fields: [] });
  });

  it('a title of the page is no name beside one', async () => {
    expect(await page('Borrower Snapshot', 'Name', 'Jane Roe')).toMatchObject({
      name: { value: 'Jane Roe' },
    });
  });
});

describe('a name that only its size tells', () => {
  const body = `<main><div><div>Book of spring</div><div id="n">Ann Lee Hale</div><div>Jane Roe</div></div>${FIELDS}</main>`;

  it('is the heading', async () => {
    const document = await openPage(`<body>${body}</body>`, 'http://localhost/', {});
    const fontOf = (element: Element): number => (element.id === 'n' ? 24 : 14);
    expect(readAnyPage({ document, url: CLIENT, isVisible, fontOf }).name?.value).toBe('Ann Lee Hale');
  });
});
