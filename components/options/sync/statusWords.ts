import type { Instant } from '@/utils/domain/schema/time';
import type { SyncStatus } from '@/utils/domain/sync/syncStatus';
import { language, t } from '../../ui/words';
import { grouped, moment } from '../backup/words';

/** What is older is told with its day. */
const TODAY_MS = 12 * 3_600_000;

/** The minute of something that was or will be about now; with its day where it is not. */
const minuteOf = (at: Instant, now: Instant, zone: string): string =>
  Math.abs(now - at) > TODAY_MS
    ? moment(at, zone)
    : new Intl.DateTimeFormat(language(), { timeStyle: 'short', timeZone: zone }).format(at);

/** How far synchronisation is, in one sentence. */
export function statusText(status: SyncStatus | null, now: Instant, zone: string): string {
  switch (status?.state) {
    case undefined:
    case 'off':
      return t('sync.status.begins');
    case 'running':
      return t('sync.status.running');
    case 'safe':
      return t('sync.status.safe', minuteOf(status.at, now, zone));
    case 'waiting':
      return t(`sync.status.waits.${status.why}`, grouped(status.open), minuteOf(status.next, now, zone));
    case 'stopped':
      return t(`sync.status.stops.${status.why}`);
    case 'paused':
      return t(`sync.status.rests.${status.by}`);
  }
}
