import { describe, expect, it } from 'vitest';
import { parseAdapter } from '@/utils/adapters/compile';
import { readAnyPage } from '@/utils/adapters/generic/readAnyPage';
import { joinUnaided } from '@/utils/adapters/generic/unaided';
import { candidatesFor } from '@/utils/adapters/readPage';
import { type Recognition, recognise } from '@/utils/adapters/recognise';
import { isVisible } from '../page';
import { open } from './learning';

const AT = 'https://crm.test/customers/10231';

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
      root: ['main'],
      kind: 'individual',
      identity: { id: { url: 'id' }, shape: 'digits' },
      name: { find: { label: '客户姓名' } },
      fields: [],
    },
  ],
};

const FIELDS = [
  ['手机', '13800571234'],
  ['生日', '1975-05-04'],
  ['客户等级', '金卡'],
] as const;

const sheet = (name: string, more = ''): string =>
  `<dl><dt>客户姓名</dt><dd>${name}</dd>${FIELDS.map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`).join('')}${more}</dl>`;

async function joinOn(body: string, { lasting = true, pinned = false } = {}): Promise<Recognition> {
  const made = parseAdapter(JSON.stringify(ADAPTER));
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const { compiled } = made.value;
  const pages = compiled.pages.map((page) => ({ ...page, name: { ...page.name, pinned } }));
  const adapter = { ...compiled, pages };
  const page = await open(`<main>${body}</main>`, AT);
  const base = recognise(candidatesFor([adapter], AT), page.document, isVisible, true);
  expect(base.recognition).toMatchObject({ state: 'sighting', sighting: { name: '王丽华' } });
  return joinUnaided(base, adapter, { reading: readAnyPage(page), lasting }, page.document, AT).recognition;
}

describe('a page of an adapter that names its client by a label', () => {
  it.each([
    ['the reader takes the page for a list', `${sheet('王丽华')}<h1>客户列表</h1>`],
    ['the reader sees two numbers', `<h1>王丽华</h1>${sheet('王丽华', '<dt>客户编号</dt><dd>10232</dd>')}`],
    ['a company heads it', `<h1>恒通纺织有限公司</h1>${sheet('王丽华')}`],
    [
      'a dialog is about somebody else',
      `<h1>王丽华</h1>${sheet('王丽华')}<div role="dialog"><h2>李建国</h2><p>手机：13911112222</p><p>生日：1980-01-02</p></div>`,
    ],
  ])('keeps its word where %s', async (_, body) => {
    expect(await joinOn(body)).toMatchObject({ state: 'sighting', sighting: { name: '王丽华' } });
  });

  it('is nobody where its heading names another client', async () => {
    const body = `<h1>李建国</h1>${sheet('王丽华')}`;
    expect(await joinOn(body)).toEqual({ state: 'ambiguous', why: 'twoNames' });
    expect(await joinOn(body, { lasting: false })).toEqual({ state: 'waiting' });
  });

  it('stands against its heading where the user has pointed at the name', async () => {
    expect(await joinOn(`<h1>李建国</h1>${sheet('王丽华')}`, { pinned: true })).toMatchObject({
      state: 'sighting',
      sighting: { name: '王丽华' },
    });
  });
});
