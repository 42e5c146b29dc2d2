// @vitest-environment jsdom
import { signal } from '@preact/signals';
import { fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createDeeds } from '@/components/ui/deeds';
import type { Desk } from '@/components/workbench/desk';
import { EventsPage } from '@/components/workbench/events/EventsPage';
import type { Command, Outcome } from '@/utils/app/command';
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

async function show(bundles: readonly ClientBundle[], contacts: readonly Contact[], today: string) {
  const commands: Command[] = [];
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
  return { commands, answer };
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
});
