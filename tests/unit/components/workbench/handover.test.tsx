import { signal } from '@preact/signals';
import { fireEvent, render, screen } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { UndoBar } from '@/components/ui/UndoBar';
import { t } from '@/components/ui/words';
import { createWorkbenchDesk } from '@/components/workbench/desk';
import { HandoverPage } from '@/components/workbench/handover/HandoverPage';
import type { TakeChoice } from '@/utils/app/handover/match';
import type { Given, HandoverPort, Packed, PackOrder } from '@/utils/app/handover/port';
import type { ExportRule } from '@/utils/domain/exportRule';
import { outlineOf } from '@/utils/domain/outline';
import { ok } from '@/utils/domain/result';
import type { ClientId } from '@/utils/domain/schema/ids';
import { instant } from '@/utils/domain/schema/time';
import { SETTINGS } from '../../../gallery/fixtures/pictures';
import { aBundle, aClient, aContact } from '../../domain/build';
import { newOp } from '../../store/support/book';
import { plainBrief } from '../../store/support/world';
import { expectAccessible, settled } from '../setup';
import { fakeWorkbench, TODAY } from './fakePort';

vi.setConfig({ testTimeout: 20_000 });

const WANG = aClient({ name: '王丽华', tier: 'A' });
const LI = aClient({ id: 'b'.repeat(24) as ClientId, name: '李建国', tier: 'B' });
const bundleOf = (client: typeof WANG) =>
  aBundle({ client, contacts: [aContact('2026-11-02', 1, { note: '谈了保本理财' })] });
const briefOf = (client: typeof WANG) =>
  plainBrief({ bundle: bundleOf(client), records: [], quarantined: 0 });
const AT = instant.parse(1_790_000_000_000);
const HASH = 'a'.repeat(64);

const state = { exports: 'allowed' as ExportRule, orders: [] as PackOrder[], deeds: [] as string[] };
let given: Given[] = [];

const packed = (order: PackOrder): Packed => ({
  name: 'zhibi-handover.zhibih',
  bytes: new Uint8Array([1]),
  clients: order.clients.length,
  contacts: 2,
  notes: 1,
  rows: 5,
  closed: 0,
  code: 'abcd ef01 2345 6789',
  deed: {
    what: 'handedOver',
    packet: '1'.repeat(24),
    to: order.to,
    by: order.whom.by,
    clients: [...order.clients],
    rows: 5,
    confidential: order.confidential,
    hash: HASH,
  },
});

const port: HandoverPort = {
  rules: async () => ({ exports: state.exports, exportsByBank: state.exports === 'off' }),
  strengthOf: async () => ({ strength: 4, enough: true }),
  receivingKey: async () => ({ text: 'zhibi-key-77', code: '1111 2222 3333 4444' }),
  codeOf: async (text) => (text.startsWith('zhibi-key-') ? '5555 6666 7777 8888' : null),
  async pack(order) {
    state.orders.push(order);
    return ok(packed(order));
  },
  async handOut({ deed }) {
    state.deeds.push(`hand ${deed.to}`);
    return null;
  },
  outlines: async () => [outlineOf(bundleOf(WANG), SETTINGS, TODAY)],
  asks: () => ok('key'),
  open: async () =>
    ok({
      from: '张敏',
      madeAt: AT,
      code: 'abcd ef01 2345 6789',
      contacts: 2,
      notes: 1,
      confidential: 1,
      rows: 5,
      coming: [
        { client: WANG, state: 'new' as const, candidates: [] },
        {
          client: LI,
          state: 'doubtful' as const,
          candidates: [{ id: 'c'.repeat(24) as ClientId, name: '李建国', by: 'name' as const }],
        },
      ],
    }),
  async take(choices: ReadonlyMap<ClientId, TakeChoice>) {
    state.deeds.push(`take ${[...choices.values()].map((choice) => choice.do).join(' ')}`);
    return ok({ op: newOp(), count: { made: 1, joined: 0, rows: 5, already: 0 }, clients: [WANG.id] });
  },
  async takeBack() {
    state.deeds.push('takeBack');
    return null;
  },
  async receipt(by) {
    state.deeds.push(`receipt ${by}`);
    return { name: 'zhibi-receipt.json', text: '{}' };
  },
  loadReceipt: async () => ({ ok: false, error: 'forged' }),
  given: async () => given,
  async erase(clients, tell) {
    state.deeds.push(`erase ${clients.length}`);
    tell(clients.length);
    return { erased: clients.length, held: ['李建国'], problem: null };
  },
};

async function open() {
  const desk = createWorkbenchDesk({
    ...fakeWorkbench(),
    handover: async () => port,
    book: signal({
      state: 'ready' as const,
      briefs: [briefOf(WANG), briefOf(LI)],
      quarantined: 0,
      trouble: null,
    }),
  });
  const page = render(
    <main>
      <h1>知彼工作台</h1>
      <HandoverPage desk={desk} />
      <UndoBar deeds={desk.deeds} />
    </main>,
  );
  await settled();
  return page;
}

const press = async (name: string | RegExp) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settled();
};
const write = async (label: string | RegExp, value: string) => {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
  await settled();
};
const side = async (name: string) => {
  fireEvent.click(screen.getByRole('radio', { name }));
  await settled();
};

beforeEach(() => {
  state.exports = 'allowed';
  state.orders = [];
  state.deeds = [];
  given = [];
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => {} }));
});

describe('handing over', () => {
  it('asks who, what and for whom, and makes nothing before all is said', async () => {
    await open();
    const make = () => screen.getByRole<HTMLButtonElement>('button', { name: t('handover.pack') });
    expect(make().disabled).toBe(true);
    fireEvent.click(screen.getByRole('checkbox', { name: /王丽华/ }));
    await write(t('handover.from'), '张敏');
    await write(t('handover.to'), '陈晨');
    expect(make().disabled).toBe(true);
    await write(t('handover.theirKey'), 'zhibi-key-1');
    expect(screen.getByText('5555 6666 7777 8888')).toBeTruthy();
    fireEvent.click(screen.getByRole('checkbox', { name: t('handover.part.money') }));
    expect(make().disabled).toBe(false);
    await press(t('handover.pack'));
    expect(state.orders).toMatchObject([
      { clients: [WANG.id], confidential: false, from: '张敏', to: '陈晨', whom: { by: 'key' } },
    ]);
    expect(state.orders[0]?.parts).not.toContain('money');
    expect(screen.getByText('abcd ef01 2345 6789')).toBeTruthy();
    expect(state.deeds).toEqual([]);
    await expectAccessible();
    await press(t('out.hand'));
    expect(state.deeds).toEqual(['hand 陈晨']);
  });

  it('narrows by tier and takes all that are shown', async () => {
    await open();
    fireEvent.change(screen.getByLabelText(t('tier.label')), { target: { value: 'B' } });
    await settled();
    await press(t('handover.tickAll', 1));
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /李建国/ }).checked).toBe(true);
    expect(screen.queryByRole('checkbox', { name: /王丽华/ })).toBeNull();
  });

  it('makes nothing where the bank lets nothing out, and says so', async () => {
    state.exports = 'off';
    await open();
    expect(screen.getByRole('alert').textContent).toContain(t('handover.refused.off'));
    expect(screen.getByRole<HTMLButtonElement>('button', { name: t('handover.pack') }).disabled).toBe(true);
  });

  it('prints a page for each client, unless it says what may not be said', async () => {
    const { container } = await open();
    fireEvent.click(screen.getByRole('checkbox', { name: /王丽华/ }));
    await press(t('handover.papers'));
    expect(container.querySelectorAll('.hpaper')).toHaveLength(1);
    const print = vi.fn();
    vi.stubGlobal('print', print);
    await press(t('visitsPage.print'));
    expect(print).not.toHaveBeenCalled();
    expect(screen.getByRole('alert').textContent).toContain(t('visitsPage.refused'));
    await press(t('handover.paper.back'));
    expect(screen.getByRole('button', { name: t('handover.pack') })).toBeTruthy();
  });
});

describe('taking over', () => {
  it('shows who comes, leaves the doubtful out, and gives undo and receipt', async () => {
    const { container } = await open();
    await side(t('handover.side.take'));
    expect(screen.getByText('1111 2222 3333 4444')).toBeTruthy();
    const file = new File([new Uint8Array([1])], 'a.zhibih');
    Object.defineProperty(file, 'arrayBuffer', { value: async () => new Uint8Array([1]).buffer });
    const input = container.querySelector<HTMLInputElement>('input[type="file"]');
    if (!input) throw new Error('no input');
    fireEvent.change(input, { target: { files: [file] } });
    await settled();
    await settled();
    expect(screen.getByText(t('handover.doubtful', 1))).toBeTruthy();
    await expectAccessible();
    await press(t('handover.take', 1));
    expect(state.deeds).toEqual(['take new leave']);
    await write(t('handover.from'), '陈晨');
    await press(t('handover.receipt'));
    await press(t('handover.takeBack'));
    expect(state.deeds.slice(1)).toEqual(['receipt 陈晨', 'takeBack']);
  });
});

describe('what was handed over', () => {
  it('is erased only once a receipt is there, and only after a typed word; who is held is named', async () => {
    const { deed } = packed({
      clients: [WANG.id, LI.id],
      parts: [],
      confidential: false,
      from: 'a',
      to: '陈晨',
      whom: { by: 'key', key: '' },
    });
    given = [{ deed, at: AT, receipt: null, still: [] }];
    const { unmount } = await open();
    await side(t('handover.side.given'));
    expect(screen.getByText(t('handover.noReceiptYet'))).toBeTruthy();
    expect(screen.queryByRole('button', { name: t('handover.eraseHere', 1) })).toBeNull();
    await expectAccessible();
    unmount();
    const receipt = {
      what: 'receipted' as const,
      hash: HASH,
      clients: [WANG.id],
      takenAt: AT,
      entry: 7,
      head: HASH,
    };
    given = [{ deed, at: AT, receipt, still: [{ id: WANG.id, name: '王丽华' }] }];
    await open();
    await side(t('handover.side.given'));
    await press(t('handover.eraseHere', 1));
    const go = () => screen.getByRole<HTMLButtonElement>('button', { name: t('out.eraseGo') });
    expect(go().disabled).toBe(true);
    await write(t('handover.typeWord', t('handover.eraseWord')), t('handover.eraseWord'));
    await press(t('out.eraseGo'));
    expect(state.deeds).toEqual(['erase 1']);
    expect(document.body.textContent).toContain(t('handover.heldHere', '李建国'));
  });
});
