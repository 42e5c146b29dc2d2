import type { FestiveClient } from '@/utils/domain/festival/festive';
import type { CivilDay } from '@/utils/domain/schema/time';
import type { BookRows } from './bookRows';

/** What the page of festivals needs beyond the book. */
export interface FestivalPort {
  /**
   * Where each person of the book stands before a festival.
   *
   * @param day a day on which the rule speaks
   */
  before(day: CivilDay): BookRows<FestiveClient>;
}
