import { festiveOf } from '@/utils/domain/festival/festive';
import type { FestivalPort } from './festivalPort';
import type { LiveDay } from './live/day';
import type { Opened } from './live/reader';
import { openBookRows } from './liveBookRows';

/** The festivals' port in a browser. */
export const openFestival = (opening: Promise<Opened>, live: LiveDay): FestivalPort => ({
  before: (day) => openBookRows(opening, (bundle) => festiveOf(bundle, live.settings.peek(), day)),
});
