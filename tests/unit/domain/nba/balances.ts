import type { ObservedField } from '@/utils/domain/schema/client';
import type { FieldValue } from '@/utils/domain/schema/fieldValue';
import { morningOf } from '../build';

/** An amount in yuan as a CRM shows it. */
export const yuan = (amount: number): FieldValue => ({
  type: 'money',
  money: { minor: String(Math.round(amount * 100)), currency: 'CNY' },
});

/** One amount last seen on a day, and the next, first seen on another. */
export const movedOn = (lastSeen: string, before: number, seen: string, after: number): ObservedField => ({
  value: yuan(after),
  firstSeen: morningOf(seen),
  former: [{ value: yuan(before), firstSeen: morningOf('2026-02-10'), lastSeen: morningOf(lastSeen) }],
});
