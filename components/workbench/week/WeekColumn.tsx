import { useState } from 'preact/hooks';
import type { Brief } from '@/utils/domain/brief';
import { leaveOn } from '@/utils/domain/cadence/leave';
import type { Capacity, Leave } from '@/utils/domain/schema/settings';
import type { CivilDay } from '@/utils/domain/schema/time';
import type { WeekDay, WeekItem } from '@/utils/domain/workload/weekPlan';
import { exactDay, shortDay, weekdayWord } from '../../ui/dayWords';
import { t } from '../../ui/words';
import { dayNote, markOf } from '../calendar/look';
import type { Desk } from '../desk';
import { dragged, moveTo } from './moves';
import { WeekCard } from './WeekCard';
import '../calendar/calendar.css';

interface Props {
  day: WeekDay;
  days: readonly WeekDay[];
  week: CivilDay;
  capacity: Capacity;
  leaves: readonly Leave[];
  today: CivilDay;
  desk: Desk;
  nameOf(client: Brief['clientId']): string | null;
}

/** The items of one kind, with a heading where the area changes. */
function Items({
  items,
  areas,
  ...rest
}: { items: readonly WeekItem[]; areas: boolean } & Omit<Props, 'day' | 'capacity' | 'leaves' | 'nameOf'> & {
    on: CivilDay;
  }) {
  return (
    <ul class="wcards">
      {items.map((item, i) => {
        const area = item.brief.workload?.area ?? null;
        const heads = areas && (i === 0 || area !== (items[i - 1]?.brief.workload?.area ?? null));
        return [
          heads && (
            <li key={`area ${area}`} class="warea">
              {area ?? t('week.noArea')}
            </li>
          ),
          <WeekCard key={item.brief.clientId} item={item} {...rest} />,
        ];
      })}
    </ul>
  );
}

/** One day of the week: how full it is, what stands in it already, whom to meet, whom to contact. */
export function WeekColumn(props: Props) {
  const { day, days, week, capacity, leaves, today, desk, nameOf } = props;
  const [over, setOver] = useState(false);
  const note =
    dayNote({ ...day, leave: leaveOn(day.day, leaves) }) ?? (day.status.working ? null : t('week.dayOff'));
  const visits = day.items.filter(({ demand }) => demand === 'visit');
  const contacts = day.items.filter(({ demand }) => demand === 'contact');
  const marks = desk.port.settings.value.calendarMarks ?? 'letters';
  const shared = { on: day.day, days, week, today, desk };
  const full = day.visits > capacity.visits || day.contacts > capacity.contacts;
  return (
    <section
      class={`wday${day.open ? '' : ' wday-closed'}${over ? ' wday-over' : ''}`}
      aria-label={exactDay(day.day)}
      onDragOver={(event) => {
        if (!day.open || dragged.value === null) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const brief = dragged.value;
        if (brief && day.open) void moveTo(desk, week, brief, day.day);
      }}
    >
      <h3 class={day.day === today ? 'wday-today' : ''}>
        {weekdayWord(day.day)} <small>{shortDay(day.day, today)}</small>
      </h3>
      {day.open && (
        <p class={full ? 'wload wload-full' : 'wload'}>
          {t(
            'week.load',
            String(day.visits),
            String(capacity.visits),
            String(day.contacts),
            String(capacity.contacts),
          )}
        </p>
      )}
      {note !== null && <p class="wload">{note}</p>}
      {day.planned.length > 0 && (
        <ul class="wcards">
          {day.planned.map((plan) => (
            <li key={plan.id} class="wplan">
              <span class="cmark cmark-planned" role="img" aria-label={t(`channel.${plan.channel}`)}>
                {markOf(plan, marks)}
              </span>
              <button type="button" class="wcard-name" onClick={() => desk.show(plan.clientId)}>
                {nameOf(plan.clientId) ?? t('workbench.sheet')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {visits.length > 0 && <h4>{t('week.visits')}</h4>}
      {visits.length > 0 && <Items items={visits} areas {...shared} />}
      {contacts.length > 0 && <h4>{t('week.contacts')}</h4>}
      {contacts.length > 0 && <Items items={contacts} areas={false} {...shared} />}
    </section>
  );
}
