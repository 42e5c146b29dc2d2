import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueStateOf } from '@/utils/domain/cadence/dueState';
import { leaveOn, withLeave } from '@/utils/domain/cadence/leave';
import { visitDueOf } from '@/utils/domain/cadence/visitDue';
import { announcedCalendar, isWorkingDay } from '@/utils/domain/calendar/workingDays';
import { addDays, dayFromEpoch, dayOf } from '@/utils/domain/day';
import { defaultSettings, type Leave, leave as leaveSchema } from '@/utils/domain/schema/settings';
import { instant } from '@/utils/domain/schema/time';
import { aCall, aClient, bundleOf, d } from './book';

const settings = defaultSettings('Asia/Shanghai');
const away = (from: string, until: string, standIn: string | null = null): Leave => ({
  from: d(from),
  until: d(until),
  standIn,
});
const dueWith = (leave: readonly Leave[], called = '2026-03-02') =>
  dueStateOf(bundleOf(aClient(), [aCall(called)]), { ...settings, leave: [...leave] }, d('2026-03-10'));

describe('leave', () => {
  it('puts off what would be due in it to the first working day after it', () => {
    // 2 March + 30 days = 1 April 2026, a Wednesday; 6 April is a holiday (清明), 7 April is worked.
    expect(dueWith([]).due).toBe('2026-04-01');
    const holidays = away('2026-04-01', '2026-04-03', '李明');
    expect(dueWith([holidays])).toMatchObject({ due: '2026-04-07', leave: holidays });
  });

  it('moves nothing that is due the day before it or the day after it', () => {
    expect(dueWith([away('2026-04-02', '2026-04-10')])).toMatchObject({ due: '2026-04-01', leave: null });
    expect(dueWith([away('2026-03-23', '2026-03-31')])).toMatchObject({ due: '2026-04-01', leave: null });
  });

  it('steps over leaves that follow one another', () => {
    const both = [away('2026-04-08', '2026-04-09'), away('2026-03-30', '2026-04-07')];
    expect(dueWith(both).due).toBe('2026-04-10');
  });

  it('is not overdue while the RM is away, and overdue the day after it became due', () => {
    const of = { ...settings, leave: [away('2026-04-01', '2026-04-07')] };
    const on = (today: string) => dueStateOf(bundleOf(aClient(), [aCall('2026-03-02')]), of, d(today));
    expect(on('2026-04-05')).toMatchObject({ due: '2026-04-08', level: 'soon' });
    expect(on('2026-04-08').level).toBe('due');
    expect(on('2026-04-09')).toMatchObject({ level: 'overdue', daysOverdue: 1 });
  });

  it('ends with the RM’s own day, east and west', () => {
    const of = { ...settings, leave: [away('2026-04-01', '2026-04-07')] };
    const at = instant.parse(Date.parse('2026-04-08T18:00:00Z'));
    const levelIn = (zone: string) =>
      dueStateOf(bundleOf(aClient(), [aCall('2026-03-02')]), of, dayOf(at, zone)).level;
    expect(levelIn('Asia/Shanghai')).toBe('overdue');
    expect(levelIn('Etc/GMT+12')).toBe('due');
  });

  it('is refused where it ends before it begins', () => {
    expect(leaveSchema.safeParse(away('2026-04-02', '2026-04-01')).success).toBe(false);
    expect(leaveSchema.safeParse(away('2026-04-02', '2026-04-02')).success).toBe(true);
    expect(leaveSchema.safeParse(away('2026-04-02', '2026-04-02', '')).success).toBe(false);
  });

  it('of two that meet names the one that ends last', () => {
    const short = away('2026-04-01', '2026-04-03', '李明');
    const long = away('2026-04-02', '2026-04-20', '陈静');
    expect(leaveOn(d('2026-04-02'), [short, long])?.standIn).toBe('陈静');
    expect(leaveOn(d('2026-04-01'), [short, long])?.standIn).toBe('李明');
    expect(leaveOn(d('2026-04-21'), [short, long])).toBeNull();
  });

  const day = fc.integer({ min: 20_000, max: 21_000 }).map(dayFromEpoch);
  const leaves = fc.array(
    fc
      .record({ from: day, days: fc.integer({ min: 0, max: 40 }) })
      .map(({ from, days }): Leave => ({ from, until: addDays(from, days), standIn: null })),
    { maxLength: 4 },
  );

  it('whatever it is, a due day is worked, never earlier than without it, and never within it', () => {
    fc.assert(
      fc.property(leaves, day, (leave, called) => {
        const bundle = bundleOf(aClient(), [aCall(called)]);
        const today = addDays(called, 1);
        const { due } = dueStateOf(bundle, { ...settings, leave }, today);
        expect(due >= dueStateOf(bundle, settings, today).due).toBe(true);
        expect(leaveOn(due, leave)).toBeNull();
        expect(isWorkingDay(due, withLeave(announcedCalendar(), leave))).toBe(true);
      }),
    );
  });
});

describe('meetings apart from other contacts', () => {
  const visits = { ...settings, visitCadence: { A: 60, B: 120, C: null, D: null } };
  const on = (today: string, contacts: ReturnType<typeof aCall>[], client = aClient()) =>
    visitDueOf(bundleOf(client, contacts), visits, d(today));
  const met = (day: string, n = 1, change: Parameters<typeof aCall>[2] = {}) =>
    aCall(day, n, { channel: 'meeting', ...change });

  it('counts from the last meeting; calls do not set it back', () => {
    // 2 March + 60 days = 1 May, a holiday until 5 May 2026.
    const contacts = [met('2026-03-02'), aCall('2026-04-20', 2)];
    expect(on('2026-04-20', contacts)).toEqual({
      due: '2026-05-06',
      level: 'soon',
      daysOverdue: 0,
      last: '2026-03-02',
      cadenceDays: 60,
    });
    expect(on('2026-05-06', contacts)?.level).toBe('due');
    expect(on('2026-05-07', contacts)).toMatchObject({ level: 'overdue', daysOverdue: 1 });
  });

  it('counts the client at the branch, and no closed door, no video, no plan', () => {
    expect(on('2026-04-01', [met('2026-03-02', 1, { channel: 'branch' })])?.last).toBe('2026-03-02');
    expect(on('2026-04-01', [met('2026-03-02', 1, { channel: 'video' })])?.last).toBeNull();
    expect(on('2026-04-01', [met('2026-03-02', 1, { result: 'noAnswer' })])?.last).toBeNull();
    expect(on('2026-04-01', [met('2026-04-20', 1, { state: 'planned', result: null })])?.last).toBeNull();
  });

  it('counts from the first day with the RM before any meeting, and steps over leave', () => {
    // 5 January + 60 days = 6 March, a Friday.
    expect(on('2026-03-01', [])?.due).toBe('2026-03-06');
    const leave = [away('2026-03-06', '2026-03-06')];
    expect(visitDueOf(bundleOf(aClient(), []), { ...visits, leave }, d('2026-03-01'))?.due).toBe(
      '2026-03-09',
    );
  });

  it('asks none where none is set for the tier', () => {
    expect(on('2026-03-01', [], aClient({ tier: 'C' }))).toBeNull();
    expect(on('2026-03-01', [], aClient({ tier: null }))).toBeNull();
    expect(visitDueOf(bundleOf(aClient(), []), settings, d('2026-03-01'))?.cadenceDays).toBe(90);
  });
});
