import { signal } from '@preact/signals';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createDeeds } from '@/components/ui/deeds';
import type { Desk } from '@/components/workbench/desk';
import { EveningPage } from '@/components/workbench/evening/EveningPage';
import type { Command, Outcome } from '@/utils/app/command';
import type { EveningPort } from '@/utils/app/eveningPort';
import type { BookView } from '@/utils/app/popupPort';
import type { WorkbenchPort } from '@/utils/app/workbenchPort';
import { briefOf } from '@/utils/domain/briefOf';
import type { ClientBundle } from '@/utils/domain/bundle';
import { type ClientId, contactId, opId } from '@/utils/domain/schema/ids';
import { aBundle, aClient, aClientId, aContact, aPlan, d, someSettings } from '../../domain/build';
import { closed, expectAccessible, settled } from '../setup';
import { fakeWorkbench } from './fakePort';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });
afterEach(() => expectAccessible().finally(closed));

const TODAY = d('2026-11-20');
const NAMES = ['安然', '白露', '陈晨'];

const bundleOf = (n: number, rest: Partial<ClientBundle> = {}) =>
  aBundle({ client: aClient({ id: aClientId(n), name: NAMES[n] ?? `客户${n}` }), ...rest });

/** A workbench with these clients, all opened today, that keeps what it is told. */
async function show(bundles: readonly ClientBundle[]) {
  const commands: Command[] = [];
  const copied: string[] = [];
  const dismissed = signal<ReadonlySet<ClientId>>(new Set());
  const answer: { outcome: Outcome } = { outcome: { ok: true, value: { clientId: null, seq: 1 } } };
  let ids = 0;
  const hex = () => {
    ids += 1;
    return ids.toString(16).padStart(24, '0');
  };
  const settings = signal(someSettings());
  const today = signal(TODAY);
  const run: EveningPort['run'] = async (command) => {
    commands.push(command);
    return { op: opId.parse(hex()), outcome: answer.outcome };
  };
  const copy = async (text: string) => {
    copied.push(text);
    return true;
  };
  const evening: EveningPort = {
    today,
    settings,
    run,
    copy,
    opened: signal(new Set(bundles.map(({ client }) => client.id))),
    dismissed,
    async dismiss(id, is) {
      const others = [...dismissed.value].filter((each) => each !== id);
      dismissed.value = new Set(is ? [...others, id] : others);
    },
    clients: async (wanted) =>
      new Map(
        bundles.flatMap((bundle) =>
          wanted.includes(bundle.client.id) ? [[bundle.client.id, bundle] as const] : [],
        ),
      ),
    newContactId: () => contactId.parse(hex()),
    loadDraft: async () => null,
    saveDraft: async () => {},
    discardDraft: async () => {},
  };
  const book = signal<BookView>({
    state: 'ready',
    briefs: bundles.map((bundle) => briefOf(bundle, settings.value, TODAY, [], [])),
    quarantined: 0,
    trouble: null,
  });
  const port: WorkbenchPort = {
    ...fakeWorkbench(),
    today,
    settings,
    book,
    run,
    copy,
    evening: () => evening,
  };
  const desk: Desk = {
    port,
    deeds: createDeeds(port),
    place: signal({ page: 'evening', client: null }),
    show: () => {},
  };
  render(
    <main>
      <h1>知彼工作台</h1>
      <EveningPage desk={desk} />
    </main>,
  );
  await settled();
  return { commands, copied, answer };
}
const press = async (key: string) => {
  fireEvent.keyDown(document.activeElement ?? document.body, { key });
  await settled();
};
const lines = () =>
  screen.queryAllByRole('option').map((each) => within(each).getByText(/./, { selector: 'b' }).textContent);
const chosen = () => screen.getByRole('option', { selected: true }).textContent;

describe('who is not logged today', () => {
  it('is logged one after the other by keys alone', async () => {
    const { commands } = await show([bundleOf(0), bundleOf(1), bundleOf(2)]);
    expect(lines()).toEqual(NAMES);
    for (const _each of NAMES) {
      await press('t');
      await screen.findByRole('form');
      await press('Enter');
      await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
    }
    expect(commands.map((command) => command.do === 'logContact' && command.subject)).toEqual(
      [0, 1, 2].map((n) => ({ type: 'client', clientId: aClientId(n) })),
    );
    expect(screen.getByText('今天打开过和计划了的客户都记好了')).toBeDefined();
  });

  it('stays in the list when its log was not saved', async () => {
    const { answer } = await show([bundleOf(0)]);
    answer.outcome = { ok: false, error: { code: 'full', field: null } };
    await press('t');
    await screen.findByRole('form');
    await press('Enter');
    expect(lines()).toEqual(['安然']);
    expect(screen.getByRole('alert').textContent).toContain('磁盘空间不足');
  });

  it('comes back when its log is undone', async () => {
    await show([bundleOf(0), bundleOf(1)]);
    await press('t');
    await screen.findByRole('form');
    await press('Enter');
    await waitFor(() => expect(lines()).toEqual(['白露']));
    fireEvent.click(screen.getByRole('button', { name: '撤销' }));
    await settled();
    expect(lines()).toEqual(['安然', '白露']);
  });

  it('becomes what was planned for today', async () => {
    const { commands } = await show([
      bundleOf(0),
      bundleOf(1, { contacts: [aPlan('2026-11-20', 7, { goal: '谈续存', channel: 'meeting' })] }),
    ]);
    expect(lines()).toEqual(['白露', '安然']);
    expect(screen.getByText('原定目标：谈续存')).toBeDefined();
    screen.getByRole('listbox').focus();
    await press('Enter');
    await screen.findByRole('form');
    await press('Enter');
    expect(commands).toMatchObject([
      { do: 'amendContact', details: { channel: 'meeting', goal: '谈续存', result: 'reached' } },
    ]);
  });

  it('is put aside where there is nothing to log, and taken back', async () => {
    await show([bundleOf(0), bundleOf(1)]);
    screen.getByRole('listbox').focus();
    await press('ArrowDown');
    expect(chosen()).toContain('白露');
    await press('x');
    expect(lines()).toEqual(['安然']);
    fireEvent.click(screen.getByRole('button', { name: '撤销' }));
    await settled();
    expect(lines()).toEqual(['安然', '白露']);
  });
});

describe('what the bank’s system has not got', () => {
  const pending = [
    bundleOf(0, { contacts: [aContact('2026-11-20', 1, { note: '甲', clientId: aClientId(0) })] }),
    bundleOf(1, { contacts: [aContact('2026-11-19', 2, { note: '乙', clientId: aClientId(1) })] }),
  ];
  const open = async () => {
    const shown = await show(pending);
    fireEvent.click(screen.getByRole('button', { name: '未录入 2' }));
    await settled();
    screen.getByRole('listbox').focus();
    return shown;
  };

  it('is copied, marked, and the next one copied, by Enter alone', async () => {
    const { copied, commands } = await open();
    await press('Enter');
    expect(copied).toHaveLength(1);
    expect(copied[0]).toContain('甲');
    expect(commands).toEqual([]);
    await press('Enter');
    expect(commands).toMatchObject([{ do: 'markEntered', entered: true, clientId: aClientId(0) }]);
    expect(copied[1]).toContain('乙');
    await press('Enter');
    expect(commands).toHaveLength(2);
    expect(screen.getByText('都已经录入CRM了')).toBeDefined();
  });

  it('is not copied where the bank may not say it', async () => {
    const { copied } = await show([
      bundleOf(0, { contacts: [aContact('2026-11-20', 1, { note: '零风险' })] }),
    ]);
    fireEvent.click(screen.getByRole('button', { name: '未录入 1' }));
    await settled();
    await act(async () => void fireEvent.keyDown(document.body, { key: 'c' }));
    expect(copied).toEqual([]);
    expect(screen.getByText(/“零风险”不能写进/)).toBeDefined();
  });
});
