import { describe, expect, it } from 'vitest';
import { COVERED_MS, createSight, GESTURE_MS, SIGHT_MS } from '@/utils/app/live/sight';

/** A panel that has been in sight since 1000. */
function seenSince1000() {
  const sight = createSight(0);
  sight.saw(true, 1000);
  return sight;
}

describe('whether what is pressed was in sight', () => {
  it.each([
    ['a moment too early', 1000 + SIGHT_MS - 1, 'unseen'],
    ['long enough', 1000 + SIGHT_MS, null],
  ])('%s', (_, at, why) => {
    const sight = seenSince1000();
    sight.pressed(true, at);
    expect(sight.unseen(at)).toBe(why);
  });

  it('is not believed of a press that no hand made', () => {
    const sight = seenSince1000();
    sight.pressed(false, 9000);
    expect(sight.unseen(9000)).toBe('unseen');
  });

  it('is not believed where nothing was pressed, or long ago', () => {
    const sight = seenSince1000();
    expect(sight.unseen(9000)).toBe('unseen');
    sight.pressed(true, 9000);
    expect(sight.unseen(9000 + GESTURE_MS)).toBeNull();
    expect(sight.unseen(9000 + GESTURE_MS + 1)).toBe('unseen');
  });

  it('is judged when it was pressed, not when the deed comes', () => {
    const sight = seenSince1000();
    sight.pressed(true, 2000);
    sight.saw(false, 2010);
    expect(sight.unseen(2020)).toBeNull();
    sight.pressed(true, 2030);
    sight.saw(true, 2040);
    expect(sight.unseen(2900)).toBe('unseen');
  });

  it('begins anew once something has lain over the panel', () => {
    const sight = seenSince1000();
    sight.saw(false, 5000);
    sight.saw(true, 5100);
    sight.pressed(true, 5100 + SIGHT_MS - 1);
    expect(sight.unseen(5600)).toBe('unseen');
    sight.pressed(true, 5100 + SIGHT_MS);
    expect(sight.unseen(5600)).toBeNull();
  });

  it('a second word that it is seen does not begin it anew', () => {
    const sight = seenSince1000();
    sight.saw(true, 1400);
    expect(sight.inSight(1500)).toBe(true);
  });

  it.each([
    [COVERED_MS - 1, 'unseen'],
    [COVERED_MS, 'elsewhere'],
  ])('covered for %i ms: %s', (covered, why) => {
    const sight = seenSince1000();
    sight.saw(false, 5000);
    // Said again, it is still the same cover.
    sight.saw(false, 5000 + covered - 1);
    sight.pressed(true, 5000 + covered);
    expect(sight.unseen(5000 + covered)).toBe(why);
  });

  it('never seen at all counts from the beginning', () => {
    const sight = createSight(100);
    sight.pressed(true, 100 + COVERED_MS);
    expect(sight.unseen(100 + COVERED_MS)).toBe('elsewhere');
  });

  it('a browser that cannot say puts everything off', () => {
    const sight = createSight(0);
    sight.saw(null, 10);
    sight.pressed(true, 20);
    expect(sight.unseen(20)).toBe('elsewhere');
  });
});
