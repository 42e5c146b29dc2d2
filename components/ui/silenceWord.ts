import type { Silence } from '@/utils/domain/nba/action';
import type { CivilDay } from '@/utils/domain/schema/time';
import { shortDay } from './dayWords';
import { phrase, t } from './words';

/** Why a prompt that a rule found is not shown. */
export function silenceWord(silence: Silence, today: CivilDay): string {
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
