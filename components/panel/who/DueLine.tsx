import type { DueState, VisitDue } from '@/utils/domain/cadence/due';
import { daysBetween } from '@/utils/domain/day';
import type { Tier } from '@/utils/domain/schema/client';
import type { CivilDay } from '@/utils/domain/schema/time';
import { ago, exactDay, shortDay } from '../../ui/dayWords';
import { t } from '../../ui/words';

function standing(due: DueState, today: CivilDay): string {
  if (due.level === 'overdue') return t('panel.due.overdue', due.daysOverdue);
  const days = daysBetween(today, due.due);
  return days <= 0 ? t('panel.due.today') : t('panel.due.in', days);
}

function cadence(due: DueState, tier: Tier | null): string {
  if (due.cadenceFrom !== 'tier') return t(`panel.due.every.${due.cadenceFrom}`, due.cadenceDays);
  return tier === null
    ? t('panel.due.every.untiered', due.cadenceDays)
    : t('panel.due.every.tier', tier, due.cadenceDays);
}

/** What is to be said of meetings: only where one is late, due, or before long. */
function visitWord(visit: VisitDue | null, today: CivilDay): string | null {
  if (visit === null || visit.level === 'fresh') return null;
  if (visit.level === 'overdue') return t('panel.due.visitOverdue', visit.daysOverdue);
  return visit.level === 'due'
    ? t('panel.due.visitToday')
    : t('panel.due.visitOn', shortDay(visit.due, today));
}

/** The leave that put the due day off, and who stands in meanwhile. */
function leaveWord({ leave }: DueState, today: CivilDay): string | null {
  if (leave === null) return null;
  const until = shortDay(leave.until, today);
  return leave.standIn === null
    ? t('panel.due.leave', until)
    : t('panel.due.leaveStandIn', until, leave.standIn);
}

interface Props {
  due: DueState;
  visit: VisitDue | null;
  tier: Tier | null;
  today: CivilDay;
}

/** Where the client stands in its cadence: am I late, since when, how, and by what measure. */
export function DueLine({ due, visit, tier, today }: Props) {
  const last = due.last
    ? t('panel.due.last', ago(due.last.day, today), t(`channel.${due.last.channel}`))
    : t('panel.due.never');
  const met = visitWord(visit, today);
  const away = leaveWord(due, today);
  const exact = due.last ? exactDay(due.last.day) : undefined;
  return (
    <p class={`due due-${due.level}`}>
      <b title={exactDay(due.due)}>{standing(due, today)}</b>
      <span {...(exact === undefined ? {} : { title: exact })}>{last}</span>
      <span class="due-cadence">{cadence(due, tier)}</span>
      {met !== null && visit && (
        <span class={`due-visit due-visit-${visit.level}`} title={exactDay(visit.due)}>
          {met}
        </span>
      )}
      {away !== null && <span class="due-leave">{away}</span>}
    </p>
  );
}
