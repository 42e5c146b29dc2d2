import { daysBetween } from '@/utils/domain/day';
import type { CivilDay } from '@/utils/domain/schema/time';
import type { LeftOut, WeekDay, WeekItem } from '@/utils/domain/workload/weekPlan';
import { shortDay, weekdayWord } from '../../ui/dayWords';
import { MoreIcon } from '../../ui/icons';
import { isComposing } from '../../ui/keys';
import { Menu, type MenuItem } from '../../ui/Menu';
import { t } from '../../ui/words';
import type { Desk } from '../desk';
import { planContact } from '../planContact';
import { dragged, moveTo, type Wish } from './moves';

interface Props {
  item: WeekItem;
  /** The day it stands on; null where it is left out. */
  on: CivilDay | null;
  /** Why it is left out, if it is. */
  why?: LeftOut;
  week: CivilDay;
  days: readonly WeekDay[];
  today: CivilDay;
  desk: Desk;
}

/** Since when somebody waits, or by when to see him. */
function dueWords({ due }: WeekItem, today: CivilDay): { late: boolean; text: string } {
  const days = daysBetween(due, today);
  if (days > 0) return { late: true, text: t('popup.overdue', days) };
  return { late: false, text: days === 0 ? t('popup.dueToday') : t('week.by', shortDay(due, today)) };
}

/** What the menu offers: the open days, not this week, and back to where the plan puts it. */
function wishes(
  item: WeekItem,
  on: CivilDay | null,
  why: LeftOut | undefined,
  days: readonly WeekDay[],
): Wish[] {
  const open = days.filter((each) => each.open && each.day !== on).map((each) => each.day);
  const kept = item.moved || why === 'putOff';
  return [...open, ...(why === 'putOff' ? [] : (['putOff'] as const)), ...(kept ? (['plan'] as const) : [])];
}

/** One client of the week: opened, moved by menu, keys or pointer, or fixed as a plan. */
export function WeekCard({ item, on, why, week, days, today, desk }: Props) {
  const { brief, demand, moved } = item;
  const due = dueWords(item, today);
  const move = (wish: Wish) => void moveTo(desk, week, brief, wish);
  const open = days.filter((each) => each.open).map((each) => each.day);
  const word = (wish: Wish): string =>
    wish === 'plan'
      ? t('week.asPlanned')
      : wish === 'putOff'
        ? t('week.putOff')
        : `${weekdayWord(wish)} ${shortDay(wish, today)}`;
  const items: MenuItem[] = wishes(item, on, why, days).map((wish) => ({
    id: wish,
    label: word(wish),
    pick: () => move(wish),
  }));
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || !event.altKey || (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft'))
      return;
    event.preventDefault();
    const step = event.key === 'ArrowRight' ? 1 : -1;
    const at = on === null ? (step > 0 ? -1 : open.length) : open.indexOf(on);
    const next = open[at + step];
    if (next !== undefined) move(next);
  };
  return (
    <li
      class={moved ? 'wcard wcard-moved' : 'wcard'}
      draggable
      onDragStart={(event) => {
        event.dataTransfer?.setData('application/x-zhibi', '');
        dragged.value = brief;
      }}
      onDragEnd={() => {
        dragged.value = null;
      }}
    >
      <div class="wcard-top">
        <button
          type="button"
          class="wcard-name"
          title={brief.name}
          aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight"
          onClick={() => desk.show(brief.clientId)}
          onKeyDown={onKeyDown}
        >
          {brief.name}
        </button>
        <small>{brief.tier ?? ''}</small>
        {why !== 'quiet' && (
          <Menu label={t('week.move', brief.name)} items={items} class="iconbtn wcard-menu">
            <MoreIcon />
          </Menu>
        )}
      </div>
      <div class="wcard-why">
        <span class={due.late ? 'wcard-late' : ''}>{due.text}</span>
        {brief.workload?.classes.includes('atRisk') && <span class="wcard-late">{t('class.atRisk')}</span>}
        {moved && <span>{t('week.byHand')}</span>}
        {on !== null && on > today && (
          <button
            type="button"
            class="wcard-fix"
            aria-label={t('week.fixOf', brief.name)}
            onClick={() => void planContact(desk, brief, demand === 'visit' ? 'meeting' : 'phone', on)}
          >
            {t('week.fix')}
          </button>
        )}
      </div>
    </li>
  );
}
