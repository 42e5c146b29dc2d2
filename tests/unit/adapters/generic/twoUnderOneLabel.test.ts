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

async function joinOn(body: string, lasting = true): Promise<Recognition> {
  const made = parseAdapter(JSON.stringify(ADAPTER));
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const adapter = made.value.compiled;
  const opened = await open(body, 'https://crm.test/customers/1020051206');
  const base = recognise(candidatesFor([adapter], opened.url), opened.document, isVisible, true);
  expect(base.recognition).toEqual({ state: 'ambiguous', why: 'mismatch' });
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
