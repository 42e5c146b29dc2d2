import { describe, expect, it } from 'vitest';
import { candidatesFor } from '@/utils/adapters/readPage';
import { recognise } from '@/utils/adapters/recognise';
import type { AdapterPage } from '@/utils/adapters/schema';
import type { Sighting } from '@/utils/domain/schema/sighting';
import { compiled, meaning, plainPage } from './build';
import { isVisible, openPage } from './page';

const LISTS: NonNullable<AdapterPage['lists']> = {
  holdings: {
    row: '.held tbody tr',
    kind: { column: '类别' },
    kinds: { 存款: 'deposit', 理财: 'wealth' },
    name: { column: '产品名称' },
    amount: { column: '金额' },
    currency: 'CNY',
    unit: 10_000,
    maturity: { column: '到期日' },
    risk: { column: '风险' },
  },
  people: {
    row: '.people li',
    role: { selector: 'b' },
    roles: { 配偶: 'spouse', 子女: 'child', 实际控制人: 'controller' },
    name: { selector: 'i' },
    phone: { selector: 'u' },
    client: { selector: 'em' },
    notClient: ['非本行客户'],
  },
};

const held = (...rows: string[][]) =>
  `<table class="held"><thead><tr><th>类别</th><th>产品名称</th><th>金额</th><th>到期日</th><th>风险</th></tr></thead>
   <tbody>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</tbody></table>`;
const people = (...rows: [role: string, name: string, phone: string, client?: string][]) =>
  `<ul class="people">${rows
    .map(([role, name, phone, client]) => {
      const mark = client === undefined ? '' : `<em>${client}</em>`;
      return `<li><b>${role}</b><i>${name}</i><u>${phone}</u>${mark}</li>`;
    })
    .join('')}</ul>`;

async function read(html: string, kind: 'individual' | 'company' = 'individual'): Promise<Sighting | null> {
  const adapters = [compiled([plainPage({ lists: LISTS, kind })])];
  const url = 'https://crm.bank.example/client/10000001';
  const document = await openPage(`<main><h1>王丽华</h1><p>客户号：10000001</p>${html}</main>`, url);
  const { recognition } = recognise(candidatesFor(adapters, url), document, isVisible, true);
  return recognition.state === 'sighting' ? meaning(recognition.sighting, adapters) : null;
}

describe("the CRM's own list of holdings", () => {
  it('is read row by row: kind, name, amount in its unit, maturity, risk', async () => {
    const seen = await read(
      held(
        ['存款', '一年期大额存单', '120.00', '2026-12-11', '—'],
        ['理财', '云澜安享', '1,500.5', '2027年2月6日', 'R2 中低'],
        ['理财', '云澜日日盈', '--', '--', ''],
      ),
    );
    const rest = { since: null };
    expect(seen?.holdings).toEqual([
      {
        kind: 'deposit',
        name: '一年期大额存单',
        amount: { minor: '120000000', currency: 'CNY' },
        maturity: '2026-12-11',
        riskLevel: null,
        ...rest,
      },
      {
        kind: 'wealth',
        name: '云澜安享',
        amount: { minor: '1500500000', currency: 'CNY' },
        maturity: '2027-02-06',
        riskLevel: 'R2',
        ...rest,
      },
      { kind: 'wealth', name: '云澜日日盈', amount: null, maturity: null, riskLevel: null, ...rest },
    ]);
  });

  it.each([
    ['a kind that is not named', ['贷款', '消费贷', '10', '2027-02-06', '']],
    ['no name', ['存款', '', '10', '2027-02-06', '']],
    ['an amount that is none', ['存款', '一年定存', '查看', '2027-02-06', '']],
    ['a day that is none', ['存款', '一年定存', '10', '2027-02-31', '']],
    ['a risk that is none', ['存款', '一年定存', '10', '2027-02-06', '进取']],
  ])('leaves a row out that has %s', async (_, row) => {
    const sure = ['存款', '三年定存', '10', '2027-02-06', 'R1'];
    expect((await read(held(sure, row)))?.holdings?.map(({ name }) => name)).toEqual(['三年定存']);
    // Without any row it may be a list that has not come yet.
    expect(await read(held(row))).not.toHaveProperty('holdings');
  });
});

describe("the CRM's own list of people", () => {
  it('is read with its numbers as they are shown; of a child nothing that says who it is', async () => {
    const seen = await read(
      people(['配偶', '赵志远', '138****7599'], ['子女', '赵一鸣', '139 0000 1111'], ['同事', '李明', '']),
    );
    expect(seen?.people).toEqual([
      { role: 'spouse', name: '赵志远', phone: '138****7599' },
      { role: 'child', name: null, phone: null },
    ]);
  });

  it('marks whom the page calls a client of the bank too, in whatever words, a child as well', async () => {
    const seen = await read(
      people(
        ['配偶', '赵志远', '', '本行客户'],
        ['配偶', '赵志诚', '', '非本行客户'],
        ['配偶', '赵志明', '', '--'],
        ['子女', '赵一鸣', '', '10000007'],
      ),
    );
    expect(seen?.people).toEqual([
      { role: 'spouse', name: '赵志远', phone: null, client: true },
      { role: 'spouse', name: '赵志诚', phone: null },
      { role: 'spouse', name: '赵志明', phone: null },
      { role: 'child', name: null, phone: null, client: true },
    ]);
  });

  it('has key people of companies alone: beside a person such a role names a company', async () => {
    const rows = people(['实际控制人', '周国强', '--']);
    expect((await read(rows, 'company'))?.people).toEqual([
      { role: 'controller', name: '周国强', phone: null },
    ]);
    expect(await read(rows)).not.toHaveProperty('people');
  });
});
