import { act, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { BalancePage } from '@/components/workbench/balance/BalancePage';
import { createWorkbenchDesk } from '@/components/workbench/desk';
import { WeekPage } from '@/components/workbench/week/WeekPage';
import type { Settings } from '@/utils/domain/schema/settings';
import { civilDay } from '@/utils/domain/schema/time';
import { aCard } from '../../domain/workload/cards';
import { closed, expectAccessible, settled } from '../setup';
import { fakeWorkbenchPort } from './fakePort';

afterEach(() => expectAccessible().finally(closed));

const WANG = aCard(1, { name: '王丽华', tier: 'A', due: '2026-11-09' });
const LI = aCard(2, { name: '李建国', due: '2026-11-10' }, { visitDue: '2026-11-01', area: '滨江区' });
const QUIET = aCard(3, { name: '陈雅婷', due: '2026-11-01' }, { quiet: null });

async function open(settings: Partial<Settings> = {}) {
  const fake = fakeWorkbenchPort([WANG, LI, QUIET], [], settings);
  const desk = createWorkbenchDesk(fake.port);
  await act(() => void render(<WeekPage desk={desk} />));
  return { ...fake, desk };
}
const column = (name: string) => within(screen.getByRole('region', { name }));
const WEDNESDAY = '2026年11月18日 周三';
const THURSDAY = '2026年11月19日 周四';
const click = async (element: Element) => {
  await act(() => void fireEvent.click(element));
  await settled();
};

describe('the week plan', () => {
  it('has who is due on the days left, meetings by area, and says who is left out and why', async () => {
    await open();
    expect(column(WEDNESDAY).getByRole('button', { name: '王丽华' })).toBeDefined();
    expect(column(WEDNESDAY).getByText('滨江区')).toBeDefined();
    expect(column(WEDNESDAY).getByText('面谈 1/2 · 联系 1/8')).toBeDefined();
    expect(column('勿扰').getByRole('button', { name: '陈雅婷' })).toBeDefined();
  });

  it('moves by the menu, keeps it, and puts it back', async () => {
    const { moves, desk } = await open();
    await click(screen.getByRole('button', { name: '挪动 王丽华' }));
    await click(screen.getByRole('menuitem', { name: /周四/ }));
    expect(moves.value).toEqual({ '2026-11-16': [{ clientId: WANG.clientId, day: '2026-11-19' }] });
    expect(desk.deeds.said.value).toMatchObject({ text: '王丽华 已挪到明天', failed: false });
    expect(column(THURSDAY).getByText('手动安排')).toBeDefined();
    await click(screen.getByRole('button', { name: '挪动 王丽华' }));
    await click(screen.getByRole('menuitem', { name: '恢复自动安排' }));
    expect(column(WEDNESDAY).getByRole('button', { name: '王丽华' })).toBeDefined();
  });

  it('moves by keys, from day to day', async () => {
    await open();
    const step = async (key: string) => {
      await act(() => {
        fireEvent.keyDown(screen.getByRole('button', { name: '王丽华' }), { key, altKey: true });
      });
      await settled();
    };
    await step('ArrowRight');
    expect(column(THURSDAY).getByRole('button', { name: '王丽华' })).toBeDefined();
    await step('ArrowLeft');
    expect(column(WEDNESDAY).getByRole('button', { name: '王丽华' })).toBeDefined();
  });

  it('moves by the pointer: on another day, or out of the week', async () => {
    await open();
    const drag = async (to: Element) => {
      const card = screen.getByRole('button', { name: '王丽华' }).closest('li');
      await act(() => {
        if (card) fireEvent.dragStart(card);
        fireEvent.drop(to);
      });
      await settled();
    };
    await drag(screen.getByRole('region', { name: THURSDAY }));
    expect(column(THURSDAY).getByRole('button', { name: '王丽华' })).toBeDefined();
    await drag(screen.getByRole('region', { name: '没有排进来的' }));
    expect(column('你说本周不排').getByRole('button', { name: '王丽华' })).toBeDefined();
  });

  it('says so where a move could not be kept, and leaves everything where it was', async () => {
    const { behaviour, desk } = await open();
    behaviour.keeps = false;
    await click(screen.getByRole('button', { name: '挪动 王丽华' }));
    await click(screen.getByRole('menuitem', { name: '本周不排' }));
    expect(desk.deeds.said.value).toMatchObject({ failed: true, text: '没有保存，请再试一次' });
    expect(column(WEDNESDAY).getByRole('button', { name: '王丽华' })).toBeDefined();
  });

  it('keeps leave free, with who stands in, and fixes a plan for a day to come', async () => {
    const away = { from: civilDay.parse('2026-11-18'), until: civilDay.parse('2026-11-18'), standIn: '李明' };
    const { commands } = await open({ leave: [away] });
    expect(column(WEDNESDAY).getByText('休假，李明代班')).toBeDefined();
    await click(column(THURSDAY).getByRole('button', { name: '把 李建国 定为计划' }));
    expect(commands).toMatchObject([
      { do: 'logContact', details: { channel: 'meeting', day: '2026-11-19', result: null } },
    ]);
  });

  it('opens on the next week once no working day is left', async () => {
    const away = { from: civilDay.parse('2026-11-18'), until: civilDay.parse('2026-11-22'), standIn: null };
    await open({ leave: [away] });
    expect(screen.getByText('11月23日至11月29日')).toBeDefined();
    await click(screen.getByRole('button', { name: '本周' }));
    expect(screen.getByText('11月16日至11月22日')).toBeDefined();
  });
});

describe('the balance of visits', () => {
  it('has both sides, and whom to see instead of whom', async () => {
    const over = aCard(
      4,
      { name: '邓慧', tier: 'A' },
      { recent: ['2026-11-17', '2026-11-10', '2026-11-02'] },
    );
    const fake = fakeWorkbenchPort([over, WANG, LI]);
    await act(() => void render(<BalancePage desk={createWorkbenchDesk(fake.port)} />));
    const often = column('联系过多');
    expect(often.getByText('60天内3次')).toBeDefined();
    expect(often.getByText('同级别')).toBeDefined();
    expect(
      column('联系不足')
        .getAllByRole('button')
        .map((each) => each.textContent),
    ).toEqual(['王丽华', '李建国']);
    await click(often.getByRole('button', { name: '王丽华' }));
    expect(location.hash).toContain(WANG.clientId);
  });
});
