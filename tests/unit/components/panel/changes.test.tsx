import { fireEvent, render, screen } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { Changes } from '@/components/panel/Changes';
import type { FieldKey } from '@/utils/domain/schema/client';
import { civilDay } from '@/utils/domain/schema/time';
import type { SeenChange } from '@/utils/domain/seenChanges';
import { expectAccessible, speak } from '../setup';

const TODAY = civilDay.parse('2026-11-20');
const money = (yuan: number) =>
  ({ type: 'money', money: { minor: String(yuan * 100), currency: 'CNY' } }) as const;

const change = (key: FieldKey, over: Partial<SeenChange> = {}): SeenChange => ({
  key,
  before: { type: 'text', text: '宁波' },
  after: { type: 'text', text: '上海' },
  lastSeen: civilDay.parse('2026-10-03'),
  share: null,
  ...over,
});
const AUM = change('aum', { before: money(1_200_000), after: money(870_000), share: -0.275 });

it('says what the CRM said and says, by how much, and since when', async () => {
  render(<Changes changes={[AUM]} today={TODAY} />);
  const item = screen.getByRole('listitem');
  expect(item.textContent).toContain('原来是 120.0 万 → 87.0 万');
  expect(item.textContent).toContain('−28%');
  expect(item.textContent).toContain('10月3日至今天之间');
  await expectAccessible();
});

it('says so in English, too', async () => {
  speak('en');
  render(<Changes changes={[AUM]} today={TODAY} />);
  expect(screen.getByRole('listitem').textContent).toMatch(/was ¥1\.2M → ¥870K/);
  await expectAccessible();
});

it('shows three, the others after a press, and nothing where nothing changed', async () => {
  const many = ['aum', 'address', 'crm.网点', 'crm.区域', 'crm.渠道'].map((key) => change(key));
  const { rerender } = render(<Changes changes={many} today={TODAY} />);
  expect(screen.getAllByRole('listitem')).toHaveLength(3);
  fireEvent.click(screen.getByRole('button', { name: '另有2项变化' }));
  expect(screen.getAllByRole('listitem')).toHaveLength(5);
  await expectAccessible();
  rerender(<Changes changes={[]} today={TODAY} />);
  expect(screen.queryByRole('heading')).toBeNull();
});
