import { act, fireEvent, render, screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { createDesk, type Desk } from '@/components/panel/desk';
import { Visits } from '@/components/panel/visits/Visits';
import { type Command, command } from '@/utils/app/command';
import type { ClientBundle } from '@/utils/domain/bundle';
import { pictureOf } from '@/utils/domain/picture';
import { fail } from '@/utils/domain/result';
import type { Contact } from '@/utils/domain/schema/contact';
import type { Visit } from '@/utils/domain/schema/visit';
import { type PlayPort, playPort } from '../../../gallery/fixtures/port';
import { aBundle, aClient, aContactId, aPlan, d, someSettings } from '../../domain/build';
import { aVisit } from '../../domain/buildFacts';
import { expectAccessible, speak, settled as spoken } from '../setup';

/** The forms come when they are opened. */
const settled = async () => {
  await spoken();
  await act(async () => {
    await import('@/components/panel/visits/Prepare');
    await import('@/components/panel/visits/OutcomeForm');
  });
  await spoken();
};

const TODAY = d('2026-11-20');
const CLIENT = {
  subject: { type: 'client', clientId: aClient().id } as const,
  name: '王丽华',
  kind: 'individual' as const,
};
const SHOWN = { subject: CLIENT.subject, record: null };

interface Stage {
  port: PlayPort;
  desk: Desk;
  redraw(bundle: ClientBundle): void;
}

const drawn = (bundle: ClientBundle, desk: Desk) => (
  <main>
    <h1>王丽华</h1>
    <Visits picture={pictureOf(bundle, someSettings(), TODAY)} client={CLIENT} shown={SHOWN} desk={desk} />
  </main>
);

async function show(contacts: readonly Contact[], visits: readonly Visit[] = []): Promise<Stage> {
  const port = playPort({ state: 'starting' });
  const desk = createDesk(port);
  desk.session.show(SHOWN);
  const { rerender } = render(drawn(aBundle({ contacts, visits }), desk));
  await settled();
  return { port, desk, redraw: (bundle) => rerender(drawn(bundle, desk)) };
}

const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>('button', { name });
const click = async (name: string | RegExp) => {
  fireEvent.click(button(name));
  await settled();
};
const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const choose = (group: string, option: string) =>
  fireEvent.click(
    within(screen.getByRole('radiogroup', { name: group })).getByRole('radio', { name: option }),
  );

/** What was sent, each a command the background would take. */
function sent({ port }: Stage): readonly Command[] {
  for (const one of port.commands) expect(command.safeParse(one).error?.issues ?? []).toEqual([]);
  return port.commands;
}

const AHEAD = aPlan('2026-11-24', 1, { goal: '谈到期承接', purpose: 'maturity', place: '客户家' });
const OVER = aPlan('2026-11-18', 1, { goal: '谈到期承接', purpose: 'maturity' });

describe('the visits of a client', () => {
  it('say in one line that none is planned, and plan one by the log form', async () => {
    const stage = await show([]);
    expect(document.querySelector('.quiet')?.textContent).toBe('近期没有安排拜访');
    await click('安排拜访');
    expect(stage.desk.session.opened.value?.draft.details).toMatchObject({
      channel: 'meeting',
      day: '2026-11-21',
    });
    await expectAccessible();
  });

  it('say what for and how far prepared, in the reader’s language', async () => {
    await show([AHEAD]);
    expect(document.querySelector('.visit')?.textContent).toContain('谈到期承接');
    expect(document.querySelector('.visit')?.textContent).toContain('未准备');
    speak('en');
    await show([AHEAD], [aVisit(1)]);
    expect(document.querySelectorAll('.visit')[1]?.textContent).toContain('Prepared');
  });

  it('open their briefing', async () => {
    const { port } = await show([AHEAD]);
    await click('一页简报');
    expect(port.briefings).toEqual([[aClient().id, aContactId(1)]]);
  });
});

describe('the preparation of a visit', () => {
  it('is kept with what one can do, and leaves what was typed where it fails', async () => {
    const stage = await show([AHEAD]);
    await click('准备');
    await expectAccessible();
    type('我能为客户做什么', '把三张到期存单排好');
    type('片区', '滨江');
    stage.port.answer = { outcome: fail({ code: 'full', field: null }) };
    await click(/保存/);
    expect(screen.getByLabelText<HTMLInputElement>('我能为客户做什么').value).toBe('把三张到期存单排好');
    stage.port.answer = { outcome: { ok: true, value: { clientId: null, seq: 1 } } };
    await click(/保存/);
    expect(sent(stage).at(-1)).toMatchObject({
      do: 'keepVisit',
      clientId: aClient().id,
      visit: { id: aContactId(1), canDo: '把三张到期存单排好', area: '滨江', marker: null },
    });
    expect(screen.queryByLabelText('我能为客户做什么')).toBeNull();
  });

  it('keeps every tick at once, each on top of the one before', async () => {
    const stage = await show([AHEAD]);
    await click('准备');
    fireEvent.click(screen.getByLabelText('持有清单'));
    fireEvent.click(screen.getByLabelText('名片'));
    await settled();
    const done = sent(stage).map((one) =>
      one.do === 'keepVisit' ? one.visit.checklist.filter((item) => item.done) : [],
    );
    expect(done).toEqual([
      [{ code: 'holdingsPrint', done: true }],
      [
        { code: 'holdingsPrint', done: true },
        { code: 'cards', done: true },
      ],
    ]);
  });

  it('takes lines of the RM’s own, and goes back where a tick was not kept', async () => {
    const stage = await show([AHEAD], [aVisit(1)]);
    await click('准备');
    type('加一项', '带一盒茶');
    await click('加上');
    expect(screen.getByLabelText('带一盒茶')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('加一项').value).toBe('');
    stage.port.answer = { outcome: fail({ code: 'unavailable', field: null }) };
    fireEvent.click(screen.getByLabelText('持有清单'));
    await settled();
    expect(screen.getByLabelText<HTMLInputElement>('持有清单').checked).toBe(false);
  });
});

describe('the outcome of a visit', () => {
  it('starts with nothing said, and is saved with marker, evidence and what was learned', async () => {
    const stage = await show([OVER], [aVisit(1, { marker: '签预登记表' })]);
    await click('记结果');
    await expectAccessible();
    const reached = screen.getByRole('radiogroup', { name: '是否达成' });
    expect(within(reached).queryByRole('radio', { checked: true })).toBeNull();
    choose('是否达成', '达成');
    await click('照准备的填');
    type('凭据', '预登记表第3号');
    const [first] = [...document.querySelectorAll('.visit-fact')];
    const field = first?.querySelector<HTMLElement>('textarea, input, select');
    if (!field) throw new Error('no missing fact is asked for');
    fireEvent.input(field, { target: { value: '教师' } });
    fireEvent.submit(screen.getByRole('form', { name: '给王丽华记拜访结果' }));
    await settled();
    expect(stage.port.commands).toEqual([]);
    expect(document.querySelector('.field-error')?.textContent).toContain('客户说的');
    fireEvent.click(screen.getByRole('radio', { name: '客户说的' }));
    await expectAccessible();
    fireEvent.submit(screen.getByRole('form', { name: '给王丽华记拜访结果' }));
    await settled();
    expect(sent(stage)).toMatchObject([
      {
        do: 'logVisit',
        plan: aContactId(1),
        details: { day: '2026-11-18', result: 'reached', goalReached: 'yes', marker: '签预登记表' },
        evidence: '预登记表第3号',
        learned: [{ fact: { source: 'client', day: '2026-11-18' } }],
      },
    ]);
    expect(screen.queryByRole('form', { name: '给王丽华记拜访结果' })).toBeNull();
  });

  it('says nothing of a goal where nobody was met', async () => {
    const stage = await show([OVER]);
    await click('记结果');
    choose('结果', '没见到');
    expect(screen.queryByRole('radiogroup', { name: '是否达成' })).toBeNull();
    await act(async () => void (await stage.desk.session.save()));
    expect(sent(stage)).toMatchObject([
      { do: 'logVisit', details: { result: 'noAnswer', goalReached: null }, evidence: null, learned: [] },
    ]);
  });

  it('keeps its draft with what was learned, and goes on with it', async () => {
    const stage = await show([OVER]);
    await click('记结果');
    choose('是否达成', '部分达成');
    type('凭据', '口头答应');
    await act(async () => stage.desk.session.close());
    await settled();
    expect([...stage.port.drafts.values()]).toMatchObject([
      { amends: aContactId(1), visit: { evidence: '口头答应' }, details: { goalReached: 'partly' } },
    ]);
    await act(async () => stage.desk.session.resume());
    await settled();
    expect(screen.getByLabelText<HTMLInputElement>('凭据').value).toBe('口头答应');
  });

  it('warns when the plan it was begun for is gone', async () => {
    const stage = await show([OVER]);
    await click('记结果');
    stage.redraw(aBundle());
    await settled();
    expect(screen.getByRole('alert').textContent).toContain('安排已经改了');
  });
});
