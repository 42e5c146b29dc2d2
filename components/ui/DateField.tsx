import { useEffect, useRef, useState } from 'preact/hooks';
import { addDays } from '@/utils/domain/day';
import { type CivilDay, civilDay } from '@/utils/domain/schema/time';
import { daysToNextMonday, exactDay, LAST_DAY } from './dayWords';
import { Field } from './Field';
import { t } from './words';

/** Days that one press chooses. */
export interface QuickDay {
  label: string;
  day: CivilDay;
}

/**
 * 明天, 3天后, 下周一: what most next steps and snoozes are, each day once: on a Friday and a Sunday two of
 * the three words mean one day.
 */
export function quickDays(today: CivilDay): QuickDay[] {
  const tomorrow = { label: t('when.tomorrow'), day: addDays(today, 1) };
  const inThreeDays = { label: t('when.inThreeDays'), day: addDays(today, 3) };
  const nextMonday = { label: t('when.nextMonday'), day: addDays(today, daysToNextMonday(today)) };
  if (nextMonday.day === tomorrow.day) return [tomorrow, inThreeDays];
  return nextMonday.day === inThreeDays.day ? [tomorrow, nextMonday] : [tomorrow, inThreeDays, nextMonday];
}

interface Props {
  label: string;
  value: CivilDay | null;
  onChange(value: CivilDay | null): void;
  /** With chips for the usual days the calendar control comes only when another day is wanted. */
  quick?: readonly QuickDay[];
  min?: CivilDay;
  max?: CivilDay;
  /** Whether a chip pressed twice takes the day back. */
  clearable?: boolean;
  /** Shows the label; otherwise it is for screen readers. */
  showLabel?: boolean;
}

function DateInput({ label, value, onChange, min, max, showLabel }: Props) {
  return (
    <Field label={label} quiet={!showLabel}>
      {(wiring) => (
        <input
          {...wiring}
          type="date"
          autocomplete="off"
          class="input input-date"
          value={value ?? ''}
          {...(min === undefined ? {} : { min })}
          max={max ?? LAST_DAY}
          onInput={(event) => {
            const typed = civilDay.safeParse(event.currentTarget.value);
            onChange(typed.success ? typed.data : null);
          }}
        />
      )}
    </Field>
  );
}

/** A day: chips for the usual ones, and the browser's own date control for any other. */
export function DateField(props: Props) {
  const { label, value, onChange, quick = [], clearable = false, showLabel = false } = props;
  const [wanted, setWanted] = useState(false);
  const place = useRef<HTMLFieldSetElement>(null);
  const isOther = value !== null && !quick.some(({ day }) => day === value);
  const other = wanted || isOther || quick.length === 0;
  useEffect(() => {
    if (wanted) place.current?.querySelector('input')?.focus();
  }, [wanted]);
  if (quick.length === 0) return <DateInput {...props} />;
  const choose = (day: CivilDay) => {
    setWanted(false);
    onChange(clearable && day === value ? null : day);
  };
  return (
    <fieldset class="datefield" aria-label={label} ref={place}>
      {showLabel && <span class="datefield-label">{label}</span>}
      {quick.map((choice) => (
        <button
          key={choice.label}
          type="button"
          class="chip chip-button"
          aria-pressed={choice.day === value}
          title={exactDay(choice.day)}
          onClick={() => choose(choice.day)}
        >
          {choice.label}
        </button>
      ))}
      {other ? (
        <DateInput {...props} showLabel={false} />
      ) : (
        <button type="button" class="chip chip-button" onClick={() => setWanted(true)}>
          {t('when.otherDay')}
        </button>
      )}
    </fieldset>
  );
}
