import type { FestiveClient } from '@/utils/domain/festival/festive';
import type { ClientId } from '@/utils/domain/schema/ids';
import type { CivilDay } from '@/utils/domain/schema/time';

/** How far the reading of the book has come: clients gone through, and how many of them do not open. */
export interface FestivalProgress {
  done: number;
  closed: number;
}

/** What the page of festivals needs beyond the book. */
export interface FestivalPort {
  /**
   * Where each person of the book stands before a festival; a few clients are read at a time, so that the
   * page stays awake. Null where the book cannot be read, or the reading was ended.
   *
   * @param day a day on which the rule speaks
   */
  standings(
    day: CivilDay,
    stop: AbortSignal,
    tell: (progress: FestivalProgress) => void,
  ): Promise<readonly FestiveClient[] | null>;
  /** The same of some clients, as they are now; who does not open or is no person is not among them. */
  standingsOf(ids: readonly ClientId[], day: CivilDay): Promise<readonly FestiveClient[]>;
}
