import { signal } from '@preact/signals';
import { fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createDeeds } from '@/components/ui/deeds';
import type { Desk } from '@/components/workbench/desk';
import { EventsPage } from '@/components/workbench/events/EventsPage';
import type { Command, Outcome } from '@/utils/app/command';
import type { HalfForms } from '@/utils/app/halfForms';
import type { BookView } from '@/utils/app/popupPort';
import type { WorkbenchPort } from '@/utils/app/workbenchPort';
import type { ContactsView } from '@/utils/app/workloadPort';
import { briefOf } from '@/utils/domain/briefOf';
import type { ClientBundle } from '@/utils/domain/bundle';
import { candidateOf } from '@/utils/domain/event/candidate';
import type { Client } from '@/utils/domain/schema/client';
import type { Contact } from '@/utils/domain/schema/contact';
import { contactId, eventId, opId } from '@/utils/domain/schema/ids';
import { aBundle, aClient, aClientId, aPlan, d, someSettings } from '../../domain/build';
import { closed, expectAccessible, settled } from '../setup';
import { fakeWorkbench } from './fakePort';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });
afterEach(() => expectAccessible().finally(closed));

const DAY = '2026-11-20';
const BEFORE = '2026-11-12';
const TEA = { id: eventId.parse('1'.repeat(24)), name: '春茶会' };
const GAVE: Client['consents'] = { wechat: { given: true, day: d('2026-01-05'), source: 'client' } };
const NAMES = ['安然', '白露', '陈晨', '丁宁'];

const bundleOf = (n: number, change: Partial<Client> = {}): ClientBundle =>
  aBundle({
    client: aClient({ id: aClientId(n), name: NAMES[n] ?? `客户${n}`, tier: 'A', consents: GAVE, ...change }),
  });
const invited = (n: number): Contact =>
  aPlan(DAY, n + 1, { channel: 'group', clientId: aClientId(n), event: TEA, place: '滨江支行' });

async function show(
  bundles: readonly ClientBundle[],
  contacts: readonly Contact[],
  today: string,
  kept: HalfForms = {},
) {
  const commands: Command[] = [];
  const saved: HalfForms[] = [];
  const answer: { outcome: Outcome } = { outcome: { ok: true, value: { clientId: null, seq: 1 } } };
  let ids = 0;
  const hex = () => (++ids).toString(16).padStart(24, '0');
  const settings = signal(someSettings());
  const briefs = bundles.map((each) => briefOf(each, settings.value, d(today), [], []));
  const rows = (some: readonly ClientBundle[]) =>
    some.map((each) => candidateOf(each, settings.value, d(today)));
  const port: WorkbenchPort = {
    ...fakeWorkbench(),
    today: signal(d(today)),
    settings,
    book: signal<BookView>({ state: 'ready', briefs, quarantined: 0, trouble: null }),
    candidates: async () => ({ all: async () => rows(bundles), of: async () => [] }),
    watchContacts: (_span, tell: (view: ContactsView) => void) => {
      tell({ state: 'ready', contacts });
      return () => {};
    },
    newContactId: () => contactId.parse(hex()),
    newRowId: hex,
    loadForms: async () => kept,
    saveForms: async (_of, forms) => {
      saved.push(forms);
    },
    run: async (command) => {
      commands.push(command);
      return { op: opId.parse(hex()), outcome: answer.outcome };
    },
  };
  const desk: Desk = {
    port,
    deeds: createDeeds(port),
    place: signal({ page: 'events', client: null }),
    show: () => {},
  };
  render(
    <main>
      <h1>知彼工作台</h1>
      <EventsPage desk={desk} />
    </main>,
  );
  await settled();
  /** What lies on the disk once the page is left. */
  const left = () => {
    window.dispatchEvent(new Event('pagehide'));
    return saved.at(-1);
  };
  return { commands, answer, left };
}

const click = async (role: string, name: string) => {
  fireEvent.click(screen.getByRole(role, { name }));
  await settled();
};
const type = async (label: string, value: string) => {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
  await settled();
};

describe('the page of group events', () => {
  it('begins with a name and a day, and invites whoever is ticked by one command', async () => {
    const { commands } = await show([bundleOf(0), bundleOf(1), bundleOf(2, { consents: {} })], [], BEFORE);
    await click('button', '选客户');
    expect(screen.getByText('请填名称')).toBeTruthy();
    await type('活动名称', ' 春茶会 ');
    await type('日期', DAY);
    await click('button', '选客户');
    const candidates = screen.getAllByRole('checkbox').map((each) => each.closest('label')?.textContent);
    // Who agreed to no marketing is not invited, and the page says why.
    expect(candidates.map((each) => each?.slice(0, 2))).toEqual(['安然', '白露']);
    expect(screen.getByText('1位不能邀请及原因')).toBeTruthy();
    await click('button', '全选2位');
    await click('button', '邀请2位');
    expect(commands).toMatchObject([
      {
        do: 'logEvent',
        event: { name: '春茶会' },
        day: DAY,
        note: '春茶会',
        guests: [{ result: null, supersedes: null }, { result: null }],
      },
    ]);
  });

  it('takes nobody for having come: only who is marked is saved, the rest stay invited', async () => {
    const contacts = [invited(0), invited(1), invited(2)];
    const { commands } = await show([bundleOf(0), bundleOf(1), bundleOf(2)], contacts, DAY);
    expect(screen.getAllByRole('radio', { checked: false }).length).toBe(6);
    const save = screen.getByRole<HTMLButtonElement>('button', { name: '记下0位' });
    expect(save.disabled).toBe(true);
    const mark = async (name: string, how: string) => {
      const group = screen.getByRole('radiogroup', { name: `${name}到场了吗` });
      fireEvent.click(within(group).getByRole('radio', { name: how }));
      await settled();
    };
    await mark('安然', '到场');
    await mark('白露', '未到');
    await type('活动情况（写进每个人的记录）', '聊了养老');
    await type('下一步', '送资料');
    expect(screen.getByText('还有1位没有标记，仍算已邀')).toBeTruthy();
    await click('button', '记下2位');
    expect(commands).toMatchObject([
      {
        do: 'logEvent',
        event: TEA,
        note: '春茶会\n聊了养老',
        nextStep: { text: '送资料', due: null },
        guests: [
          { clientId: aClientId(0), supersedes: contacts[0]?.id, result: 'reached' },
          { clientId: aClientId(1), supersedes: contacts[1]?.id, result: 'noAnswer' },
        ],
      },
    ]);
  });

  it('keeps the marks and the words when saving failed', async () => {
    const { answer } = await show([bundleOf(0)], [invited(0)], DAY);
    answer.outcome = { ok: false, error: { code: 'full', field: null } };
    await click('radio', '到场');
    await type('活动情况（写进每个人的记录）', '聊了养老');
    await click('button', '记下1位');
    expect(screen.getByRole('radio', { name: '到场', checked: true })).toBeTruthy();
    expect(screen.getByDisplayValue('聊了养老')).toBeTruthy();
  });

  it('notes who declined before the day, on the day it was said', async () => {
    const { commands } = await show([bundleOf(0)], [invited(0)], BEFORE);
    await click('button', '婉拒 安然');
    expect(commands).toMatchObject([
      { do: 'logEvent', day: BEFORE, guests: [{ result: 'declined', supersedes: invited(0).id }] },
    ]);
  });

  it('lets everybody be noted as present, also whom no gate would let be invited', async () => {
    const { commands } = await show([bundleOf(0), bundleOf(2, { consents: {} })], [invited(0)], DAY);
    await click('checkbox', '陈晨 A');
    await click('button', '记1位到场');
    expect(commands).toMatchObject([
      { do: 'logEvent', guests: [{ clientId: aClientId(2), supersedes: null, result: 'reached' }] },
    ]);
  });

  it('notes whom a guest brought along, and warns of a namesake', async () => {
    const came: Contact = { ...invited(0), state: 'done', result: 'reached' };
    const { commands } = await show([bundleOf(0), bundleOf(3)], [came], DAY);
    await type('姓名', '丁宁');
    expect(screen.getByText(/客户中已有丁宁/u)).toBeTruthy();
    await type('姓名', '方圆');
    await type('手机', '一二三');
    await click('button', '记为潜客');
    expect(commands).toEqual([]);
    expect(screen.getByText('这不是电话号码')).toBeTruthy();
    await type('手机', '138 0000 1234');
    await click('button', '记为潜客');
    expect(commands).toMatchObject([
      {
        do: 'bringGuest',
        name: '方圆',
        phone: { e164: '+8613800001234' },
        broughtBy: aClientId(0),
        event: TEA,
      },
    ]);
  });

  it('keeps a new event that is half-filled, and shows it again with what to do about it', async () => {
    const { left } = await show([bundleOf(0)], [invited(0)], BEFORE);
    await click('button', '新活动');
    expect(screen.queryByText(/还没有保存/u)).toBeNull();
    await type('活动名称', '年会');
    expect(screen.getByText(/还没有保存/u)).toBeTruthy();
    const forms = left();
    expect(forms).toEqual({ 'event|new': { name: '年会' } });
    await closed();
    await show([bundleOf(0)], [invited(0)], BEFORE, forms);
    expect(screen.getByDisplayValue('年会')).toBeTruthy();
    await click('button', '丢弃');
    expect(screen.queryByDisplayValue('年会')).toBeNull();
  });

  it('keeps an event nobody is invited to yet with who is ticked, until it is in the book', async () => {
    const { left } = await show([bundleOf(0), bundleOf(1)], [], BEFORE);
    await type('活动名称', '年会');
    await type('日期', DAY);
    await click('button', '选客户');
    await click('checkbox', '白露 A');
    const forms = left();
    await closed();
    const again = await show([bundleOf(0), bundleOf(1)], [], BEFORE, forms);
    await settled();
    expect(screen.getByRole('heading', { name: '年会' })).toBeTruthy();
    expect(screen.getByRole('checkbox', { name: '白露 A', checked: true })).toBeTruthy();
    await click('button', '邀请1位');
    expect(again.commands).toMatchObject([
      { do: 'logEvent', event: { name: '年会' }, day: DAY, guests: [{ clientId: aClientId(1) }] },
    ]);
    expect(Object.keys(again.left() ?? {}).map((name) => name.split('|')[0])).toEqual(['begun']);
  });

  it('keeps who is marked and what was said, and drops it once it is saved', async () => {
    const { left } = await show([bundleOf(0)], [invited(0)], DAY);
    await click('radio', '到场');
    await type('活动情况（写进每个人的记录）', '聊了养老');
    const forms = left();
    await closed();
    const again = await show([bundleOf(0)], [invited(0)], DAY, forms);
    expect(screen.getByRole('radio', { name: '到场', checked: true })).toBeTruthy();
    await click('button', '记下1位');
    expect(again.commands).toMatchObject([{ do: 'logEvent', note: '春茶会\n聊了养老' }]);
    expect(again.left()).toEqual({});
  });

  it('moves an event with all who are still invited, and says who has to tell them', async () => {
    const declined: Contact = { ...invited(1), state: 'done', result: 'declined' };
    const { commands } = await show([bundleOf(0), bundleOf(1)], [invited(0), declined], BEFORE);
    await click('button', '改期或改地点');
    expect(screen.getByText(/已邀的1位请您自己告知/u)).toBeTruthy();
    await type('日期', '2026-11-11');
    expect(screen.getByText('日期已过，请另选')).toBeTruthy();
    await type('日期', '2026-12-01');
    await type('地点', '');
    await click('button', '保存改动');
    expect(commands).toMatchObject([
      {
        do: 'moveEvent',
        event: TEA,
        day: '2026-12-01',
        place: null,
        guests: [{ clientId: aClientId(0), supersedes: invited(0).id }],
      },
    ]);
  });

  it('calls an event off after asking, and neither moves nor calls off one to which somebody came', async () => {
    const { commands } = await show([bundleOf(0)], [invited(0)], BEFORE);
    await click('button', '取消活动');
    const dialog = within(screen.getByRole('dialog', { name: '取消“春茶会”？' }));
    expect(dialog.getByText(/1位客户的邀请不再算作计划/u)).toBeTruthy();
    fireEvent.click(dialog.getByRole('button', { name: '取消活动' }));
    await settled();
    expect(commands).toMatchObject([
      { do: 'callOffEvent', eventId: TEA.id, guests: [{ clientId: aClientId(0), contactId: invited(0).id }] },
    ]);
    await closed();
    await show([bundleOf(0)], [{ ...invited(0), state: 'done', result: 'reached' }], DAY);
    expect(screen.queryByRole('button', { name: '取消活动' })).toBeNull();
    expect(screen.queryByRole('button', { name: '改期或改地点' })).toBeNull();
  });
});
