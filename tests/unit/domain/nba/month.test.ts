import path from 'node:path';
import { expect, it } from 'vitest';
import { bookOfBank, contactOf, ON_SALE, ZONE } from '@/tests/bench/bookOfBank';
import { buildBank } from '@/tests/demo-crm/data/bank';
import type { ClientBundle } from '@/utils/domain/bundle';
import { isWorkingDay } from '@/utils/domain/calendar/workingDays';
import { addDays } from '@/utils/domain/day';
import type { Action } from '@/utils/domain/nba/action';
import { planActions } from '@/utils/domain/nba/engine';
import { topFifthOf } from '@/utils/domain/nba/topFifth';
import { outlineOf } from '@/utils/domain/outline';
import { defaultSettings, type Settings } from '@/utils/domain/schema/settings';
import type { CivilDay } from '@/utils/domain/schema/time';

/*
 * A month in a book of 300 clients, day by day: which prompt came (+) and which went (−). The RM works
 * down the list: on each working day the next eight clients with something to do are called, and that
 * prompt is done. What changed in the rules shows in the file as it would show in the RM's day.
 */
const FROM = '2026-09-14';
const DAYS = 31;
const CALLS_A_DAY = 8;

const settings: Settings = {
  ...defaultSettings(ZONE),
  products: ON_SALE,
  serviceLines: [6_000_000, 1_000_000],
};

const short = ({ key }: Action): string => key.replace(/0{4,}/gu, '·');

/** The first prompt done by a call that reached the client. */
function called(bundle: ClientBundle, place: number, action: Action, today: CivilDay): ClientBundle {
  const prefill = action.deed.type === 'log' ? action.deed.prefill : {};
  const log = contactOf(place, 1000 + bundle.contacts.length, {
    ...prefill,
    day: today,
    channel: prefill.channel ?? 'phone',
  });
  const answer = {
    clientId: bundle.client.id,
    key: action.key,
    rule: action.rule,
    answer: { state: 'done' as const },
    day: today,
    at: log.loggedAt,
  };
  return {
    ...bundle,
    contacts: [...bundle.contacts, log],
    actionStates: [...bundle.actionStates.filter(({ key }) => key !== action.key), answer],
  };
}

function month(): string[] {
  const { bundles, today: first } = bookOfBank(buildBank({ today: FROM }));
  const assets = ({ client }: ClientBundle) => {
    const value = client.observed['aum']?.value;
    return { id: client.id, assets: value?.type === 'money' ? value.money : null };
  };
  const top = topFifthOf(bundles.map(assets));
  const book = [...bundles];
  const before = new Map<number, ReadonlyMap<string, string>>();
  const lines: string[] = [];
  let next = 0;
  for (let today = first; today < addDays(first, DAYS); today = addDays(today, 1)) {
    lines.push(`${today}${isWorkingDay(today) ? '' : ' (day off)'}`);
    const free: number[] = [];
    book.forEach((bundle, place) => {
      const outline = outlineOf(bundle, settings, today);
      const plan = planActions({ ...outline, settings, book: { topFifth: top.has(bundle.client.id) } });
      const now = new Map(plan.shown.map((action) => [short(action), action.priority.toFixed(0)] as const));
      const was = before.get(place) ?? new Map();
      for (const [key, priority] of now) {
        if (!was.has(key)) lines.push(`  + ${place} ${bundle.client.name} ${priority} ${key}`);
      }
      for (const key of was.keys())
        if (!now.has(key)) lines.push(`  - ${place} ${bundle.client.name} ${key}`);
      before.set(place, now);
      if (plan.shown.length > 0) free.push(place);
    });
    if (!isWorkingDay(today)) continue;
    const order = [...free.filter((place) => place >= next), ...free.filter((place) => place < next)];
    for (const place of order.slice(0, CALLS_A_DAY)) {
      const bundle = book[place];
      if (!bundle) continue;
      const outline = outlineOf(bundle, settings, today);
      const plan = planActions({ ...outline, settings, book: { topFifth: top.has(bundle.client.id) } });
      const [action] = plan.shown;
      if (!action) continue;
      book[place] = called(bundle, place, action, today);
      lines.push(`  ! ${place} ${bundle.client.name} ${short(action)}`);
      next = place + 1;
    }
  }
  return lines;
}

it('a month of a book of 300 is as it was', { timeout: 120_000 }, async () => {
  const lines = month();
  expect(lines.filter((line) => line.startsWith('  +')).length).toBeGreaterThan(500);
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(
    path.join(import.meta.dirname, 'golden/month.txt'),
  );
});
