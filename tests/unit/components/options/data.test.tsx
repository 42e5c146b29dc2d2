import { screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { OPTIONS_SECTIONS } from '@/utils/app/optionsPort';
import { closed, expectAccessible, speak } from '../setup';
import { COUNTS, fakeOptionsPort } from './fakePort';
import { button, click, open, part, settle } from './hands';

afterEach(() => expectAccessible().finally(closed));

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
    await open(fakeOptionsPort(), section);
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

describe('a deep erase', () => {
  it('is begun by one click, shows how far it is, and says what to do next', async () => {
    const fake = fakeOptionsPort();
    await open(fake);
    await click(button('深度清除'));
    expect(fake.calls).toEqual(['erase deeply']);
    expect(button('深度清除')).toHaveProperty('disabled', true);
    await settle(() => {
      fake.deepErase.value = { state: 'running', done: 3, of: 12 };
    });
    expect(screen.getByRole('progressbar')).toHaveProperty('value', 25);
    await settle(() => {
      fake.deepErase.value = { state: 'done', rows: 4321 };
    });
    expect(screen.getByText(/4,321行，逐行核对无误。请关闭浏览器再打开一次/)).toBeDefined();
    await click(button('重新载入本页'));
    expect(fake.calls).toEqual(['erase deeply', 'start anew']);
  });

  it.each([
    ['damaged', /数据有问题/],
    ['readOnly', /更新的知彼写过/],
    ['unavailable', /打不开本机数据/],
    ['differs', /什么都没有丢/],
    ['undone', /已还原/],
  ] as const)('says why it was not done: %s', async (why, words) => {
    const fake = fakeOptionsPort();
    fake.deepErase.value = { state: 'failed', why };
    await open(fake);
    expect(screen.getByText(words)).toBeDefined();
    expect(button('深度清除')).toHaveProperty('disabled', false);
  });
});
