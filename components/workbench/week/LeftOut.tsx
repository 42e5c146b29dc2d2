import type { CivilDay } from '@/utils/domain/schema/time';
import { LEFT_OUT, type LeftOut as Reason, type WeekPlan } from '@/utils/domain/workload/weekPlan';
import { t } from '../../ui/words';
import type { Desk } from '../desk';
import { dragged, moveTo } from './moves';
import { WeekCard } from './WeekCard';

/** Most of one reason that are drawn; the rest is a number. */
const MOST = 60;

interface Props {
  plan: WeekPlan;
  week: CivilDay;
  today: CivilDay;
  desk: Desk;
}

function Group({ why, plan, ...rest }: Props & { why: Reason }) {
  const items = plan.left.filter((left) => left.why === why).map(({ item }) => item);
  if (items.length === 0) return null;
  return (
    <section class="wleft-group" aria-label={t(`week.left.${why}`)}>
      <h4>
        {t(`week.left.${why}`)} <span class="wcount">{items.length}</span>
      </h4>
      <ul class="wcards wcards-wide">
        {items.slice(0, MOST).map((item) => (
          <WeekCard key={item.brief.clientId} item={item} on={null} why={why} days={plan.days} {...rest} />
        ))}
      </ul>
      {items.length > MOST && <p class="wload">{t('workbench.book.more', items.length - MOST)}</p>}
    </section>
  );
}

/** Who is due and not in the week, and why; whoever is dropped here is put off. */
export function LeftOut(props: Props) {
  const { plan, week, desk } = props;
  return (
    <section
      class="wleft"
      aria-label={t('week.leftOut')}
      onDragOver={(event) => dragged.value !== null && event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        if (dragged.value) void moveTo(desk, week, dragged.value, 'putOff');
      }}
    >
      <h3>{t('week.leftOut')}</h3>
      {plan.left.length === 0 && <p class="wload">{t('week.noneLeft')}</p>}
      {LEFT_OUT.map((why) => (
        <Group key={why} why={why} {...props} />
      ))}
    </section>
  );
}
