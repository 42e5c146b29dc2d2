import { useState } from 'preact/hooks';
import { EVENT_FORMS } from '@/utils/app/eventForms';
import { MAX_EVENT_NAME } from '@/utils/domain/schema/contact';
import type { CivilDay } from '@/utils/domain/schema/time';
import { Button } from '../../ui/Button';
import { exactDay } from '../../ui/dayWords';
import { TextField } from '../../ui/TextField';
import { t } from '../../ui/words';
import type { Desk } from '../desk';
import { NEW_EVENT, useHalf } from './half';
import { Kept } from './Kept';
import { When } from './When';

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
  const half = useHalf(props.desk, NEW_EVENT, EVENT_FORMS.event);
  const { name = '', day = null, minute = null, place = '' } = half.form;
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
          minute,
          place: place.trim() === '' ? null : place.trim(),
        });
        half.end();
      }}
    >
      <h3>{t('eventPage.new')}</h3>
      <Kept desk={props.desk} names={[NEW_EVENT]} />
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
              onClick={() => half.set({ name: each.name, day: each.until })}
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
        onInput={(typed) => half.set({ name: typed })}
        error={asked ? missing : null}
      />
      <When form={half.form} set={half.set} />
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
