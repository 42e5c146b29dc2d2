import type { ActionPlan, Silence } from '@/utils/domain/nba/action';
import type { CivilDay } from '@/utils/domain/schema/time';
import { shortDay } from '../../ui/dayWords';
import { Say } from '../../ui/Say';
import { phrase, t } from '../../ui/words';

function silenceWord(silence: Silence, today: CivilDay): string {
  if (silence.reason === 'gate') return phrase(`gate.${silence.gate}`);
  if (silence.reason === 'snoozed') {
    return silence.until === null
      ? t('panel.actions.snoozedToNextContact')
      : t('panel.actions.snoozed', shortDay(silence.until, today));
  }
  if (silence.reason === 'declined') return phrase('silence.declined', shortDay(silence.until, today));
  if (silence.reason === 'resting') return phrase('silence.resting', shortDay(silence.until, today));
  return phrase(`silence.${silence.reason}`);
}

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
