import { fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { closed, expectAccessible } from '../setup';
import { fakeOptionsPort } from './fakePort';
import { button, click, open, settle } from './hands';

afterEach(() => expectAccessible().finally(closed));

const type = (value: string) =>
  settle(() => fireEvent.input(screen.getByRole('textbox', { name: '模板' }), { target: { value } }));
const preview = () => document.querySelector('.otemplate-preview pre')?.textContent;

describe('the template', () => {
  it('shows what becomes of it, is saved, and can be taken back', async () => {
    const fake = fakeOptionsPort();
    await open(fake);
    expect(preview()).toContain('下一步：回电确认金额（2026-03-12）');
    await type('{客户}|{方式}|{备注}');
    expect(preview()).toBe('张女士|电话|利率表已发，周四回复');
    await click(button(/保存模板/));
    expect(fake.saved.at(-1)?.template).toBe('{客户}|{方式}|{备注}');
    await click(button('撤销'));
    expect(fake.saved.at(-1)?.template).toBeUndefined();
    expect(preview()).toContain('下一步：回电确认金额（2026-03-12）');
  });

  it('names a place that there is not, and is not saved with it', async () => {
    const fake = fakeOptionsPort();
    await open(fake);
    await type('{客户} {金额}');
    expect(screen.getByText('没有“{金额}”这一处，请改用下面列出的名称')).toBeDefined();
    expect(button(/保存模板/)).toHaveProperty('disabled', true);
    await type('拜访');
    expect(screen.getByText('模板里至少要有一处，例如{备注}')).toBeDefined();
    await type('{备注} 卡号4111 1111 1111 1111');
    expect(screen.getByText('里面不能有密码、验证码或银行卡号')).toBeDefined();
    expect(button(/保存模板/)).toHaveProperty('disabled', true);
    expect(fake.saved).toEqual([]);
  });

  it('takes a place by a press', async () => {
    const fake = fakeOptionsPort();
    await open(fake);
    await type('');
    await click(button('同访人'));
    expect(screen.getByRole('textbox', { name: '模板' })).toHaveProperty('value', '{同访人}');
  });
});
