import type { ActionPlan } from '@/utils/domain/nba/action';
import type { CivilDay } from '@/utils/domain/schema/time';
import { Say } from '../../ui/Say';
import { silenceWord } from '../../ui/silenceWord';
import { t } from '../../ui/words';

/** What the rules found and why it is not shown. */
export function Silent({ silent, today }: { silent: ActionPlan['silent']; today: CivilDay }) {
  if (silent.length === 0) return <p class="quiet">{t('panel.actions.noneSilent')}</p>;
  return (
    <ul class="silent">
      {silent.map(({ action, silence }) => (
        <li key={action.key}>
          <span>
            <Say message={action.title} today={today} />
          </span>
          <span class="silent-why">{silenceWord(silence, today)}</span>
        </li>
      ))}
    </ul>
  );
}
