/**
 * Raises a body from one schema number to the next (decision 10). Pure, total over everything the
 * older schema allowed, and never changed once released: a wrong one is mended by the next.
 */
export type Lift = (body: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** `lifts[n - 1]` raises n to n + 1; as many as the current number less one. */
export type Lifts = readonly Lift[];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Lifts a stored body to the current schema.
 *
 * @returns the body, still to be parsed; `newer` where only a newer Zhibi can tell what it says
 *   (it is kept as it is); null where it is no body at all
 */
export function liftBody(lifts: Lifts, schema: number, body: unknown): unknown | 'newer' | null {
  const current = lifts.length + 1;
  if (schema > current) return 'newer';
  if (!isObject(body) || !Number.isInteger(schema) || schema < 1) return null;
  return lifts.slice(schema - 1).reduce<Record<string, unknown>>((older, lift) => lift(older), body);
}
