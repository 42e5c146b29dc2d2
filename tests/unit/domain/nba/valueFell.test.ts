import { describe, expect, it } from 'vitest';
import { addDays } from '@/utils/domain/day';
import { valueFell } from '@/utils/domain/nba/rules/valueFell';
import type { Money } from '@/utils/domain/schema/money';
import type { SeenHoldingRow } from '@/utils/domain/schema/seenRow';
import { aClient, aContact, anAnswer, d, morningOf } from '../build';
import { aHolding, yuan } from '../buildFacts';
import { type Asked, found, shown, silenceOf } from './ask';
import type { Bundle } from './facts';
import { aSeenFund } from './seenFund';
import { speaks } from './spans';

/** A Friday; two working days later it is Tuesday the 24th. */
const SEEN = '2026-11-20';

const holding = (...rows: SeenHoldingRow[]): Bundle => ({ client: aClient({ seenHoldings: rows }) });
const worth = (...points: readonly (readonly [day: string, amount: number])[]) => aSeenFund(points);
const fell = worth(['2026-11-02', 100_000], [SEEN, 90_000]);
const times = (bundle: Bundle, day = SEEN, asked: Asked = {}) => found(valueFell, bundle, day, asked).length;

describe('rule 41, value fell', () => {
  speaks('a tenth and 10,000 yuan', valueFell, holding(fell), { from: SEEN, until: '2026-12-04' });

  it('is due within two working days, over a weekend and over 国庆', () => {
    const dueOf = (row: SeenHoldingRow, day: string) =>
      found(valueFell, holding(row), day).map(({ due }) => due);
    expect(dueOf(fell, SEEN)).toEqual(['2026-11-24']);
    expect(dueOf(worth(['2026-09-20', 100_000], ['2026-09-30', 80_000]), '2026-10-08')).toEqual([
      '2026-10-09',
    ]);
    const urgency = (day: string) => found(valueFell, holding(fell), day)[0]?.parts.urgency;
    expect([urgency(SEEN), urgency('2026-11-24'), urgency('2026-11-30')]).toEqual([1, 1.5, 1.5]);
  });

  it('is silent below a tenth, below 10,000 yuan, and where it rose', () => {
    const to = (before: number, after: number) =>
      times(holding(worth(['2026-11-02', before], [SEEN, after])));
    expect([to(200_000, 180_000), to(200_000, 180_001)]).toEqual([1, 0]);
    expect([to(50_000, 40_000), to(50_000, 40_001)]).toEqual([1, 0]);
    expect([to(90_000, 100_000), to(100_000, 0)]).toEqual([0, 0]);
    expect(times(holding(worth([SEEN, 10_000])))).toBe(0);
  });

  it('goes by the numbers that are set', () => {
    const asked = (percent: number, least: number): Asked => ({
      thresholds: { 'valueFell.percent': percent, 'valueFell.yuan': least },
    });
    expect(times(holding(fell), SEEN, asked(11, 10_000))).toBe(0);
    expect(times(holding(fell), SEEN, asked(10, 10_001))).toBe(0);
    expect(times(holding(worth(['2026-11-02', 100_000], [SEEN, 97_000])), SEEN, asked(3, 3_000))).toBe(1);
  });

  it('compares values at most 30 days apart, from the last day of the one to the first of the other', () => {
    // The first value was seen for the last time on the day before the second.
    const lastSeen = (day: string) =>
      times(
        holding(
          aSeenFund(
            [
              ['2026-09-01', 100_000],
              [SEEN, 80_000],
            ],
            { lastSeen: day },
          ),
        ),
      );
    expect([lastSeen('2026-10-20'), lastSeen('2026-10-21')]).toEqual([0, 1]);
  });

  it('sees what fell over several looks, once, and again what falls as much from there', () => {
    const slow = worth(
      ['2026-11-02', 100_000],
      ['2026-11-10', 95_000],
      ['2026-11-17', 89_000],
      [SEEN, 88_000],
    );
    expect(found(valueFell, holding(slow), SEEN).map(({ due }) => due)).toEqual(['2026-11-19']);
    const twice = worth(['2026-11-02', 100_000], ['2026-11-10', 85_000], [SEEN, 70_000]);
    const [again] = found(valueFell, holding(twice), SEEN);
    expect(again?.due).toBe('2026-11-24');
    expect(again?.why[0]?.args).toMatchObject([
      { money: yuan(85_000) },
      { day: '2026-11-19' },
      { money: yuan(70_000) },
      { day: SEEN },
      '17',
    ]);
  });

  it('goes away when it is made good', () => {
    const back = worth(['2026-11-02', 100_000], ['2026-11-10', 80_000], [SEEN, 95_000]);
    expect(times(holding(back))).toBe(0);
  });

  it('speaks of what a market values only, in yuan, not past its maturity', () => {
    const of = (change: Partial<SeenHoldingRow>) => times(holding({ ...fell, ...change }));
    for (const kind of ['wealth', 'bond', 'securities', 'gold', 'trust'] as const)
      expect(of({ kind })).toBe(1);
    for (const kind of ['deposit', 'structured', 'cashManagement', 'insuranceSaving', 'pension'] as const)
      expect(of({ kind })).toBe(0);
    expect([of({ maturity: d(SEEN) }), of({ maturity: addDays(d(SEEN), 1) })]).toEqual([0, 1]);
    const dollars: Money = { minor: '9000000', currency: 'USD' };
    expect([of({ amount: dollars }), of({ amount: null })]).toEqual([0, 0]);
  });

  it('takes no lot for another under the same name', () => {
    const other = { ...aSeenFund([['2026-11-02', 30_000]], { n: 2 }) };
    expect(times(holding(fell, other))).toBe(0);
    expect(times(holding(fell, { ...other, name: '远山指数' }))).toBe(1);
  });

  it('measures against the RM’s own older row of the same holding, not against a guess', () => {
    const own = { kind: 'fund', name: fell.name, amount: yuan(100_000), day: d('2026-11-02') } as const;
    const on = (change: Parameters<typeof aHolding>[1]) =>
      times({ ...holding(worth([SEEN, 88_000])), holdings: [aHolding(1, { ...own, ...change })] });
    expect(on({})).toBe(1);
    expect(on({ source: 'guess' })).toBe(0);
    expect(on({ day: d('2026-10-20') })).toBe(0);
    expect(on({ day: d(SEEN) })).toBe(0);
    expect(on({ name: '远山指数' })).toBe(0);
    expect(on({ place: { at: 'elsewhere', name: null } })).toBe(0);
    // An own row under the list's own id, as it becomes when it is changed in the panel.
    expect(on({ id: fell.id })).toBe(1);
  });

  it('measures what the RM noted one after the other, where the CRM’s list shows no such holding', () => {
    const own = aHolding(1, {
      kind: 'fund',
      name: '星河',
      amount: yuan(88_000),
      day: d(SEEN),
      amountSince: d(SEEN),
      former: [
        { amount: yuan(100_000), from: d('2026-10-01'), until: d('2026-10-21') },
        { amount: yuan(300_000), from: d('2026-09-01'), until: d('2026-09-01') },
      ],
    });
    const on = (change: Partial<typeof own>, day = SEEN, bundle: Bundle = {}) =>
      times({ ...bundle, holdings: [{ ...own, ...change }] }, day);
    expect(found(valueFell, { holdings: [own] }, SEEN)[0]?.why[0]?.args).toEqual([
      { money: yuan(100_000) },
      { day: '2026-10-21' },
      { money: yuan(88_000) },
      { day: SEEN },
      '12',
    ]);
    expect([on({}, '2026-12-04'), on({}, '2026-12-05')]).toEqual([1, 0]);
    // Noted again later, it fell on the day on which it was noted first.
    expect(found(valueFell, { holdings: [{ ...own, day: d('2026-11-25') }] }, '2026-11-26')[0]?.due).toBe(
      '2026-11-24',
    );
    const [last] = own.former ?? [];
    if (!last) throw new Error('no former amount');
    expect(on({ former: [{ ...last, until: d('2026-10-20') }] })).toBe(0);
    expect([on({ source: 'guess' }), on({ name: null }), on({ kind: 'deposit' })]).toEqual([0, 0, 0]);
    expect(on({ place: { at: 'elsewhere', name: null } })).toBe(0);
    // What the list shows now counts, and what was noted before that beside it.
    expect(on({}, SEEN, holding(worth(['2026-11-19', 99_000])))).toBe(0);
    expect(on({}, '2026-11-21', holding(worth(['2026-11-21', 79_000])))).toBe(1);
  });

  it('goes away with any contact since that reaches the client, not with one before or an attempt', () => {
    const talked = (day: string, change: Parameters<typeof aContact>[2] = {}) =>
      times({ ...holding(fell), contacts: [aContact(day, 1, change)] }, '2026-11-23');
    expect(talked(SEEN)).toBe(0);
    expect(talked('2026-11-23', { purpose: 'collectDocuments' })).toBe(0);
    expect(talked('2026-11-19')).toBe(1);
    expect(talked(SEEN, { result: 'noAnswer', goalReached: null })).toBe(1);
  });

  it('shows one of several holdings, and rests for a week once it was answered', () => {
    const two = holding(fell, {
      ...aSeenFund(
        [
          ['2026-11-02', 90_000],
          [SEEN, 60_000],
        ],
        { n: 2 },
      ),
      name: '远山指数',
    });
    expect(shown(valueFell, two, SEEN)).toHaveLength(1);
    const [prompt] = shown(valueFell, two, SEEN);
    if (!prompt) throw new Error('a prompt');
    const done = { ...two, actionStates: [anAnswer(prompt.key, { state: 'done' }, SEEN)] };
    expect(shown(valueFell, done, '2026-11-26')).toEqual([]);
    expect(shown(valueFell, done, '2026-11-27').map(({ key }) => key)).not.toContain(prompt.key);
    expect(shown(valueFell, done, '2026-11-27')).toHaveLength(1);
    const only = {
      ...holding(fell),
      actionStates: [anAnswer(`valueFell|${fell.id}|${SEEN}`, { state: 'done' }, SEEN)],
    };
    expect(silenceOf(valueFell, only, '2026-11-27')).toEqual({ reason: 'done' });
  });

  it('serves: it is said to who agreed to no marketing, but to nobody who is not to be contacted', () => {
    expect(shown(valueFell, { client: aClient({ seenHoldings: [fell], consents: {} }) }, SEEN)).toHaveLength(
      1,
    );
    const doNotContact = { day: d('2026-11-01'), until: null, reason: null };
    const client = aClient({ seenHoldings: [fell], doNotContact });
    expect(silenceOf(valueFell, { client }, SEEN)).toEqual({ reason: 'gate', gate: 'doNotContact' });
  });

  it('says both values with their days and that it may have been redeemed, and opens the form for care', () => {
    const [prompt] = found(valueFell, holding(fell), SEEN);
    expect(prompt?.title.args).toEqual(['星河', '10']);
    expect(prompt?.why.map(({ key }) => key)).toEqual(['rule.valueFell.why', 'rule.valueFell.whyUnsure']);
    expect(prompt?.why[0]?.args).toEqual([
      { money: yuan(100_000) },
      { day: '2026-11-19' },
      { money: yuan(90_000) },
      { day: SEEN },
      '10',
    ]);
    expect(prompt).toMatchObject({
      aim: 'service',
      part: 'holdings',
      deed: { type: 'log', prefill: { purpose: 'care' } },
    });
    expect(morningOf(SEEN)).toBe(fell.amountSince);
  });
});
