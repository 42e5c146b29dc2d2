import type { DueState } from '@/utils/domain/cadence/due';
import { daysBetween } from '@/utils/domain/day';
import type { Tier } from '@/utils/domain/schema/client';
import type { CivilDay } from '@/utils/domain/schema/time';
import { ago, exactDay } from '../../ui/dayWords';
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

/** Where the client stands in its cadence: am I late, since when, how, and by what measure. */
export function DueLine({ due, tier, today }: { due: DueState; tier: Tier | null; today: CivilDay }) {
  const last = due.last
    ? t('panel.due.last', ago(due.last.day, today), t(`channel.${due.last.channel}`))
    : t('panel.due.never');
  const exact = due.last ? exactDay(due.last.day) : undefined;
  return (
    <p class={`due due-${due.level}`}>
      <b title={exactDay(due.due)}>{standing(due, today)}</b>
      <span {...(exact === undefined ? {} : { title: exact })}>{last}</span>
      <span class="due-cadence">{cadence(due, tier)}</span>
    </p>
  );
}
