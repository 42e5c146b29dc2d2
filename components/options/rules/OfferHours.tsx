import { useState } from 'preact/hooks';
import { offerSpans, USUAL_HOURS } from '@/utils/domain/nba/hours';
import {
  EARLIEST_OFFER,
  type OfferHours as Hours,
  LATEST_OFFER,
  offerHours,
  type Settings,
} from '@/utils/domain/schema/settings';
import { Button } from '../../ui/Button';
import { Chip } from '../../ui/Chip';
import { clockTime } from '../../ui/dayWords';
import { t } from '../../ui/words';
import type { OptionsDesk } from '../desk';
import { TimeField } from '../TimeField';

/** In the order of the day. */
const ENDS = ['from', 'lunchFrom', 'lunchTo', 'until'] as const;

const said = (hours: Hours): string =>
  offerSpans({ offerHours: hours })
    .map((span) => span.map(clockTime).join('–'))
    .join(t('panel.lost.and'));

const same = (one: Hours, other: Hours): boolean => ENDS.every((end) => one[end] === other[end]);

/** The hours of a working day in which something may be offered (§11.8). */
export function OfferHours({ desk, settings }: { desk: OptionsDesk; settings: Settings }) {
  const kept = settings.offerHours ?? USUAL_HOURS;
  // Ends that do not yet go together are kept to be seen until the others follow: lunch is moved in two steps.
  const [draft, setDraft] = useState<{ hours: Hours; over: Hours } | null>(null);
  const chosen = draft && same(draft.over, kept) ? draft.hours : kept;
  const locked = desk.port.locked.value.locked.offerHours !== null;
  const bounds = [clockTime(EARLIEST_OFFER), clockTime(LATEST_OFFER)] as const;
  const wrong = !offerHours.safeParse(chosen).success;
  const save = (hours: Hours) =>
    void desk.save(() => ({ offerHours: hours }), t('options.rules.hours.changed', said(hours)));
  const take = (next: Hours) => {
    const fits = offerHours.safeParse(next).success;
    setDraft(fits ? null : { hours: next, over: kept });
    if (fits && !same(next, kept)) save(next);
  };
  return (
    <section class="orules-hours" aria-labelledby="offer-hours">
      <h3 class="orules-heading">
        <span id="offer-hours">{t('options.rules.hours.title')}</span>
        {locked && <Chip tone="accent">{t('options.byBank')}</Chip>}
      </h3>
      <p class="ofine">{t('options.rules.hours.about')}</p>
      <div class="ohours">
        {ENDS.map((end) => (
          <TimeField
            key={end}
            label={t(`options.rules.hours.${end}`)}
            minute={chosen[end]}
            locked={locked}
            onChange={(minute) => take({ ...chosen, [end]: minute })}
          />
        ))}
      </div>
      {wrong ? (
        <p class="owarn" role="alert">
          {t('options.rules.hours.problem', ...bounds)}
        </p>
      ) : (
        <p class="ofine">
          {t('options.rules.hours.range', ...bounds, said(USUAL_HOURS))}{' '}
          {!locked && !same(kept, USUAL_HOURS) && (
            <Button kind="link" onClick={() => save(USUAL_HOURS)}>
              {t('options.reset')}
            </Button>
          )}
        </p>
      )}
    </section>
  );
}
