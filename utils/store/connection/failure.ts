import { Dexie } from 'dexie';
import type { ReadProblem, StoreProblem } from '../problems';

const inside = (error: object, key: string): unknown => Reflect.get(error, key);

/** Names of an error and of what caused it, outermost first: Dexie wraps what the browser says. */
function* namesOf(error: unknown): Generator<string> {
  if (typeof error !== 'object' || error === null) return;
  const name = inside(error, 'name');
  if (typeof name === 'string') yield name;
  yield* namesOf(inside(error, 'inner'));
  const failures = inside(error, 'failures');
  if (Array.isArray(failures)) for (const failure of failures) yield* namesOf(failure);
}

/** The name of an error, for a log: messages may quote data. */
export const errorName = (error: unknown): string => [...namesOf(error)].at(-1) ?? 'Error';

const isOneOf = (error: unknown, ...names: readonly string[]): boolean =>
  [...namesOf(error)].some((name) => names.includes(name));

/** An error of the database, not of the program. */
export const isDatabaseError = (error: unknown): boolean =>
  error instanceof Dexie.DexieError || error instanceof DOMException;

/** A unique index refused a row. */
export const isClash = (error: unknown): boolean => isOneOf(error, 'ConstraintError');

/** Why a write did not happen, for what the browser said. */
export const writeProblem = (error: unknown): StoreProblem => ({
  code: isOneOf(error, 'QuotaExceededError') ? 'full' : 'unavailable',
  field: null,
});

/** Why a read did not happen. */
export const readProblem = (error: unknown): ReadProblem => ({
  code: 'unavailable',
  detail: errorName(error),
});
