import { describe, expect, it } from 'vitest';
import { withFormer } from '@/utils/domain/formerAmounts';
import { type Holding, holding, MAX_FORMER_AMOUNTS } from '@/utils/domain/schema/holding';
import { d } from './build';
import { aHolding, yuan } from './buildFacts';

const fund = (day: string, amount: number | null, change: Partial<Holding> = {}): Holding =>
  aHolding(1, {
    kind: 'fund',
    name: '星河',
    amount: amount === null ? null : yuan(amount),
    day: d(day),
    ...change,
  });

/** The row as it is after it was written over by each of the others in turn. */
const over = (first: Holding, ...later: readonly Holding[]): Holding => {
  const last = later.reduce(withFormer, first);
  expect(holding.safeParse(last).error?.issues ?? []).toEqual([]);
  return last;
};
const kept = ({ amountSince, former = [] }: Holding) => [
  amountSince,
  former.map(({ amount, from, until }) => [Number(amount.minor) / 100, from, until]),
];
const NONE = [undefined, []];

describe('the amounts of a holding before the one that is noted now', () => {
  it('are kept with the days on which they were noted, the latest first', () => {
    const last = over(fund('2026-09-01', 100), fund('2026-10-01', 90), fund('2026-11-01', 80));
    expect(last.amount).toEqual(yuan(80));
    expect(kept(last)).toEqual([
      '2026-11-01',
      [
        [90, '2026-10-01', '2026-10-01'],
        [100, '2026-09-01', '2026-09-01'],
      ],
    ]);
  });

  it('stay as they are when an edit leaves the amount', () => {
    const fell = over(fund('2026-10-01', 100), fund('2026-11-01', 80));
    const edited = over(fell, fund('2026-11-05', 80, { riskLevel: 'R3' }));
    expect(kept(edited)).toEqual(kept(fell));
    expect(edited).toMatchObject({ day: '2026-11-05', riskLevel: 'R3' });
    expect(kept(over(fund('2026-10-01', 100), fund('2026-11-01', 100)))).toEqual(NONE);
  });

  it('stood until the last day on which they were noted', () => {
    const last = over(
      fund('2026-09-01', 100),
      fund('2026-10-01', 90),
      fund('2026-10-20', 90),
      fund('2026-11-01', 80),
    );
    expect(kept(last)).toEqual([
      '2026-11-01',
      [
        [90, '2026-10-01', '2026-10-20'],
        [100, '2026-09-01', '2026-09-01'],
      ],
    ]);
  });

  it('are none where what was noted on the same day is put right', () => {
    expect(kept(over(fund('2026-11-01', 100), fund('2026-11-01', 80)))).toEqual(NONE);
    const right = over(fund('2026-10-01', 100), fund('2026-11-01', 8), fund('2026-11-01', 80));
    expect(kept(right)).toEqual(['2026-11-01', [[100, '2026-10-01', '2026-10-01']]]);
  });

  it('are those of earlier days only, when an older spreadsheet is brought in', () => {
    const last = over(fund('2026-10-01', 100), fund('2026-11-01', 80), fund('2026-09-01', 70));
    expect(kept(last)).toEqual(NONE);
  });

  it('hold no guess and nothing that was not known', () => {
    expect(kept(over(fund('2026-10-01', 100, { source: 'guess' }), fund('2026-11-01', 80)))).toEqual(NONE);
    expect(kept(over(fund('2026-10-01', null), fund('2026-11-01', 80)))).toEqual(NONE);
    const gone = over(fund('2026-09-01', 100), fund('2026-10-01', null), fund('2026-11-01', 80));
    expect(kept(gone)).toEqual(['2026-11-01', [[100, '2026-09-01', '2026-09-01']]]);
  });

  it('are not those of another holding', () => {
    const before = over(fund('2026-09-01', 100), fund('2026-10-01', 90));
    for (const change of [{ name: '远山' }, { kind: 'bond' as const }]) {
      expect(kept(over(before, fund('2026-11-01', 80, change)))).toEqual(NONE);
    }
    const elsewhere = { place: { at: 'elsewhere', name: null } } as const;
    expect(kept(over(before, fund('2026-11-01', 80, elsewhere)))).toEqual(NONE);
    expect(kept(over(before, fund('2026-11-01', 80, { name: ' 星河 ' })))[1]).toHaveLength(2);
    expect(kept(over(fund('2026-10-01', 90, { name: null }), fund('2026-11-01', 80)))[1]).toHaveLength(1);
  });

  it('are six at most', () => {
    const days = Array.from({ length: 9 }, (_, at) => fund(`2026-0${at + 1}-01`, 100 - at));
    const [first, ...rest] = days;
    if (!first) throw new Error('no day');
    const last = over(first, ...rest);
    expect(last.former).toHaveLength(MAX_FORMER_AMOUNTS);
    expect(last.former?.at(-1)).toMatchObject({ from: '2026-03-01' });
  });
});
