import { act, fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { createDesk } from '@/components/panel/desk';
import { History } from '@/components/panel/history/History';
import { monthCounts } from '@/components/panel/history/months';
import type { Contact } from '@/utils/domain/schema/contact';
import { timelineOf } from '@/utils/domain/timeline/timeline';
import {
  aClientId,
  aContact,
  aContactId,
  CONTACTS,
  longHistory,
  TODAY,
} from '../../../gallery/fixtures/people';
import { playPort } from '../../../gallery/fixtures/port';
import { expectAccessible, settled } from '../setup';

const WANG = {
  subject: { type: 'client', clientId: aClientId(1) } as const,
  name: '王丽华',
  kind: 'individual' as const,
};

function show(contacts: readonly Contact[]) {
  const port = playPort({ state: 'starting' });
  const desk = createDesk(port);
  const timeline = timelineOf(contacts, TODAY);
  render(
    <main>
      <h1>王丽华</h1>
      <History timeline={timeline} late={false} client={WANG} today={TODAY} desk={desk} />
    </main>,
  );
  return { port, desk };
}
const entries = () => document.querySelectorAll('.entry');
const months = () => screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent);
const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('the history', () => {
  it('shows plans first and the latest by month; all of it on demand', async () => {
    show(CONTACTS);
    expect(entries()).toHaveLength(5);
    expect(months().slice(0, 2)).toEqual(['计划 1', '2026年10月 2']);
    fireEvent.click(button('全部14条'));
    expect(entries()).toHaveLength(14);
    expect(months()).toContain('2026年3月 3');
    await expectAccessible();
  });

  it('says so when there is none', async () => {
    show([]);
    expect(screen.getByText('还没有联系记录')).toBeTruthy();
    expect(screen.queryByRole('searchbox')).toBeNull();
    await expectAccessible();
  });

  it('shows failed attempts, goals, quotes, promises and CRM entries in words', () => {
    show(CONTACTS);
    fireEvent.click(button('全部14条'));
    const text = document.body.textContent ?? '';
    for (const word of [
      '未接通',
      '部分达成',
      '客户原话',
      '11月13日 逾期',
      'CRM',
      '签调仓预约单',
      '双录：SL-2026-0231',
      '群发',
    ]) {
      expect(text).toContain(word);
    }
  });

  it('filters by channel and finds by words of note, goal or purpose', () => {
    show(CONTACTS);
    fireEvent.click(button('面谈'));
    expect(entries()).toHaveLength(3);
    fireEvent.click(button('面谈'));
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: '外币' } });
    expect(entries()).toHaveLength(1);
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: '资产回顾' } });
    expect(entries()).toHaveLength(2);
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: '没有这样的' } });
    expect(screen.getByText('没有符合的记录')).toBeTruthy();
    fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'Escape' });
    expect(entries()).toHaveLength(5);
  });

  it('keeps a long history short until it is scrolled', () => {
    show(longHistory(2000));
    fireEvent.click(button('全部2000条'));
    expect(entries().length).toBeLessThan(100);
    const before = entries().length;
    fireEvent.click(button('更早的记录'));
    expect(entries().length).toBeGreaterThan(before);
  });

  it('goes to a month of the strip even where it was not drawn yet', async () => {
    show(longHistory(400));
    fireEvent.click(button(/^2026年1月，/));
    await settled();
    expect(document.getElementById('month-2026-01')).not.toBeNull();
  });

  it('marks an entry as entered in the bank’s system and takes that back', async () => {
    const { port } = show(CONTACTS);
    fireEvent.click(screen.getAllByRole('button', { name: '未录入' })[0]!);
    await settled();
    expect(port.commands[0]).toEqual({
      do: 'markEntered',
      clientId: aClientId(1),
      contactId: aContactId(2),
      entered: true,
    });
    fireEvent.click(button('已录入'));
    await settled();
    expect(port.commands[1]).toMatchObject({ entered: false });
  });

  it('opens a correction filled with the entry, and shows what stood there before', () => {
    const { desk } = show(CONTACTS);
    fireEvent.click(button('全部14条'));
    fireEvent.click(button('改过1次'));
    expect(screen.getByText('提醒风险测评到期。')).toBeTruthy();
    fireEvent.click(button('风险测评 的更多操作'));
    fireEvent.click(screen.getByRole('menuitem', { name: '修改' }));
    expect(desk.session.opened.value?.draft).toMatchObject({
      amends: aContactId(8),
      details: { purpose: 'riskTest', goalReached: 'yes' },
    });
  });

  it('does not offer to change what stands in the bank’s system', () => {
    show(CONTACTS);
    fireEvent.click(button('全部14条'));
    fireEvent.click(button('电话 的更多操作'));
    expect(screen.queryByRole('menuitem', { name: '修改' })).toBeNull();
    expect(screen.getByRole('menuitem', { name: '复制到CRM' })).toBeTruthy();
  });

  it('logs what became of a plan on its day, or today if that is still ahead', () => {
    const { desk } = show(CONTACTS);
    fireEvent.click(button('记下结果'));
    expect(desk.session.opened.value?.draft).toMatchObject({
      amends: aContactId(1),
      details: { channel: 'meeting', result: 'reached', day: TODAY, goal: '确认明年配置' },
    });
    expect(desk.session.opened.value?.draft.details.goalReached ?? null).toBeNull();
  });

  it('copies an entry in our own template where the bank’s is not known', async () => {
    const { port } = show(CONTACTS);
    fireEvent.click(screen.getAllByRole('button', { name: '回访 的更多操作' })[0]!);
    fireEvent.click(screen.getByRole('menuitem', { name: '复制到CRM' }));
    await settled();
    expect(port.copied[0]).toBe(
      [
        '2026-10-09 10:20 王丽华 电话 接通',
        '目的：回访',
        '目标：了解存单到期后的打算（部分达成）',
        '备注：客户原话：“女儿高三，想稳一点。答应发三季度持仓。”',
        '下一步：发送三季度持仓明细（2026-11-13）',
      ].join('\n'),
    );
  });

  it('says when copying was not possible', async () => {
    const { port, desk } = show(CONTACTS);
    port.copy = async () => false;
    fireEvent.click(screen.getAllByRole('button', { name: '回访 的更多操作' })[0]!);
    await act(async () => void fireEvent.click(screen.getByRole('menuitem', { name: '复制到CRM' })));
    await settled();
    expect(desk.deeds.said.value).toMatchObject({ failed: true });
  });
});

describe('the strip', () => {
  it('counts what took place in each of twelve months, the present one last', () => {
    const timeline = timelineOf(
      [
        aContact(1, 0, {}),
        aContact(2, 19, {}),
        aContact(3, 20, {}),
        aContact(4, 400, {}),
        aContact(5, -3, {}),
      ],
      TODAY,
    );
    const counts = monthCounts(timeline, TODAY);
    expect(counts).toHaveLength(12);
    expect(counts[0]).toEqual({ month: '2025-12', count: 0 });
    expect(counts.at(-2)).toEqual({ month: '2026-10', count: 1 });
    expect(counts.at(-1)).toEqual({ month: '2026-11', count: 2 });
  });
});

describe('carrying over into the bank’s CRM', () => {
  const done = (number: number, rest: Partial<Contact>) => aContact(number, 1, rest);

  it('copies the latest that is not there by one key, in the bank’s template, and offers to say so', async () => {
    const { port, desk } = show(CONTACTS);
    port.settings.value = { ...port.settings.value, template: '{客户}/{方式}/{备注}' };
    fireEvent.keyDown(document.body, { key: 'c' });
    await settled();
    expect(port.copied).toHaveLength(1);
    expect(port.copied[0]).toMatch(/^王丽华\//);
    act(() => desk.deeds.said.value?.offer?.take());
    await settled();
    expect(port.commands).toMatchObject([{ do: 'markEntered', entered: true }]);
  });

  it('copies nothing a bank may not say, unless the client said it', async () => {
    const words = { note: '这款保本', enteredInCrm: false };
    const { port, desk } = show([done(1, words)]);
    fireEvent.keyDown(document.body, { key: 'c' });
    await settled();
    expect(port.copied).toEqual([]);
    expect(desk.deeds.said.value).toMatchObject({ failed: true, text: expect.stringContaining('保本') });
  });

  it('copies a client’s own words as such', async () => {
    const { port } = show([done(1, { note: '要保本', clientWords: true, enteredInCrm: false })]);
    fireEvent.keyDown(document.body, { key: 'c' });
    await settled();
    expect(port.copied.join()).toContain('客户原话：“要保本”');
  });

  it('shows only what is not there yet', async () => {
    show(CONTACTS);
    fireEvent.click(button(/^未录入 \d+$/));
    expect(entries().length).toBeGreaterThan(0);
    for (const entry of entries()) expect(entry.textContent).toContain('未录入');
    await expectAccessible();
  });
});
