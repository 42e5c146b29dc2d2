import { useMemo, useState } from 'preact/hooks';
import type { Brief } from '@/utils/domain/brief';
import { leaveOf, withLeave } from '@/utils/domain/cadence/leave';
import { announcedCalendar } from '@/utils/domain/calendar/workingDays';
import { monthOf } from '@/utils/domain/day';
import { CALENDAR_MARKS } from '@/utils/domain/schema/settings';
import type { CivilDay } from '@/utils/domain/schema/time';
import {
  CALENDAR_FILTERS,
  CALENDAR_ORDERS,
  type CalendarFilter,
  type CalendarOrder,
  filterCalendar,
  orderCalendar,
} from '@/utils/domain/workload/calendarList';
import { type ContactGrid, contactGrid, spanToRead } from '@/utils/domain/workload/grid';
import {
  daysOf,
  PERIODS,
  type Period,
  periodAround,
  type Span,
  stepPeriod,
} from '@/utils/domain/workload/period';
import { Button } from '../../ui/Button';
import { monthHeading, shortDay } from '../../ui/dayWords';
import { Menu } from '../../ui/Menu';
import { Segmented } from '../../ui/Segmented';
import { t } from '../../ui/words';
import type { Desk } from '../desk';
import { Filters } from '../Filters';
import { MonthFigure } from '../MonthFigure';
import { useContacts } from '../useContacts';
import { useMoved } from '../useMoved';
import { Grid } from './Grid';
import { Legend } from './Legend';
import { headsOf } from './look';
import './calendar.css';

const EMPTY: ContactGrid = { rows: new Map(), reachedOn: new Map(), visits: 0 };

/** What the days shown are called: 2026年11月, or from when to when. */
const spanWords = (period: Period, { from, until }: Span, today: CivilDay): string =>
  period === 'month'
    ? monthHeading(monthOf(from))
    : t('calendar.span', shortDay(from, today), shortDay(until, today));

interface Props {
  briefs: readonly Brief[];
  today: CivilDay;
  desk: Desk;
}

function Calendar({ briefs, today, desk }: Props) {
  const [period, setPeriod] = useState<Period>('month');
  const [anchor, setAnchor] = useState<CivilDay | null>(null);
  const [filter, setFilter] = useState<CalendarFilter>('all');
  const [order, setOrder] = useState<CalendarOrder>('last');
  const at = anchor ?? today;
  const span = useMemo(() => periodAround(period, at), [period, at]);
  const view = useContacts(desk, spanToRead(span));
  const moved = useMoved(desk);
  const settings = desk.port.settings.value;
  const leaves = leaveOf(settings);
  const heads = useMemo(
    () => headsOf(daysOf(span), withLeave(announcedCalendar(), leaves), leaves),
    [span, leaves],
  );
  const grid = useMemo(
    () => (view.state === 'ready' ? contactGrid(view.contacts, span, today, moved) : EMPTY),
    [view, span, today, moved],
  );
  const counts = useMemo(
    () => new Map(CALENDAR_FILTERS.map((each) => [each, filterCalendar(briefs, each, today, grid).length])),
    [briefs, today, grid],
  );
  const rows = useMemo(
    () => orderCalendar(filterCalendar(briefs, filter, today, grid), order, grid),
    [briefs, filter, order, today, grid],
  );
  const step = (count: number) => setAnchor(stepPeriod(period, at, count));

  return (
    <>
      <div class="wpage-head">
        <h2>{t('workbench.page.calendar')}</h2>
        <div class="cstep">
          <button type="button" class="iconbtn" aria-label={t('calendar.back')} onClick={() => step(-1)}>
            ‹
          </button>
          <b aria-live="polite">{spanWords(period, span, today)}</b>
          <button type="button" class="iconbtn" aria-label={t('calendar.on')} onClick={() => step(1)}>
            ›
          </button>
          <Button
            kind="ghost"
            disabled={periodAround(period, today).from === span.from}
            onClick={() => setAnchor(null)}
          >
            {t('when.today')}
          </Button>
        </div>
        <Segmented
          label={t('calendar.period')}
          options={PERIODS.map((value) => ({ value, label: t(`calendar.periods.${value}`) }))}
          value={period}
          onChange={(next) => next && setPeriod(next)}
        />
        <Segmented
          label={t('calendar.marks')}
          options={CALENDAR_MARKS.map((value) => ({ value, label: t(`calendar.marksAre.${value}`) }))}
          value={settings.calendarMarks ?? 'letters'}
          onChange={(next) => next && void desk.port.saveSettings({ ...settings, calendarMarks: next })}
        />
        <MonthFigure desk={desk} />
      </div>
      <div class="cbar">
        <Filters
          label={t('workbench.book.filter')}
          values={CALENDAR_FILTERS.filter(
            (each) => each === 'all' || each === filter || counts.get(each) !== 0,
          )}
          chosen={filter}
          choose={(each) => setFilter(each)}
          word={(each) => t(`calendar.filters.${each}`)}
          count={(each) => counts.get(each)}
        />
        <Menu
          label={t('calendar.orderNow', t(`calendar.orders.${order}`))}
          items={CALENDAR_ORDERS.map((each) => ({
            id: each,
            label: t(`calendar.orders.${each}`),
            mark: { kind: 'radio', on: each === order },
            pick: () => setOrder(each),
          }))}
        >
          {t('calendar.orderNow', t(`calendar.orders.${order}`))}
        </Menu>
      </div>
      {view.state === 'error' && <p class="wnotice">{t('calendar.unread')}</p>}
      {rows.length === 0 ? (
        <p class="wempty">{t('workbench.book.noneFits')}</p>
      ) : (
        <Grid rows={rows} grid={grid} heads={heads} period={period} today={today} desk={desk} step={step} />
      )}
      <Legend marks={settings.calendarMarks ?? 'letters'} />
    </>
  );
}

/** The contact calendar [R]: when was each last talked to, who was neglected, what was done each day. */
export function CalendarPage({ desk }: { desk: Desk }) {
  const book = desk.port.book.value;
  if (book.state === 'loading') return <p class="wempty">{t('popup.loading')}</p>;
  if (book.state === 'error') return null;
  if (book.briefs.length === 0) return <p class="wempty">{t('popup.emptyBook')}</p>;
  return <Calendar briefs={book.briefs} today={desk.port.today.value} desk={desk} />;
}
