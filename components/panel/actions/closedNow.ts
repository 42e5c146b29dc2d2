import { minuteOf } from '@/utils/domain/day';
import type { Action } from '@/utils/domain/nba/action';
import { mayOfferAt, mayOfferFrom, offerSpans } from '@/utils/domain/nba/hours';
import { instant } from '@/utils/domain/schema/time';
import { clockTime } from '../../ui/dayWords';
import { t } from '../../ui/words';
import type { Desk } from '../desk';

/**
 * Outside the hours of offers (§11.8) the words of an offer are not shown: what is said instead, or null
 * while one may. Whether the day is a working day is a gate of the rules.
 */
export function closedNow({ aim }: Pick<Action, 'aim'>, { port }: Pick<Desk, 'port'>): string | null {
  if (aim !== 'sell') return null;
  const settings = port.settings.value;
  const spans = offerSpans(settings);
  const minute = minuteOf(instant.parse(Date.now()), settings.zone);
  if (mayOfferAt(minute, spans)) return null;
  const hours = spans.map((span) => span.map(clockTime).join('–')).join(t('panel.lost.and'));
  const from = mayOfferFrom(minute, spans);
  return from === null
    ? t('panel.actions.hoursOver', hours)
    : t('panel.actions.hoursFrom', hours, clockTime(from));
}
