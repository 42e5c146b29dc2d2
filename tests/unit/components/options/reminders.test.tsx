import { fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { NO_REMINDERS } from '@/utils/domain/schema/settings';
import { closed, expectAccessible } from '../setup';
import { fakeOptionsPort } from './fakePort';
import { click, open, part, settle } from './hands';

afterEach(() => expectAccessible().finally(closed));

const SWITCH = { name: '用浏览器通知提醒' };
const ON = { ...NO_REMINDERS, on: true };

describe('reminders', () => {
  it('are switched on once the browser lets them be, asked in the click itself', async () => {
    const fake = fakeOptionsPort();
    await open(fake);
    fireEvent.click(screen.getByRole('switch', SWITCH));
    expect(fake.calls).toEqual(['ask to notify']);
    expect(fake.saved).toEqual([]);
    await settle(() => fake.grants[0]?.(true));
    expect(fake.saved.at(-1)?.reminders).toEqual(ON);
    await click(screen.getByRole('button', { name: '撤销' }));
    expect(fake.settings.value?.reminders?.on ?? false).toBe(false);
  });

  it('stay off where it refuses, and it is said', async () => {
    const fake = fakeOptionsPort();
    await open(fake);
    await click(screen.getByRole('switch', SWITCH));
    await settle(() => fake.grants[0]?.(false));
    expect(fake.saved).toEqual([]);
    expect(screen.getByText('浏览器没有允许通知，所以没有打开')).toBeDefined();
  });

  it('name nobody where the bank says so, and hours must end after they begin', async () => {
    const fake = fakeOptionsPort({ settings: { reminders: ON } });
    fake.namelessReminders.value = true;
    await open(fake);
    const reminders = part('提醒');
    expect(reminders.queryByRole('switch', { name: '通知里写客户姓名' })).toBeNull();
    const until = reminders.getByLabelText('到几点');
    await settle(() => {
      fireEvent.input(until, { target: { value: '08:00' } });
      fireEvent.blur(until);
    });
    expect(fake.saved).toEqual([]);
    expect(reminders.getByText('结束要晚于开始，这次没有保存')).toBeDefined();
    await click(reminders.getByRole('checkbox', { name: '生日' }));
    expect(fake.saved.at(-1)?.reminders?.kinds).toEqual(['promise', 'note', 'plan', 'maturity']);
  });
});
