import type { FieldValue } from './schema/fieldValue';

/**
 * Whether two values say the same. A masked value and the open one it may hide are not the same:
 * `138****6621` tells nothing of the four digits.
 */
export function sameValue(a: FieldValue, b: FieldValue): boolean {
  if (a.type === 'phone' && b.type === 'phone' && a.e164 !== null && a.e164 === b.e164) return true;
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: FieldValue): unknown {
  return Object.entries(value.type === 'money' ? { type: 'money', ...value.money } : value).sort(
    ([a], [b]) => (a < b ? -1 : 1),
  );
}
