import { daysBetween } from '@/utils/domain/day';
import type { Place } from '@/utils/domain/schema/place';
import type { CivilDay } from '@/utils/domain/schema/time';
import type { Tone } from '../../ui/Chip';
import { t } from '../../ui/words';

/** Where it is, if not at this bank; null for here. */
export const elsewhereWord = (place: Place): string | null =>
  place.at === 'here' ? null : (place.name ?? t('facts.elsewhere'));

/** From how many days ahead a date is worth a colour. */
const SOON_DAYS = 30;

/** How near a date is: past, within a month, or further away. */
export function nearness(day: CivilDay, today: CivilDay): Tone {
  const days = daysBetween(today, day);
  return days < 0 ? 'late' : days <= SOON_DAYS ? 'soon' : 'plain';
}
