import type { CivilDay } from '@/utils/domain/schema/time';
import type { TimelineEntry } from '@/utils/domain/timeline/entry';
import { monthHeading } from '../../ui/dayWords';
import { t } from '../../ui/words';
import { monthCounts } from './months';

/** From how many contacts a month is drawn darker, and darkest. */
const BUSY = 3;
const BUSIEST = 5;

function shade(count: number): string {
  if (count === 0) return 'strip-none';
  return count >= BUSIEST ? 'strip-3' : count >= BUSY ? 'strip-2' : 'strip-1';
}

/** Twelve months at a glance, each with its number of contacts; pressing one goes there. */
export function Strip({
  entries,
  today,
  onMonth,
}: {
  entries: readonly TimelineEntry[];
  today: CivilDay;
  onMonth: (month: string) => void;
}) {
  return (
    <ol class="strip">
      {monthCounts(entries, today).map(({ month, count }) => {
        const label = t('history.monthCount', count, monthHeading(month));
        return (
          <li key={month}>
            <button
              type="button"
              class={shade(count)}
              aria-label={label}
              title={label}
              disabled={count === 0}
              onClick={() => onMonth(month)}
            >
              <b>{count === 0 ? '' : count}</b>
              <span>{Number(month.slice(5))}</span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
