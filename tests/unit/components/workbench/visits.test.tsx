import { act, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createWorkbenchDesk } from '@/components/workbench/desk';
import { hashOf, placeOf } from '@/components/workbench/place';
import { calendarFile } from '@/components/workbench/visits/calendarFile';
import { faultsIn } from '@/components/workbench/visits/PrintGate';
import { VisitsPage } from '@/components/workbench/visits/VisitsPage';
import { outlineOf } from '@/utils/domain/outline';
import type { Contact } from '@/utils/domain/schema/contact';
import type { Visit } from '@/utils/domain/schema/visit';
import { type PlannedVisit, plannedVisits } from '@/utils/domain/visits/planned';
import { aBundle, aClient, aContact, aContactId, aPlan, d, someSettings } from '../../domain/build';
import { aVisit } from '../../domain/buildFacts';
import { expectAccessible, settled as spoken } from '../setup';
import { type FakeWorkbench, fakeWorkbench } from './fakePort';

const TODAY = d('2026-11-20');
const NOW = { today: TODAY, minute: 600 };
const { id: WANG } = aClient();

const outline = (contacts: readonly Contact[], visits: readonly Visit[] = []) =>
  outlineOf(aBundle({ contacts, visits }), someSettings(), TODAY);
const planned = (contacts: readonly Contact[], visits: readonly Visit[] = []): PlannedVisit[] =>
  plannedVisits(outline(contacts, visits), NOW);

/** The parts of the page come when they are opened. */
const settled = async () => {
  await spoken();
  await act(async () => {
    await import('@/components/workbench/visits/BriefingPage');
    await import('@/components/workbench/visits/FiguresPage');
  });
  await spoken();
};

async function show(port: FakeWorkbench, hash = '#visits') {
  location.hash = hash;
  const desk = createWorkbenchDesk(port);
  render(
    <main>
      <h1>知彼工作台</h1>
      <VisitsPage desk={desk} />
    </main>,
  );
  await settled();
  return desk;
}
const click = async (name: string) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settled();
};

const OVER = aPlan('2026-11-18', 1, { goal: '谈到期承接' });
const TODAYS = aPlan('2026-11-20', 2, { minute: 900, goal: '送合同', place: '客户公司' });

afterEach(() => {
  location.hash = '';
});

describe('the page of visits', () => {
  it('says what waits to be logged, and opens the client beside it', async () => {
    const port = fakeWorkbench();
    port.visits.value = { state: 'ready', visits: planned([OVER, TODAYS]), now: NOW };
    const desk = await show(port);
    expect([...document.querySelectorAll('.vchase .vline')].map((line) => line.textContent)).toEqual([
      expect.stringContaining('谈到期承接'),
    ]);
    await expectAccessible();
    await click('记结果 王丽华');
    await vi.waitFor(() => expect(desk.place.value.client).toBe(WANG), 20_000);
  });

  it('lists a day by its areas and steps to the next', async () => {
    const port = fakeWorkbench();
    const tomorrow = aPlan('2026-11-21', 3, { goal: '看厂房' });
    const visits = planned([TODAYS, tomorrow], [aVisit(3, { area: '滨江' })]);
    port.visits.value = { state: 'ready', visits, now: NOW };
    await show(port);
    expect(document.querySelector('.vpaper')?.textContent).toContain('送合同');
    expect(document.querySelector('.varea')?.getAttribute('aria-label')).toBe('未写片区');
    await click('后一天');
    expect(document.querySelector('.vpaper')?.textContent).not.toContain('送合同');
    expect(document.querySelector('.varea')?.getAttribute('aria-label')).toBe('滨江');
    await expectAccessible();
    await click('后一天');
    expect(document.querySelector('.vpaper')?.textContent).toBe(
      '这一天没有安排拜访 在客户面板里“安排拜访”，或在周计划里“定下”',
    );
    await click('回到今天');
    expect(document.querySelector('.vpaper')?.textContent).toContain('送合同');
  });

  it.each([
    ['loading', '正在读取…'],
    ['error', '读不出拜访安排，请稍后再试'],
  ] as const)('says so while it is %s', async (state, words) => {
    const port = fakeWorkbench();
    port.visits.value = { state };
    await show(port);
    expect(document.querySelector('.wempty')?.textContent).toBe(words);
  });

  it('exports nothing where nothing is planned, and says so', async () => {
    const port = fakeWorkbench();
    port.visits.value = { state: 'ready', visits: [], now: NOW };
    const desk = await show(port);
    const make = vi.fn();
    Object.assign(URL, { createObjectURL: make });
    await click('导出当天');
    expect(desk.deeds.said.value).toMatchObject({ failed: true, text: '这些天没有安排拜访，没有导出' });
    expect(make).not.toHaveBeenCalled();
  });
});

describe('the figures', () => {
  it('are told with the tree of who brought whom; a share of nothing is a dash', async () => {
    const port = fakeWorkbench();
    const quality = {
      visits: 0,
      reached: { yes: 0, partly: 0, no: 0, unsaid: 0 },
      reachedShare: null,
      prepared: 0,
      evidenced: 0,
      focused: 0,
      contacts: 0,
      clients: 0,
      converted: 0,
      conversion: null,
    };
    const trees = [{ client: WANG, brought: [{ client: aClient({ id: WANG }).id, brought: [] }] }];
    port.figures = { quality, referrals: { trees, bringers: 1, channelization: 0.125 } };
    port.visits.value = { state: 'ready', visits: [], now: NOW };
    await show(port);
    fireEvent.click(screen.getByRole('radio', { name: '成效' }));
    await settled();
    const figures = [...document.querySelectorAll('.vfigure')].map((each) => each.textContent ?? '');
    expect(figures).toContain('达成率–');
    expect(figures.some((text) => text.startsWith('渠道化13%'))).toBe(true);
    expect(document.querySelector('.vtree')?.textContent).toContain('带来1位');
    await expectAccessible();
  });
});

describe('a briefing', () => {
  const HASH = `#visits/briefing/${WANG}/${aContactId(1)}`;
  const AHEAD = aPlan('2026-11-24', 1, { goal: '谈到期承接' });

  it('has a place of its own in the address', () => {
    const place = placeOf(HASH);
    expect(place).toEqual({ page: 'visits', client: null, briefing: { client: WANG, visit: aContactId(1) } });
    expect(hashOf(place)).toBe(HASH);
    expect(placeOf('#visits/briefing/x/y')).toEqual({ page: 'visits', client: null });
    expect(placeOf(`#book/briefing/${WANG}/${aContactId(1)}`)).toEqual({ page: 'book', client: null });
  });

  it('is one page, and is printed', async () => {
    const port = fakeWorkbench();
    const promised = aContact('2026-11-10', 2, { nextStep: { text: '送方案', due: d('2026-11-12') } });
    port.outline.value = outline([AHEAD, promised], [aVisit(1)]);
    const print = vi.fn();
    Object.assign(window, { print });
    await show(port, HASH);
    await vi.waitFor(() => expect(document.querySelector('.vsteps')).toBeTruthy(), 20_000);
    expect(document.querySelector('.vpart-promises')?.textContent).toContain('送方案');
    expect(document.querySelectorAll('.vsteps li')).toHaveLength(6);
    await expectAccessible();
    await click('打印');
    expect(print).toHaveBeenCalledTimes(1);
  });

  it('is not printed with words that may not be said; the client’s own may', async () => {
    const port = fakeWorkbench();
    const noted = (clientWords: boolean) => aContact('2026-11-10', 2, { note: '这款稳赚', clientWords });
    const print = vi.fn();
    Object.assign(window, { print });
    port.outline.value = outline([AHEAD, noted(false)]);
    await show(port, HASH);
    await vi.waitFor(() => expect(document.querySelector('.vsteps')).toBeTruthy(), 20_000);
    await click('打印');
    expect(print).not.toHaveBeenCalled();
    expect(screen.getByRole('alert').textContent).toContain('稳赚');
    await expectAccessible();
    await act(async () => {
      port.outline.value = outline([AHEAD, noted(true)]);
    });
    expect(screen.queryByRole('alert')).toBeNull();
    await click('打印');
    expect(print).toHaveBeenCalledTimes(1);
  });

  it('says so where the plan is gone', async () => {
    const port = fakeWorkbench();
    port.outline.value = outline([]);
    await show(port, HASH);
    await vi.waitFor(
      () => expect(document.querySelector('.wempty')?.textContent).toContain('没有这次安排'),
      20_000,
    );
  });

  it('names a word once for each text that holds it', () => {
    expect(
      faultsIn([{ text: '保本，真的保本' }, { text: '不保本' }, { text: '保本', clientWords: true }]),
    ).toEqual([{ words: '保本', text: '保本，真的保本' }]);
  });
});

describe('the calendar file', () => {
  const now = new Date('2026-11-20T01:00:00Z');
  const file = (withNames: boolean, plan: Contact, zone = 'Asia/Shanghai') =>
    calendarFile(planned([plan]), { withNames, zone, now }).split('\r\n');
  const plan = aPlan('2026-11-24', 1, { minute: 570, minutesLong: 90, place: '滨江路1号', goal: '谈承接' });

  it('says when, and no more', () => {
    const lines = file(false, plan);
    expect(lines).toEqual(
      expect.arrayContaining([
        'BEGIN:VCALENDAR',
        `UID:${aContactId(1)}@zhibi`,
        'DTSTART:20261124T013000Z',
        'DTEND:20261124T030000Z',
        'SUMMARY:拜访',
        'END:VCALENDAR',
      ]),
    );
    expect(lines.join('\n')).not.toMatch(/王丽华|滨江|承接/u);
  });

  it('says who and where only if that is wanted, what for never', () => {
    const lines = file(true, plan);
    expect(lines).toEqual(expect.arrayContaining(['SUMMARY:拜访王丽华', 'LOCATION:滨江路1号']));
    expect(lines.join('\n')).not.toContain('承接');
  });

  it('gives a visit without an hour its whole day, in every zone', () => {
    for (const zone of ['Asia/Shanghai', 'Pacific/Kiritimati', 'Etc/GMT+12']) {
      expect(file(false, aPlan('2026-11-24'), zone)).toContain('DTSTART;VALUE=DATE:20261124');
    }
  });
});
