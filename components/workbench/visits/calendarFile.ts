import { ICalCalendar } from 'ical-generator';
import { startOfDay } from '@/utils/domain/day';
import type { PlannedVisit } from '@/utils/domain/visits/planned';
import { t } from '../../ui/words';

const MINUTE_MS = 60_000;
/** How long a visit is taken to last where nobody said. */
const USUAL_MINUTES = 60;

interface Choices {
  /** Client names and places: left out unless asked for, since a calendar is read over shoulders (§11.9). */
  withNames: boolean;
  zone: string;
  /** When the file is made. */
  now: Date;
}

/**
 * Planned visits as an iCalendar file (RFC 5545). Without names it says no more than that there is a
 * visit, and when. A visit keeps its id: taken in again, it is moved and not doubled.
 */
export function calendarFile(visits: readonly PlannedVisit[], { withNames, zone, now }: Choices): string {
  const calendar = new ICalCalendar({ prodId: { company: 'Zhibi', product: 'visits', language: 'EN' } });
  for (const { id, name, plan } of visits) {
    const { day, minute, minutesLong, place } = plan;
    const common = {
      id: `${id}@zhibi`,
      stamp: now,
      summary: withNames ? t('visitsPage.eventWith', name) : t('visitsPage.event'),
      ...(withNames && place !== null ? { location: place } : {}),
    };
    if (minute === null) {
      // A whole day is a date without a zone: noon keeps it the same day wherever it is written.
      const start = new Date(`${day}T12:00:00`);
      calendar.createEvent({ ...common, start, allDay: true });
      continue;
    }
    const start = startOfDay(day, zone) + minute * MINUTE_MS;
    const end = start + (minutesLong ?? USUAL_MINUTES) * MINUTE_MS;
    calendar.createEvent({ ...common, start: new Date(start), end: new Date(end) });
  }
  return calendar.toString();
}
