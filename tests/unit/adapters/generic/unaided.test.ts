import { describe, expect, it } from 'vitest';
import { compileAdapter } from '@/utils/adapters/compile';
import type { CompiledAdapter } from '@/utils/adapters/compiled';
import { assemble } from '@/utils/adapters/generic/assemble';
import { readAnyPage } from '@/utils/adapters/generic/readAnyPage';
import { joinUnaided } from '@/utils/adapters/generic/unaided';
import { candidatesFor } from '@/utils/adapters/readPage';
import { type Recognition, recognise } from '@/utils/adapters/recognise';
import { createRegistry } from '@/utils/adapters/registry';
import type { Adapter } from '@/utils/adapters/schema';
import { isVisible } from '../page';
import { learn, type Opened, open } from './learning';

const AT = 'https://crm.test/customers/10231';

const card = (name: string, rows: readonly (readonly [string, string])[]): string =>
  `<main class="detail"><h2 class="title">${name}</h2><dl>${rows
    .map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`)
    .join('')}</dl></main>`;

const FIRST = card('王丽华', [
  ['手机', '13800571234'],
  ['客户经理', '周明'],
  ['客户等级', '金卡'],
]);

const SECOND = card('李建国', [
  ['手机', '13911112222'],
  ['客户经理', '周明'],
  ['家庭地址', '上海市浦东新区花木路 100 弄 3 号'],
  ['生日', '1975-05-04'],
]);

/** What the adapter taught on the first page, leaving the rest to the reader, makes of a page. */
function joinOn(adapter: CompiledAdapter, page: Opened, lasting = true): Recognition {
  const { document, url } = page;
  const base = recognise(candidatesFor([adapter], url), document, isVisible, true);
  const read = { reading: readAnyPage(page), lasting };
  return joinUnaided(base, adapter, read, document, url).recognition;
}

const sighted = (recognition: Recognition) => {
  if (recognition.state !== 'sighting') throw new Error(JSON.stringify(recognition));
  return recognition.sighting;
};

const taught = async () => learn(await open(FIRST, AT));

describe('what an adapter leaves to the generic reader', () => {
  it('adds the fields that the page it was taught on did not have', async () => {
    const adapter = await taught();
    const { fields, record } = sighted(
      joinOn(adapter, await open(SECOND, 'https://crm.test/customers/10244')),
    );
    expect(record.recordId).toBe('10244');
    expect(fields.map(({ key, text }) => [key, text])).toEqual([
      ['mobile', '13911112222'],
      ['crm.客户经理', '周明'],
      ['address', '上海市浦东新区花木路 100 弄 3 号'],
      ['birthday', '1975-05-04'],
    ]);
  });

  it('is understood by what it looks like', async () => {
    const made = assembled([]);
    const adapter = compiled(made);
    const seen = sighted(joinOn(adapter, await open(SECOND, 'https://crm.test/customers/10244')));
    const understood = createRegistry([made]).understand(seen);
    expect(understood?.fields.find(({ key }) => key === 'birthday')?.value).toEqual({
      type: 'day',
      day: '1975-05-04',
    });
    expect(understood?.name).toBe('李建国');
  });

  it('is nothing of what the user does not want', async () => {
    const adapter = compiled(assembled(['客户经理：']));
    const { fields } = sighted(joinOn(adapter, await open(FIRST, AT)));
    expect(fields.map(({ label }) => label)).toEqual(['手机', '客户等级']);
  });

  it('is another page of the same CRM, too', async () => {
    const adapter = await taught();
    const page = await open(
      card('恒通纺织有限公司', [
        ['统一社会信用代码', '91310000MA1FL5X32K'],
        ['法定代表人', '周志远'],
        ['联系电话', '021-62170931'],
      ]),
      'https://crm.test/company/view?companyId=8812',
    );
    expect(sighted(joinOn(adapter, page))).toMatchObject({
      page: 'unaided',
      kind: 'company',
      name: '恒通纺织有限公司',
      record: { recordId: '8812', entity: 'company' },
    });
  });

  it('is nobody on a list', async () => {
    const adapter = await taught();
    const rows = ['王丽华', '李建国', '赵敏']
      .map((name, at) => `<tr><td>${name}</td><td>1380057000${at}</td><td>金卡</td></tr>`)
      .join('');
    const page = await open(
      `<table><thead><tr><th>姓名</th><th>手机</th><th>等级</th></tr></thead><tbody>${rows}</tbody></table>`,
      'https://crm.test/customers',
    );
    expect(joinOn(adapter, page).state).not.toBe('sighting');
  });

  it('waits with a heading for the reader, and takes no heading that is no name', async () => {
    const adapter = compiled(assembled([]));
    const page = await open('<main class="detail"><h2 class="title">页面不存在</h2></main>', AT);
    const base = recognise(candidatesFor([adapter], AT), page.document, isVisible, true);
    expect(base.recognition.state).toBe('sighting');
    expect(joinUnaided(base, adapter, null, page.document, AT).recognition).toEqual({ state: 'waiting' });
    expect(joinOn(adapter, page).state).toBe('ambiguous');
  });

  it('does not hold back a page that names its client by a label', async () => {
    const made = assembled([]);
    const [first] = made.pages;
    if (!first) throw new Error('no page');
    const adapter = compiled({
      ...made,
      pages: [{ ...first, name: { find: { label: '客户姓名' } }, fields: [] }],
    });
    const { document } = await open(card('客户', [['客户姓名', '王丽华']]), AT);
    const base = recognise(candidatesFor([adapter], AT), document, isVisible, true);
    expect(joinUnaided(base, adapter, null, document, AT).recognition).toMatchObject({
      state: 'sighting',
      sighting: { name: '王丽华' },
    });
  });

  it('while the adapter’s own page is still waiting, is believed only when it lasts', async () => {
    const made = assembled([]);
    const [first] = made.pages;
    if (!first) throw new Error('no page');
    const adapter = compiled({ ...made, pages: [{ ...first, root: ['main.detail', '.loaded'] }] });
    const page = await open(FIRST, AT);
    expect(joinOn(adapter, page, false)).toEqual({ state: 'waiting' });
    expect(sighted(joinOn(adapter, page, true)).name).toBe('王丽华');
  });

  it('leaves a field alone that the user has pointed at', async () => {
    const made = assembled([]);
    const [first] = made.pages;
    if (!first) throw new Error('no page');
    const pointed: Adapter['pages'][number]['fields'][number] = {
      key: 'mobile',
      title: '手机',
      find: { selector: 'h2' },
      as: { type: 'text' },
      pinned: true,
    };
    const adapter = compiled({ ...made, pages: [{ ...first, fields: [pointed] }] });
    const { fields } = sighted(joinOn(adapter, await open(FIRST, AT)));
    expect(fields.find(({ key }) => key === 'mobile')?.text).toBe('王丽华');
  });
});

/** The adapter of the first page, by its heading, with these labels left out. */
function assembled(leave: readonly string[]): Adapter {
  return assemble({
    proposal: {
      url: { pathname: '/customers/:id' },
      entity: 'customer',
      root: ['main.detail'],
      identity: { id: { url: 'id' }, shape: 'digits' },
      name: { find: { selector: 'h2.title' } },
      recordId: '10231',
    },
    name: null,
    fields: [],
    leave,
    kind: 'individual',
    title: 'CRM',
    author: 'RM',
    host: 'crm.test',
    today: '2026-11-22',
  });
}

function compiled(adapter: Adapter): CompiledAdapter {
  const made = compileAdapter(adapter);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value.compiled;
}
