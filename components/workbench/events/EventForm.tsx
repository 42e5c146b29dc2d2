import { useState } from 'preact/hooks';
import { MAX_EVENT_NAME } from '@/utils/domain/schema/contact';
import type { CivilDay } from '@/utils/domain/schema/time';
import { Button } from '../../ui/Button';
import { DateField } from '../../ui/DateField';
import { exactDay, parseClock } from '../../ui/dayWords';
import { Field } from '../../ui/Field';
import { TextField } from '../../ui/TextField';
import { t } from '../../ui/words';
import type { Desk } from '../desk';

const MAX_PLACE = 100;

interface About {
  name: string;
  day: CivilDay;
  minute: number | null;
  place: string | null;
}

/** What an event is: its name and day, perhaps hour and place. The bank's own events are offered. */
export function EventForm(props: { desk: Desk; about: boolean; begin: (about: About) => void }) {
  const { port } = props.desk;
  const today = port.today.value;
  const [name, setName] = useState('');
  const [day, setDay] = useState<CivilDay | null>(null);
  const [clock, setClock] = useState('');
  const [place, setPlace] = useState('');
  const [asked, setAsked] = useState(false);
  const banks = (port.settings.value.events ?? []).filter(({ until }) => until >= today);
  const missing = name.trim() === '' ? t('eventPage.nameMissing') : null;
  return (
    <form
      class="gform"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (missing !== null || day === null) return;
        props.begin({
          name: name.trim(),
          day,
          minute: parseClock(clock),
          place: place.trim() === '' ? null : place.trim(),
        });
      }}
    >
      <h3>{t('eventPage.new')}</h3>
      {props.about && <p class="evquiet">{t('eventPage.about')}</p>}
      {banks.length > 0 && (
        <fieldset class="gbank">
          <legend>{t('eventPage.ofBank')}</legend>
          {banks.map((each) => (
            <button
              key={`${each.name}|${each.until}`}
              type="button"
              class="chip chip-button"
              aria-pressed={each.name === name && each.until === day}
              onClick={() => {
                setName(each.name);
                setDay(each.until);
              }}
            >
              {each.name} {exactDay(each.until)}
            </button>
          ))}
        </fieldset>
      )}
      <TextField
        label={t('eventPage.name')}
        maxLength={MAX_EVENT_NAME}
        value={name}
        onInput={setName}
        error={asked ? missing : null}
      />
      <div class="gform-when">
        <DateField label={t('log.day')} value={day} onChange={setDay} showLabel />
        <Field label={t('log.time')}>
          {(wiring) => (
            <input
              {...wiring}
              class="input input-time"
              type="time"
              autocomplete="off"
              value={clock}
              onInput={(event) => setClock(event.currentTarget.value)}
            />
          )}
        </Field>
        <TextField label={t('log.place')} maxLength={MAX_PLACE} value={place} onInput={setPlace} />
      </div>
      {asked && day === null && (
        <p class="field-error" role="alert">
          {t('eventPage.dayMissing')}
        </p>
      )}
      <div class="evdeeds">
        <Button kind="go" type="submit">
          {t('eventPage.begin')}
        </Button>
      </div>
    </form>
  );
}
