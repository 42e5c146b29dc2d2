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
    const understood = await createRegistry([made]).understand(seen);
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

  it('of two marks without a label keeps the one that the adapter finds, and no other', async () => {
    const made = assembled(['crm.tier']);
    const [first] = made.pages;
    if (!first) throw new Error('no page');
    const level: Adapter['pages'][number]['fields'][number] = {
      key: 'crm.tier',
      find: { selector: 'span.level' },
      as: { type: 'text' },
    };
    const adapter = compiled({ ...made, pages: [{ ...first, fields: [level] }] });
    const marks = '</h2><span class="el-tag level">金卡客户</span><span class="el-tag">钻石客户</span>';
    const page = await open(FIRST.replace('</h2>', marks), AT);
    expect(readAnyPage(page).fields.map(({ value }) => value)).toContain('钻石客户');
    const texts = sighted(joinOn(adapter, page)).fields.map(({ text }) => text);
    expect(texts).toContain('金卡客户');
    expect(texts).not.toContain('钻石客户');
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

  it('believes a heading alone where the address is one of the adapter’s for this very client', async () => {
    const made = assembled([]);
    const [first] = made.pages;
    if (!first) throw new Error('no page');
    const identity = { ...first.identity, confirm: [{ label: '客户编号' }] };
    const adapter = compiled({ ...made, pages: [{ ...first, identity }] });
    const page = await open('<main class="detail"><h1 class="title">王丽华</h1></main>', AT);
    expect(readAnyPage(page).fields.length).toBeLessThan(2);
    expect(sighted(joinOn(adapter, page)).record.recordId).toBe('10231');
    expect(joinOn(adapter, page, false)).toEqual({ state: 'waiting' });
    const elsewhere = { ...first, identity, url: { pathname: '/persons/:id' } };
    expect(joinOn(compiled({ ...made, pages: [elsewhere] }), page).state).toBe('none');
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

describe('where the address names no record', () => {
  const DESK = 'https://ccms.test/ccms/main.do';
  const OWN = [
    ['客户编号', 'K0012-58301'],
    ['客户名称', '沅溪市聚禾粮油购销有限公司'],
    ['联系电话', '0745-2271806'],
  ] as const;
  const LOAN = [
    ['申请编号', 'SX2026-00831'],
    ['贷款金额', '3,000,000.00'],
    ['担保方式', '抵押'],
    ['贷款期限', '12'],
  ] as const;
  const rows = (all: readonly (readonly [string, string])[]): string =>
    `<dl>${all.map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`).join('')}</dl>`;
  const company = `<main>${rows([...OWN, ['法定代表人', '寻正阳'], ['注册地址', '沅溪市城北路 18 号']])}</main>`;
  const loan = `<main>${rows([...OWN, ...LOAN])}</main>`;
  const onDesk = async () => learn(await open(company, DESK));

  it('a client is himself under his label', async () => {
    const { record, name } = sighted(joinOn(await onDesk(), await open(company, DESK)));
    expect([record.recordId, name]).toEqual(['K0012-58301', '沅溪市聚禾粮油购销有限公司']);
  });

  it('a loan that says whose it is, under the same labels, is nobody', async () => {
    const adapter = await onDesk();
    const page = await open(loan, DESK);
    expect(recognise(candidatesFor([adapter], DESK), page.document, isVisible, true).recognition.state).toBe(
      'sighting',
    );
    expect(joinOn(adapter, page, false)).toEqual({ state: 'waiting' });
    expect(joinOn(adapter, page, true)).toEqual({ state: 'none' });
  });

  it('nobody is shown before the reader has looked', async () => {
    const { document } = await open(loan, DESK);
    const adapter = await onDesk();
    const base = recognise(candidatesFor([adapter], DESK), document, isVisible, true);
    expect(joinUnaided(base, adapter, null, document, DESK).recognition).toEqual({ state: 'waiting' });
  });

  it('a loan in a dialog does not take away the client on the page behind it', async () => {
    const adapter = await onDesk();
    const dialog = `<div role="dialog"><h2>授信申请</h2>${rows(LOAN)}</div>`;
    const page = await open(`<main>${rows(OWN.slice(0, 2))}</main>${dialog}`, DESK);
    expect(readAnyPage(page).parts.map(({ root, another }) => [root.localName, another])).toEqual([
      ['div', true],
      ['body', false],
    ]);
    expect(sighted(joinOn(adapter, page)).record.recordId).toBe('K0012-58301');
  });

  it('a loan behind does not take away the client in a dialog over it', async () => {
    const adapter = await onDesk();
    const pages = adapter.pages.map((page) => ({ ...page, root: ['[role=dialog]'] }));
    const page = await open(
      `<main><h2>授信申请</h2>${rows(LOAN)}</main><div role="dialog">${rows(OWN.slice(0, 2))}</div>`,
      DESK,
    );
    expect(readAnyPage(page).parts.map(({ another }) => another)).toEqual([false, true]);
    expect(sighted(joinOn({ ...adapter, pages }, page)).record.recordId).toBe('K0012-58301');
  });

  it('a name that the user has pointed at stands', async () => {
    const adapter = await onDesk();
    const pinned = adapter.pages.map((page) => ({ ...page, name: { ...page.name, pinned: true } }));
    expect(sighted(joinOn({ ...adapter, pages: pinned }, await open(loan, DESK))).record.recordId).toBe(
      'K0012-58301',
    );
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
