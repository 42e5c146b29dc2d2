import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueStateOf } from '@/utils/domain/cadence/dueState';
import { addDays, dayOf, startOfDay } from '@/utils/domain/day';
import { defaultSettings } from '@/utils/domain/schema/settings';
import { instant } from '@/utils/domain/schema/time';
import { aCall, aClient, bundleOf, d } from './book';

/** Zones on both sides of the day line, with summer time in the north, in the south, at midnight, and none. */
const ZONES = [
  'Asia/Shanghai',
  'Asia/Taipei',
  'America/New_York',
  'Australia/Sydney',
  'America/Asuncion',
  'Pacific/Kiritimati',
  'Etc/GMT+12',
];
const settings = defaultSettings('Asia/Shanghai');
const bundle = bundleOf(aClient(), [aCall('2026-03-02')]);
const stateOn = (today: ReturnType<typeof d>) => dueStateOf(bundle, settings, today);
/** From when on no zone, and no clock a day behind, puts the call into the future. */
const FIRST = Date.parse('2026-03-06T00:00:00Z');
const moment = fc.integer({ min: FIRST, max: FIRST + 3 * 366 * 86_400_000 }).map((ms) => instant.parse(ms));

describe('a clock that is wrong, or carried to another zone', () => {
  it('moves no due day: only on which side of it today lies', () => {
    fc.assert(
      fc.property(moment, fc.constantFrom(-1, 0, 1), fc.constantFrom(...ZONES), (now, off, zone) => {
        const today = addDays(dayOf(now, zone), off);
        const state = stateOn(today);
        expect(state.due).toBe(stateOn(d('2026-03-03')).due);
        expect(state.level === 'overdue').toBe(today > state.due);
      }),
    );
  });

  it('turns overdue once, at midnight, also where the clocks are changed that night', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1094 }), fc.constantFrom(...ZONES), (days, zone) => {
        const day = addDays(d('2026-01-01'), days);
        const midnight = startOfDay(day, zone);
        expect(dayOf(midnight, zone)).toBe(day);
        expect(dayOf(instant.parse(midnight - 1), zone)).toBe(addDays(day, -1));
      }),
    );
  });

  it('counts over 29 February as over any day', () => {
    const leap = bundleOf(aClient({ since: d('2024-01-01') }), [aCall('2024-02-15')]);
    const plain = bundleOf(aClient({ since: d('2024-01-01') }), [aCall('2023-02-15')]);
    expect(dueStateOf(leap, settings, d('2024-02-29')).due).toBe('2024-03-18');
    expect(dueStateOf(plain, settings, d('2023-02-28')).due).toBe('2023-03-17');
  });
});
