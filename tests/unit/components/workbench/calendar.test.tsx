import { act, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CalendarPage } from '@/components/workbench/calendar/CalendarPage';
import { createWorkbenchDesk, type Desk } from '@/components/workbench/desk';
import { clientId } from '@/utils/domain/schema/ids';
import { aContact, aPlan } from '../../domain/build';
import { idOf } from '../../domain/search/briefs';
import { aCard } from '../../domain/workload/cards';
import { closed, expectAccessible, settled } from '../setup';
import { fakeWorkbenchPort } from './fakePort';

const of = (n: number) => ({ clientId: clientId.parse(idOf(n)) });
const WANG = aCard(1, {
  name: '王丽华',
  tier: 'A',
  due: '2026-11-09',
  last: { day: '2026-11-04', channel: 'phone' },
});
const LI = aCard(2, { name: '李建国', last: { day: '2026-11-12', channel: 'meeting' } });
const CHEN = aCard(3, { name: '陈雅婷', tier: 'C' });
const CONTACTS = [
  aContact('2026-11-04', 1, { ...of(1), note: '存单到期再议' }),
  aContact('2026-11-05', 2, { ...of(1), result: 'noAnswer' }),
  aContact('2026-11-12', 3, { ...of(2), channel: 'meeting' }),
  aPlan('2026-11-25', 4, of(2)),
];

let fake: ReturnType<typeof fakeWorkbenchPort>;
let desk: Desk;
beforeEach(async () => {
  location.hash = '#calendar';
  fake = fakeWorkbenchPort([WANG, LI, CHEN], CONTACTS);
  desk = createWorkbenchDesk(fake.port);
  await act(() => void render(<CalendarPage desk={desk} />));
});
afterEach(() => expectAccessible().finally(closed));

const names = () =>
  screen
    .getAllByRole('row')
    .slice(1, -1)
    .map((row) => within(row).getByRole('rowheader').querySelector('button')?.textContent);
const cell = (name: string | RegExp) => screen.getByRole('gridcell', { name });
const press = async (key: string) => {
  await act(() => void fireEvent.keyDown(document.activeElement ?? document.body, { key }));
  await settled();
};
const click = async (element: Element) => {
  await act(() => void fireEvent.click(element));
  await settled();
};

describe('the contact calendar', () => {
  it('has a letter where somebody was contacted, and says it in words too', () => {
    expect(cell(/^王丽华，2026年11月4日 周三：电话$/).textContent).toBe('T');
    expect(
      cell(/^王丽华，2026年11月5日 周四：电话（没联系到）$/).querySelector('.cmark-failed'),
    ).not.toBeNull();
    expect(
      cell(/^李建国，2026年11月25日 周三：面谈（计划）$/).querySelector('.cmark-planned'),
    ).not.toBeNull();
    expect(screen.getByRole('columnheader', { name: '2026年11月18日 周三' }).className).toContain(
      'cday-today',
    );
    expect(screen.getByText('超期9天')).toBeDefined();
  });

  it('has who was never or longest not talked to at the top, and sums of what reached somebody', () => {
    expect(names()).toEqual(['陈雅婷', '王丽华', '李建国']);
    const sums = [...document.querySelectorAll('.crow .csum')].map((sum) => sum.textContent);
    expect(sums).toEqual(['', '1', '1']);
    expect(
      [...document.querySelectorAll('.cfoot .csum')].map((sum) => sum.textContent).filter(Boolean),
    ).toEqual(['1', '1', '2']);
  });

  it('is narrowed to those who were not reached', async () => {
    await click(screen.getByRole('button', { name: '期内没联系到 1' }));
    expect(names()).toEqual(['陈雅婷']);
  });

  it('opens the note behind a cell, keeps it out of titles, and goes back to the cell with Escape', async () => {
    expect(document.body.innerHTML).not.toContain('存单到期再议');
    await click(cell(/^王丽华，2026年11月4日/));
    const note = screen.getByRole('dialog', { name: '王丽华，2026年11月4日 周三的联系' });
    expect(note.textContent).toContain('存单到期再议');
    expect(note.contains(document.activeElement)).toBe(true);
    await press('Escape');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(cell(/^王丽华，2026年11月4日/));
  });

  it('is worked by keys: arrows by cell, PageDown by month, Home to today, Enter into the note', async () => {
    await click(cell(/^王丽华，2026年11月5日/));
    await press('Escape');
    await press('ArrowLeft');
    expect(document.activeElement).toBe(cell(/^王丽华，2026年11月4日/));
    expect(screen.getByRole('dialog').contains(document.activeElement)).toBe(false);
    await press('ArrowDown');
    expect(document.activeElement).toBe(cell('李建国，2026年11月4日 周三：没有联系'));
    await press('Home');
    expect(document.activeElement).toBe(cell('李建国，2026年11月18日 周三：没有联系'));
    await press('PageDown');
    expect(screen.getByText('2026年12月')).toBeDefined();
    expect(document.activeElement).toBe(cell('李建国，2026年12月18日 周五：没有联系'));
    await press('Enter');
    expect(screen.getByRole('dialog').contains(document.activeElement)).toBe(true);
    await press('Escape');
    await press('PageUp');
    expect(screen.getByText('2026年11月')).toBeDefined();
  });

  it('plans a contact for a day to come, and only then', async () => {
    await click(cell(/^李建国，2026年11月12日/));
    expect(screen.queryByRole('button', { name: '计划电话' })).toBeNull();
    await press('Escape');
    await click(cell(/^李建国，2026年11月25日/));
    await click(screen.getByRole('button', { name: '计划电话' }));
    expect(fake.commands).toMatchObject([
      { do: 'logContact', details: { channel: 'phone', day: '2026-11-25', result: null, goalReached: null } },
    ]);
    expect(desk.deeds.said.value).toMatchObject({ failed: false, text: '已计划：李建国，11月25日的电话' });
    expect(desk.deeds.said.value?.undo).not.toBeNull();
  });

  it('opens a client beside the page by the name', async () => {
    await click(screen.getByRole('button', { name: '陈雅婷' }));
    expect(location.hash).toBe(`#calendar/client/${CHEN.clientId}`);
  });

  it('marks with characters where that is set', async () => {
    await click(screen.getByRole('radio', { name: '电 邮 面' }));
    expect(fake.settings.value.calendarMarks).toBe('characters');
    expect(cell(/^李建国，2026年11月12日/).textContent).toBe('面');
  });
});

describe('a large book', () => {
  it('draws only the rows in sight', async () => {
    await closed();
    const many = fakeWorkbenchPort(Array.from({ length: 10_000 }, (_, n) => aCard(n + 1)));
    await act(() => void render(<CalendarPage desk={createWorkbenchDesk(many.port)} />));
    expect(document.querySelectorAll('.crow').length).toBeLessThan(60);
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('10002');
    await closed();
  });
});
