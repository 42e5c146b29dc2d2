import { inColumns } from './columns';
import { byElementOf, controlPairs } from './controlPairs';
import { inlinePairs } from './inline';
import { isBadge } from './names';
import type { Pair } from './pair';
import { inTurn, twoPieces } from './pairs';
import { isPhrase } from './parts';
import { runsInTurn, valuesSetOff } from './runs';
import type { Seen } from './seen';
import { turnAlike } from './turned';
import { Turns } from './turns';
import type { Zones } from './zones';

/** How much is looked at before the page may breathe. */
const SLICE = 60;
const CONTROLS = 400;

const HEADING = /^H[1-6]$/;

const isHeading = (seen: Seen): boolean => HEADING.test(seen.tag) || seen.role === 'heading';

/** The pieces of text that stand for themselves: runs, controls, and headings as a whole. */
export function piecesIn(all: readonly Seen[]): Seen[] {
  const pieces: Seen[] = [];
  let until = -1;
  for (const seen of all) {
    if (seen.from <= until) continue;
    if (isHeading(seen) && seen.text !== '' && isPhrase(seen)) {
      pieces.push(seen);
      until = seen.to;
    } else if (seen.control && seen.kids.length === 0) pieces.push(seen);
    else if (seen.tag === '#text') pieces.push(seen);
  }
  return pieces;
}

/** Every label with what may be its value, in the parts of a page that are the record's own. */
export function* candidatePairs(all: readonly Seen[], zones: Zones): Generator<void, Pair[]> {
  const byElement = byElementOf(all);
  yield;
  const own = all.filter((seen) => zones.of(seen) === null);
  const pairs: Pair[] = [];
  const turns = new Turns();
  let done = 0;
  for (const seen of own) {
    done += 1;
    if (done % SLICE === 0) yield;
    if (seen.tag === '#text') {
      pairs.push(...inlinePairs(seen));
      continue;
    }
    if (seen.kids.length < 1 || seen.control) continue;
    const marked = runsInTurn(seen);
    const runs = marked.length > 0 ? marked : valuesSetOff(seen);
    const turn = inTurn(seen);
    turns.add(seen, turn.length > 0);
    pairs.push(...twoPieces(seen), ...turn, ...(runs.length > 0 ? runs : inlinePairs(seen)));
    if (seen.tag === 'TABLE') pairs.push(...inColumns(seen));
  }
  pairs.push(...turns.others().flatMap((row) => inTurn(row, true)), ...turns.headed());
  yield;
  for (let at = 0; at < own.length; at += CONTROLS) {
    pairs.push(...controlPairs(own.slice(at, at + CONTROLS), byElement));
    yield;
  }
  // A heading over a list is no label of it.
  return turnAlike(pairs).filter(
    (pair) => pair.values.every((value) => zones.of(value) === null) && !areBadges(pair),
  );
}

/** Marks in a row, 钻石客户 企业主, say nothing of each other. */
const areBadges = ({ labelAt, values }: Pair): boolean =>
  labelAt !== null && isBadge(labelAt) && values.every(isBadge);
