import { useMemo } from 'preact/hooks';
import { leaveOf, withLeave } from '@/utils/domain/cadence/leave';
import { announcedCalendar } from '@/utils/domain/calendar/workingDays';
import { capacityOf, GOOD_MONTH, monthCeiling } from '@/utils/domain/workload/capacity';
import { contactGrid, spanToRead } from '@/utils/domain/workload/grid';
import { periodAround } from '@/utils/domain/workload/period';
import { t } from '../ui/words';
import type { Desk } from './desk';
import { useContacts } from './useContacts';
import { useMoved } from './useMoved';
import './figure.css';

/** Meetings this month against what the month can hold, and against what good performers reach (§8). */
export function MonthFigure({ desk }: { desk: Desk }) {
  const today = desk.port.today.value;
  const settings = desk.port.settings.value;
  const span = useMemo(() => periodAround('month', today), [today]);
  const view = useContacts(desk, spanToRead(span));
  const moved = useMoved(desk);
  const done = useMemo(
    () => (view.state === 'ready' ? contactGrid(view.contacts, span, today, moved).visits : null),
    [view, span, today, moved],
  );
  const ceiling = monthCeiling(
    today,
    withLeave(announcedCalendar(), leaveOf(settings)),
    capacityOf(settings),
  );
  if (done === null) return <p class="wfigure" aria-hidden="true" />;
  return (
    <p class="wfigure">
      {t('calendar.month', done, String(ceiling), String(GOOD_MONTH))}
      <span class="wfigure-bar" aria-hidden="true">
        <i style={{ width: `${Math.min(100, ceiling === 0 ? 0 : (100 * done) / ceiling)}%` }} />
        <b style={{ left: `${Math.min(100, ceiling === 0 ? 100 : (100 * GOOD_MONTH) / ceiling)}%` }} />
      </span>
    </p>
  );
}
