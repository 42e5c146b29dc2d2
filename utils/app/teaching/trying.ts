import type { TeachReport } from '@/utils/messaging/teach';
import type { Who } from './notes';

type Tried = Extract<TeachReport, { kind: 'tried' }>;

/** What a page says of the second client: is it another one, and told apart by number? */
export type SecondLook = 'same' | 'looking' | 'nobody' | 'ambiguous' | 'sameNumber' | 'sameName' | 'other';

/** So many looks find nobody before it is said: pages fill slowly. */
const PATIENCE = 4;

/** So many looks in a row must find nobody on a page that is nobody's. */
const NOBODY = 2;

/** The same of a page whose address is a client's: it may still be filling. */
const STILL_NOBODY = 6;

/** Judges a look at what should be the second client's page; `looks` have found nobody so far. */
export function judgeSecond({ state, seen }: Tried, first: Who, looks: number): SecondLook {
  if (!seen) {
    if (looks < PATIENCE) return 'looking';
    return state === 'ambiguous' ? 'ambiguous' : 'nobody';
  }
  if (seen.recordId === first.recordId) return seen.name === first.name ? 'same' : 'sameNumber';
  return seen.name === first.name ? 'sameName' : 'other';
}

/** Whether a page that should be nobody's is found to be so. */
export const isNobodys = ({ state, seen }: Tried, looks: number): boolean =>
  !seen && looks >= (state === 'waiting' ? STILL_NOBODY : NOBODY);
