import { MAX_EVENT_PLACE } from '@/utils/app/eventForms';
import type { CivilDay } from '@/utils/domain/schema/time';
import { ClockField } from '../../ui/ClockField';
import { DateField } from '../../ui/DateField';
import { TextField } from '../../ui/TextField';
import { t } from '../../ui/words';

interface WhenForm {
  day?: CivilDay | null | undefined;
  minute?: number | null | undefined;
  place?: string | undefined;
}

interface Props {
  form: WhenForm;
  set(change: WhenForm): void;
  /** No day before this one. */
  min?: CivilDay;
}

/** Day, hour and place of an event. */
export function When({ form: { day = null, minute = null, place = '' }, set, min }: Props) {
  return (
    <div class="gform-when">
      <DateField
        label={t('log.day')}
        value={day}
        onChange={(next) => set({ day: next })}
        showLabel
        {...(min ? { min } : {})}
      />
      <ClockField label={t('log.time')} minute={minute} onChange={(next) => set({ minute: next })} />
      <TextField
        label={t('log.place')}
        maxLength={MAX_EVENT_PLACE}
        value={place}
        onInput={(typed) => set({ place: typed })}
      />
    </div>
  );
}
