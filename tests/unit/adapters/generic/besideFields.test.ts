import { describe, expect, it } from 'vitest';
import { readAddress } from '@/utils/adapters/generic/address';
import { nameLikeness } from '@/utils/adapters/generic/shapes';
import { fieldsIn, read } from './reading';

/** A field as a kit draws it in two boxes, the label's called one. */
const cell = (label: string, value: string): string =>
  `<div class="item"><div class="form-label"><span>${label}</span></div><div class="control"><span>${value}</span></div></div>`;

describe('fields side by side', () => {
  it('of which neither has a value are no label and its value', async () => {
    const fields = await fieldsIn(
      `<div class="form"><div class="row">${cell('Title', 'Director')}${cell('Phone', '(207) 555-0190')}</div><div class="row">${cell('Department', '')}${cell('Reports To', '')}</div></div>`,
    );
    expect(fields).toEqual(['Title=Director', 'Phone=(207) 555-0190']);
  });

  it('that say who did something and when are no feed', async () => {
    const by = (name: string, when: string): string => `<a>${name}</a><span>, </span><b>${when}</b>`;
    const fields = await fieldsIn(
      `<div class="form">${cell('Phone', '(207) 555-0190')}<div class="row">${cell('Created By', by('Priscilla Vance', '3/4/2024, 9:12 AM'))}${cell('Last Modified By', by('Desmond Oyelaran', '11/19/2026, 4:40 PM'))}</div></div>`,
    );
    expect(fields).toContain('Created By=Priscilla Vance, 3/4/2024, 9:12 AM');
    expect(fields).toContain('Last Modified By=Desmond Oyelaran, 11/19/2026, 4:40 PM');
  });

  it('are fields one wider than the others, whatever its label is elsewhere', async () => {
    const kv = (label: string, value: string, more = ''): string =>
      `<div class="kv ${more}"><span class="k label">${label}</span><span>${value}</span></div>`;
    expect(
      await fieldsIn(
        `<div class="grid">${kv('Phone', '(207) 555-0190')}${kv('Email', 'a@b.example')}${kv('Risk', 'C3')}${kv('Notes', 'Selling the office building in 2027', 'wide')}</div>`,
      ),
    ).toContain('Notes=Selling the office building in 2027');
  });

  it('are fields in a language the lexicon has not', async () => {
    const kv = (label: string, value: string): string =>
      `<div class="kv"><span class="k label">${label}</span><span>${value}</span></div>`;
    expect(
      await fieldsIn(
        `<div class="grid">${kv('Sitz', 'Jena')}${kv('Rechtsform', 'GmbH')}${kv('Gegründet', '1987')}${kv('Bemerkung', 'keine Angabe')}</div>`,
      ),
    ).toEqual(['Sitz=Jena', 'Rechtsform=GmbH', 'Gegründet=1987']);
  });
});

describe('a list under its heading', () => {
  it('is one by its count, whatever sort of things it holds', async () => {
    const card = (heading: string): string =>
      `<section><h2>${heading}</h2><ul><li><h3><a>Brokerage 5520</a></h3><dl><dt>Balance:</dt><dd>$1,804,002.11</dd></dl></li></ul></section>`;
    expect(await fieldsIn(card('Financial Accounts (1)'))).toEqual([]);
  });
});

describe('what stands beside a label or a value', () => {
  it.each([
    ['<label for="a">暱稱 <span>選填</span></label><input id="a" value="嫻姐">', '暱稱=嫻姐'],
    ['<label for="a">Nickname <i>(optional)</i></label><input id="a" value="Bo">', 'Nickname=Bo'],
  ])('says whether it must be filled in, and nothing of it', async (field, read) => {
    expect(await fieldsIn(`<form><div>${field}</div></form>`)).toEqual([read]);
  });

  it.each([
    ['<span>1968年5月14日 <small>(58 歲)</small></span>', '1968年5月14日'],
    ['<span>14 May 1968 <small>(58 years old)</small></span>', '14 May 1968'],
  ])('counts the years since a day', async (value, day) => {
    expect(await fieldsIn(`<dl><dt>出生日期</dt><dd>${value}</dd></dl>`)).toEqual([`出生日期=${day}`]);
  });

  it('says in brackets what a number is', async () => {
    const item = (value: string, label: string): string =>
      `<li><div><a>${value}</a> <span>(${label})</span></div></li>`;
    expect(
      await fieldsIn(
        `<ul>${item('ch.weng@yuanxiang.example', '電子郵件')}${item('0928-410-556', '行動電話')}</ul>`,
      ),
    ).toEqual(['電子郵件=ch.weng@yuanxiang.example', '行動電話=0928-410-556']);
  });

  it('is an amount also where full stops part its figures', async () => {
    const kpi = (value: string, label: string): string =>
      `<div class="kpi"><div class="v">${value}</div><div class="kpi__label">${label}</div></div>`;
    const fields = await fieldsIn(
      `<section>${kpi('12.640.500 €', 'Betreutes Vermögen')}${kpi('4.200.000 €', 'Kreditvolumen')}${kpi('800.000 €', 'Freie Linie')}${kpi('03.12.2026', 'Nächster Termin')}</section>`,
    );
    expect(fields).toContain('Kreditvolumen=4.200.000 €');
  });
});

describe('what waits for whoever fills it in', () => {
  const field = (label: string, button: string): string =>
    `<div class="field"><div class="label">${label}</div><div><button aria-expanded="false"><span>${button}</span></button></div></div>`;

  it('is no value; what was chosen is, though it is pressed to choose another', async () => {
    expect(
      await fieldsIn(
        `<div>${field('Gender', 'Female')}${field('Industry', 'Brickmaking')}${field('Territory', 'Enter Territory')}${field('Organization', 'Add Organization...')}</div>`,
      ),
    ).toEqual(['Gender=Female', 'Industry=Brickmaking']);
  });
});

describe('a client of a German bank', () => {
  it('is known by the crumbs and by the labels; the window’s own number is none of his', async () => {
    const reading = await read(
      '<nav class="breadcrumb"><span>Verkauf</span><a href="#">Geschäftspartner</a></nav><main><form><label for="a">Suchschlüssel</label><input id="a" value="10207"><label for="b">Name</label><input id="b" value="Ottilie von Brahm"><label for="c">Geburtsdatum</label><input id="c" value="27.06.1953"><label for="d">Mobiltelefon</label><input id="d" value="0151 5550 4471"></form></main>',
      'https://kern.test/window/123/2156188',
    );
    expect(reading).toMatchObject({ page: 'client', identity: { id: '2156188', from: 'path' } });
    expect(reading.fields.map(({ kind }) => kind)).toEqual(['number', 'name', 'birthday', 'phone']);
  });

  it('is nobody in an order that names him', async () => {
    const { identity } = await read(
      '<nav class="breadcrumb"><span>Verkauf</span><a href="#">Auftrag</a></nav><main><form><label for="a">Auftragsnr.</label><input id="a" value="10207"><label for="b">Geschäftspartner</label><input id="b" value="Ottilie von Brahm"></form></main>',
      'https://kern.test/window/143/1000442',
    );
    expect(identity).toBeNull();
  });
});

describe('a name with a space between its parts', () => {
  it('is one in Chinese, too', () => {
    expect([nameLikeness('翁 靜嫻'), nameLikeness('地址 編輯')]).toEqual([2, 0]);
  });
});

describe('the views of one record', () => {
  it.each(['customerView', 'customerMaintain', 'customer_xiugai', 'customerModi', 'cust-inquiry'])(
    'are of one sort in an address: %s',
    (view) => {
      const [record] = readAddress(`https://c.test/crm/${view}?id=10231`).records;
      expect(record).toMatchObject({ id: '10231', subject: 'client' });
    },
  );

  it('are not told where nobody knows the word behind the client’s', () => {
    expect(readAddress('https://c.test/crm/customerMandate?id=10231').records[0]?.subject).not.toBe('client');
  });
});
