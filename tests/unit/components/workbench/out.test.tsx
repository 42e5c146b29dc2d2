import { signal } from '@preact/signals';
import { act, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UndoBar } from '@/components/ui/UndoBar';
import { createWorkbenchDesk } from '@/components/workbench/desk';
import { OutPage } from '@/components/workbench/out/OutPage';
import { bookTable, clientTables, contactsTable, standing } from '@/components/workbench/out/tables';
import type { Handout, HandoutProblem, LeavingRules, OutPort } from '@/utils/app/outPort';
import type { LegalHold } from '@/utils/domain/schema/client';
import type { Settings } from '@/utils/domain/schema/settings';
import { instant } from '@/utils/domain/schema/time';
import { csvOf } from '@/utils/export/csv';
import { aBundle, aClient, aContact, aContactId, aFact, d } from '../../domain/build';
import { aHolding } from '../../domain/buildFacts';
import { plainBrief } from '../../store/support/world';
import { expectAccessible, settled as spoken } from '../setup';
import { fakeWorkbench, OPEN_GATE } from './fakePort';

const WANG = aClient({ name: '=HYPERLINK("http://evil.example")' });
const BUNDLE = aBundle({
  client: WANG,
  contacts: [aContact('2026-11-02', 1, { note: '+86' })],
  holdings: [aHolding()],
});
const brief = (client = WANG) => plainBrief({ bundle: { ...BUNDLE, client }, records: [], quarantined: 0 });

const handed: Handout[] = [];
const deeds: string[] = [];
const saved: { name: string; text: Promise<string> }[] = [];
const state = {
  rules: {
    exports: 'audited',
    exportsByBank: false,
    retentionDays: null,
    retentionByBank: false,
  } as LeavingRules,
  refuses: null as HandoutProblem | null,
  held: null as LegalHold | null,
};

const port = (): OutPort => ({
  ...OPEN_GATE,
  rules: async () => state.rules,
  contacts: async () => BUNDLE.contacts,
  client: async () => ({
    ...BUNDLE,
    client: state.held ? { ...WANG, legalHold: state.held } : WANG,
  }),
  wholeBook: async () => ({ json: '{}', rows: 7, closed: 2, keptHere: 3 }),
  async handOut(handout) {
    if (!state.refuses) handed.push(handout);
    return state.refuses;
  },
  async restore(text) {
    deeds.push(`restore ${text}`);
    return text === 'bad'
      ? { ok: false, error: { why: 'garbled', path: 'rows.contacts.3.day' } }
      : { ok: true, value: { clients: 3, of: 3 } };
  },
  async erase(id, why) {
    deeds.push(`erase ${id} ${why}`);
    return { ok: true, value: { rows: 9, parts: 4 } };
  },
  async hold(_id, hold) {
    state.held = hold;
    return null;
  },
  expired: async () =>
    state.rules.retentionDays === null
      ? []
      : [{ id: WANG.id, name: WANG.name, lastWritten: instant.parse(1_700_000_000_000), held: false }],
});

const settled = async () => {
  await spoken();
  await act(async () => void (await import('@/utils/export/xlsx')));
  await spoken();
};

const opened: (string | undefined)[] = [];

async function open() {
  opened.length = 0;
  const settings = signal<Settings>(fakeWorkbench().settings.value);
  const kept: Settings[] = [];
  const desk = createWorkbenchDesk({
    ...fakeWorkbench(),
    openOptions: (section) => void opened.push(section),
    settings,
    async saveSettings(next) {
      kept.push(next);
      settings.value = next;
      return true;
    },
    book: signal({ state: 'ready', briefs: [brief()], quarantined: 0, trouble: null }),
    out: async () => port(),
  });
  render(
    <main>
      <h1>知彼工作台</h1>
      <OutPage desk={desk} />
      <UndoBar deeds={desk.deeds} />
    </main>,
  );
  await settled();
  return kept;
}
const click = async (name: string) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settled();
};
const type = async (label: string, text: string) => {
  fireEvent.input(screen.getByLabelText(label), { target: { value: text } });
  await settled();
};

beforeEach(() => {
  for (const list of [handed, deeds, saved]) list.length = 0;
  state.rules = { exports: 'audited', exportsByBank: false, retentionDays: null, retentionByBank: false };
  state.refuses = null;
  state.held = null;
  vi.spyOn(URL, 'createObjectURL').mockImplementation(() => 'blob:none');
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation(() => {});
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    saved.push({ name: this.download, text: Promise.resolve('') });
  });
});
afterEach(async () => {
  await expectAccessible();
});

describe('taking something out', () => {
  it('says how much is in the file before it leaves, and asks the rule before it does', async () => {
    await open();
    await click('准备客户名册的CSV');
    expect(screen.getByText(/^1列|^1行/).textContent).toMatch(/1行，CSV，约1 KB/);
    expect(saved).toEqual([]);
    await click('下载');
    expect(handed.map(({ deed }) => deed)).toEqual([
      { kind: 'book', format: 'csv', rows: 1, client: null, from: null, until: null },
    ]);
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(handed[0]?.bytes)).toContain(
      `"'=HYPERLINK(""http`,
    );
    expect(saved.map(({ name }) => name)).toEqual(['zhibi-book-2026-11-20.csv']);
  });

  it.each([
    ['off', '没有导出：现在不许导出'],
    ['notNoted', '没有导出：没能写进留痕'],
  ] as const)('hands nothing out where it is refused: %s', async (why, said) => {
    state.refuses = why;
    await open();
    await click('准备客户名册的XLSX');
    await click('下载');
    expect(screen.getByText(said)).toBeDefined();
    expect(saved).toEqual([]);
  });

  it('names the period of contacts, and what of the whole book does not open', async () => {
    await open();
    await click('准备一段时间的联系的CSV');
    await click('下载');
    expect(handed[0]?.deed).toMatchObject({
      kind: 'contacts',
      rows: 1,
      from: '2026-10-22',
      until: '2026-11-20',
    });
    await click('准备整个名册的JSON');
    expect(screen.getByText('另有2行打不开，不在其中')).toBeDefined();
    expect(screen.getByText('有3条标为“不离开本机”的备注没有放进文件')).toBeDefined();
  });

  it('offers nothing where nothing may leave, and a rule of the bank’s is not loosened here', async () => {
    state.rules = { ...state.rules, exports: 'off', exportsByBank: true };
    await open();
    expect(screen.queryByRole('button', { name: '准备客户名册的CSV' })).toBeNull();
    expect(screen.queryByRole('radio')).toBeNull();
    expect(screen.getByText('由本行设定')).toBeDefined();
  });

  it('keeps the rule that the user sets', async () => {
    const kept = await open();
    fireEvent.click(screen.getByRole('radio', { name: '不许导出' }));
    await settled();
    expect(kept.at(-1)?.exports).toBe('off');
  });
});

describe('erasing', () => {
  const choose = async () => {
    const [, which] = screen.getAllByLabelText('哪一位客户');
    fireEvent.input(which ?? document.body, { target: { value: '=HYPER' } });
    await settled();
    fireEvent.click(screen.getByRole('button', { name: WANG.name }));
    await settled();
  };

  it('takes the whole name, and is done once', async () => {
    await open();
    await choose();
    const go = screen.getByRole('button', { name: '永久抹除' });
    expect(go).toHaveProperty('disabled', true);
    await type(`请输入“${WANG.name}”确认`, '=HYPERLINK');
    expect(go).toHaveProperty('disabled', true);
    await type(`请输入“${WANG.name}”确认`, WANG.name);
    await click('永久抹除');
    expect(deeds).toEqual([`erase ${WANG.id} request`]);
    expect(screen.getByText(`已抹除${WANG.name}：9行数据，4处记录`)).toBeDefined();
    await click('去深度清除');
    expect(opened).toEqual(['data']);
  });

  it('is not offered under a legal hold, which is set and lifted with its reason', async () => {
    await open();
    await choose();
    await type('依法保留的原因', '诉讼');
    await click('设为依法保留');
    expect(state.held).toEqual({ day: '2026-11-20', reason: '诉讼' });
    expect(screen.queryByRole('button', { name: '永久抹除' })).toBeNull();
    await click('解除');
    expect(screen.getByRole('button', { name: '永久抹除' })).toBeDefined();
  });

  it('lists who is past the period, and erases nobody by that', async () => {
    state.rules = { ...state.rules, retentionDays: 1825 };
    await open();
    expect(screen.getByText('到期的客户1位')).toBeDefined();
    await click(`抹除${WANG.name}…`);
    expect(deeds).toEqual([]);
    await type(`请输入“${WANG.name}”确认`, WANG.name);
    await click('永久抹除');
    expect(deeds).toEqual([`erase ${WANG.id} retention`]);
  });

  it('takes a number of days or none, and says what is wrong with another', async () => {
    const kept = await open();
    await type('多少天没有任何记录，就列在这里', '29');
    expect(screen.getByText('请填30到36500之间的整数，或者留空')).toBeDefined();
    await type('多少天没有任何记录，就列在这里', '1825');
    await click('保存');
    expect(kept.at(-1)?.retentionDays).toBe(1825);
  });
});

describe('putting a book back', () => {
  const choose = async (text: string) => {
    const file = new File([text], 'zhibi-whole.json');
    file.text = async () => text;
    const [input] = screen.getAllByLabelText('选择文件');
    fireEvent.change(input ?? document.body, { target: { files: [file] } });
    await settled();
  };

  it('says how many came back, or what is wrong and where', async () => {
    await open();
    await choose('good');
    expect(screen.getByText('已放回客户3位')).toBeDefined();
    await choose('bad');
    expect(screen.getByRole('alert').textContent).toBe(
      '有一处内容不对，什么也没有放回（rows.contacts.3.day）',
    );
  });
});

describe('the tables', () => {
  it('leave out what was undone or corrected', () => {
    const contacts = [
      aContact('2026-11-02', 1),
      aContact('2026-11-03', 2, { supersedes: aContactId(1) }),
      aContact('2026-11-04', 3, { state: 'voided' }),
    ];
    expect(standing(contacts, []).map(({ id }) => id)).toEqual([aContactId(2)]);
  });

  it('have a column for each heading, in every row', () => {
    const tables = [
      bookTable([brief()]),
      contactsTable(BUNDLE.contacts, () => WANG.name),
      ...clientTables({
        ...BUNDLE,
        client: { ...WANG, facts: { hobbies: aFact({ type: 'text', text: '@茶' }, '2026-11-01') } },
      }),
    ];
    for (const { name, headings, rows } of tables) {
      expect(rows.length, name).toBeGreaterThan(0);
      for (const row of rows) expect(row.length, name).toBe(headings.length);
    }
    const csv = tables.map(csvOf).join('');
    expect(csv).toContain(`"'=HYPERLINK`);
    expect(csv).toContain(`"'+86"`);
    expect(csv).toContain(`"'@茶`);
  });

  it('say a day as a day and an amount to the last digit', () => {
    const contacts = contactsTable([aContact('2026-11-02', 1, { minute: 615 })], () => '王');
    expect(contacts.rows[0]?.slice(0, 3)).toEqual(['2026-11-02', '10:15', '王']);
    const client = clientTables({ ...BUNDLE, client: { ...WANG, since: d('2024-01-02') } });
    expect(client[0]?.rows).toContainEqual(['接手日', '2024-01-02']);
  });
});
