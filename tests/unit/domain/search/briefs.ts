import type { Brief } from '@/utils/domain/brief';
import { brief } from '@/utils/domain/brief';

/** A card with what a test names; the rest is an individual of tier B, due far in the future. */
export function briefOf(wanted: { name: string } & Partial<Record<keyof Brief, unknown>>): Brief {
  return brief.parse({
    clientId: '0'.repeat(24),
    kind: 'individual',
    tier: 'B',
    readings: [],
    phoneTails: [],
    numbers: [],
    last: null,
    lastMeeting: null,
    due: '2026-12-31',
    score: 50,
    promise: null,
    workload: null,
    ...wanted,
  });
}

/** A client id that ends in `number`. */
export const idOf = (number: number): string => number.toString(16).padStart(24, '0');
