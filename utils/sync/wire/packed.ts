import type { Content } from '../merge/content';

/*
 * A content as it stands under the seal: a list, whose places say what names would. The same dozen names stood in
 * every document, and were a tenth of what went over the wire.
 *
 * A row: table, version of its schema, body, clock. A removal: table, key, clock. A branch that was folded: into which
 * revision. The clock ends the list, and of most rows it is one stamp.
 */

const isEmpty = (value: object): boolean => Object.keys(value).length === 0;

/** The content as a list, to be written as canonical JSON. */
export function packed(said: Content): readonly unknown[] {
  if (said.state === 'folded') return [said.into];
  const { all, at, past } = said.clock;
  const clock = isEmpty(at) && isEmpty(past) ? [all] : [all, at, past];
  return said.state === 'gone'
    ? [said.table, said.key, ...clock]
    : [said.table, said.schema, said.body, ...clock];
}

/** What such a list says, still to be parsed; null for no list. */
export function unpacked(list: unknown): unknown {
  if (!Array.isArray(list)) return null;
  const [table, second, ...rest] = list;
  if (list.length === 1) return { state: 'folded', into: table };
  const isGone = Array.isArray(second);
  const [all, at = {}, past = [], ...beyond] = isGone ? rest : rest.slice(1);
  if (beyond.length > 0) return null;
  const clock = { all, at, past };
  return isGone
    ? { state: 'gone', table, key: second, clock }
    : { state: 'live', table, schema: second, body: rest[0], clock };
}
