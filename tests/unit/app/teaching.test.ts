import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { parseAdapter } from '@/utils/adapters/compile';
import { freshNotes, type TeachingNotes } from '@/utils/app/teaching/notes';
import { createTeaching, LOOK_MS, READ_AGAIN_MS } from '@/utils/app/teaching/teaching';
import type { TeachProblem } from '@/utils/app/teachPort';
import { defaultSettings } from '@/utils/domain/schema/settings';
import { civilDay } from '@/utils/domain/schema/time';
import type { Proposal, TaughtField, TeachOrder, TeachReport } from '@/utils/messaging/teach';

const ORIGIN = 'https://crm.bank.example';

const field = (n: number, label: string, value: string, more: Partial<TaughtField> = {}): TaughtField => ({
  n,
  label,
  value,
  kind: 'other',
  confidence: 0.95,
  find: { label },
  ...more,
});

const proposalFor = (recordId: string): Proposal => ({
  url: { pathname: '/client/:id' },
  entity: 'client',
  root: ['main'],
  identity: { id: { url: 'id' }, shape: 'digits' },
  name: { find: { selector: 'h1' } },
  recordId,
});

type Reading = Extract<TeachReport, { kind: 'reading' }>;

const reading = (more: Partial<Reading> = {}): Reading => ({
  kind: 'reading',
  origin: ORIGIN,
  title: '王丽华 - CRM',
  page: 'client',
  name: field(0, '', '王丽华', { kind: 'name', find: { selector: 'h1' } }),
  fields: [
    field(1, '手机号码', '13800006621', { kind: 'phone' }),
    field(2, '备注', '', { confidence: 0.3 }),
    field(3, '客户经理', '周明', { kind: 'owner', confidence: 0.6 }),
    field(4, '机构', '陆家嘴', { find: null }),
  ],
  record: { id: '10000001', from: 'path', at: '1', entity: 'client' },
  proposal: proposalFor('10000001'),
  ...more,
});

const tried = (
  recordId: string | null,
  name = '',
  state?: 'waiting' | 'none' | 'ambiguous',
): TeachReport => ({
  kind: 'tried',
  state: recordId === null ? (state ?? 'none') : 'sighting',
  seen:
    recordId === null
      ? null
      : { recordId, name, fields: [{ key: 'mobile', label: '手机号码', text: '139' }] },
});

/** A wizard whose page is played by the test: what it was told, noted and gave to keep is there to be looked at. */
function play(start: TeachingNotes = freshNotes(ORIGIN)) {
  const told: TeachOrder[] = [];
  const noted: TeachingNotes[] = [];
  const kept: string[] = [];
  const answer: { problems: readonly TeachProblem[] | null; rejects: boolean } = {
    problems: null,
    rejects: false,
  };
  let ended = 0;
  let timer: { ms: number; run: () => void } | null = null;
  const teaching = createTeaching(start, {
    tell: (order) => void told.push(order),
    note: (notes) => void noted.push(notes),
    async keep(json) {
      kept.push(json);
      if (answer.rejects) throw new Error('nobody there');
      return answer.problems;
    },
    end: () => {
      ended += 1;
    },
    after(ms, run) {
      const own = { ms, run };
      timer = own;
      return () => {
        if (timer === own) timer = null;
      };
    },
    settings: signal(defaultSettings('Asia/Shanghai')),
    author: '本机用户',
    today: civilDay.parse('2026-11-20'),
  });
  teaching.begin();
  const stage = () => teaching.view.value.stage;
  const understood = () => {
    const view = teaching.view.value;
    if (view.stage !== 'understood') throw new Error(view.stage);
    return view;
  };
  return {
    teaching,
    told,
    noted,
    kept,
    answer,
    stage,
    understood,
    ended: () => ended,
    /** The timer's turn: how long it was set to. */
    pass() {
      const due = timer;
      timer = null;
      due?.run();
      return due?.ms ?? null;
    },
    lastOrder: () => told.at(-1)?.kind,
  };
}

/** As far as the second client. */
function confirmed() {
  const played = play();
  played.teaching.hear(reading());
  played.teaching.confirm();
  return played;
}

/** The adapter that comes of what is understood now. */
function draftOf({ teaching, noted }: ReturnType<typeof play>) {
  teaching.confirm();
  const made = parseAdapter(noted.at(-1)?.draft ?? '');
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value.source;
}

/** As far as the page that is nobody's. */
function seenSecond() {
  const played = confirmed();
  played.teaching.hear(tried('10000002', '李建国'));
  return played;
}

describe('reading the first client', () => {
  it('asks for a reading and offers what it says, the unsure left out', () => {
    const { teaching, told, understood } = play();
    expect(told).toEqual([{ kind: 'read' }]);
    teaching.hear(reading());
    const { name, recordId, source, kind, rows } = understood();
    expect({ name, recordId, source, kind }).toEqual({
      name: '王丽华',
      recordId: '10000001',
      source: { from: 'address' },
      kind: 'individual',
    });
    expect(rows.map(({ label, kept, surety, lasting }) => [label, kept, surety, lasting])).toEqual([
      ['手机号码', true, 'sure', true],
      ['备注', false, 'unsure', true],
      ['客户经理', true, 'likely', true],
      ['机构', true, 'sure', true],
    ]);
    expect(rows[0]?.key).toBe('mobile');
  });

  it('takes a company for one by its name', () => {
    const { teaching, understood } = play();
    teaching.hear(reading({ name: field(0, '', '恒通纺织有限公司', { kind: 'name' }) }));
    expect(understood().kind).toBe('company');
  });

  it.each(['list', 'form', 'other'] as const)('reads a page again by itself while it is a %s', (page) => {
    const { teaching, pass, told } = play();
    teaching.hear(reading({ page, record: null, proposal: null, name: null, fields: [] }));
    expect(teaching.view.value).toEqual({ stage: 'notClient', page });
    expect(pass()).toBe(READ_AGAIN_MS);
    expect(told).toEqual([{ kind: 'read' }, { kind: 'read' }]);
  });

  it('says what a client’s page lacks, and takes the number that is pointed at', () => {
    const { teaching, told, understood } = play();
    teaching.hear(reading({ record: null, proposal: null }));
    expect(teaching.view.value).toEqual({ stage: 'notSure', lacks: 'number' });
    teaching.pick('number');
    expect(told.at(-1)).toEqual({ kind: 'pick', what: 'number' });
    teaching.hear({ kind: 'picked', field: field(9, '客户号', '10000001') });
    teaching.hear(reading());
    expect(understood().recordId).toBe('10000001');
  });

  it('keeps the user’s decisions when the same client is read again, and drops them with another client', () => {
    const { teaching, understood } = play();
    teaching.hear(reading());
    teaching.setKept(3, false);
    expect(teaching.hasWork()).toBe(true);
    teaching.hear({ kind: 'moved' });
    teaching.hear(reading());
    expect(understood().rows.find(({ label }) => label === '客户经理')?.kept).toBe(false);
    teaching.hear(reading({ proposal: proposalFor('10000002') }));
    expect(understood().rows.find(({ label }) => label === '客户经理')?.kept).toBe(true);
    expect(teaching.hasWork()).toBe(false);
  });

  it('gives a field of the catalogue to one row alone', () => {
    const { teaching, understood } = play();
    teaching.hear(reading());
    teaching.setKey(3, 'mobile');
    expect(understood().rows.map(({ id, key }) => [id, key])).toEqual([
      [1, null],
      [2, null],
      [3, 'mobile'],
      [4, null],
    ]);
  });

  it('outlines rows and the name by the reading’s own numbers', () => {
    const { teaching, told } = play();
    teaching.hear(reading());
    teaching.outline(3);
    teaching.outline('name');
    teaching.outline(null);
    expect(told.slice(1)).toEqual([
      { kind: 'outline', n: 3 },
      { kind: 'outline', n: 0 },
      { kind: 'outline', n: null },
    ]);
  });

  it('puts what is picked in the row’s place, which is then kept', () => {
    const { teaching, understood } = play();
    teaching.hear(reading());
    teaching.pick(4);
    teaching.hear({ kind: 'picked', field: field(8, '开户机构', '陆家嘴支行') });
    expect(understood().rows[3]).toMatchObject({ id: 4, label: '开户机构', kept: true, lasting: true });
    expect(teaching.picking.value).toBeNull();
    teaching.pick('new');
    teaching.hear({ kind: 'picked', field: field(9, '职业', '教师') });
    expect(understood().rows.map(({ label }) => label)).toContain('职业');
  });

  it('leaves nothing else out where something without a label is pointed at that is not found again', () => {
    const played = play();
    played.teaching.hear(reading({ fields: [field(1, '', '金卡', { kind: 'tier', find: null })] }));
    played.teaching.pick('new');
    played.teaching.hear({ kind: 'picked', field: field(9, '', '潜力客户', { kind: 'tier', find: null }) });
    expect(draftOf(played).unaided).toEqual({});
  });

  it('leaves out what another place was pointed at for', () => {
    const played = play();
    played.teaching.hear(reading());
    played.teaching.pick(3);
    played.teaching.hear({ kind: 'picked', field: field(9, '主办经理', '钱进') });
    expect(draftOf(played).unaided).toEqual({ leave: ['备注', '客户经理'] });
  });

  it('leaves out of marks without a label none that only the reader finds, nor with it those that are wanted', () => {
    const mark = (n: number, value: string, more: Partial<TaughtField> = {}): TaughtField =>
      field(n, '', value, { kind: 'tier', find: null, ...more });
    const dropped = (fields: TaughtField[]) => {
      const played = play();
      played.teaching.hear(reading({ fields }));
      played.teaching.setKept(2, false);
      return draftOf(played).unaided;
    };
    expect(dropped([mark(1, '金卡'), mark(2, '三日内到期')])).toEqual({});
    const found = mark(1, '金卡', { find: { selector: 'span.level' } });
    expect(dropped([found, mark(2, '三日内到期')])).toEqual({ leave: ['crm.tier'] });
  });

  it('leaves everything as it was when a pick is given up', () => {
    const { teaching, understood } = play();
    teaching.hear(reading());
    const before = understood();
    teaching.pick('name');
    teaching.hear({ kind: 'picked', field: null });
    expect(understood()).toEqual(before);
    expect(teaching.picking.value).toBeNull();
  });

  it('takes the name that is pointed at into the adapter', () => {
    const played = play();
    played.teaching.hear(reading());
    played.teaching.pick('name');
    played.teaching.hear({ kind: 'picked', field: field(7, '姓名', '王丽华', { find: { label: '姓名' } }) });
    played.teaching.confirm();
    const made = parseAdapter(played.noted.at(-1)?.draft ?? '');
    expect(made.ok && made.value.source.pages[0]?.name.find).toEqual({ label: '姓名' });
  });
});

describe('trying it on others', () => {
  it('makes an adapter of what was confirmed, notes it, and tries it on the page in front', () => {
    const { teaching, noted, told } = confirmed();
    const made = parseAdapter(noted.at(-1)?.draft ?? '');
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    expect(made.value.source.pages[0]?.fields.map(({ key }) => key)).toEqual([
      'mobile',
      'crm.客户经理',
      'crm.机构',
    ]);
    expect(made.value.source.unaided).toEqual({ leave: ['备注'] });
    expect(made.value.source.title).not.toContain('王丽华');
    expect(told.at(-1)).toEqual({ kind: 'try', adapter: made.value.compiled });
    expect(teaching.view.value).toMatchObject({ stage: 'second', state: 'same' });
  });

  it('looks again by itself while the first client is still in front, and goes on with the second', () => {
    const { teaching, pass, lastOrder, noted } = confirmed();
    teaching.hear(tried('10000001', '王丽华'));
    expect(teaching.view.value).toMatchObject({ stage: 'second', state: 'same' });
    expect(pass()).toBe(LOOK_MS);
    expect(lastOrder()).toBe('try');
    teaching.hear(tried('10000002', '李建国'));
    expect(teaching.view.value).toMatchObject({ stage: 'other', fields: 1, wrong: null });
    expect(noted.at(-1)).toMatchObject({ stage: 'other', second: { recordId: '10000002', name: '李建国' } });
  });

  it('says so when one number stands for two names, and waits where two numbers have one name', () => {
    const { teaching } = confirmed();
    teaching.hear(tried('10000001', '李建国'));
    expect(teaching.view.value).toMatchObject({ state: 'sameNumber', seen: { name: '李建国' } });
    teaching.hear(tried('10000002', '王丽华'));
    expect(teaching.view.value).toMatchObject({ stage: 'second', state: 'sameName' });
    teaching.goOn();
    expect(teaching.view.value).toMatchObject({ stage: 'other', second: { recordId: '10000002' } });
  });

  it('gives a page time before it says that nobody is on it', () => {
    const { teaching } = confirmed();
    for (let look = 0; look < 3; look += 1) teaching.hear(tried(null, '', 'waiting'));
    expect(teaching.view.value).toMatchObject({ state: 'looking' });
    teaching.hear(tried(null, '', 'waiting'));
    expect(teaching.view.value).toMatchObject({ state: 'nobody' });
    teaching.hear(tried(null, '', 'ambiguous'));
    expect(teaching.view.value).toMatchObject({ state: 'ambiguous' });
  });

  it('takes a page for nobody’s only when that holds, and longer where a client may yet come', () => {
    const { teaching, stage } = seenSecond();
    teaching.hear(tried('10000002', '李建国'));
    teaching.hear(tried(null));
    expect(stage()).toBe('other');
    teaching.hear(tried('10000002', '李建国'));
    for (let look = 0; look < 5; look += 1) teaching.hear(tried(null, '', 'waiting'));
    expect(stage()).toBe('other');
    teaching.hear(tried(null, '', 'waiting'));
    expect(stage()).toBe('naming');
  });

  it('says who is wrongly seen on it, and can begin again or skip', () => {
    const { teaching, stage, noted, lastOrder } = seenSecond();
    teaching.hear(tried('10000003', '陈雅婷'));
    expect(teaching.view.value).toMatchObject({ stage: 'other', wrong: { name: '陈雅婷' } });
    teaching.skip();
    expect(stage()).toBe('naming');
    teaching.startOver();
    expect(noted.at(-1)).toEqual(freshNotes(ORIGIN));
    expect(lastOrder()).toBe('read');
  });

  it('goes on in a new document where it stood in the old one', () => {
    const before = seenSecond();
    const notes = before.noted.at(-1);
    if (!notes) throw new Error('nothing noted');
    const { teaching, lastOrder, stage } = play(notes);
    expect(teaching.view.value).toMatchObject({ stage: 'other', second: { name: '李建国' } });
    expect(lastOrder()).toBe('try');
    teaching.hear(tried(null));
    teaching.hear(tried(null));
    expect(stage()).toBe('naming');
  });

  it('begins again where its notes hold no adapter that this version understands', () => {
    const { stage, noted } = play({
      ...freshNotes(ORIGIN),
      stage: 'second',
      draft: '{"format":99}',
      first: { recordId: '1', name: '甲' },
    });
    expect(stage()).toBe('reading');
    expect(noted.at(-1)).toEqual(freshNotes(ORIGIN));
  });
});

describe('keeping it', () => {
  function named() {
    const played = seenSecond();
    played.teaching.skip();
    return played;
  }

  it('keeps the adapter under the user’s title', async () => {
    const { teaching, kept } = named();
    await teaching.keep('新一代CRM');
    const read = parseAdapter(kept[0] ?? '');
    expect(read.ok && read.value.source.title).toBe('新一代CRM');
    expect(teaching.view.value).toEqual({ stage: 'done', title: '新一代CRM' });
    expect(teaching.hasWork()).toBe(false);
  });

  it('shows what is wrong with it, or that nobody answered, and can be tried again', async () => {
    const { teaching, answer } = named();
    answer.problems = [{ path: 'pages', problem: 'more than 50' }];
    await teaching.keep('甲');
    expect(teaching.view.value).toMatchObject({ stage: 'naming', title: '甲', problems: answer.problems });
    answer.rejects = true;
    await teaching.keep('甲');
    expect(teaching.view.value).toMatchObject({ stage: 'naming', failed: true });
    answer.rejects = false;
    answer.problems = null;
    await teaching.keep('甲');
    expect(teaching.view.value.stage).toBe('done');
  });

  it('goes once the page moves on after that', async () => {
    const { teaching, ended } = named();
    teaching.hear({ kind: 'moved' });
    expect(ended()).toBe(0);
    await teaching.keep('甲');
    teaching.hear({ kind: 'moved' });
    expect(ended()).toBe(1);
  });

  it('says that the page has gone, with nothing left to look at', () => {
    const { teaching, pass } = confirmed();
    teaching.hear(tried('10000001', '王丽华'));
    teaching.lose();
    expect(teaching.view.value).toEqual({ stage: 'lost' });
    expect(pass()).toBeNull();
  });
});
