// @vitest-environment jsdom
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
