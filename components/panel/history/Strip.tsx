import type { CivilDay } from '@/utils/domain/schema/time';
import type { TimelineEntry } from '@/utils/domain/timeline/entry';
import { monthHeading } from '../../ui/dayWords';
import { t } from '../../ui/words';
import { monthCounts } from './months';

/** From how many contacts a month is drawn darker, and darkest. */
const BUSY = 3;
const BUSIEST = 5;

function shade(count: number, late: boolean): string {
  if (count === 0) return late ? 'strip-none strip-gap' : 'strip-none';
  return count >= BUSIEST ? 'strip-3' : count >= BUSY ? 'strip-2' : 'strip-1';
}

/** Twelve months at a glance, each with its number of contacts; pressing one goes there. */
export function Strip({
  entries,
  today,
  late,
  onMonth,
}: {
  entries: readonly TimelineEntry[];
  today: CivilDay;
  /** The client is overdue: the months since the last contact are marked as the gap they are. */
  late: boolean;
  onMonth: (month: string) => void;
}) {
  const months = monthCounts(entries, today);
  const last = months.findLastIndex(({ count }) => count > 0);
  return (
    <ol class="strip">
      {months.map(({ month, count }, index) => {
        const label = t('history.monthCount', count, monthHeading(month));
        return (
          <li key={month}>
            <button
              type="button"
              class={shade(count, late && index > last)}
              title={label}
              disabled={count === 0}
              onClick={() => onMonth(month)}
            >
              <b aria-hidden="true">{count === 0 ? '' : count}</b>
              <span aria-hidden="true">{Number(month.slice(5))}</span>
              <span class="unseen">{label}</span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
