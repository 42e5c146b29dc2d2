import type { Rank, RawSighting } from './compiled';
import { type Candidate, type Doubt, isDue, type PageReading, readPage } from './readPage';
import type { IsVisible } from './trees';

/** One page of an adapter that the address fits, and what it makes of the document. */
export interface Reading {
  candidate: Candidate;
  reading: PageReading;
}

/** What the tab shows, over all adapters of its origin. */
export type Recognition =
  | { state: 'sighting'; sighting: RawSighting }
  | { state: 'waiting' }
  | { state: 'none' }
  | { state: 'ambiguous'; why: Doubt | 'twoClients' };

/** The recognition, and the readings it was made of: they tell what has to be watched. */
export interface Look {
  recognition: Recognition;
  readings: readonly Reading[];
}

const recordOf = ({ record }: RawSighting): string =>
  JSON.stringify([record.crmId, record.entity, record.recordId]);

/** Whether two sightings are of one record of one CRM. */
export const isSameRecord = (one: RawSighting, other: RawSighting): boolean =>
  recordOf(one) === recordOf(other);

/** From the surest: see `Rank`. */
const RANKS: readonly Rank[] = [0, 1, 2];

/**
 * Which client the tab shows, if it is sure: `none` on pages that no adapter knows as a client's, `waiting`
 * while one is loading, `ambiguous` where two could be meant. One page in doubt or with a client half
 * loaded silences the others: a drawer opening over a client's page belongs to somebody else.
 *
 * Adapters that name the host are asked first, and one that may be for any host only where those have
 * nothing to say of the page: neither a client nor a doubt. Two of one rank have to agree.
 *
 * @param candidates the pages that the tab's address fits, of all adapters of its origin
 * @param whole read fields and lists too, or only who it is
 */
export function recognise(
  candidates: readonly Candidate[],
  document: Document,
  isVisible: IsVisible,
  whole: boolean,
): Look {
  // A page that was not asked is as one whose client has not come: there is nothing of it to watch.
  const readings = candidates.map((candidate): Reading => {
    const reading = {
      state: 'waiting',
      reached: [],
      frames: [],
      root: null,
      groups: candidate.groups,
    } as const;
    return { candidate, reading };
  });
  for (const rank of RANKS) {
    const asked = readings.filter(({ candidate }) => candidate.adapter.rank === rank);
    for (const one of asked) one.reading = readPage(one.candidate, document, isVisible, whole);
    const recognition = judge(asked);
    if (recognition.state !== 'none') return { recognition, readings };
  }
  return { recognition: { state: 'none' }, readings };
}

function judge(all: readonly Reading[]): Recognition {
  const readings = all.map(({ reading }) => reading);
  const doubtful = readings.find((reading) => reading.state === 'doubtful');
  if (doubtful) return { state: 'ambiguous', why: doubtful.why };
  const [first, ...others] = readings.flatMap((reading) =>
    reading.state === 'sighted' ? [reading.sighting] : [],
  );
  const begun = all.some(
    ({ candidate, reading }) =>
      reading.state === 'waiting' && (reading.root !== null || (!first && isDue(candidate))),
  );
  if (begun) return { state: 'waiting' };
  if (!first) return { state: 'none' };
  return others.every((other) => isSameRecord(first, other))
    ? { state: 'sighting', sighting: first }
    : { state: 'ambiguous', why: 'twoClients' };
}
