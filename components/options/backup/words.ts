import type { Instant } from '@/utils/domain/schema/time';
import { language, t } from '../../ui/words';

/** A day and a minute by the RM's clock. */
export const moment = (at: Instant, zone: string): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short', timeZone: zone }).format(at);

/** A count with its thousands apart. */
export const grouped = (count: number): string => new Intl.NumberFormat(language()).format(count);

const MEGABYTE = 1_000_000;

/** The size of a file, in megabytes and at least a tenth of one. */
export const sizeText = (bytes: number): string =>
  t(
    'backup.megabytes',
    new Intl.NumberFormat(language(), { maximumFractionDigits: 1 }).format(Math.max(0.1, bytes / MEGABYTE)),
  );
