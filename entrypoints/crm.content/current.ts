import { type CompiledPage, type RawSighting, UNAIDED } from '@/utils/adapters/compiled';
import { isOnPage, isSaid, type Mark, marksAt } from '@/utils/adapters/marks';
import type { PageReading } from '@/utils/adapters/readPage';
import type { Look } from '@/utils/adapters/recognise';
import { follow, type IsVisible, isArriving, isElement } from '@/utils/adapters/trees';

type Sighted = Extract<PageReading, { state: 'sighted' }>;

/** Where a client was sighted, and what identified it there, word for word. */
export interface Spot {
  page: CompiledPage;
  reading: Sighted;
  marks: readonly Mark[];
}

/** The client a tab shows, and what was read and said of it. */
export interface Current {
  generation: number;
  since: number;
  spot: Spot | null;
  seen: RawSighting;
  /** What was said last, as text, to say only what is new. */
  text: string;
  /** Opened while answers about another client were still on their way: its lists are not trusted. */
  hurried: boolean;
  /** Fields and lists have been read too. */
  whole: boolean;
  settled: boolean;
}

/** The first place at which a look sights a client. */
export function spotIn(look: Look): Spot | null {
  for (const { candidate, reading } of look.readings) {
    if (reading.state !== 'sighted') continue;
    return {
      page: candidate.page,
      reading,
      marks: marksAt(reading.marks),
    };
  }
  return null;
}

/** Whether a client was read unaided: his marks may stand anywhere, in frames and shadow roots too. */
const isUnaided = ({ page }: Spot): boolean => page.id === UNAIDED;

/** Whether what identified a client stands where it stood, word for word. */
const isUnchanged = (spot: Spot): boolean =>
  spot.marks.every(
    (mark) =>
      (isUnaided(spot) ? isOnPage(mark) : spot.reading.root.contains(mark.found.node)) && isSaid(mark),
  );

/**
 * Whether the place of a client is still the only one, still shows, frames and all, no frame has come up
 * beside it, and it still says who it is. Cheap: it walks to the place and reads nothing but the marks.
 */
export function isIntact(spot: Spot, isVisible: IsVisible): boolean {
  const { root, marks, frames } = spot.reading;
  if (isUnaided(spot))
    return isUnchanged(spot) && marks.every(({ node }) => !isElement(node) || isVisible(node));
  const tab = root.ownerDocument.defaultView?.top?.document;
  if (!tab) return false;
  const now = follow(spot.page.root, tab, isVisible);
  const [only, another] = now.found;
  return only === root && another === undefined && now.frames.length === frames.length && isUnchanged(spot);
}

const namedParts = (reading: PageReading): string => JSON.stringify([...reading.groups]);

/**
 * Whether a client is still the one on the page although its name or number cannot be seen just now,
 * because another tab within its own page covers them: its root still shows and is the same element, the
 * addresses name the same record, what identified it stands unchanged, and nobody else is coming up.
 */
export function stillThere(spot: Spot, now: Look): boolean {
  return (
    isUnchanged(spot) &&
    now.readings.every(({ candidate, reading }) =>
      candidate.page === spot.page
        ? reading.state === 'waiting' &&
          reading.root === spot.reading.root &&
          !reading.frames.some(isArriving) &&
          namedParts(reading) === namedParts(spot.reading)
        : reading.state === 'waiting' && !reading.root,
    )
  );
}
