import { signal } from '@preact/signals';
import { fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UndoBar } from '@/components/ui/UndoBar';
import { createWorkbenchDesk } from '@/components/workbench/desk';
import { causeWord, storiesOf } from '@/components/workbench/trail/changeWords';
import { TrailPage } from '@/components/workbench/trail/TrailPage';
import { trailTable } from '@/components/workbench/trail/trailTable';
import type { ChainVerdict, HandoutProblem, TrailLine, TrailPort, TrailStep } from '@/utils/app/outPort';
import { opId } from '@/utils/domain/schema/ids';
import { instant } from '@/utils/domain/schema/time';
import { JOURNALLED, kindOf } from '@/utils/store/rows/kinds';
import { aBundle, aClient, aContact, aFact } from '../../domain/build';
import { aCredit, aHolding, anOpportunity, aPolicy, aRelation, aVisit } from '../../domain/buildFacts';
import { aNote, anAnswer } from '../../store/support/book';
import { plainBrief } from '../../store/support/world';
import { expectAccessible, settled, speak } from '../setup';
import { fakeWorkbench, OPEN_GATE } from './fakePort';

const WANG = aClient({ name: '王丽华', tier: 'B' });
const FORMER = { ...WANG, tier: 'A' as const };
const AT = instant.parse(Date.parse('2026-11-18T10:15:00+08:00'));
const line = (seq: number, cause: string, change: Partial<TrailLine> = {}): TrailLine => ({
  seq,
  op: opId.parse(seq.toString(16).padStart(24, '0')),
  at: instant.parse(AT + seq * 60_000),
  cause,
  n: 1,
  clients: [WANG.id],
  erased: 0,
  act: null,
  ...change,
});
const step = (seq: number, cause: string, changes: TrailStep['changes'], unreadable = 0): TrailStep => {
  const { op, at } = line(seq, cause);
  return { seq, op, at, cause, changes, unreadable };
};

const LINES = [
  line(4, 'erase', { clients: [], erased: 0, act: null }),
  line(3, 'logContact', { clients: [], erased: 1 }),
  line(2, 'editClient'),
  line(1, 'track'),
];
const STEPS = [
  step(2, 'editClient', [{ table: 'clients', id: WANG.id, before: FORMER, after: WANG }]),
  step(1, 'track', [{ table: 'clients', id: WANG.id, before: null, after: FORMER }], 1),
];

const state = {
  verdict: null as ChainVerdict | null,
  refuses: null as HandoutProblem | null,
  table: '',
  saved: [] as string[],
  spans: [] as (string | null)[],
  keptHere: 0,
};

const port: TrailPort = {
  async lines({ client }) {
    state.spans.push(client);
    return client === null ? LINES : LINES.filter(({ clients }) => clients.includes(client));
  },
  ofClient: async () => STEPS,
  verify: async () => state.verdict,
  async signed(_span, _scope, table) {
    state.table = table;
    return { bytes: new Uint8Array(3), entries: 4, keptHere: state.keptHere, fingerprint: 'ab'.repeat(32) };
  },
};

async function open() {
  const brief = plainBrief({ bundle: aBundle({ client: WANG }), records: [], quarantined: 0 });
  const desk = createWorkbenchDesk({
    ...fakeWorkbench(),
    book: signal({ state: 'ready', briefs: [brief], quarantined: 0, trouble: null }),
    trail: async () => port,
    out: async () => ({ ...OPEN_GATE, handOut: async () => state.refuses }),
  });
  render(
    <main>
      <h1>知彼工作台</h1>
      <TrailPage desk={desk} />
      <UndoBar deeds={desk.deeds} />
    </main>,
  );
  await settled();
  await settled();
}
const click = async (name: string) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settled();
};
const unfold = async (seq: number) => {
  const details = screen.getByText(String(seq), { selector: '.tseq' }).closest('details');
  if (!details) throw new Error(`no entry ${seq}`);
  details.open = true;
  fireEvent(details, new Event('toggle'));
  await settled();
  return within(details);
};

beforeEach(() => {
  Object.assign(state, { verdict: null, refuses: null, table: '', saved: [], spans: [] });
  vi.spyOn(URL, 'createObjectURL').mockImplementation(() => 'blob:none');
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation(() => {});
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    state.saved.push(this.download);
  });
});
afterEach(async () => {
  await expectAccessible();
});

describe('the trail', () => {
  it('shows who did what when, and what stood there before', async () => {
    await open();
    expect(screen.getByText('共4条')).toBeDefined();
    const edit = await unfold(2);
    expect(edit.getByText('2026-11-18 10:17')).toBeDefined();
    expect(edit.getByText('改分级分类')).toBeDefined();
    const row = edit.getByRole('row', { name: /级别/ });
    expect([...row.children].map((cell) => cell.textContent)).toEqual(['级别', 'A级', 'B级']);
  });

  it('says of an erased entry that it was erased, and of one that does not open that it does not', async () => {
    await open();
    expect((await unfold(3)).getByText('内容已按规定抹除，只留下校验值')).toBeDefined();
    expect((await unfold(1)).getByText(/^这一处打不开/)).toBeDefined();
  });

  it('is narrowed to one client, whose entries all stand open', async () => {
    await open();
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: '王' } });
    await settled();
    await click('王丽华');
    await settled();
    expect(state.spans.at(-1)).toBe(WANG.id);
    expect(screen.getAllByRole('row', { name: /级别/ })).toHaveLength(2);
  });

  it.each<[string, ChainVerdict | null, RegExp]>([
    ['whole', { intact: true, entries: 4, rows: 9, findings: [] }, /^完整：4条记录首尾相接，9行/],
    [
      'whole with erasures',
      { intact: true, entries: 4, rows: 9, findings: [], erased: 2 },
      /^其中2处内容已按规定抹除/,
    ],
    ['broken', { intact: false, entries: 4, rows: 9, findings: ['gap at entry 3'] }, /^不完整：记录对不上/],
    ['not to be read', null, /^没能核对/],
  ])('says in plain words that the chain is %s', async (_what, verdict, said) => {
    state.verdict = verdict;
    await open();
    await click('核对整条记录链');
    expect(screen.getByText(said)).toBeDefined();
  });

  it('hands the signed export out with the key’s fingerprint, and tells every field in it', async () => {
    await open();
    await click('签名导出');
    expect(state.saved).toEqual(['zhibi-trail-2026-10-22-2026-11-20.zip']);
    expect(screen.getByText('ab'.repeat(32))).toBeDefined();
    expect(state.table).toContain('"王丽华","本机用户","改分级分类","客户资料","级别","A级","B级"');
    expect(state.table).toContain('内容已按规定抹除');
  });

  it('says how many notes were left out because they must not leave this device', async () => {
    state.keptHere = 2;
    await open();
    await click('签名导出');
    state.keptHere = 0;
    expect(screen.getByText(/2条标为“不离开本机”的备注没有放进去/)).toBeDefined();
  });

  it('hands nothing out where it is refused', async () => {
    state.refuses = 'off';
    await open();
    await click('签名导出');
    expect(state.saved).toEqual([]);
    expect(screen.getByText('没有导出：现在不许导出')).toBeDefined();
  });
});

describe('a change in words', () => {
  const made = [
    [
      'clients',
      {
        ...WANG,
        facts: { mobile: aFact({ type: 'phone', raw: '13812345678', e164: '+8613812345678' }, '2026-11-01') },
        consents: { phone: { given: true, day: WANG.since, source: 'client' } },
      },
    ],
    ['contacts', aContact('2026-11-02', 1, { nextStep: { text: '回电', due: null } })],
    ['notes', aNote(WANG.id)],
    ['relations', aRelation()],
    ['holdings', aHolding()],
    ['policies', aPolicy()],
    ['credits', aCredit()],
    ['opportunities', anOpportunity()],
    ['visits', aVisit()],
    ['actions', anAnswer(WANG.id)],
  ] as const;

  it.each(['zh_CN', 'en', 'zh_TW'] as const)(
    'of every kind of row has words for all it says, in %s',
    (locale) => {
      speak(locale);
      for (const [table, body] of made) {
        const change = {
          table,
          id: 'x',
          before: null,
          after: kindOf(table).body.parse(body),
        } as TrailStep['changes'][number];
        const stories = storiesOf(change);
        expect(stories.length, table).toBeGreaterThan(0);
        // A key that has no words stands as it is.
        const told = stories.flatMap(({ field, after }) => [field, after ?? '']).join('\n');
        expect(told, table).not.toMatch(/^[a-z]+\.[a-zA-Z.]+$|\{|undefined/m);
        expect(
          stories.every(({ before }) => before === null),
          table,
        ).toBe(true);
      }
      expect(JOURNALLED.length).toBe(made.length + 2);
    },
  );

  it('masks a phone number on the screen, and has it whole in a file', () => {
    const [[, body]] = made;
    const change = { table: 'clients', id: 'x', before: null, after: body } as TrailStep['changes'][number];
    const phone = (whole: boolean) => storiesOf(change, whole).find(({ field }) => field === '手机')?.after;
    expect(phone(false)).not.toContain('13812345678');
    expect(phone(true)).toContain('+8613812345678');
  });

  it('of a removal says what stood there', () => {
    const note = aNote(WANG.id);
    expect(storiesOf({ table: 'notes', id: note.id, before: note, after: null })).toEqual([
      { field: '备忘', before: note.text, after: null },
    ]);
  });

  it('has a cause that nobody knows as it is', () => {
    expect(causeWord('somethingNew')).toBe('somethingNew');
    expect(causeWord('undo')).toBe('撤销');
  });
});

describe('the table of a signed export', () => {
  it('tells nothing of a note that must not leave this device, in none of its versions', async () => {
    const kept = aNote(WANG.id, { text: '只在本机的话', sensitivity: 'localOnly' });
    const { sensitivity: _, ...open } = kept;
    const said = aNote(WANG.id, { text: '可以带走的话' });
    const steps = [
      step(2, 'editNote', [{ table: 'notes', id: kept.id, before: open, after: kept }]),
      step(1, 'addNote', [
        { table: 'notes', id: kept.id, before: null, after: open },
        { table: 'notes', id: said.id, before: null, after: said },
      ]),
    ];
    const own = { ...port, ofClient: async () => steps };
    const table = await trailTable(
      [line(2, 'editNote'), line(1, 'addNote')],
      own,
      () => '王丽华',
      'Asia/Shanghai',
    );
    const text = JSON.stringify(table.rows);
    expect(text).toContain('可以带走的话');
    expect(text).not.toContain('只在本机的话');
    expect(table.rows.filter((row) => row.includes('一条不离开本机的备注'))).toHaveLength(2);
  });
});
