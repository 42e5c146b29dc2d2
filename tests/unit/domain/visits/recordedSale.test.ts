import { describe, expect, it } from 'vitest';
import type { RecordedSale } from '@/utils/domain/schema/contact';
import type { RecordedSales } from '@/utils/domain/schema/settings';
import { asksRecording, lacksRecording, recordingChoices } from '@/utils/domain/visits/recordedSale';

const SALE = { purpose: 'signing', goalReached: 'yes', result: 'reached' } as const;
const BUYER = { kind: 'individual' } as const;
const NUMBER: RecordedSale = { by: 'number', number: 'SL-1' };

describe('the recording of a sale', () => {
  it('is asked of a signing that reached its goal, and of nothing less', () => {
    expect(asksRecording(SALE, BUYER, {})).toBe(true);
    expect(asksRecording({ ...SALE, goalReached: 'partly' }, BUYER, {})).toBe(false);
    expect(asksRecording({ ...SALE, goalReached: null }, BUYER, {})).toBe(false);
    expect(asksRecording({ ...SALE, purpose: 'negotiation' }, BUYER, {})).toBe(false);
    expect(asksRecording({ ...SALE, result: 'noAnswer' }, BUYER, {})).toBe(false);
    expect(asksRecording({ ...SALE, result: null }, BUYER, {})).toBe(false);
  });

  it('is asked of individuals alone', () => {
    expect(asksRecording(SALE, { kind: 'company' }, { recordedSales: 'every' })).toBe(false);
    expect(asksRecording(SALE, { kind: 'institution' }, {})).toBe(false);
  });

  it.each([
    [undefined, ['number', 'online', 'exempt']],
    ['products', ['number', 'online', 'exempt']],
    ['every', ['number', 'online']],
  ] as const)('is one of what the bank takes: %s', (recordedSales, taken) => {
    const rule: { recordedSales?: RecordedSales } = recordedSales ? { recordedSales } : {};
    expect(recordingChoices(rule)).toEqual(taken);
    expect(lacksRecording(SALE, BUYER, rule)).toBe(true);
    for (const recording of [NUMBER, { by: 'online' }, { by: 'exempt' }] as const) {
      const lacks = lacksRecording({ ...SALE, recording }, BUYER, rule);
      expect(lacks, recording.by).toBe(!taken.some((by) => by === recording.by));
    }
  });

  it('is not asked where the bank keeps it elsewhere', () => {
    expect(lacksRecording(SALE, BUYER, { recordedSales: 'none' })).toBe(false);
  });
});
