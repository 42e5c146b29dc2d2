import { addDays } from '@/utils/domain/day';
import { type CivilDay, civilDay } from '@/utils/domain/schema/time';
import { daysToNextMonday, exactDay } from './dayWords';
import { Field } from './Field';
import { t } from './words';

/** Days that one press chooses. */
export interface QuickDay {
  label: string;
  day: CivilDay;
}

/** 明天, 3天后, 下周一: what most next steps and snoozes are. */
export const quickDays = (today: CivilDay): QuickDay[] => [
  { label: t('when.tomorrow'), day: addDays(today, 1) },
  { label: t('when.inThreeDays'), day: addDays(today, 3) },
  { label: t('when.nextMonday'), day: addDays(today, daysToNextMonday(today)) },
];

interface Props {
  label: string;
  value: CivilDay | null;
  onChange(value: CivilDay | null): void;
  quick?: readonly QuickDay[];
  min?: CivilDay;
  max?: CivilDay;
  /** Shows the label; otherwise it is for screen readers. */
  showLabel?: boolean;
}

/** A day: the browser's own date control, and chips for the usual ones; a chip pressed twice clears. */
export function DateField({ label, value, onChange, quick = [], min, max, showLabel = false }: Props) {
  return (
    <div class="datefield">
      <Field label={label} quiet={!showLabel}>
        {(wiring) => (
          <input
            {...wiring}
            type="date"
            class="input input-date"
            value={value ?? ''}
            {...(min === undefined ? {} : { min })}
            {...(max === undefined ? {} : { max })}
            onInput={(event) => {
              const typed = civilDay.safeParse(event.currentTarget.value);
              onChange(typed.success ? typed.data : null);
            }}
          />
        )}
      </Field>
      {quick.map((choice) => (
        <button
          key={choice.label}
          type="button"
          class="chip chip-button"
          aria-pressed={choice.day === value}
          title={exactDay(choice.day)}
          onClick={() => onChange(choice.day === value ? null : choice.day)}
        >
          {choice.label}
        </button>
      ))}
    </div>
  );
}
