import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { createDesk, type Desk } from '@/components/panel/desk';
import { Facts } from '@/components/panel/facts/Facts';
import { WALL_WORDS_MS } from '@/components/panel/facts/Wall';
import { type Command, command } from '@/utils/app/command';
import type { ClientBundle } from '@/utils/domain/bundle';
import { fail } from '@/utils/domain/result';
import { NO_FACTS, WANG_FACTS } from '../../../gallery/fixtures/facts';
import { aClientId, TODAY } from '../../../gallery/fixtures/people';
import { BARE, FIRM, FULL } from '../../../gallery/fixtures/pictures';
import { type PlayPort, playPort } from '../../../gallery/fixtures/port';
import { d, morningOf } from '../../domain/build';
import { aHolding, anOpportunity, yuan } from '../../domain/buildFacts';
import { expectAccessible, settled, speak } from '../setup';

const EMPTY: ClientBundle = { ...FULL.bundle, ...NO_FACTS };

interface Shown {
  port: PlayPort;
  desk: Desk;
}

function draw(bundle: ClientBundle, { desk }: Pick<Shown, 'desk'>) {
  const { id: clientId, name, kind } = bundle.client;
  const client = { subject: { type: 'client', clientId } as const, name, kind };
  render(
    <main>
      <h1>{name}</h1>
      <Facts bundle={bundle} client={client} today={TODAY} desk={desk} />
    </main>,
  );
}

function show(bundle: ClientBundle): Shown {
  const port = playPort({ state: 'starting' });
  const shown = { port, desk: createDesk(port) };
  draw(bundle, shown);
  return shown;
}

const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>('button', { name });
const part = (title: string) => within(screen.getByRole('region', { name: title }));
const choose = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });

/** What was sent, each a command the background would take. */
function sent({ port }: Shown): readonly Command[] {
  for (const one of port.commands) expect(command.safeParse(one).error?.issues ?? []).toEqual([]);
  return port.commands;
}

describe('what only the CRM’s own lists tell of', () => {
  const held = aHolding(77, { kind: 'wealth', name: '云澜安享', source: 'crm', clientId: EMPTY.client.id });
  const seen = { [held.id]: { first: morningOf('2026-10-01'), last: morningOf('2026-11-18') } };

  it('is marked with when it was seen, and is the CRM’s to take away', () => {
    const own = aHolding(78, { kind: 'fund', name: '星河', clientId: EMPTY.client.id });
    show({ ...EMPTY, holdings: [held, own], seen });
    expect(
      part('资产')
        .getAllByText('CRM')
        .map((mark) => mark.title),
    ).toEqual(['CRM的名单里10月1日起就有，最近看到：11月18日']);
    fireEvent.click(button('云澜安享的更多操作'));
    expect(screen.getByRole('menuitem', { name: '修改' })).toBeDefined();
    expect(screen.queryByRole('menuitem', { name: '删除' })).toBeNull();
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
    fireEvent.click(button('星河的更多操作'));
    expect(screen.getByRole('menuitem', { name: '删除' })).toBeDefined();
  });

  it('becomes an own row under its id when it is changed', async () => {
    const shown = show({ ...EMPTY, holdings: [held], seen });
    fireEvent.click(button('云澜安享的更多操作'));
    fireEvent.click(screen.getByRole('menuitem', { name: '修改' }));
    type('名称', '云澜安享 365 天');
    fireEvent.click(button(/客户说的/));
    await settled();
    expect(sent(shown)).toMatchObject([
      { do: 'keepHolding', holding: { id: held.id, name: '云澜安享 365 天' } },
    ]);
  });
});

describe('the facts of a client', () => {
  it.each([
    ['a person', FULL.bundle],
    ['a company', FIRM.bundle],
    ['a person of whom nothing is known', EMPTY],
    ['a company of which nothing is known', BARE.bundle],
  ])('of %s are accessible, closed and with every form open', async (_who, bundle) => {
    show(bundle);
    await settled();
    await expectAccessible();
    for (const add of screen.getAllByRole('button', { name: /：|: 添加/ })) fireEvent.click(add);
    fireEvent.click(button('设为勿扰'));
    await settled();
    await expectAccessible();
  });

  it('say in one line that there is nothing yet', () => {
    show(EMPTY);
    expect([...document.querySelectorAll('.quiet')].map((line) => line.textContent)).toEqual([
      '还没有记下家人、转介绍人',
      '还没有记下本行或他行的资产',
      '还没有记下保单',
      '还没有记下贷款、额度、票据或保函',
      '还没有商机',
    ]);
  });

  it('of a company begin with its key people and its credit, and have no family’s insurance', () => {
    show(FIRM.bundle);
    const titles = screen.getAllByRole('heading', { level: 2 }).map((title) => title.textContent);
    expect(titles).toEqual(['关键人', '授信', '资产', '商机', '营销同意']);
    expect(part('关键人').getByText('冷淡')).toBeTruthy();
    expect(part('授信').getByText('关注')).toBeTruthy();
  });

  it('have words in English too', async () => {
    speak('en');
    show(FULL.bundle);
    await settled();
    expect(part('Holdings').getByText('Here ¥900K · Elsewhere ¥800K · Next maturity Dec 16')).toBeTruthy();
    expect(part('People').getByText('Senior high')).toBeTruthy();
  });
});

describe('people', () => {
  it('do not show what they may be told until it is asked for, and not for long', async () => {
    vi.useFakeTimers();
    show(FULL.bundle);
    expect(document.body.textContent).not.toContain('不可告知');
    fireEvent.click(button('能不能告知李素琴'));
    expect(screen.getByText('不可告知（客户说，8月24日）')).toBeTruthy();
    await act(() => vi.advanceTimersByTimeAsync(WALL_WORDS_MS + 1).then(() => {}));
    expect(document.body.textContent).not.toContain('不可告知');
    vi.useRealTimers();
  });

  it('who are clients too are seen from both sides', async () => {
    const port = playPort({ state: 'starting' });
    port.book.push({ id: aClientId(8), name: '邓慧' });
    draw(FULL.bundle, { desk: createDesk(port) });
    await settled();
    expect(part('人脉').getByText('也是客户')).toBeTruthy();
    expect(part('人脉').getByText('邓慧把这位客户记为')).toBeTruthy();
  });

  it('are added with a wall, said by the client', async () => {
    const shown = show(EMPTY);
    fireEvent.click(button('人脉: 添加'));
    expect(document.activeElement).toBe(screen.getByLabelText('关系'));
    choose('关系', 'sibling');
    type('姓名', ' 王丽娟 ');
    choose('能不能告知', 'mustNotBeTold');
    fireEvent.keyDown(screen.getByLabelText('姓名'), { key: 'Enter', ctrlKey: true });
    await settled();
    expect(sent(shown)).toMatchObject([
      {
        do: 'keepRelation',
        relation: {
          role: 'sibling',
          name: '王丽娟',
          wall: { state: 'mustNotBeTold', day: TODAY, source: 'client' },
          source: 'client',
          day: TODAY,
        },
      },
    ]);
    expect(shown.desk.deeds.said.value).toMatchObject({ text: '兄弟姐妹已保存到 王丽华', failed: false });
    expect(shown.desk.deeds.said.value?.undo).not.toBeNull();
    expect(screen.queryByRole('form')).toBeNull();
    expect(document.activeElement).toBe(button('人脉: 添加'));
  });

  it('share finances only by what the client said or the CRM shows', () => {
    show(EMPTY);
    fireEvent.click(button('人脉: 添加'));
    expect(button('我推测的').disabled).toBe(false);
    choose('能不能告知', 'sharesFinances');
    expect(button('我推测的').disabled).toBe(true);
    expect(button('CRM里看到的').disabled).toBe(false);
  });

  it('keep the day and source of a wall that is not touched', async () => {
    const shown = show(FULL.bundle);
    fireEvent.click(button('李素琴的更多操作'));
    fireEvent.click(screen.getByRole('menuitem', { name: '修改' }));
    type('备注', '改过');
    fireEvent.click(button('我推测的'));
    await settled();
    const [former] = WANG_FACTS.relations.slice(2);
    expect(sent(shown)).toMatchObject([
      { relation: { id: former?.id, wall: former?.wall, note: '改过', source: 'guess' } },
    ]);
    expect(document.activeElement).toBe(button('李素琴的更多操作'));
  });

  it('who are children under age have no name, even one typed before', async () => {
    const shown = show(EMPTY);
    fireEvent.click(button('人脉: 添加'));
    type('姓名', '小宝');
    choose('关系', 'child');
    expect(screen.queryByLabelText('姓名')).toBeNull();
    expect(screen.getByText('未成年子女只记学段和有无保障，不记姓名、电话')).toBeTruthy();
    choose('学段', 'primary');
    fireEvent.click(button(/客户说的/));
    await settled();
    expect(sent(shown)).toMatchObject([{ relation: { role: 'child', stage: 'primary', name: null } }]);
  });

  it('are offered as the client of the book who goes by that name, unless there are two', async () => {
    const shown = show(EMPTY);
    shown.port.book.push({ id: aClientId(7), name: '邓慧' }, { id: EMPTY.client.id, name: '王丽华' });
    fireEvent.click(button('人脉: 添加'));
    type('姓名', '王丽华');
    await settled();
    expect(screen.queryByLabelText('就是名册里的这位客户')).toBeNull();
    type('姓名', '邓慧');
    await settled();
    fireEvent.click(screen.getByLabelText('就是名册里的这位客户'));
    fireEvent.click(button(/客户说的/));
    await settled();
    expect(sent(shown)).toMatchObject([{ relation: { name: '邓慧', other: aClientId(7) } }]);
    shown.port.book.push({ id: aClientId(6), name: '邓慧' });
    fireEvent.click(button('人脉: 添加'));
    type('姓名', '邓慧');
    await settled();
    expect(screen.queryByLabelText('就是名册里的这位客户')).toBeNull();
  });

  it('are removed with an undo', async () => {
    const shown = show(FULL.bundle);
    fireEvent.click(button('陈志强的更多操作'));
    fireEvent.click(screen.getByRole('menuitem', { name: '删除' }));
    await settled();
    expect(sent(shown)).toMatchObject([{ do: 'dropRelation', relationId: WANG_FACTS.relations[0]?.id }]);
    expect(shown.desk.deeds.said.value).toMatchObject({ text: '配偶已删除' });
    expect(shown.desk.deeds.said.value?.undo).not.toBeNull();
  });
});

describe('what is half written', () => {
  const begin = () => {
    fireEvent.click(button('资产: 添加'));
    type('名称', '大额存单');
    type('金额', '50万');
  };

  it('stays in the form until it is on the disk', async () => {
    const shown = show(EMPTY);
    begin();
    shown.port.answer.outcome = fail({ code: 'full', field: null });
    fireEvent.click(button(/客户说的/));
    await settled();
    expect(screen.getByLabelText<HTMLInputElement>('名称').value).toBe('大额存单');
    expect(shown.desk.deeds.said.value?.failed).toBe(true);
    const first = sent(shown)[0];
    shown.port.answer.outcome = { ok: true, value: { clientId: null, seq: 1 } };
    fireEvent.click(button(/客户说的/));
    await settled();
    // The same row again, not a second one.
    expect(sent(shown)[1]).toEqual(first);
    expect(screen.queryByRole('form')).toBeNull();
  });

  it('is there again for whoever comes back, and only with its client', async () => {
    const shown = show(EMPTY);
    begin();
    cleanup();
    draw({ ...BARE.bundle }, shown);
    expect(screen.queryByRole('form')).toBeNull();
    cleanup();
    draw(EMPTY, shown);
    expect(screen.getByLabelText<HTMLInputElement>('名称').value).toBe('大额存单');
    expect(screen.getByLabelText<HTMLInputElement>('金额').value).toBe('500000');
    expect(sent(shown)).toEqual([]);
  });

  it('is left by Escape, and ended by cancelling', () => {
    show(EMPTY);
    begin();
    fireEvent.keyDown(screen.getByLabelText('名称'), { key: 'Escape' });
    expect(screen.queryByRole('form')).toBeNull();
    fireEvent.click(button('资产: 添加'));
    expect(screen.getByLabelText<HTMLInputElement>('名称').value).toBe('大额存单');
    fireEvent.click(button('取消'));
    fireEvent.click(button('资产: 添加'));
    expect(screen.getByLabelText<HTMLInputElement>('名称').value).toBe('');
  });
});

describe('holdings', () => {
  it('are summed here and elsewhere, the next maturity named, what was missed marked', () => {
    show(FULL.bundle);
    const holdings = part('资产');
    expect(holdings.getByText('本行 90.0 万 · 他行 80.0 万 · 最近到期 12月16日')).toBeTruthy();
    expect(holdings.getByText('11月17日已到期，未承接').className).toContain('chip-late');
    expect(holdings.getByText('12月16日到期').className).toContain('chip-soon');
    expect(holdings.getByText('临江银行')).toBeTruthy();
  });

  it('of two currencies have two sums', () => {
    const dollars = aHolding(9, { amount: { minor: '1000000', currency: 'USD' } });
    show({ ...EMPTY, holdings: [aHolding(1), dollars] });
    expect(part('资产').getByText('本行 50.0 万 + USD 1.0 万')).toBeTruthy();
  });

  it('elsewhere are noted with their maturity', async () => {
    const shown = show(EMPTY);
    fireEvent.click(button('资产: 添加'));
    choose('种类', 'wealth');
    choose('在哪里', 'elsewhere');
    type('哪家机构', '临江银行');
    type('金额', '80万');
    type('到期日', '2026-12-18');
    fireEvent.click(button('CRM里看到的'));
    await settled();
    expect(sent(shown)).toMatchObject([
      {
        do: 'keepHolding',
        holding: {
          kind: 'wealth',
          place: { at: 'elsewhere', name: '临江银行' },
          amount: { minor: '80000000', currency: 'CNY' },
          maturity: '2026-12-18',
          source: 'crm',
        },
      },
    ]);
  });

  it('without a maturity keep none, even one typed before', async () => {
    const shown = show(EMPTY);
    fireEvent.click(button('资产: 添加'));
    type('到期日', '2026-12-18');
    choose('种类', 'cashManagement');
    expect(screen.queryByLabelText('到期日')).toBeNull();
    fireEvent.click(button(/客户说的/));
    await settled();
    expect(sent(shown)).toMatchObject([{ holding: { kind: 'cashManagement', maturity: null } }]);
  });

  it('are changed and taken over without what they were worth before, which is kept by itself', async () => {
    const worth = { amountSince: TODAY, former: [{ amount: yuan(9), from: TODAY, until: TODAY }] };
    const holdings = FULL.bundle.holdings.map((one) => ({ ...one, ...worth }));
    const shown = show({ ...FULL.bundle, holdings });
    for (const deed of ['标为已承接', '修改']) {
      fireEvent.click(button('固收增强的更多操作'));
      fireEvent.click(screen.getByRole('menuitem', { name: deed }));
    }
    fireEvent.click(button(/客户说的/));
    await settled();
    const orders = sent(shown).map((one) => command.safeParse(one));
    expect(orders.map(({ success }) => success)).toEqual([true, true]);
  });

  it('are marked as taken over by one press', async () => {
    const shown = show(FULL.bundle);
    fireEvent.click(button('固收增强的更多操作'));
    fireEvent.click(screen.getByRole('menuitem', { name: '标为已承接' }));
    await settled();
    expect(sent(shown)).toMatchObject([
      { do: 'keepHolding', holding: { name: '固收增强', takenOver: TODAY } },
    ]);
  });
});

describe('policies', () => {
  it('mark what is known to be missing', () => {
    show(FULL.bundle);
    const gaps = [...document.querySelectorAll('.rows-gaps li')].map((gap) => gap.textContent);
    expect(gaps).toEqual(['本人没有重疾保障', '配偶 陈志强没有保障']);
  });

  it('insure a person of the client', async () => {
    const shown = show(FULL.bundle);
    fireEvent.click(button('保险: 添加'));
    const spouse = WANG_FACTS.relations[0]?.id ?? '';
    choose('被保险人', spouse);
    type('保额', '30万');
    fireEvent.click(button(/客户说的/));
    await settled();
    expect(sent(shown)).toMatchObject([
      { do: 'keepPolicy', policy: { insured: { who: 'relation', relation: spouse }, criticalIllness: true } },
    ]);
  });
});

describe('credit', () => {
  it('that was applied for and not drawn is in progress, and is settled by one press', async () => {
    const shown = show(FULL.bundle);
    expect(part('授信').getByText('申请中，尚未放款')).toBeTruthy();
    fireEvent.click(button('住房贷款的更多操作'));
    fireEvent.click(screen.getByRole('menuitem', { name: '标为已结清' }));
    await settled();
    expect(sent(shown)).toMatchObject([{ do: 'keepCredit', credit: { ended: TODAY } }]);
  });
});

describe('opportunities', () => {
  it('need a product, and begin their stage on the day on which it is set', async () => {
    const shown = show(EMPTY);
    fireEvent.click(button('商机: 添加'));
    expect(button(/保存/).disabled).toBe(true);
    fireEvent.keyDown(screen.getByLabelText('产品'), { key: 'Enter', ctrlKey: true });
    expect(sent(shown)).toEqual([]);
    type('产品', '代发工资');
    type('把握（%）', '60');
    type('下一步', '送方案');
    type('下一步期限', '2026-11-30');
    fireEvent.click(button(/保存/));
    await settled();
    expect(sent(shown)).toMatchObject([
      {
        do: 'keepOpportunity',
        opportunity: {
          product: '代发工资',
          stage: 'lead',
          stageSince: TODAY,
          probability: 60,
          nextStep: { text: '送方案', due: '2026-11-30' },
        },
      },
    ]);
  });

  it.each([
    ['2026-11-07', '11月7日起'],
    ['2026-11-06', '11月6日起没有进展'],
  ])('whose stage began on %s say: %s', (stageSince, said) => {
    show({ ...EMPTY, opportunities: [anOpportunity(1, { stageSince: d(stageSince) })] });
    expect(part('商机').getByText(said)).toBeTruthy();
  });

  it('keep the day of a stage that is not changed, and stand by how far they are', async () => {
    const far = anOpportunity(2, { product: '按揭', stage: 'approval' });
    const shown = show({ ...EMPTY, opportunities: [anOpportunity(1), far] });
    expect([...document.querySelectorAll('#part-opportunities b')].map((name) => name.textContent)).toEqual([
      '按揭',
      '代发工资',
    ]);
    const edit = (name: string) => {
      fireEvent.click(button(`${name}的更多操作`));
      fireEvent.click(screen.getByRole('menuitem', { name: '修改' }));
    };
    edit('按揭');
    type('来源', '客户提起');
    fireEvent.click(button(/保存/));
    await settled();
    edit('代发工资');
    choose('阶段', 'contacted');
    fireEvent.click(button(/保存/));
    await settled();
    expect(sent(shown)).toMatchObject([
      { opportunity: { stageSince: far.stageSince, origin: '客户提起' } },
      { opportunity: { stageSince: TODAY, stage: 'contacted' } },
    ]);
  });
});

describe('consent', () => {
  it('is said for each channel by a press', async () => {
    const shown = show(EMPTY);
    fireEvent.click(button('电话：不清楚'));
    fireEvent.click(screen.getByRole('menuitemradio', { name: '客户拒绝' }));
    await settled();
    expect(sent(shown)).toMatchObject([
      { do: 'setConsent', channel: 'phone', consent: { given: false, day: TODAY, source: 'client' } },
    ]);
  });

  it('tells when and by whom it was given', () => {
    const consents = { wechat: { given: true, day: TODAY, source: 'crm' } } as const;
    show({ ...EMPTY, client: { ...EMPTY.client, consents } });
    expect(button('微信：同意 (CRM，11月20日)')).toBeTruthy();
  });

  it('is overruled by a wish to be left alone, which ends by itself or by a press', async () => {
    const shown = show(EMPTY);
    fireEvent.click(button('设为勿扰'));
    type('原因', '住院');
    fireEvent.keyDown(screen.getByLabelText('原因'), { key: 'Enter', ctrlKey: true });
    await settled();
    const doNotContact = { day: TODAY, until: null, reason: '住院' };
    expect(sent(shown)).toMatchObject([{ do: 'setDoNotContact', doNotContact }]);
    cleanup();
    draw({ ...EMPTY, client: { ...EMPTY.client, doNotContact } }, shown);
    expect(screen.getByText('勿扰，从11月20日起')).toBeTruthy();
    fireEvent.click(button('解除'));
    await settled();
    expect(sent(shown)[1]).toMatchObject({ do: 'setDoNotContact', doNotContact: null });
    cleanup();
    const past = { ...doNotContact, until: FULL.bundle.client.since };
    draw({ ...EMPTY, client: { ...EMPTY.client, doNotContact: past } }, shown);
    expect(button('设为勿扰')).toBeTruthy();
  });
});

describe('a form left half-filled', () => {
  const half = { [EMPTY.client.id]: { 'holdings|new': { kind: 'fund', name: '稳健一号' } } };

  it('is kept a moment after typing, and not any more once it is cancelled', async () => {
    vi.useFakeTimers();
    const { port } = show(EMPTY);
    fireEvent.click(screen.getByRole('button', { name: /^资产: / }));
    await settled();
    fireEvent.input(screen.getByLabelText('名称'), { target: { value: '稳健一号' } });
    await act(async () => void (await vi.advanceTimersByTimeAsync(400)));
    const kept = port.forms.get(EMPTY.client.id) ?? {};
    expect(Object.keys(kept)).toEqual(['holdings|new']);
    expect(kept['holdings|new']).toMatchObject({ name: '稳健一号' });
    fireEvent.click(screen.getByRole('button', { name: '取消' }));
    await settled();
    expect(port.forms.get(EMPTY.client.id)).toEqual({});
    vi.useRealTimers();
  });

  it('is there again in another panel, without taking the keyboard', async () => {
    const port = playPort({ state: 'starting' });
    port.forms.set(EMPTY.client.id, half[EMPTY.client.id] ?? {});
    draw(EMPTY, { desk: createDesk(port) });
    const name = await screen.findByLabelText<HTMLInputElement>('名称');
    expect(name.value).toBe('稳健一号');
    expect(document.activeElement).toBe(document.body);
    await expectAccessible();
  });

  it('is no other client’s', async () => {
    const port = playPort({ state: 'starting' });
    port.forms.set(aClientId(0x777), half[EMPTY.client.id] ?? {});
    draw(EMPTY, { desk: createDesk(port) });
    await settled();
    expect(screen.queryByLabelText('名称')).toBeNull();
  });
});
