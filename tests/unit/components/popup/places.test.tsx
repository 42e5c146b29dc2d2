import { fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { closed, expectAccessible, speak } from '../setup';
import { fakePort, ORIGIN, pageOf, WANG } from './fakePort';
import { finder, open, settle, title } from './hands';

afterEach(() => expectAccessible().finally(closed));

describe('other surfaces', () => {
  it('opens the side panel in the click itself, before anything else', async () => {
    const fake = fakePort({ tab: pageOf(WANG) });
    await open(fake);
    fireEvent.click(screen.getByRole('button', { name: '侧边栏' }));
    expect(fake.calls).toEqual(['openBeside']);
  });

  it('shows or folds the panel in the page, and says where there is none', async () => {
    const fake = fakePort({ tab: pageOf(WANG) });
    fake.port.togglePanel = async () => false;
    await open(fake);
    await settle(() => fireEvent.click(screen.getByRole('button', { name: '页内面板' })));
    expect(screen.getByText(/还没有面板/)).toBeDefined();
  });

  it('leads to the settings', async () => {
    const fake = fakePort({ tab: { state: 'restricted' } });
    await open(fake);
    fireEvent.click(screen.getByRole('button', { name: '设置' }));
    expect(fake.calls).toEqual(['options']);
    expect(screen.queryByRole('button', { name: '页内面板' })).toBeNull();
  });

  it('speaks English', async () => {
    speak('en');
    await open(fakePort({ tab: pageOf(WANG) }));
    expect(screen.getByText('11 days overdue')).toBeDefined();
    expect(screen.getByText('Client of this page · Last Oct 9, Call')).toBeDefined();
  });
});

describe('pages that name no client', () => {
  it.each([
    [{ state: 'restricted' } as const, /浏览器自己的页面/],
    [{ state: 'notClientPage', origin: ORIGIN } as const, /当前页不是客户页/],
    [{ state: 'notRecognised', origin: ORIGIN } as const, /谁也不显示/],
  ])('says why: %j', async (tab, words) => {
    await open(fakePort({ tab }));
    expect(screen.getByText(words)).toBeDefined();
    expect(title()).toBe('找客户');
    expect(finder()).toBeDefined();
  });

  it('offers to reload a page that was open before its CRM was connected', async () => {
    const fake = fakePort({ tab: { state: 'silent', origin: ORIGIN } });
    await open(fake);
    fireEvent.click(screen.getByRole('button', { name: '刷新此页' }));
    expect(fake.calls).toEqual(['reload']);
  });

  it('shows nobody and says so while the store does not open', async () => {
    const fake = fakePort({ book: { state: 'error', code: 'unavailable' } });
    await open(fake);
    expect(screen.getByRole('alert').textContent).toContain('打不开本机数据');
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  it('says what to do with an empty book', async () => {
    const fake = fakePort();
    fake.book.value = fake.ready([]);
    await open(fake);
    expect(screen.getByText(/名册还是空的/)).toBeDefined();
  });
});
