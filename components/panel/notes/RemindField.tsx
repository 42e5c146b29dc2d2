import type { RemindAt } from '@/utils/domain/schema/note';
import type { CivilDay } from '@/utils/domain/schema/time';
import { ClockField } from '../../ui/ClockField';
import { DateField, quickDays } from '../../ui/DateField';
import { t } from '../../ui/words';

interface Props {
  value: RemindAt | null;
  today: CivilDay;
  onChange(value: RemindAt | null): void;
}

/** When to be reminded of a note: a day, and an hour only once there is a day. */
export function RemindField({ value, today, onChange }: Props) {
  return (
    <div class="noteremind">
      <DateField
        label={t('notes.remind')}
        showLabel
        value={value?.day ?? null}
        quick={quickDays(today)}
        min={today}
        clearable
        onChange={(day) => onChange(day && { day, minute: value?.minute ?? null })}
      />
      {value && (
        <ClockField
          label={t('notes.remindAt')}
          quiet
          minute={value.minute}
          onChange={(minute) => onChange({ ...value, minute })}
        />
      )}
    </div>
  );
}
