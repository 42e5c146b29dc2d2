import { useMemo, useState } from 'preact/hooks';
import type { Brief } from '@/utils/domain/brief';
import { leaveOf, withLeave } from '@/utils/domain/cadence/leave';
import { announcedCalendar, isWorkingDay } from '@/utils/domain/calendar/workingDays';
import type { Leave } from '@/utils/domain/schema/settings';
import type { CivilDay } from '@/utils/domain/schema/time';
import { capacityOf } from '@/utils/domain/workload/capacity';
import { contactGrid, spanToRead } from '@/utils/domain/workload/grid';
import { daysOf, mondayOf, periodAround, stepPeriod } from '@/utils/domain/workload/period';
import { weekPlan } from '@/utils/domain/workload/weekPlan';
import { Button } from '../../ui/Button';
import { shortDay } from '../../ui/dayWords';
import { t } from '../../ui/words';
import type { Desk } from '../desk';
import { MonthFigure } from '../MonthFigure';
import { useContacts } from '../useContacts';
import { useMoved } from '../useMoved';
import { LeftOut } from './LeftOut';
import { WeekColumn } from './WeekColumn';
import './week.css';

interface Props {
  briefs: readonly Brief[];
  today: CivilDay;
  desk: Desk;
}

/** This week while a working day is left in it, from then on the next. */
function weekToPlan(today: CivilDay, leaves: readonly Leave[]): CivilDay {
  const calendar = withLeave(announcedCalendar(), leaves);
  const left = daysOf(periodAround('week', today)).filter((day) => day >= today);
  return mondayOf(left.some((day) => isWorkingDay(day, calendar)) ? today : stepPeriod('week', today, 1));
}

function Week({ briefs, today, desk }: Props) {
  const [anchor, setAnchor] = useState<CivilDay | null>(null);
  const settings = desk.port.settings.value;
  const leaves = leaveOf(settings);
  const week = anchor === null ? weekToPlan(today, leaves) : mondayOf(anchor);
  const span = useMemo(() => periodAround('week', week), [week]);
  const view = useContacts(desk, spanToRead(span));
  const moved = useMoved(desk);
  const moves = desk.port.moves.value[week];
  const planned = useMemo(() => {
    if (view.state !== 'ready') return [];
    const { rows } = contactGrid(view.contacts, span, today, moved);
    return [...rows.values()].flatMap(({ marks }) =>
      [...marks.values()].flat().flatMap(({ kind, contact }) => (kind === 'planned' ? [contact] : [])),
    );
  }, [view, span, today, moved]);
  const capacity = capacityOf(settings);
  const plan = useMemo(
    () =>
      weekPlan({
        briefs,
        week,
        today,
        calendar: withLeave(announcedCalendar(), leaves),
        capacity: capacityOf(settings),
        planned,
        moves: moves ?? [],
      }),
    [briefs, week, today, settings, leaves, planned, moves],
  );
  const names = useMemo(() => new Map(briefs.map(({ clientId, name }) => [clientId, name])), [briefs]);
  const step = (count: number) => setAnchor(stepPeriod('week', week, count));

  return (
    <>
      <div class="wpage-head">
        <h2>{t('workbench.page.week')}</h2>
        <div class="wstep">
          <button type="button" class="iconbtn" aria-label={t('week.back')} onClick={() => step(-1)}>
            ‹
          </button>
          <b aria-live="polite">
            {t('calendar.span', shortDay(span.from, today), shortDay(span.until, today))}
          </b>
          <button type="button" class="iconbtn" aria-label={t('week.on')} onClick={() => step(1)}>
            ›
          </button>
          <Button kind="ghost" disabled={week === mondayOf(today)} onClick={() => setAnchor(today)}>
            {t('week.thisWeek')}
          </Button>
        </div>
        <MonthFigure desk={desk} />
      </div>
      <p class="whint">{t('week.about')}</p>
      {view.state === 'error' && <p class="wnotice">{t('calendar.unread')}</p>}
      {view.state === 'loading' ? (
        // What is planned already takes its place in the columns: without it all would move once it is read.
        <p class="wempty">{t('popup.loading')}</p>
      ) : (
        <>
          <div class="wboard">
            {plan.days.map((day) => (
              <WeekColumn
                key={day.day}
                day={day}
                days={plan.days}
                week={week}
                capacity={capacity}
                leaves={leaves}
                today={today}
                desk={desk}
                nameOf={(client) => names.get(client) ?? null}
              />
            ))}
          </div>
          <LeftOut plan={plan} week={week} today={today} desk={desk} />
        </>
      )}
    </>
  );
}

/** The week plan: who is due, spread over the days up to what a day holds, and who is left out and why. */
export function WeekPage({ desk }: { desk: Desk }) {
  const book = desk.port.book.value;
  if (book.state === 'loading') return <p class="wempty">{t('popup.loading')}</p>;
  if (book.state === 'error') return null;
  if (book.briefs.length === 0) return <p class="wempty">{t('popup.emptyBook')}</p>;
  return <Week briefs={book.briefs} today={desk.port.today.value} desk={desk} />;
}
