import { minuteOf } from '@/utils/domain/day';
import type { Action } from '@/utils/domain/nba/action';
import { mayOfferAt, mayOfferFrom } from '@/utils/domain/nba/hours';
import { instant } from '@/utils/domain/schema/time';
import { t } from '../../ui/words';
import type { Desk } from '../desk';

const two = (number: number): string => String(number).padStart(2, '0');

/**
 * Outside the hours of offers (§11.8) the words of an offer are not shown: what is said instead, or null
 * while one may. Whether the day is a working day is a gate of the rules.
 */
export function closedNow({ aim }: Pick<Action, 'aim'>, { port }: Pick<Desk, 'port'>): string | null {
  if (aim !== 'sell') return null;
  const minute = minuteOf(instant.parse(Date.now()), port.settings.value.zone);
  if (mayOfferAt(minute)) return null;
  const from = mayOfferFrom(minute);
  return from === null
    ? t('panel.actions.hoursOver')
    : t('panel.actions.hoursFrom', `${two(Math.floor(from / 60))}:${two(from % 60)}`);
}
