import type { Instant } from '@/utils/domain/schema/time';
import type { Fields } from '@/utils/store/journal/diff';
import type { SyncedTable } from '@/utils/store/rows/bodies';
import { schemaOf } from '@/utils/store/rows/kinds';
import { canonical } from '../wire/canonical';
import {
  clockOf,
  type Gone,
  type Live,
  latestOf,
  naturalKey,
  type Said,
  stampOf,
  unitNames,
} from './content';
import { compareStamps, entryOf, laterStamp, type Stamp, stampNext, stampOver } from './stamp';
import { exactUnit, STANDS_UNIT, unitsOf, WHOLE_UNIT } from './units';

/** When something was written, and by which entry of the journal. */
export interface When {
  at: Instant;
  seq: number;
}

/** What this device wrote into a row since it was last in step with the server. */
export interface Written {
  table: SyncedTable;
  body: Fields;
  /** When each unit was written, as the journal says; `last` for those it does not name. */
  times: ReadonlyMap<string, When>;
  last: When;
  /** When it was inserted, where that was since. */
  came?: When | undefined;
  device: string;
  /** What the server shows of the row, perhaps sent by this device, which heard no answer. */
  shown?: readonly Live[] | undefined;
}

/** The texts that a text written over this content is written over. */
const pastOf = (said: Said): Stamp[] => {
  const exact = exactUnit(said.table);
  return exact === null ? [] : [...said.clock.past, stampOf(said.clock, exact)];
};

/** Before everything: what bears this gives way to whatever anybody wrote. */
const earliest = (device: string): Stamp => [0, 0, device];

const over = (seen: Stamp | null, { at, seq }: When, device: string): Stamp =>
  stampOver(seen, at, seq, device);

/**
 * A row of which no revision is known. Worked out again after more was written, a unit bears the stamp it had before: the
 * first may have reached the server.
 *
 * @param made when it came; null where the server may have more of it, and only what `times` names counts
 */
export function firstWritten({ table, body, times, device }: Written, made: When | null): Live {
  const all = made ? over(null, made, device) : earliest(device);
  const at = [...times].map(([unit, when]) => [unit, over(null, when, device)] as const);
  const said = { state: 'live', table, schema: schemaOf(table), body: { ...body } } as const;
  return { ...said, clock: clockOf(all, new Map(at), []) };
}

/**
 * A row that was removed and stands again. Its units keep their stamps, but for those written since: that it stands is
 * all that is new, and must not beat what somebody else wrote into it meanwhile. One of a single word is a new word.
 * Nobody knows any more whether a note's text is the one that the removal had seen: it bears the next stamp after that
 * one's, so that no two texts ever bear the same.
 *
 * @param was what the row spoke of, where somebody else removed it who had seen more of it: it stands again as
 *   it is here, and what the other had seen beyond that is no word of this row's
 */
function writtenAgain(base: Gone, written: Written, was: Live | null): Live {
  const { table, body, times, last, came = last, device } = written;
  const anew = over(latestOf(base.clock), last, device);
  const said = { state: 'live', table, schema: schemaOf(table), body: { ...body } } as const;
  const exact = exactUnit(table);
  if (exact === WHOLE_UNIT) return { ...said, clock: clockOf(anew, new Map(), pastOf(base)) };
  const known = was?.clock ?? base.clock;
  const at = new Map<string, Stamp>(Object.entries(known.at));
  at.set(STANDS_UNIT, anew);
  const past = pastOf(base);
  if (exact !== null) {
    const again = stampNext(stampOf(base.clock, exact), came.seq, device);
    at.set(exact, again);
    // It may have been sent before the text was written anew.
    if (times.has(exact)) past.push(again);
  }
  for (const [unit, when] of times) at.set(unit, over(stampOf(base.clock, unit), when, device));
  return { ...said, clock: clockOf(known.all, at, past) };
}

/**
 * What this device itself had written into a unit beyond `base`, and sent without hearing an answer, before it wrote what
 * stands there now.
 */
function sentUnheard(base: Live, unit: string, { times, device, shown = [] }: Written): Stamp[] {
  const { seq = 0 } = times.get(unit) ?? {};
  const known = stampOf(base.clock, unit);
  return shown
    .map(({ clock }) => stampOf(clock, unit))
    .filter((one) => one[2] === device && compareStamps(one, known) > 0 && entryOf(one) < seq);
}

/**
 * The content of a row that was written over `base`: what has changed bears a new stamp, later than that of what
 * it replaced; so does what was put back to what it was, where what it replaced was sent and not heard of. Null
 * where nothing has changed.
 *
 * @param base in this build's schema
 * @param was see `writtenAgain`
 */
export function writtenOver(base: Said | null, written: Written, was: Live | null = null): Live | null {
  if (base === null) return firstWritten(written, written.last);
  if (base.state === 'gone') return writtenAgain(base, written, was);
  const { table, body, times, last, device, shown = [] } = written;
  const [before, after] = [unitsOf(table, base.body), unitsOf(table, body)];
  const at = new Map<string, Stamp>(Object.entries(base.clock.at));
  const exact = exactUnit(table);
  let changed = false;
  let past: readonly Stamp[] = base.clock.past;
  for (const unit of new Set([...before.keys(), ...after.keys(), ...shown.flatMap(unitNames)])) {
    const sent = sentUnheard(base, unit, written);
    const isSame =
      before.has(unit) === after.has(unit) &&
      canonical(before.get(unit) ?? null) === canonical(after.get(unit) ?? null);
    if (isSame && sent.length === 0) continue;
    changed = true;
    const seen = sent.reduce(laterStamp, stampOf(base.clock, unit));
    at.set(unit, over(seen, times.get(unit) ?? last, device));
    if (unit === exact) past = [...pastOf(base), ...sent];
  }
  if (!changed) return null;
  const clock = clockOf(base.clock.all, at, past);
  return { state: 'live', table, schema: schemaOf(table), body: { ...body }, clock };
}

/** That a row was removed: of all that was known of it then, and of nothing that was not. */
export function removed(base: Live): Gone | null {
  const key = naturalKey(base);
  return key && { state: 'gone', table: base.table, key: [...key], clock: base.clock };
}
