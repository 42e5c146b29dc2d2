import { fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { closed, expectAccessible } from '../setup';
import { CRMS, fakeOptionsPort } from './fakePort';
import { button, click, open, part, settle } from './hands';

afterEach(() => expectAccessible().finally(closed));

describe('connected CRMs', () => {
  const type = (value: string) =>
    settle(() => fireEvent.input(screen.getByRole('textbox', { name: '按网址连接' }), { target: { value } }));
  const submit = () => {
    const form = screen.getByRole('textbox', { name: '按网址连接' }).closest('form');
    if (form) fireEvent.submit(form);
  };

  it('are listed with what is read there and since when', async () => {
    await open(fakeOptionsPort({ connections: CRMS }));
    const [first, second] = part('连接的CRM').getAllByRole('listitem');
    expect(first?.textContent).toContain('https://crm.bank.example');
    expect(first?.textContent).toContain('连接于 9月1日 · 已认出页面：demo-classic');
    expect(second?.textContent).toContain('连接于 今天 · 还没有认出过客户页');
  });

  it('are connected by address: the permission is asked for in the press itself', async () => {
    const fake = fakeOptionsPort();
    await open(fake);
    await type('crm:8080');
    expect(screen.getByText(/将连接 http:\/\/crm:8080/)).toBeDefined();
    submit();
    expect(fake.calls).toEqual(['connect http://crm:8080']);
    await settle(() => fake.connects[0]?.('connected'));
    expect(screen.getByText(/已连接 crm:8080。接下来打开一个客户页/)).toBeDefined();
  });

  it('can be asked for under the other scheme', async () => {
    const fake = fakeOptionsPort();
    await open(fake);
    await type('crm');
    await click(button('改用 https'));
    expect(screen.getByText(/将连接 https:\/\/crm/)).toBeDefined();
    await click(button('改用 http'));
    await click(button('改用 https'));
    submit();
    expect(fake.calls).toEqual(['connect https://crm']);
    await settle(() => fake.connects[0]?.('refused'));
    expect(screen.getByText(/什么都没有改变/)).toBeDefined();
  });

  it.each([
    ['', /请先填CRM的网址/],
    ['ftp://bank.com', /http 或 https/],
    ['https://crm.bank.example/x', /已经连接了/],
    ['a b', /不像一个网址/],
  ])('are not asked for where %j was typed', async (typed, words) => {
    const fake = fakeOptionsPort({ connections: CRMS });
    await open(fake);
    await type(typed);
    await settle(submit);
    expect(fake.calls).toEqual([]);
    expect(screen.getByText(words)).toBeDefined();
  });

  it('are left only after a question that says what stays', async () => {
    const fake = fakeOptionsPort({ connections: CRMS });
    await open(fake);
    await click(button('断开 crm.bank.example'));
    const dialog = within(screen.getByRole('dialog', { name: '断开 crm.bank.example？' }));
    expect(dialog.getByText(/都留着/)).toBeDefined();
    await click(dialog.getByRole('button', { name: '取消' }));
    expect(fake.calls).toEqual([]);
    await click(button('断开 crm.bank.example'));
    await click(within(screen.getByRole('dialog')).getByRole('button', { name: '断开' }));
    expect(fake.calls).toEqual(['disconnect https://crm.bank.example']);
    expect(screen.getByText('已断开 crm.bank.example，你的记录都还在')).toBeDefined();
    expect(part('连接的CRM').getAllByRole('listitem')).toHaveLength(1);
  });
});
