import { describe, expect, it } from 'vitest';
import { mayLeave, mayShow } from '@/utils/domain/sensitivity';

describe('how far a note may go', () => {
  it.each([
    [undefined, true, true],
    ['confidential', false, true],
    ['localOnly', false, false],
  ] as const)('%s: shown %s, leaves %s', (sensitivity, shown, leaves) => {
    const note = sensitivity === undefined ? {} : { sensitivity };
    expect([mayShow(note), mayLeave(note)]).toEqual([shown, leaves]);
  });
});
