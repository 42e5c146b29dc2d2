import { act, cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { REST_MS } from '@/components/log/draftShelf';
import type { Draft } from '@/utils/app/draft';
import { closed, expectAccessible } from '../setup';
import { draftOf, fakePort, LI, newPage, pageOf, sightingOf, subjectOf, WANG } from './fakePort';
import { answered, formOpen, note, open, press, title, typeInto } from './hands';

const write = (value: string) => typeInto(note(), value);

afterEach(async () => {
  vi.useRealTimers();
  await expectAccessible().finally(closed);
});

describe('a draft', () => {
  it('is kept while one types, and comes back when the popup is opened again', async () => {
    const fake = fakePort({ tab: pageOf(WANG) });
    await open(fake);
    await press('t');
    await formOpen();
    vi.useFakeTimers();
    await write('答应周五前');
    expect(fake.drafts.size).toBe(0);
    await act(async () => void vi.advanceTimersByTime(REST_MS));
    expect(fake.drafts.get(WANG.clientId)?.details.note).toBe('答应周五前');
    vi.useRealTimers();
    cleanup();

    await open(fake);
    await formOpen();
    expect(note()).toHaveProperty('value', '答应周五前');
    expect(screen.getByText('接着上次没写完的')).toBeDefined();
  });

  it('is kept at once when the popup closes in the middle of a word', async () => {
    const fake = fakePort({ tab: pageOf(WANG) });
    await open(fake);
    await press('t');
    await formOpen();
    await write('答');
    await act(async () => void window.dispatchEvent(new Event('pagehide')));
    expect(fake.drafts.get(WANG.clientId)?.details.note).toBe('答');
  });

  it('is gone once it is saved, and stays away when the form was closed on purpose', async () => {
    const fake = fakePort({ tab: pageOf(WANG), drafts: [draftOf(WANG, '半句')] });
    await open(fake);
    await formOpen();
    await press('Escape');
    expect(screen.queryByRole('form')).toBeNull();
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '继续写' })));
    await formOpen();
    await press('Enter', { ctrlKey: true });
    await answered(fake);
    expect(fake.drafts.size).toBe(0);
  });

  it('opens its own client where the page names none', async () => {
    const draft = draftOf(LI, '半句');
    await open(fakePort({ drafts: [draft], unfinished: draft }));
    await formOpen();
    expect(title()).toBe('李建国');
    expect(note()).toHaveProperty('value', '半句');
  });

  it('of someone seen only once comes back to that record', async () => {
    const sighting = sightingOf('赵启明', '777');
    const draft: Draft = {
      ...draftOf(WANG, '初次来电'),
      subject: { type: 'sighted', sighting },
      name: '赵启明',
    };
    const fake = fakePort({ tab: newPage('赵启明', '777'), drafts: [draft] });
    await open(fake);
    await formOpen();
    expect(note()).toHaveProperty('value', '初次来电');
  });
});

describe('the wrong client', () => {
  it('never gets the draft of another: it is offered, not opened', async () => {
    const draft = draftOf(LI, '李的半句');
    const fake = fakePort({ tab: pageOf(WANG), drafts: [draft], unfinished: draft });
    await open(fake);
    expect(title()).toBe('王丽华');
    expect(screen.queryByRole('form')).toBeNull();
    expect(screen.getByText('李建国 有一笔没写完')).toBeDefined();
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '继续写' })));
    await formOpen();
    expect(title()).toBe('李建国');
    expect(note()).toHaveProperty('value', '李的半句');
  });

  it('never gets the log when the page changes while one writes', async () => {
    const fake = fakePort({ tab: pageOf(WANG) });
    await open(fake);
    await press('t');
    await formOpen();
    await write('给王的');
    await act(async () => {
      fake.tab.value = pageOf(LI);
    });
    expect(title()).toBe('王丽华');
    expect(screen.getByRole('button', { name: /保存到 王丽华/ })).toBeDefined();
    await press('Enter', { ctrlKey: true });
    expect(fake.commands[0]).toMatchObject({ subject: subjectOf(WANG), details: { note: '给王的' } });
    await answered(fake);
    expect(title()).toBe('李建国');
  });

  it('never gets the log when the page changes while it is being saved', async () => {
    const fake = fakePort({ tab: pageOf(WANG) });
    await open(fake);
    await press('t');
    await formOpen();
    await press('Enter');
    await act(async () => {
      fake.tab.value = pageOf(LI);
    });
    await answered(fake);
    expect(screen.getByText('已保存到 王丽华')).toBeDefined();
    expect(fake.commands).toHaveLength(1);
    expect(fake.commands[0]).toMatchObject({ subject: subjectOf(WANG) });
  });

  it('gets an empty form; the one left keeps its draft and is offered again', async () => {
    const fake = fakePort({ tab: pageOf(WANG) });
    await open(fake);
    await press('t');
    await formOpen();
    await write('给王的');
    act(() => {
      (document.activeElement as HTMLElement | null)?.blur();
    });
    await press('/');
    await act(async () => {
      fireEvent.input(screen.getByRole('combobox', { name: '找客户' }), { target: { value: 'ljg' } });
    });
    await press('Enter');
    expect(title()).toBe('李建国');
    expect(screen.queryByRole('form')).toBeNull();
    expect(fake.drafts.get(WANG.clientId)?.details.note).toBe('给王的');
    expect(screen.getByText('王丽华 有一笔没写完')).toBeDefined();
    await press('t');
    await formOpen();
    expect(note()).toHaveProperty('value', '');
    await press('Enter', { ctrlKey: true });
    expect(fake.commands[0]).toMatchObject({ subject: subjectOf(LI), details: { note: null } });
  });

  it('is never told as having kept a promise of another', async () => {
    const fake = fakePort({ tab: pageOf(LI) });
    await open(fake);
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '这次兑现' })));
    await act(async () => {
      fake.tab.value = pageOf(WANG);
    });
    await press('t');
    await formOpen();
    await press('Enter');
    expect(fake.commands[0]).toMatchObject({ subject: subjectOf(WANG), keeps: null });
  });
});
