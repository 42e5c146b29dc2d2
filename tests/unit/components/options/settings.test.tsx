import { fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { closed, expectAccessible } from '../setup';
import { fakeOptionsPort } from './fakePort';
import { button, click, enter, open, part, settle } from './hands';

afterEach(() => expectAccessible().finally(closed));

describe('cadence', () => {
  it('is saved when one leaves the field, announced, and can be taken back', async () => {
    const fake = fakeOptionsPort();
    await open(fake);
    await enter('A级', '20');
    expect(fake.saved.at(-1)?.cadence.A).toBe(20);
    expect(screen.getByText('已保存：A级最长20天联系一次')).toBeDefined();
    await click(button('撤销'));
    expect(fake.saved.at(-1)?.cadence.A).toBe(30);
    expect(screen.getByRole('textbox', { name: 'A级' })).toHaveProperty('value', '30');
    expect(screen.getByText('已撤销')).toBeDefined();
  });

  it.each(['0', '366', '-3', 'x', '1.5', ''])(
    'does not take %j; the field says what will do',
    async (typed) => {
      const fake = fakeOptionsPort();
      await open(fake);
      await enter('潜客', typed);
      const field = screen.getByRole('textbox', { name: '潜客' });
      expect(fake.saved).toEqual([]);
      expect(field.getAttribute('aria-invalid')).toBe('true');
      expect(field).toHaveProperty('value', typed);
      expect(part('联系频率').getByText('请填1到365之间的整数')).toBeDefined();
    },
  );

  it.each([
    ['1', 1],
    ['365', 365],
    [' ４５ ', 45],
  ])('takes %j', async (typed, days) => {
    const fake = fakeOptionsPort();
    await open(fake);
    await enter('异常客户', typed);
    expect(fake.saved.at(-1)?.cadence.atRisk).toBe(days);
  });

  it('does not lose one of two quick changes', async () => {
    const fake = fakeOptionsPort();
    await open(fake);
    await settle(() => {
      for (const [label, value] of [
        ['A级', '20'],
        ['B级', '40'],
      ] as const) {
        const field = screen.getByRole('textbox', { name: label });
        fireEvent.input(field, { target: { value } });
        fireEvent.blur(field);
      }
    });
    await click(screen.getByRole('switch', { name: '打开客户页时自动展开面板' }));
    expect(fake.saved.at(-1)).toMatchObject({ autoOpen: false, cadence: { A: 20, B: 40 } });
  });

  it('is put back to its starting values, and that can be taken back too', async () => {
    const changed = { A: 20, B: 40, C: 90, D: 90, prospect: 14, atRisk: 15 };
    const fake = fakeOptionsPort({ settings: { cadence: changed } });
    await open(fake);
    await click(part('联系频率').getByRole('button', { name: '恢复默认' }));
    expect(fake.saved.at(-1)?.cadence).toEqual({ A: 30, B: 60, C: 90, D: 90, prospect: 14, atRisk: 15 });
    expect(part('联系频率').queryByRole('button', { name: '恢复默认' })).toBeNull();
    await click(button('撤销'));
    expect(fake.saved.at(-1)?.cadence).toEqual(changed);
  });

  it('asks whether a better tier is meant to wait longer', async () => {
    const fake = fakeOptionsPort();
    await open(fake);
    await enter('A级', '61');
    expect(screen.getByText(/请确认这是你的本意/)).toBeDefined();
    await enter('A级', '60');
    expect(screen.queryByText(/请确认这是你的本意/)).toBeNull();
  });

  it('says so when it could not be saved', async () => {
    const fake = fakeOptionsPort();
    fake.behaviour.saves = false;
    await open(fake);
    await enter('A级', '20');
    expect(screen.getByText('没有保存，请再试一次')).toBeDefined();
    expect(screen.queryByRole('button', { name: '撤销' })).toBeNull();
  });
});

describe('looks and prompts', () => {
  it('changes the theme of this page at once', async () => {
    const fake = fakeOptionsPort();
    await open(fake);
    await click(screen.getByRole('radio', { name: '深色' }));
    expect(fake.saved.at(-1)?.theme).toBe('dark');
    expect(document.documentElement.dataset['theme']).toBe('dark');
    await click(button('撤销'));
    expect(document.documentElement.dataset['theme']).toBeUndefined();
  });

  it('offers the zone of this computer where another is kept', async () => {
    const fake = fakeOptionsPort({ settings: { zone: 'UTC' } });
    await open(fake);
    await click(button('改用这台电脑的 Asia/Shanghai'));
    expect(fake.saved.at(-1)?.zone).toBe('Asia/Shanghai');
  });

  it('switches a rule off and on by its name', async () => {
    const fake = fakeOptionsPort();
    await open(fake);
    await click(screen.getByRole('switch', { name: '生日祝福' }));
    expect(fake.saved.at(-1)?.rulesOff).toEqual(['birthday']);
    expect(screen.getByText('已保存：已关闭“生日祝福”')).toBeDefined();
    await click(screen.getByRole('switch', { name: '生日祝福' }));
    expect(fake.saved.at(-1)?.rulesOff).toEqual([]);
  });

  it('keeps a rule that it does not know switched off', async () => {
    const fake = fakeOptionsPort({ settings: { rulesOff: ['bank-own-rule'] } });
    await open(fake);
    await click(screen.getByRole('switch', { name: '生日祝福' }));
    expect(fake.saved.at(-1)?.rulesOff).toEqual(['bank-own-rule', 'birthday']);
  });
});
