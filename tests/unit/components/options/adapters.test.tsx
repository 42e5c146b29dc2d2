import { fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { demoModern } from '@/utils/adapters/sites/demoModern';
import { closed, expectAccessible } from '../setup';
import { ADAPTERS, CRMS, fakeOptionsPort } from './fakePort';
import { button, click, open, part, settle } from './hands';

afterEach(() => expectAccessible().finally(closed));

const list = () => part('适配器');
const text = () => screen.getByRole('textbox', { name: '适配器文本（JSON）' });
const write = (value: string) => settle(() => fireEvent.input(text(), { target: { value } }));

it('are listed: one’s own first, with version, author and where they are for', async () => {
  await open(fakeOptionsPort());
  const rows = list().getAllByRole('listitem');
  expect(rows.map((row) => within(row).getByRole('switch').id !== '')).toEqual([true, true]);
  expect(rows[0]?.textContent).toContain('总行CRM');
  expect(rows[0]?.textContent).toContain('crm.bank.example');
  expect(rows[1]?.textContent).toContain('自带');
  expect(list().queryByRole('button', { name: `移除“${demoModern.title}”` })).toBeNull();
});

it('are listed in two groups: one’s own and those in use, then the others', async () => {
  const [crm] = CRMS;
  const [own, builtIn] = ADAPTERS;
  if (!crm || !own || !builtIn) throw new Error('the fake port has a CRM and two adapters');
  const named = (title: string) => ({ ...builtIn, id: title, title });
  await open(
    fakeOptionsPort({
      connections: [{ ...crm, adapters: ['EspoCRM'] }],
      adapters: [own, named('Odoo'), named('EspoCRM'), named('Twenty')],
    }),
  );
  const under = (heading: string): string[] => {
    const next = list().getByRole('heading', { name: heading }).nextElementSibling;
    if (!(next instanceof HTMLElement)) throw new Error('no list under the heading');
    return within(next)
      .getAllByRole('listitem')
      .map((row) => row.querySelector('label')?.textContent ?? '');
  };
  expect(under('自己的和正在用的')).toEqual(['总行CRM', 'EspoCRM']);
  expect(under('自带的其他适配器')).toEqual(['Odoo', 'Twenty']);
});

it('are switched off and on again', async () => {
  const fake = fakeOptionsPort();
  await open(fake);
  await click(list().getByRole('switch', { name: '总行CRM' }));
  expect(screen.getByText('已停用“总行CRM”')).toBeDefined();
  await click(list().getByRole('switch', { name: '总行CRM' }));
  expect(fake.calls).toEqual(['off bank-crm', 'on bank-crm']);
});

it('are removed after a question', async () => {
  const fake = fakeOptionsPort();
  await open(fake);
  await click(button('移除“总行CRM”'));
  expect(fake.calls).toEqual([]);
  await click(button('移除'));
  expect(fake.calls).toEqual(['drop bank-crm']);
  expect(screen.getByText('已移除“总行CRM”')).toBeDefined();
});

it('are checked at every stroke; what is wrong is named with its place, and cannot be saved', async () => {
  const fake = fakeOptionsPort();
  await open(fake);
  await click(button('粘贴文本'));
  expect(button('保存并启用')).toHaveProperty('disabled', true);
  await write('{');
  expect(screen.getByText(/JSON/, { selector: 'li' })).toBeDefined();
  await write(JSON.stringify({ ...demoModern, pages: [{ ...demoModern.pages[0], colour: 'red' }] }));
  expect(screen.getByText('pages.0')).toBeDefined();
  expect(screen.getByText(/unknown key colour/)).toBeDefined();
  expect(button('保存并启用')).toHaveProperty('disabled', true);
  await write(JSON.stringify(demoModern));
  expect(screen.getByText(/可以使用：“/)).toBeDefined();
  expect(screen.getByText(new RegExp(`将替换现有的${demoModern.version}版`))).toBeDefined();
  await click(button('保存并启用'));
  expect(fake.calls).toEqual(['keep adapter']);
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('are edited from what is in force', async () => {
  await open(fakeOptionsPort());
  await click(button('查看与修改“总行CRM”'));
  expect(text()).toHaveProperty('value', ADAPTERS[0]?.json);
});

it('are tried on the open pages as they stand, each page with what was seen; an edit takes that away', async () => {
  const fake = fakeOptionsPort();
  const page = { tabId: 1, title: '客户一', address: 'https://crm.bank.example/customer/1' };
  fake.behaviour.trial = [
    {
      ...page,
      seen: {
        state: 'client',
        name: '林知远',
        recordId: '8612',
        kind: 'individual',
        found: ['mobile', 'aum'],
        odd: ['birthday'],
        missing: ['occupation'],
      },
    },
    { ...page, tabId: 2, title: '客户列表', seen: { state: 'none' } },
    { ...page, tabId: 3, title: '', seen: { state: 'ambiguous', why: 'twoRoots' } },
    { ...page, tabId: 4, title: '慢', seen: { state: 'waiting' } },
    { ...page, tabId: 5, title: '错', seen: { state: 'unreachable' } },
  ];
  await open(fake);
  await click(button('查看与修改“总行CRM”'));
  await click(button('在打开的页面上试一试'));
  expect(fake.calls).toEqual(['try adapter']);
  const rows = within(screen.getByRole('dialog')).getAllByRole('listitem');
  const says = rows.map((row) => row.textContent);
  expect(says[0]).toContain('认出林知远，编号8612，读到2项资料');
  expect(says[0]).toContain('有内容但看不明白：');
  expect(says[0]).toContain('没有读到：');
  expect(says[1]).toMatch(/^客户列表.*不是它认识的客户页$/);
  expect(says[2]).toMatch(/拿不准，不会显示客户：root找到了两处$/);
  expect(says[3]).toMatch(/^慢.*还在加载/);
  expect(says[4]).toMatch(/^错.*这一页不让试/);
  await expectAccessible();
  await write(`${ADAPTERS[0]?.json} `);
  expect(within(screen.getByRole('dialog')).queryAllByRole('listitem')).toEqual([]);
  expect(fake.calls).toEqual(['try adapter']);
});

it('with no page open, trying says what to open; a text that is no adapter cannot be tried', async () => {
  await open(fakeOptionsPort());
  await click(button('查看与修改“总行CRM”'));
  await click(button('在打开的页面上试一试'));
  expect(screen.getByText(/没有打开着的页面可试/)).toBeDefined();
  await write('{');
  expect(button('在打开的页面上试一试')).toHaveProperty('disabled', true);
});

const [OWN, BUILT_IN] = ADAPTERS;
if (!OWN || !BUILT_IN) throw new Error('the fake port has two adapters');
const fromBank = { ...OWN, id: 'set', title: '本行客户系统', from: 'bank', since: null } as const;
const signed = { ...OWN, id: 'signed', title: '分行CRM', from: 'signed' } as const;

it('of the bank’s can be exported and nothing else; those it signed can be switched off and removed', async () => {
  await open(fakeOptionsPort({ adapters: [fromBank, signed, OWN, BUILT_IN] }));
  const [first, second] = list().getAllByRole('listitem');
  if (!first || !second) throw new Error('no rows');
  const deedsOf = (row: HTMLElement) =>
    within(row)
      .queryAllByRole('button')
      .map((deed) => deed.textContent);
  expect(first.textContent).toContain('由本行统一设置');
  expect(deedsOf(first)).toEqual(['导出']);
  expect(within(first).queryByRole('switch')).toBeNull();
  expect(second.textContent).toContain('由本行签名');
  expect(deedsOf(second)).toEqual(['导出', '移除']);
  expect(within(second).getByRole('switch')).toBeDefined();
});

it('that are not in force are named with the reason; one’s own among them can be put away', async () => {
  const fake = fakeOptionsPort({
    rules: {
      ownAllowed: true,
      refused: [
        { title: '总行CRM', ownId: null, why: 'signature' },
        { title: null, ownId: null, why: 'garbled' },
        { title: '我的', ownId: 'set', why: 'bankHas' },
      ],
    },
  });
  await open(fake);
  expect(list().getByText(/“总行CRM”的签名不对/)).toBeDefined();
  expect(list().getByText(/“本行设置的一个适配器”读不懂/)).toBeDefined();
  await click(list().getByRole('button', { name: '移除“我的”' }));
  await click(button('移除'));
  expect(fake.calls).toEqual(['drop set']);
});

it('of one’s own cannot be saved where the bank has one of the id, or lets users have none', async () => {
  const text = (id: string) => JSON.stringify({ ...demoModern, id });
  await open(fakeOptionsPort({ adapters: [fromBank, signed], rules: { ownAllowed: true, refused: [] } }));
  await click(button('粘贴文本'));
  await write(text('set'));
  expect(screen.getByText(/本行已经设置了同一编号/)).toBeDefined();
  expect(button('保存并启用')).toHaveProperty('disabled', true);
  await write(text('signed'));
  expect(screen.getByText(/由本行签名，不能用自己的代替/)).toBeDefined();
  await write(text('mine'));
  expect(button('保存并启用')).toHaveProperty('disabled', false);
});

it('where users may have none of their own, that is said, and only a signed one can be saved', async () => {
  const fake = fakeOptionsPort({ rules: { ownAllowed: false, refused: [] } });
  fake.behaviour.barred = 'unknownKey';
  await open(fake);
  expect(list().getByText(/本行已停用自己的适配器：/)).toBeDefined();
  await click(button('粘贴文本'));
  await write(JSON.stringify({ ...demoModern, id: 'mine' }));
  expect(screen.getByText(/不能保存；只能导入本行签名的/)).toBeDefined();
  expect(button('保存并启用')).toHaveProperty('disabled', true);
  const envelope = {
    adapter: JSON.stringify(demoModern),
    signature: `${'A'.repeat(86)}==`,
    key: '0'.repeat(16),
  };
  await write(JSON.stringify(envelope));
  expect(screen.getByText(/保存时验签/)).toBeDefined();
  await click(button('保存并启用'));
  expect(screen.getByText(/签名密钥不在本行设置的公钥里，不能保存/)).toBeDefined();
  await expectAccessible();
});
