import { sameJson } from './sameJson';

/** A body as fields; what it means is its schema's business. */
export type Fields = Readonly<Record<string, unknown>>;

/** Where a change is: a field, or one entry of a field that is a map. */
export type Path = readonly [field: string] | readonly [field: string, entry: string];

/** One field before and after. A side that is missing was absent, which is not the same as null. */
export interface FieldChange {
  p: Path;
  b?: unknown;
  a?: unknown;
}

const isMap = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Only what is a body's own: a field may be called `constructor`. */
const own = (body: Fields, field: string): unknown => (Object.hasOwn(body, field) ? body[field] : undefined);

const mapAt = (body: Fields, field: string): Fields => {
  const value = own(body, field);
  return isMap(value) ? value : {};
};

/** The value at a path; undefined where there is none. */
const valueAt = (body: Fields, path: Path): unknown => {
  const [field, entry] = path;
  return entry === undefined ? own(body, field) : own(mapAt(body, field), entry);
};

function changeAt(path: Path, before: unknown, after: unknown): FieldChange[] {
  if (sameJson(before, after)) return [];
  return [
    {
      p: path,
      ...(before === undefined ? {} : { b: before }),
      ...(after === undefined ? {} : { a: after }),
    },
  ];
}

const keysOf = (a: Fields, b: Fields): string[] => [...new Set([...Object.keys(a), ...Object.keys(b)])];

/**
 * What has changed between two versions of a body.
 *
 * @param maps fields that are compared entry by entry, so that filling in one fact is one change
 */
export function diff(before: Fields, after: Fields, maps: readonly string[]): FieldChange[] {
  return keysOf(before, after).flatMap((field) => {
    const [was, is] = [own(before, field), own(after, field)];
    if (!maps.includes(field) || !isMap(was) || !isMap(is)) return changeAt([field], was, is);
    return keysOf(was, is).flatMap((entry) => changeAt([field, entry], own(was, entry), own(is, entry)));
  });
}

/** A copy of `fields` with one key set, or without it. Safe for any key, `__proto__` too. */
function withKey(fields: Fields, key: string, value: unknown): Fields {
  const kept = Object.entries(fields).filter(([name]) => name !== key);
  return Object.fromEntries(value === undefined ? kept : [...kept, [key, value]]);
}

function withValue(body: Fields, path: Path, value: unknown): Fields {
  const [field, entry] = path;
  if (entry === undefined) return withKey(body, field, value);
  return withKey(body, field, withKey(mapAt(body, field), entry, value));
}

/** The version before these changes, from the one after them. */
export const unapply = (after: Fields, changes: readonly FieldChange[]): Fields =>
  changes.reduce((body, change) => withValue(body, change.p, change.b), after);

/** Whether each changed field still is as these changes left it: whether they can be taken back. */
export const stillHolds = (body: Fields, changes: readonly FieldChange[]): boolean =>
  changes.every((change) => sameJson(valueAt(body, change.p), change.a));
