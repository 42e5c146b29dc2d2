// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Options } from '@/components/options/Options';
import { OPTIONS_SECTIONS } from '@/utils/app/optionsPort';
import { expectAccessible, speak } from '../setup';
import { COUNTS, CRMS, fakeOptionsPort } from './fakePort';

type Fake = ReturnType<typeof fakeOptionsPort>;

/** Lets everything that hangs on what was done happen. */
const settle = (work: () => unknown) =>
  act(async () => {
    work();
    await new Promise((resolve) => setTimeout(resolve));
  });

const open = (fake: Fake) => settle(() => render(<Options port={fake.port} />));
const click = (element: HTMLElement) => settle(() => fireEvent.click(element));
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const part = (name: string) => within(screen.getByRole('region', { name }));

/** Types into a field and leaves it. */
const enter = (label: string, value: string) =>
  settle(() => {
    const field = screen.getByRole('textbox', { name: label });
    fireEvent.input(field, { target: { value } });
    fireEvent.blur(field);
  });

beforeEach(() => {
  history.replaceState(null, '', '#');
});
// The accessibility check looks at the whole page after each test.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

afterEach(() => expectAccessible().finally(cleanup));

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
    await click(screen.getAllByRole('switch')[0] as HTMLElement);
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

describe('sample data', () => {
  it('is added and removed in one click each, and says how many', async () => {
    const fake = fakeOptionsPort();
    await open(fake);
    await click(button('添加示例数据'));
    expect(screen.getByText('已添加示例客户12位，记录148条')).toBeDefined();
    expect(screen.getByText('现有示例客户12位')).toBeDefined();
    await click(button('移除示例数据'));
    expect(fake.calls).toEqual(['sample add', 'sample remove']);
    expect(screen.getByText('现在没有示例客户')).toBeDefined();
  });

  it('says why when it could not be added', async () => {
    const fake = fakeOptionsPort();
    fake.port.sample = async () => ({ ok: false, error: { code: 'full', field: null } });
    await open(fake);
    await click(button('添加示例数据'));
    expect(screen.getByText(/磁盘空间不足/)).toBeDefined();
  });

  it('is out of reach while the book cannot be written', async () => {
    await open(fakeOptionsPort({ counts: { ...COUNTS, trouble: 'readOnly' } }));
    expect(button('添加示例数据')).toHaveProperty('disabled', true);
  });
});

describe('data', () => {
  it('is counted', async () => {
    await open(fakeOptionsPort({ counts: { ...COUNTS, quarantined: 2 } }));
    expect(part('数据与安全').getByText('4,810')).toBeDefined();
    expect(part('数据与安全').getByText(/有2行数据打不开/)).toBeDefined();
  });

  it('is checked on demand, with a plain verdict', async () => {
    const fake = fakeOptionsPort();
    await open(fake);
    await click(button('检查数据'));
    expect(button('正在逐条核对…')).toHaveProperty('disabled', true);
    await settle(() => fake.verdicts[0]?.({ intact: true, entries: 4810, rows: 9001, findings: [] }));
    expect(screen.getByText('完好：4,810条操作记录首尾相接，9,001行数据与记录一一相符')).toBeDefined();
  });

  it('is said to be in trouble where it is, with the findings', async () => {
    const fake = fakeOptionsPort();
    await open(fake);
    await click(button('检查数据'));
    await settle(() =>
      fake.verdicts[0]?.({ intact: false, entries: 1, rows: 0, findings: ['entry 12: hash'] }),
    );
    expect(screen.getByText(/对不上/)).toBeDefined();
    expect(screen.getByText('entry 12: hash')).toBeDefined();
    expect(screen.queryByText(/^完好/)).toBeNull();
  });

  it('is never called intact when the check could not run', async () => {
    const fake = fakeOptionsPort({ counts: { state: 'error', code: 'unavailable' } });
    await open(fake);
    await click(button('检查数据'));
    await settle(() => fake.verdicts[0]?.(null));
    expect(screen.getByText(/没能检查/)).toBeDefined();
  });

  it('is said not to be protected by a passphrase while there is none', async () => {
    speak('en');
    await open(fakeOptionsPort());
    expect(screen.getByText(/There is no passphrase yet/)).toBeDefined();
  });
});

describe('links to a part', () => {
  it.each(OPTIONS_SECTIONS)('#%s leads to its heading', async (section) => {
    history.replaceState(null, '', `#${section}`);
    await open(fakeOptionsPort());
    expect(document.activeElement?.id).toBe(`${section}-title`);
    expect(screen.getByRole('link', { current: true }).getAttribute('href')).toBe(`#${section}`);
  });

  it('follows the address while open', async () => {
    await open(fakeOptionsPort());
    await settle(() => {
      location.hash = '#data';
      window.dispatchEvent(new Event('hashchange'));
    });
    expect(document.activeElement?.id).toBe('data-title');
  });
});
