import { describe, expect, it } from 'vitest';
import { parseAdapter } from '@/utils/adapters/compile';
import { readAnyPage } from '@/utils/adapters/generic/readAnyPage';
import { joinUnaided } from '@/utils/adapters/generic/unaided';
import { candidatesFor } from '@/utils/adapters/readPage';
import { type Recognition, recognise } from '@/utils/adapters/recognise';
import { isVisible } from '../page';
import { open } from './learning';

const ADAPTER = {
  format: 1,
  id: 'own-desk',
  title: 'Desk',
  crmId: 'desk',
  hosts: ['crm.test'],
  version: '1.0.0',
  author: 'RM',
  unaided: {},
  pages: [
    {
      id: 'client',
      url: { pathname: '/customers/:id' },
      entity: 'customer',
      root: ['body'],
      kind: 'individual',
      identity: { id: { url: 'id' }, shape: 'digits', confirm: [{ label: '客户号' }] },
      name: { find: { selector: 'h1' } },
      fields: [{ key: 'mobile', find: { label: '手机' }, as: { type: 'phone' } }],
    },
  ],
};

const sheet = (rows: readonly (readonly [string, string])[]): string =>
  `<dl>${rows.map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`).join('')}</dl>`;

const page = (number: string, spouse: string): string =>
  `<main><h1>谷雨桐</h1>${sheet([
    ['客户号', number],
    ['手机', '13800571234'],
    ['出生日期', '1970-06-21'],
    ['工作单位', '恒润纺织有限公司'],
    ['客户等级', '金卡'],
  ])}</main><section><h3>配偶信息</h3>${sheet([
    ['客户姓名', '司徒远征'],
    ['客户号', spouse],
  ])}</section>`;

async function joinOn(
  body: string,
  lasting = true,
  source: object = ADAPTER,
  why = 'mismatch',
): Promise<Recognition> {
  const made = parseAdapter(JSON.stringify(source));
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const adapter = made.value.compiled;
  const opened = await open(body, 'https://crm.test/customers/1020051206');
  const base = recognise(candidatesFor([adapter], opened.url), opened.document, isVisible, true);
  expect(base.recognition).toEqual({ state: 'ambiguous', why });
  const read = { reading: readAnyPage(opened), lasting };
  return joinUnaided(base, adapter, read, opened.document, opened.url).recognition;
}

describe('a page that has two numbers under the adapter’s label', () => {
  it('is the client’s whose own the address names, as the generic reader tells them apart', async () => {
    expect(await joinOn(page('1020051206', '1020038817'))).toMatchObject({
      state: 'sighting',
      sighting: {
        page: 'client',
        record: { entity: 'customer', recordId: '1020051206' },
        name: '谷雨桐',
        fields: expect.arrayContaining([{ key: 'mobile', label: '手机', text: '13800571234' }]),
      },
    });
  });

  it.each([
    ['while the page may still be loading', page('1020051206', '1020038817'), false],
    ['where neither is the one of the address', page('1020038817', '1020099999'), true],
    ['where only the other one is', page('1020038817', '1020051206'), true],
  ])('is nobody’s %s', async (_, body, lasting) => {
    expect((await joinOn(body, lasting)).state).toBe('ambiguous');
  });
});

const BY_NAME = {
  ...ADAPTER,
  pages: ADAPTER.pages.map((one) => ({
    ...one,
    identity: { id: { url: 'id' }, shape: 'digits' },
    name: { find: { label: 'Name' } },
  })),
};

/** The sheet of a client over a list of his addresses, whose first column is headed as his name is. */
const named = (name: string): string =>
  `<main>${sheet([
    ['Name', name],
    ['手机', '13800571234'],
    ['出生日期', '1970-06-21'],
  ])}</main><table class="grid"><thead><tr><th>Name</th><th>Anschrift</th></tr></thead><tbody><tr><td>Wohnung</td><td>Domhof 4, Meschede</td></tr></tbody></table>`;

describe('a page that has two texts under the label of the adapter’s name', () => {
  it('is the client’s whom the address names, by the name that the generic reader has under that label', async () => {
    expect(await joinOn(named('Ottilie von Brahm'), true, BY_NAME, 'twoNames')).toMatchObject({
      state: 'sighting',
      sighting: { record: { recordId: '1020051206' }, name: 'Ottilie von Brahm' },
    });
  });

  it('is nobody’s while the page may still be loading', async () => {
    expect((await joinOn(named('Ottilie von Brahm'), false, BY_NAME, 'twoNames')).state).toBe('ambiguous');
  });
});

describe('two values of the client under one label', () => {
  it('are both kept where the adapter finds one thing under it', async () => {
    const made = parseAdapter(
      JSON.stringify({ ...BY_NAME, pages: [{ ...ADAPTER.pages[0], identity: BY_NAME.pages[0]?.identity }] }),
    );
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    const adapter = made.value.compiled;
    const body = `<main><h1>谷雨桐</h1>${sheet([
      ['手机', '13800571234'],
      ['客户等级', '金卡'],
      ['手机', '13911112222'],
      ['出生日期', '1970-06-21'],
    ])}</main>`;
    const opened = await open(body, 'https://crm.test/customers/1020051206');
    const base = recognise(candidatesFor([adapter], opened.url), opened.document, isVisible, true);
    const read = { reading: readAnyPage(opened), lasting: true };
    const { recognition } = joinUnaided(base, adapter, read, opened.document, opened.url);
    const fields = recognition.state === 'sighting' ? recognition.sighting.fields : [];
    expect(fields.filter(({ label }) => label === '手机').map(({ text }) => text)).toEqual([
      '13800571234',
      '13911112222',
    ]);
  });
});
