import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Brief } from '@/utils/domain/brief';
import { addDays } from '@/utils/domain/day';
import { clientId } from '@/utils/domain/schema/ids';
import { civilDay } from '@/utils/domain/schema/time';
import { recentClients, todayList } from '@/utils/domain/search/todayList';
import { briefOf, idOf } from './briefs';

const today = civilDay.parse('2026-11-20');
const later = '2027-01-05';

const promised = (due: string) => ({ contactId: idOf(1), due, text: '发持仓明细' });
const client = (name: string, rest: Partial<Record<Exclude<keyof Brief, 'name'>, unknown>>) =>
  briefOf({ name, clientId: idOf(name.codePointAt(0) ?? 0), due: later, ...rest });
const said = (briefs: Brief[]) => todayList(briefs, today).map(({ brief, why }) => `${brief.name} ${why}`);

describe('today list', () => {
  it('puts promises first, the oldest at the head, and then the overdue by tier and days', () => {
    expect(
      said([
        client('甲', { tier: 'B', due: '2026-11-01' }),
        client('乙', { tier: 'A', due: '2026-11-19' }),
        client('丙', { tier: 'A', due: '2026-11-10' }),
        client('丁', { tier: null, due: '2026-01-01' }),
        client('戊', { tier: 'D', promise: promised('2026-11-20') }),
        client('己', { tier: 'A', promise: promised('2026-11-13') }),
      ]),
    ).toEqual(['己 promise', '戊 promise', '丙 overdue', '乙 overdue', '甲 overdue', '丁 overdue']);
  });

  it('counts a promise from its day on, and a contact from the day after it was due', () => {
    expect(said([client('甲', { promise: promised('2026-11-20') })])).toEqual(['甲 promise']);
    expect(said([client('甲', { promise: promised('2026-11-21') })])).toEqual([]);
    expect(said([client('甲', { due: '2026-11-19' })])).toEqual(['甲 overdue']);
    expect(said([client('甲', { due: '2026-11-20' })])).toEqual([]);
  });

  it('names a client once, for the promise', () => {
    expect(said([client('甲', { due: '2026-11-01', promise: promised('2026-11-20') })])).toEqual([
      '甲 promise',
    ]);
  });

  it('puts what is planned for today after the promises, by the hour, and then notes to remember', () => {
    const plan = (minute: number | null, day = '2026-11-20') => ({
      ahead: { plans: [{ contactId: idOf(9), day, minute, channel: 'meeting' }] },
    });
    const note = (day: string) => ({ ahead: { notes: [{ noteId: idOf(8), day, minute: null }] } });
    expect(
      said([
        client('甲', note('2026-11-19')),
        client('乙', plan(900)),
        client('丙', plan(600)),
        client('丁', { ...plan(480), promise: promised('2026-11-20') }),
        client('戊', plan(540, '2026-11-21')),
        client('己', note('2026-11-21')),
      ]),
    ).toEqual(['丁 promise', '丙 plan', '乙 plan', '甲 note']);
  });

  it('puts what comes up before the overdue: maturities within 30 days, birthdays within 7, by value', () => {
    const matures = (day: string) => ({ ahead: { maturities: [day] } });
    const born = (...birthdays: string[]) => ({ ahead: { birthdays } });
    expect(
      said([
        client('甲', { tier: 'A', due: '2026-11-01' }),
        client('乙', { tier: 'D', ...born('2026-11-27') }),
        client('丙', { tier: 'A', ...born('2026-11-20'), due: '2026-11-01' }),
        client('丁', { tier: 'B', ...matures('2026-12-20') }),
        client('戊', matures('2026-12-21')),
        client('己', born('2026-11-19', '2026-11-28')),
      ]),
    ).toEqual(['丙 birthday', '丁 maturity', '乙 birthday', '甲 overdue']);
  });

  it('puts the best prompts of the book among them, each client for what is worth most', () => {
    const prompt = (name: string, rule: string, priority: number) => ({
      client: clientId.parse(idOf(name.codePointAt(0) ?? 0)),
      rule,
      priority,
    });
    const matures = { ahead: { maturities: ['2026-12-01'] } };
    const listed = todayList(
      [
        client('甲', { tier: 'A', due: '2026-11-01' }),
        client('乙', { tier: 'A', promise: promised('2026-11-20') }),
        client('丙', { tier: 'B', ...matures }),
        client('丁', { tier: 'B', ...matures }),
        client('戊', { tier: 'B', ...matures }),
        client('己', { due: '2026-11-01' }),
      ],
      today,
      [
        prompt('甲', 'complaintFollowUp', 130),
        prompt('乙', 'leaving', 120),
        prompt('丙', 'balanceFell', 115),
        prompt('丁', 'nextQuestion', 20),
        prompt('戊', 'maturity', 140),
        prompt('庚', 'leaving', 150),
      ],
    );
    expect(listed.map(({ brief, why, rule, day }) => [brief.name, why, rule, day])).toEqual([
      ['乙', 'promise', null, '2026-11-20'],
      ['戊', 'maturity', null, '2026-12-01'],
      ['甲', 'prompt', 'complaintFollowUp', '2026-11-20'],
      ['丙', 'prompt', 'balanceFell', '2026-11-20'],
      ['丁', 'maturity', null, '2026-12-01'],
      ['己', 'overdue', null, '2026-11-01'],
    ]);
  });

  it('has at most ten of these', () => {
    const many = Array.from({ length: 14 }, (_, index) =>
      client(String.fromCharCode(0x4e00 + index), { ahead: { birthdays: ['2026-11-21'] } }),
    );
    expect(said(many)).toHaveLength(10);
  });

  it('does not depend on the order of the book', () => {
    const day = fc.integer({ min: -40, max: 40 }).map((days) => addDays(today, days));
    const briefs = fc
      .array(fc.tuple(day, fc.option(day), fc.constantFrom('A', 'B', 'C', 'D', null)), { maxLength: 12 })
      .map((rows) =>
        rows.map(([due, promise, tier], index) =>
          briefOf({
            name: `客${index % 3}`,
            clientId: idOf(index),
            due,
            tier,
            promise: promise && promised(promise),
          }),
        ),
      );
    fc.assert(
      fc.property(
        briefs.chain((book) =>
          fc.tuple(fc.constant(book), fc.shuffledSubarray(book, { minLength: book.length })),
        ),
        ([book, shuffled]) => {
          expect(todayList(shuffled, today)).toEqual(todayList(book, today));
        },
      ),
    );
  });
});

describe('recent clients', () => {
  it('are those talked to last, without plans and without those never talked to', () => {
    const last = (day: string) => ({ last: { day, channel: 'phone' } });
    const briefs = [
      client('甲', last('2026-11-01')),
      client('乙', last('2026-11-20')),
      client('丙', { last: null }),
      client('丁', last('2026-11-21')),
      client('戊', last('2026-10-01')),
    ];
    expect(recentClients(briefs, today, 5).map(({ name }) => name)).toEqual(['乙', '甲', '戊']);
    expect(recentClients(briefs, today, 1).map(({ name }) => name)).toEqual(['乙']);
  });
});
