import type { RawSighting } from '@/utils/adapters/compiled';
import { isUnchanged, leftoversOf, withoutLeftovers } from '@/utils/adapters/leftovers';
import { type Candidate, namesRecord } from '@/utils/adapters/readPage';
import { isSameRecord, type Look } from '@/utils/adapters/recognise';
import type { IsVisible } from '@/utils/adapters/trees';
import type { Absence } from '@/utils/messaging/content';
import { type Current, isIntact, type Spot, spotIn, stillThere } from './current';

/** A page that has not changed for this long has its answers; fields shared with the last client are believed. */
const QUIET_MS = 1500;

/** Who a client is, is said at once; the rest is read when the page has been at rest for so long. */
const READ_MS = 150;

/** A restless page is read after so long all the same. */
const UNREAD_MS = 1000;

/** No page is watched as closely as a new one for longer than this, however restless it is. */
const RESTLESS_MS = 20_000;

/** How long a new client must hold still while something on the page still is the last one's. */
const DOUBT_MS = 400;

/** After a client was left half loaded, its late answers may land in the next one's lists for so long. */
const HURRY_MS = 10_000;

/** A state without a client is told once it has lasted: between two clients it would only be noise. */
const ABSENCE_MS = 300;

/** What the tracker needs of the page and of the clock. */
export interface TrackerPorts {
  /** Reads the page as it is now: who is on it, or the whole of it. */
  look(whole: boolean): Look;
  isVisible: IsVisible;
  /** Watches for what could change this look; replaces the last watch. `settled`: only who is shown matters. */
  watch(look: Look, settled: boolean): void;
  /** A client is on the page: a new one, or the same under the same generation with more to say. */
  sighted(generation: number, sighting: RawSighting): void;
  /** No client is, from now on. */
  left(generation: number, why: Absence): void;
  now(): number;
  /** Runs something later; returns how to stop it. */
  after(ms: number, run: () => void): () => void;
}

/** Follows which client a tab shows. Told of every hint of a change; decides alone what it means. */
export interface Tracker {
  /** Reads the page now: after a navigation at once, so that a client that has been left is gone. */
  check(): void;
  /** The page has changed: a client that is not there any more is gone at once; the rest can wait for `check`. */
  glance(): void;
  /** The address has changed: a client it can no longer be that of is gone before the page goes on. */
  moved(candidates: readonly Candidate[]): void;
  /** The page is being left or frozen: whoever it showed is gone. */
  leave(): void;
  /** Says everything again, under a new generation. */
  again(): void;
  /** The generation now shown, or null. */
  generation(): number | null;
}

/** Whether any page that shows this record names it itself. */
const pageNames = (sighting: RawSighting, look: Look): boolean =>
  look.readings.some(
    ({ candidate, reading }) =>
      reading.state === 'sighted' && isSameRecord(reading.sighting, sighting) && namesRecord(candidate.page),
  );

/** Which pages the tab's address fits and what it names; empty where it fits none. */
const addressOf = (candidates: readonly Candidate[]): string =>
  candidates.map(({ page, groups }) => JSON.stringify([page.id, ...groups])).join();

/** Whether an address that fits these pages may still be that of a client seen at `spot`. */
function stillNames({ page, reading }: Spot, candidates: readonly Candidate[]): boolean {
  const { id } = page.identity;
  return candidates.some(
    (candidate) =>
      candidate.page === page &&
      (id.from !== 'url' ||
        !candidate.groups.has(id.group) ||
        candidate.groups.get(id.group) === reading.groups.get(id.group)),
  );
}

/** A tracker for one document; it does nothing until first asked to `check`. */
export function createTracker(ports: TrackerPorts): Tracker {
  let current: Current | null = null;
  /** The last client of another record, and the last that was read whole: what may still stand on the page. */
  let before: RawSighting | null = null;
  let readBefore: RawSighting | null = null;
  /** A client that is not believed yet, and since when it has been there. */
  let doubted: { sighting: RawSighting; since: number } | null = null;
  let absence: Absence | null = null;
  let address = '';
  let lastGeneration = 0;
  let lastHurry = Number.NEGATIVE_INFINITY;
  let stopTimer: (() => void) | undefined;

  const nextGeneration = (): number => {
    lastGeneration = Math.max(lastGeneration + 1, ports.now());
    return lastGeneration;
  };

  const later = (ms: number, run: () => void): void => {
    stopTimer?.();
    stopTimer = ports.after(ms, run);
  };

  const hurry = (): void => {
    if (!current?.settled) lastHurry = ports.now();
  };

  function tell(why: Absence): void {
    absence = why;
    ports.left(nextGeneration(), why);
  }

  /** Ends the current client, if there is one, at once. */
  function lose(why: Absence): void {
    if (!current) return;
    hurry();
    before = current.seen;
    if (current.whole) readBefore = current.seen;
    current = null;
    tell(why);
  }

  /** No client: said at once if there was one, else when it has lasted. */
  function miss(why: Absence): void {
    doubted = null;
    if (current) lose(why);
    else if (why !== absence) later(ABSENCE_MS, () => tell(why));
  }

  /** What of a reading may be said, knowing who was here before. */
  function believed(seen: RawSighting, hurried: boolean, settled: boolean): RawSighting {
    const old = readBefore && !isSameRecord(readBefore, seen) ? readBefore : null;
    const known = old ? withoutLeftovers(seen, old, settled) : seen;
    return hurried ? { ...known, lists: [] } : known;
  }

  /**
   * How long a reading has to hold before it is believed: not at all on the first client of a document; a
   * while if its name or fields could be the last one's; for ever if nothing but the address has changed.
   */
  function doubtAbout(seen: RawSighting, look: Look): number {
    if (!before || isSameRecord(before, seen)) return 0;
    if (isUnchanged(seen, before) && !pageNames(seen, look)) return Number.POSITIVE_INFINITY;
    return seen.name === before.name || leftoversOf(seen, before).length > 0 ? DOUBT_MS : 0;
  }

  function sight(seen: RawSighting, look: Look, whole: boolean): void {
    const now = ports.now();
    const hurried = now - lastHurry < HURRY_MS;
    const said = believed(seen, hurried, false);
    doubted = null;
    absence = null;
    current = {
      generation: nextGeneration(),
      since: now,
      spot: spotIn(look),
      seen,
      text: JSON.stringify(said),
      hurried,
      whole,
      settled: false,
    };
    ports.sighted(current.generation, said);
  }

  function update(known: Current, seen: RawSighting, look: Look): void {
    const said = believed(seen, known.hurried, known.settled);
    const text = JSON.stringify(said);
    current = { ...known, spot: spotIn(look), seen, text };
    if (text !== known.text) ports.sighted(known.generation, said);
  }

  function consider(seen: RawSighting, look: Look, whole: boolean): void {
    if (current && isSameRecord(current.seen, seen)) {
      update(current, seen, look);
      return;
    }
    lose('navigating');
    const now = ports.now();
    const since = doubted && isSameRecord(doubted.sighting, seen) ? doubted.since : now;
    const remaining = since + doubtAbout(seen, look) - now;
    if (remaining <= 0) sight(seen, look, whole);
    else if (Number.isFinite(remaining)) {
      doubted = { sighting: seen, since };
      later(remaining, check);
    } else miss('waiting');
  }

  /** Later, once the page is at rest: reads the rest of a client, then believes what has lasted. */
  function goOn(): void {
    if (current) {
      current.settled = current.whole;
      current.whole = true;
    }
    check();
  }

  /** When the current client is to be looked at again by itself; null once nothing is left to learn. */
  function rest({ since, hurried, whole, settled }: Current): number | null {
    if (settled) return null;
    const age = ports.now() - since;
    const within = (ms: number, mostMs: number): number => Math.max(0, Math.min(ms, mostMs - age));
    // Late answers about another client may still be drawn: nothing is read before they have come.
    return whole || hurried ? within(QUIET_MS, RESTLESS_MS) : within(READ_MS, UNREAD_MS);
  }

  function arriveAt(candidates: readonly Candidate[]): void {
    const here = addressOf(candidates);
    if (here !== address && address !== '') hurry();
    address = here;
  }

  function check(): void {
    // The first client of a document is read at one go; for the next ones it counts who they are.
    const whole = current ? current.whole : before === null;
    const look = ports.look(whole);
    const { recognition } = look;
    arriveAt(look.readings.map(({ candidate }) => candidate));
    if (recognition.state === 'sighting') consider(recognition.sighting, look, whole);
    else if (!current?.spot || !stillThere(current.spot, look))
      miss(recognition.state === 'none' ? 'notClientPage' : recognition.state);
    ports.watch(look, current?.settled ?? false);
    const pause = current && rest(current);
    if (pause !== null) later(pause, goOn);
  }

  return {
    check,
    glance() {
      if (current?.spot && !isIntact(current.spot, ports.isVisible)) check();
    },
    moved(candidates) {
      arriveAt(candidates);
      if (current?.spot && !stillNames(current.spot, candidates)) lose('navigating');
    },
    leave() {
      stopTimer?.();
      doubted = null;
      address = '';
      lose('navigating');
    },
    again() {
      stopTimer?.();
      absence = null;
      if (current) {
        current.generation = nextGeneration();
        current.text = '';
      }
      check();
    },
    generation: () => current?.generation ?? null,
  };
}
