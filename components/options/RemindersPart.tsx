import { useState } from 'preact/hooks';
import {
  NO_REMINDERS,
  REMINDER_KINDS,
  type ReminderKind,
  type ReminderSettings,
} from '@/utils/domain/schema/settings';
import { t } from '../ui/words';
import type { OptionsDesk } from './desk';
import { Part } from './Part';
import { Switch } from './Switch';
import { TimeField } from './TimeField';

interface Props {
  desk: OptionsDesk;
  /** Those in force; left out where nothing was ever said. */
  reminders: ReminderSettings | undefined;
}

/** Of what, in the order in which the kinds are offered whatever order they were chosen in. */
const inOrder = (kinds: readonly ReminderKind[]): ReminderKind[] =>
  REMINDER_KINDS.filter((kind) => kinds.includes(kind));

function Hours({ desk, reminders }: { desk: OptionsDesk; reminders: ReminderSettings }) {
  const { hours } = reminders;
  const [wrong, setWrong] = useState(false);
  const set = (change: Partial<ReminderSettings['hours']>, text: string) => {
    const next = { ...hours, ...change };
    setWrong(next.from >= next.to);
    if (next.from < next.to)
      void desk.save((now) => ({ reminders: { ...(now.reminders ?? NO_REMINDERS), hours: next } }), text);
  };
  return (
    <>
      <div class="ohours">
        <TimeField
          label={t('options.reminders.from')}
          minute={hours.from}
          onChange={(from) => set({ from }, t('options.reminders.hoursChanged'))}
        />
        <TimeField
          label={t('options.reminders.to')}
          minute={hours.to}
          onChange={(to) => set({ to }, t('options.reminders.hoursChanged'))}
        />
      </div>
      {wrong && (
        <p class="owarn" role="alert">
          {t('options.reminders.hoursWrong')}
        </p>
      )}
      <Switch
        label={t('options.reminders.daysOff')}
        about={t('options.reminders.daysOffAbout')}
        on={hours.daysOff}
        set={(daysOff) =>
          set({ daysOff }, t(daysOff ? 'options.reminders.daysOffOn' : 'options.reminders.daysOffOff'))
        }
      />
    </>
  );
}

/** Whether, of what and when the browser reminds; its permission is asked for in the click itself. */
export function RemindersPart({ desk, reminders = NO_REMINDERS }: Props) {
  const { port } = desk;
  const { on, names, kinds } = reminders;
  const allowed = port.mayNotify.value;
  const nameless = port.namelessReminders.value;
  const save = (change: Partial<ReminderSettings>, text: string) =>
    void desk.save((now) => ({ reminders: { ...(now.reminders ?? NO_REMINDERS), ...change } }), text);
  const flip = (wanted: boolean) => {
    if (!wanted) return save({ on: false }, t('options.reminders.off'));
    // First of all: after an await the browser no longer takes this for the user's own wish.
    port.askToNotify().then(
      (granted) =>
        granted
          ? save({ on: true }, t('options.reminders.on'))
          : desk.say(t('options.reminders.refused'), true),
      () => desk.say(t('options.reminders.refused'), true),
    );
  };
  const flipKind = (kind: ReminderKind, wanted: boolean) =>
    void desk.save(
      (now) => {
        const { kinds: former, ...rest } = now.reminders ?? NO_REMINDERS;
        const others = former.filter((each) => each !== kind);
        return { reminders: { ...rest, kinds: inOrder(wanted ? [...others, kind] : others) } };
      },
      t(
        wanted ? 'options.reminders.kindOn' : 'options.reminders.kindOff',
        t(`options.reminders.kind.${kind}`),
      ),
    );
  const changed = JSON.stringify(reminders) !== JSON.stringify(NO_REMINDERS);
  return (
    <Part
      id="reminders"
      about={t('options.reminders.about')}
      reset={
        changed
          ? () => void desk.save(() => ({ reminders: NO_REMINDERS }), t('options.reminders.resetDone'))
          : null
      }
    >
      <Switch
        label={t('options.reminders.switch')}
        about={t('options.reminders.switchAbout')}
        on={on}
        set={flip}
      />
      {on && !allowed && (
        <p class="owarn" role="alert">
          {t('options.reminders.notAllowed')}
        </p>
      )}
      {on && (
        <>
          {nameless ? (
            <p class="ofine">{t('options.reminders.bankNameless')}</p>
          ) : (
            <Switch
              label={t('options.reminders.names')}
              about={t('options.reminders.namesAbout')}
              on={names}
              set={(wanted) =>
                save(
                  { names: wanted },
                  t(wanted ? 'options.reminders.namesOn' : 'options.reminders.namesOff'),
                )
              }
            />
          )}
          <fieldset class="okinds">
            <legend>{t('options.reminders.kinds')}</legend>
            {REMINDER_KINDS.map((kind) => (
              <label key={kind}>
                <input
                  type="checkbox"
                  checked={kinds.includes(kind)}
                  onChange={(event) => flipKind(kind, event.currentTarget.checked)}
                />
                {t(`options.reminders.kind.${kind}`)}
              </label>
            ))}
          </fieldset>
          <Hours desk={desk} reminders={reminders} />
        </>
      )}
    </Part>
  );
}
