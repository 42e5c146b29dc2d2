import { screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { BankReading } from '@/utils/domain/bank/bankSettings';
import { NOTHING_LOCKED } from '@/utils/domain/schema/locked';
import { civilDay, instant } from '@/utils/domain/schema/time';
import { fakeLock } from '../lock/fakePort';
import { closed, expectAccessible, speak } from '../setup';
import { fakeOptionsPort } from './fakePort';
import { open, part } from './hands';

afterEach(() => expectAccessible().finally(closed));

const SET: BankReading = {
  bank: {
    crmOrigins: ['https://crm.bank.example'],
    surface: 'sidePanelOnly',
    exports: 'off',
    retentionDays: 1825,
    sync: { allowed: false },
    lock: { required: true },
    recoveryKey: `MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE${'A'.repeat(86)}==`,
    wipeEpoch: 2,
  },
  garbled: [],
};

const field = (label: string) => {
  const found = screen.getByLabelText(label);
  if (!(found instanceof HTMLInputElement)) throw new Error(`${label} is no field`);
  return found;
};

describe('what the bank has set', () => {
  it('is not spoken of where the bank sets nothing', async () => {
    await open(fakeOptionsPort());
    expect(screen.queryByRole('heading', { name: '由本行设定' })).toBeNull();
  });

  it('is told in words, and what is not understood by its name', async () => {
    const [day, before] = [civilDay.parse('2026-12-01'), civilDay.parse('2021-12-02')];
    const retention = { day, before, clients: 2, contacts: 14, notes: 3, visits: 0 };
    await open(fakeOptionsPort({ bank: { bank: SET.bank, garbled: ['surface'] }, retention }));
    expect(await screen.findByText(/2026-12-01将抹除2021-12-02之前的联系14条、备忘3条/)).toBeDefined();
    const said = screen.getByRole('region', { name: '由本行设定' }).textContent ?? '';
    for (const word of ['https://crm.bank.example', '只在浏览器侧边栏', '不允许', '1825天', '不能移除'])
      expect(said).toContain(word);
    expect(said).toContain('本行设定的“面板位置”（surface）无法识别，没有生效');
  });

  it('has words for all of it in English', async () => {
    speak('en');
    await open(fakeOptionsPort({ bank: { ...SET, garbled: ['sync'] } }));
    expect(screen.getByRole('region', { name: 'Set by your bank' }).textContent).not.toMatch(
      /options\.|lock\./,
    );
  });

  it('leaves its controls to be read, with the word', async () => {
    const locked = { ...NOTHING_LOCKED, cadence: { A: 20 } };
    await open(
      fakeOptionsPort({
        locked: { locked, garbled: [] },
        settings: { cadence: { A: 20, B: 60, C: 90, D: 90, prospect: 14, atRisk: 15 } },
      }),
    );
    expect(field('A级').disabled).toBe(true);
    expect(field('A级').value).toBe('20');
    expect(field('B级').disabled).toBe(false);
    expect(part('联系频率').getAllByText('由本行设定')).toHaveLength(1);
  });

  it('a passphrase it requires is asked for, and cannot be taken away', async () => {
    const lock = fakeLock('open');
    lock.bank.value = { required: true, idleMinutes: 5 };
    await open(fakeOptionsPort({ lock }));
    expect(screen.queryByRole('button', { name: '取消口令' })).toBeNull();
    expect(part('锁定').getByText('本行要求设置口令，不能移除')).toBeDefined();
    await closed();
    const none = fakeLock('none');
    none.bank.value = { required: true };
    await open(fakeOptionsPort({ lock: none }));
    expect(part('锁定').getByText('本行要求设置口令，请现在就设置')).toBeDefined();
    await closed();
    const waiting = fakeLock('none');
    waiting.bank.value = { required: true, graceDays: 7 };
    waiting.closesAt.value = instant.parse(Date.UTC(2026, 10, 27, 1, 15));
    await open(fakeOptionsPort({ lock: waiting }));
    expect(part('锁定').getByText(/本行要求在2026年11月27日.*09:15之前设置口令/)).toBeDefined();
  });
});
