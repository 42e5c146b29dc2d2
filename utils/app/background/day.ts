import { dayOf } from '@/utils/domain/day';
import { type CivilDay, type Instant, instant } from '@/utils/domain/schema/time';
import { loadSettings } from '@/utils/platform/settings';

/** Now, today and the zone in which it is today. */
export interface Moment {
  now: Instant;
  today: CivilDay;
  zone: string;
}

/** The present moment in the RM's zone. */
export const presentMoment = async (): Promise<Moment> => momentIn((await loadSettings()).zone);

/** The present moment in a zone that is known. */
export function momentIn(zone: string): Moment {
  const now = instant.parse(Date.now());
  return { now, today: dayOf(now, zone), zone };
}
