import { useState } from 'preact/hooks';
import { addDays } from '@/utils/domain/day';
import type { Action } from '@/utils/domain/nba/action';
import { type ActionAnswer, DISMISS_REASONS } from '@/utils/domain/schema/actionState';
import type { CivilDay } from '@/utils/domain/schema/time';
import { Button } from '../../ui/Button';
import { DateField, quickDays } from '../../ui/DateField';
import { Dialog } from '../../ui/Dialog';
import { sayDay, shortDay } from '../../ui/dayWords';
import { Menu } from '../../ui/Menu';
import { tell } from '../../ui/Say';
import { t } from '../../ui/words';

interface Props {
  action: Action;
  today: CivilDay;
  /** Sends the answer; `said` is what the bar then says. */
  answer: (action: Action, answer: ActionAnswer, said: string) => void;
}

function DayDialog({
  today,
  onClose,
  onDay,
}: {
  today: CivilDay;
  onClose: () => void;
  onDay: (day: CivilDay) => void;
}) {
  const tomorrow = addDays(today, 1);
  const [day, setDay] = useState<CivilDay | null>(tomorrow);
  return (
    <Dialog title={t('panel.actions.snoozeUntil')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (day && day > today) onDay(day);
        }}
      >
        <DateField label={t('panel.actions.snoozeUntil')} value={day} onChange={setDay} min={tomorrow} />
        <div class="dialog-buttons">
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button kind="go" type="submit" disabled={!day || day <= today}>
            {t('panel.actions.later')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/**
 * Puts a prompt off: tomorrow, three days, next Monday, a date, or until the next contact. What is owed
 * can be put off for some days at most.
 */
export function SnoozeMenu({ action, today, answer }: Props) {
  const [choosing, setChoosing] = useState(false);
  const until = (day: CivilDay) =>
    answer(action, { state: 'snoozed', until: day }, t('panel.actions.snoozed', sayDay(day, today)));
  const { putOff } = action;
  const days = quickDays(today).filter(({ day }) => putOff === null || day <= addDays(today, putOff));
  const quick = days.map(({ label, day }) => ({
    id: label,
    label,
    hint: shortDay(day, today),
    pick: () => until(day),
  }));
  const label = `${t('panel.actions.later')}: ${tell(action.title, today)}`;
  if (putOff !== null) {
    return (
      <Menu label={label} items={quick} title={t('panel.actions.putOffAtMost', putOff)}>
        {t('panel.actions.later')}
      </Menu>
    );
  }
  return (
    <>
      <Menu
        label={label}
        items={[
          ...quick,
          { id: 'day', label: t('panel.actions.chooseDay'), pick: () => setChoosing(true) },
          {
            id: 'contact',
            label: t('panel.actions.nextContact'),
            pick: () =>
              answer(action, { state: 'snoozedToNextContact' }, t('panel.actions.snoozedToNextContact')),
          },
        ]}
      >
        {t('panel.actions.later')}
      </Menu>
      {choosing && (
        <DayDialog
          today={today}
          onClose={() => setChoosing(false)}
          onDay={(day) => {
            setChoosing(false);
            until(day);
          }}
        />
      )}
    </>
  );
}

/** Puts a prompt away with the reason; it comes back only when its evidence changes. */
export function DismissMenu({ action, today, answer }: Props) {
  return (
    <Menu
      label={`${t('panel.actions.dismiss')}: ${tell(action.title, today)}`}
      items={DISMISS_REASONS.map((reason) => ({
        id: reason,
        label: t(`panel.actions.reason.${reason}`),
        pick: () => answer(action, { state: 'dismissed', reason }, t('panel.actions.dismissed')),
      }))}
    >
      {t('panel.actions.dismiss')}
    </Menu>
  );
}
