import { signal } from '@preact/signals';
import { fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createDeeds } from '@/components/ui/deeds';
import type { Desk } from '@/components/workbench/desk';
import { FestivalPage } from '@/components/workbench/festival/FestivalPage';
import type { Command, Outcome } from '@/utils/app/command';
import type { FestivalPort } from '@/utils/app/festivalPort';
import type { BookView } from '@/utils/app/popupPort';
import type { WorkbenchPort } from '@/utils/app/workbenchPort';
import { briefOf } from '@/utils/domain/briefOf';
import type { ClientBundle } from '@/utils/domain/bundle';
import { festiveOf } from '@/utils/domain/festival/festive';
import type { Piece } from '@/utils/domain/library/piece';
import type { ClientId } from '@/utils/domain/schema/ids';
import { contactId, opId } from '@/utils/domain/schema/ids';
import {
  aBundle,
  aClient,
  aClientId,
  aContact,
  aFact,
  choice,
  d,
  someSettings,
  text,
} from '../../domain/build';
import { closed, expectAccessible, settled } from '../setup';
import { fakeWorkbench } from './fakePort';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });
afterEach(() => expectAccessible().finally(closed));

const IN_THE_DAYS = '2026-02-14';
const NAMES = ['安然', '白露', '陈晨'];

const bundleOf = (n: number, change: Parameters<typeof aClient>[0] = {}): ClientBundle =>
  aBundle({ client: aClient({ id: aClientId(n), name: NAMES[n] ?? `客户${n}`, ...change }) });
const older = { facts: { birthday: aFact({ type: 'day', day: d('1950-03-01') }, '2026-01-05') } };

const track = (id: string, relation: 'client' | 'elder', words: string): Piece => ({
  type: 'track',
  id,
  kind: 'care',
  title: id,
  text: words,
  fits: { occasion: 'springFestival', relation },
});
const PIECES = [
  track('spring', 'client', '{title}，过年好！'),
  track('spring-elder', 'elder', '{title}，给您拜年了！'),
];

/** The page over these clients on a day, and what it did. */
async function show(bundles: ClientBundle[], today = IN_THE_DAYS, pieces: readonly Piece[] = PIECES) {
  const commands: Command[] = [];
  const copied: string[] = [];
  const used: string[] = [];
  const opened: (ClientId | null)[] = [];
  const answer: { outcome: Outcome } = { outcome: { ok: true, value: { clientId: null, seq: 1 } } };
  let ids = 0;
  const hex = () => (++ids).toString(16).padStart(24, '0');
  const settings = signal(someSettings());
  const kept = new Map(bundles.map((bundle) => [bundle.client.id, bundle]));
  const cards = () => [...kept.values()].map((each) => briefOf(each, settings.value, d(today), [], []));
  const book = signal<BookView>({ state: 'ready', briefs: cards(), quarantined: 0, trouble: null });
  const festive = (day: ReturnType<typeof d>) => (bundle: ClientBundle) =>
    [festiveOf(bundle, settings.value, day) ?? []].flat();
  const festival: FestivalPort = {
    before: (day) => ({
      all: async () => [...kept.values()].flatMap(festive(day)),
      of: async (wanted) => wanted.flatMap((id) => [kept.get(id) ?? []].flat()).flatMap(festive(day)),
    }),
  };
  const stage = fakeWorkbench();
  const port: WorkbenchPort = {
    ...stage,
    today: signal(d(today)),
    settings,
    book,
    festival: async () => festival,
    newContactId: () => contactId.parse(hex()),
    run: async (command) => {
      commands.push(command);
      return { op: opId.parse(hex()), outcome: answer.outcome };
    },
    copy: async (words) => {
      copied.push(words);
      return true;
    },
    library: {
      ...stage.library,
      watch: (tell) => {
        tell(pieces.map((piece) => ({ piece, from: 'seed', used: 0, worked: 0 })));
        return () => {};
      },
      count: async (id) => void used.push(id),
    },
  };
  const desk: Desk = {
    port,
    deeds: createDeeds(port),
    place: signal({ page: 'festival', client: null }),
    show: (client) => opened.push(client),
  };
  render(
    <main>
      <h1>知彼工作台</h1>
      <FestivalPage desk={desk} />
    </main>,
  );
  await settled();
  /** Something of a client is written elsewhere. */
  const change = async (bundle: ClientBundle) => {
    kept.set(bundle.client.id, bundle);
    const { id } = bundle.client;
    const before = book.value.state === 'ready' ? book.value.briefs : [];
    const anew = briefOf(bundle, settings.value, d(today), [], []);
    book.value = {
      state: 'ready',
      briefs: before.map((card) => (card.clientId === id ? anew : card)),
      quarantined: 0,
      trouble: null,
    };
    await settled();
  };
  return { commands, copied, used, opened, answer, change };
}

const press = async (key: string) => {
  fireEvent.keyDown(document.activeElement ?? document.body, { key });
  await settled();
};
const click = async (name: string) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settled();
};
const lines = () =>
  screen.queryAllByRole('option').map((each) => within(each).getByText(/./, { selector: 'b' }).textContent);

describe('the festival', () => {
  it('is greeted client by client with Enter alone: copied, marked, the next one copied', async () => {
    const { commands, copied, used } = await show([
      bundleOf(0, { facts: { gender: aFact(choice('female'), '2026-01-05') } }),
      bundleOf(1, older),
    ]);
    expect(screen.getByText('已问候 0 / 2')).toBeDefined();
    expect(screen.getByText('2026年2月17日 周二')).toBeDefined();
    await press('Enter');
    expect(copied).toEqual(['安女士，过年好！']);
    expect(commands).toEqual([]);
    await press('Enter');
    expect(commands).toMatchObject([
      {
        do: 'logContact',
        subject: { type: 'client', clientId: aClientId(0) },
        details: { channel: 'wechat', purpose: 'care', result: 'reached', mass: false, note: '春节问候' },
        answers: { rule: 'festivalGreeting', key: 'festivalGreeting|springFestival|2026-02-17' },
        besideDraft: true,
      },
    ]);
    expect(copied[1]).toBe('白露，给您拜年了！');
    expect(used).toEqual(['spring', 'spring-elder']);
    expect(lines()).toEqual(['白露']);
    expect(screen.getByText('已问候 1 / 2')).toBeDefined();
    await press('Enter');
    expect(screen.getByText('都问候到了')).toBeDefined();
  });

  it('marks by another channel, chosen by its letter', async () => {
    const { commands } = await show([bundleOf(0)]);
    await press('s');
    await press('Enter');
    await press('Enter');
    expect(commands).toMatchObject([{ details: { channel: 'sms' } }]);
  });

  it('gives back who was marked when that is undone', async () => {
    const { commands } = await show([bundleOf(0), bundleOf(1)]);
    await press('Enter');
    await press('Enter');
    expect(lines()).toEqual(['白露']);
    await click('撤销');
    expect(commands.at(-1)).toMatchObject({ do: 'undo' });
    expect(lines()).toEqual(['安然', '白露']);
  });

  it('keeps in the list whose greeting was not saved', async () => {
    const { answer } = await show([bundleOf(0)]);
    answer.outcome = { ok: false, error: { code: 'full', field: null } };
    await press('Enter');
    await press('Enter');
    expect(lines()).toEqual(['安然']);
    expect(screen.getByText('已问候 0 / 1')).toBeDefined();
  });

  it('marks all as greeted by one message, which names nobody, and takes all back in one go', async () => {
    const { commands, copied } = await show([bundleOf(0), bundleOf(1), bundleOf(2)]);
    fireEvent.click(screen.getByRole('radio', { name: '群发' }));
    await settled();
    await press('c');
    expect(copied).toEqual(['尊敬的客户，过年好！']);
    await click('把3位都记为群发已问候');
    expect(commands.map((each) => each.do === 'logContact' && each.details.mass)).toEqual([true, true, true]);
    expect(screen.getByText('都问候到了')).toBeDefined();
    await click('撤销');
    expect(commands.slice(3).map((each) => each.do)).toEqual(['undo', 'undo', 'undo']);
    expect(lines()).toEqual(NAMES);
  });

  it('says who is left out and why, and opens them', async () => {
    const { opened } = await show([
      bundleOf(0),
      bundleOf(1, { facts: { lifeEvents: aFact(text('父亲去世'), '2026-01-05') } }),
      bundleOf(2, { doNotContact: { day: d('2026-01-05'), until: null, reason: null } }),
    ]);
    expect(lines()).toEqual(['安然']);
    expect(screen.getByText('有2位不在名单里，看原因')).toBeDefined();
    expect(within(screen.getByRole('region', { name: '勿扰' })).getByText('陈晨')).toBeDefined();
    fireEvent.click(within(screen.getByRole('region', { name: '一年内家里有丧事' })).getByText('白露'));
    expect(opened).toEqual([aClientId(1)]);
  });

  it('hears of what is written elsewhere', async () => {
    const { change } = await show([bundleOf(0), bundleOf(1)]);
    const care = aContact('2026-02-13', 1, { clientId: aClientId(0), purpose: 'care', channel: 'wechat' });
    await change({ ...bundleOf(0), contacts: [care] });
    expect(lines()).toEqual(['白露']);
    expect(screen.getByText('已问候 1 / 2')).toBeDefined();
    await change(bundleOf(0));
    expect(lines()).toEqual(['安然', '白露']);
  });

  it('copies, but marks nobody, before its days have come', async () => {
    const { copied, commands } = await show([bundleOf(0)], '2026-02-01');
    expect(screen.getByText(/从2026年2月12日 周四起发的问候才算/)).toBeDefined();
    await press('Enter');
    await press('Enter');
    expect(copied).toHaveLength(2);
    expect(commands).toEqual([]);
  });

  it('has the rule’s own words where the library has none, and copies nothing a bank may not say', async () => {
    const { copied } = await show([bundleOf(0)], IN_THE_DAYS, []);
    await press('c');
    expect(copied).toEqual(['安然您好，春节到了，祝您和家人节日安好、身体健康，事事顺心。']);
  });

  it('refuses words that a bank may not say', async () => {
    const { copied } = await show([bundleOf(0)], IN_THE_DAYS, [
      track('bad', 'client', '{title}，零风险，过年好'),
    ]);
    await press('Enter');
    expect(copied).toEqual([]);
    expect(screen.getByText(/零风险/, { selector: '.undobar span' })).toBeDefined();
  });
});
