import { signal } from '@preact/signals';
import type { WeekMoves } from '@/utils/app/workloadPort';
import type { Brief } from '@/utils/domain/brief';
import type { CivilDay } from '@/utils/domain/schema/time';
import { mondayOf } from '@/utils/domain/workload/period';
import { sayDay } from '../../ui/dayWords';
import { t } from '../../ui/words';
import type { Desk } from '../desk';

/** Where somebody is to stand: a day, not this week, or wherever the plan puts him. */
export type Wish = CivilDay | 'putOff' | 'plan';

/** The moves with one client's wish for a week in place of his former one. */
export function withWish(
  moves: WeekMoves,
  week: CivilDay,
  { clientId }: Pick<Brief, 'clientId'>,
  wish: Wish,
): WeekMoves {
  const monday = mondayOf(week);
  const others = (moves[monday] ?? []).filter((move) => move.clientId !== clientId);
  if (wish === 'plan') return { ...moves, [monday]: others };
  return { ...moves, [monday]: [...others, { clientId, day: wish === 'putOff' ? null : wish }] };
}

/** Moves a client within a week and says so once it is kept. */
export async function moveTo(desk: Desk, week: CivilDay, brief: Brief, wish: Wish): Promise<void> {
  const { port, deeds } = desk;
  const kept = await port.saveMoves(withWish(port.moves.peek(), week, brief, wish)).catch(() => false);
  if (!kept) return deeds.say(t('week.notKept'), true);
  const where =
    wish === 'plan'
      ? t('week.movedBack', brief.name)
      : wish === 'putOff'
        ? t('week.movedOff', brief.name)
        : t('week.movedTo', brief.name, sayDay(wish, port.today.peek()));
  deeds.say(where);
}

/** Who is being dragged, if anyone is. */
export const dragged = signal<Brief | null>(null);
