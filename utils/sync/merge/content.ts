import * as z from 'zod/mini';
import type { Fields } from '@/utils/store/journal/diff';
import type { SyncedTable } from '@/utils/store/rows/bodies';
import { kindOf, SYNCED, schemaOf } from '@/utils/store/rows/kinds';
import { liftBody } from '@/utils/store/rows/lift';
import { compareStamps, laterStamp, type Stamp, stamp } from './stamp';
import { unitsOf } from './units';

/** So many stamps of former texts are remembered: beyond them a text may be kept twice, never lost. */
export const MAX_PAST = 20;

/** When each unit of a row was last written. */
export const clock = z.strictObject({
  /** Of every unit that `at` does not name. */
  all: stamp,
  at: z.record(z.string(), stamp),
  /** Of the texts that this one was written over: see `exactUnit`. */
  past: z.array(stamp).check(z.maxLength(MAX_PAST)),
});
export type Clock = z.infer<typeof clock>;

const table = z.enum(SYNCED);

/** A row as it goes over the wire, under the seal. */
export const live = z.strictObject({
  state: z.literal('live'),
  table,
  /** Which version of the body's schema it was written in. */
  schema: z.int().check(z.gte(1)),
  body: z.record(z.string(), z.unknown()),
  clock,
});
export type Live = z.infer<typeof live>;

/** That a row was removed, and which state of it: no word of what it said. */
export const gone = z.strictObject({
  state: z.literal('gone'),
  table,
  /** What the row is found by: see `naturalKey`. */
  key: z.array(z.string()).check(z.minLength(1), z.maxLength(4)),
  clock,
});
export type Gone = z.infer<typeof gone>;

/** A branch whose content went into another revision; says nothing of its own. */
const folded = z.strictObject({ state: z.literal('folded'), into: z.string() });

export const content = z.discriminatedUnion('state', [live, gone, folded]);
export type Content = z.infer<typeof content>;
/** What says something of a row. */
export type Said = Live | Gone;

/** When a unit was last written. */
export const stampOf = ({ all, at }: Clock, unit: string): Stamp =>
  Object.hasOwn(at, unit) ? (at[unit] ?? all) : all;

/** The latest stamp of a clock. */
export const latestOf = (of: Clock): Stamp => Object.values(of.at).reduce<Stamp>(laterStamp, of.all);

/** A clock that names only what differs from the rest, with the latest of the former texts. */
export function clockOf(all: Stamp, at: ReadonlyMap<string, Stamp>, past: readonly Stamp[]): Clock {
  const named = [...at].filter(([, one]) => compareStamps(one, all) !== 0);
  const distinct = new Map(past.map((one) => [one.join('|'), one]));
  const latest = [...distinct.values()].sort((a, b) => compareStamps(b, a)).slice(0, MAX_PAST);
  return {
    all: [...all],
    at: Object.fromEntries(named.map(([unit, one]) => [unit, [...one]])),
    past: latest.map((one) => [...one]),
  };
}

const record = z.object({ crmId: z.string(), entity: z.string(), recordId: z.string() });

/** What a row is found by in every book: its id, or what its id is worked out of. Null for no such body. */
export function keyIn(table: SyncedTable, body: Fields): readonly string[] | null {
  const texts = (...values: readonly unknown[]): readonly string[] | null =>
    values.every((value) => typeof value === 'string') ? values : null;
  if (table === 'links') {
    const parsed = record.safeParse(body['record']);
    return parsed.success ? [parsed.data.crmId, parsed.data.entity, parsed.data.recordId] : null;
  }
  return table === 'actions' ? texts(body['clientId'], body['key']) : texts(body['id']);
}

/** The same of what goes over the wire. */
export const naturalKey = (said: Said): readonly string[] | null =>
  said.state === 'gone' ? said.key : keyIn(said.table, said.body);

/** What became of a content that came from elsewhere. */
export type Reading<Value> = { state: 'read'; content: Value } | { state: 'newer' } | { state: 'unreadable' };

/** Raises a body to this build's schema and checks it against that. `newer`: only a newer Zhibi can tell. */
export function current(said: Said): Reading<Said> {
  if (said.state === 'gone') return { state: 'read', content: said };
  const kind = kindOf(said.table);
  const lifted = liftBody(kind.lifts, said.schema, said.body);
  if (lifted === 'newer') return { state: 'newer' };
  const parsed = kind.body.safeParse(lifted);
  if (!parsed.success) return { state: 'unreadable' };
  const body: Live['body'] = { ...parsed.data };
  return { state: 'read', content: { ...said, schema: schemaOf(said.table), body } };
}

/** Whether a live content is a body that this build may write. */
export const isValid = ({ table, body }: Live): boolean => kindOf(table).body.safeParse(body).success;

/** The names of all units that a content and its clock speak of. */
export const unitNames = (said: Live): readonly string[] => [
  ...new Set([...unitsOf(said.table, said.body).keys(), ...Object.keys(said.clock.at)]),
];
