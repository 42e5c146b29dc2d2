import { describe, expect, it } from 'vitest';
import { outlineOf } from '@/utils/domain/outline';
import type { Contact } from '@/utils/domain/schema/contact';
import { PURPOSES } from '@/utils/domain/schema/contact';
import { visitDetails } from '@/utils/domain/schema/visit';
import { CHECK_CODES, checklistFor } from '@/utils/domain/visits/checklists';
import { byArea } from '@/utils/domain/visits/dayList';
import { isPrepared, type PlannedVisit, plannedVisits } from '@/utils/domain/visits/planned';
import { needsTwo } from '@/utils/domain/visits/twoPersons';
import { aBundle, aContact, aContactId, aPlan, d, someSettings } from '../build';
import { aVisit } from '../buildFacts';

const TODAY = d('2026-11-20');
const NOON = { today: TODAY, minute: 12 * 60 };

function visitsOf(contacts: readonly Contact[], change = {}, now = NOON): PlannedVisit[] {
  const bundle = aBundle({ contacts, ...change });
  return plannedVisits(outlineOf(bundle, someSettings(), now.today), now);
}
const standings = (visits: readonly PlannedVisit[]) =>
  visits.map(({ plan, standing }) => [plan.day, standing]);

describe('the planned visits of a client', () => {
  it('are ahead, of today, or over and unlogged; the hour decides on the day itself', () => {
    const plans = [
      aPlan('2026-11-21', 1),
      aPlan('2026-11-20', 2),
      aPlan('2026-11-20', 3, { minute: 12 * 60 }),
      aPlan('2026-11-20', 4, { minute: 12 * 60 + 1 }),
      aPlan('2026-11-19', 5),
    ];
    expect(standings(visitsOf(plans))).toEqual([
      ['2026-11-19', 'unlogged'],
      ['2026-11-20', 'unlogged'],
      ['2026-11-20', 'today'],
      ['2026-11-20', 'today'],
      ['2026-11-21', 'ahead'],
    ]);
  });

  it('are chased for thirty days', () => {
    expect(visitsOf([aPlan('2026-10-21')])).toHaveLength(1);
    expect(visitsOf([aPlan('2026-10-20')])).toHaveLength(0);
  });

  it('are those where one sits face to face', () => {
    const channels = ['phone', 'wechat', 'video', 'meeting', 'branch'] as const;
    const plans = channels.map((channel, n) => aPlan('2026-11-25', n + 1, { channel }));
    expect(visitsOf(plans).map(({ plan }) => plan.channel)).toEqual(['meeting', 'branch']);
  });

  it('are none any more once their outcome was logged by itself', () => {
    const plan = aPlan('2026-11-18');
    expect(visitsOf([plan, aContact('2026-11-19', 2, { channel: 'branch' })])).toEqual([]);
    expect(visitsOf([plan, aContact('2026-11-18', 2)])).toEqual([]);
    expect(visitsOf([plan, aContact('2026-11-19', 2)])).toHaveLength(1);
  });

  it('of today stand although there was a call in the morning', () => {
    const plan = aPlan('2026-11-20', 1, { minute: 900 });
    expect(standings(visitsOf([plan, aContact('2026-11-20', 2)]))).toEqual([['2026-11-20', 'today']]);
    expect(visitsOf([plan, aContact('2026-11-20', 2, { channel: 'meeting' })])).toEqual([]);
  });

  it('keep their preparation when they are moved', () => {
    const moved = aPlan('2026-11-24', 2, { supersedes: aContactId(1) });
    const [visit, ...others] = visitsOf([aPlan('2026-11-21', 1), moved], { visits: [aVisit(1)] });
    expect(others).toEqual([]);
    expect(visit).toMatchObject({
      id: aContactId(1),
      plan: { id: aContactId(2) },
      prepared: { id: aContactId(1) },
    });
    expect(visit && isPrepared(visit)).toBe(true);
  });

  it('are prepared only with what one can do for the client', () => {
    const [bare] = visitsOf([aPlan('2026-11-21')]);
    const [half] = visitsOf([aPlan('2026-11-21')], { visits: [aVisit(1, { canDo: null })] });
    expect([bare, half].map((visit) => visit && isPrepared(visit))).toEqual([false, false]);
  });
});

describe('a day’s list', () => {
  const visit = (n: number, area: string | null, minute: number | null) => ({
    contact: aPlan('2026-11-21', n, { minute }),
    prepared: aVisit(n, { area }),
  });
  const listed = (rows: readonly ReturnType<typeof visit>[]) =>
    byArea(
      visitsOf(
        rows.map(({ contact }) => contact),
        { visits: rows.map(({ prepared }) => prepared) },
      ),
      d('2026-11-21'),
    ).map(({ area, visits }) => [area, visits.map(({ plan }) => plan.minute)]);

  it('is ordered by area and time; the unknown area comes last', () => {
    const rows = [
      visit(1, null, 480),
      visit(2, '滨江', 660),
      visit(3, '城西', 540),
      visit(4, '滨江 ', 600),
      visit(5, '城西', 900),
      visit(6, '滨江', null),
    ];
    expect(listed(rows)).toEqual([
      ['城西', [540, 900]],
      ['滨江', [600, 660, null]],
      [null, [480]],
    ]);
    expect(listed(rows.toReversed())).toEqual(listed(rows));
  });

  it('has no visits of other days', () => {
    expect(byArea(visitsOf([aPlan('2026-11-22')]), d('2026-11-21'))).toEqual([]);
  });
});

describe('the checklists', () => {
  it('begin unticked, each line once, and can be kept', () => {
    for (const purpose of [null, ...PURPOSES]) {
      const { id, clientId: _, sample: __, ...rest } = aVisit();
      const list = checklistFor(purpose);
      expect(visitDetails.safeParse({ ...rest, id, checklist: list }).success).toBe(true);
      expect(list.some(({ done }) => done)).toBe(false);
      expect(new Set(list.map((item) => 'code' in item && item.code)).size).toBe(list.length);
    }
  });

  it('hold what policy asks: two for 贷前; premises, stock, power, tax, photos and use of funds for 贷后', () => {
    const codes = (purpose: 'preLoan' | 'postLoan') =>
      checklistFor(purpose).flatMap((item) => ('code' in item ? [item.code] : []));
    expect(codes('preLoan')[0]).toBe('twoPersons');
    expect(codes('postLoan')).toEqual(
      expect.arrayContaining(['premises', 'stock', 'power', 'tax', 'photos', 'useOfFunds']),
    );
    expect([needsTwo('preLoan'), needsTwo('care'), needsTwo(null)]).toEqual([true, false, false]);
    expect(CHECK_CODES.length).toBeGreaterThan(25);
  });
});
