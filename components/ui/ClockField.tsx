import { clockTime, parseClock } from './dayWords';
import { Field } from './Field';

interface Props {
  label: string;
  /** Minutes after midnight; null where no hour is given. */
  minute: number | null;
  onChange(minute: number | null): void;
  /** Keeps the label for screen readers only, where the place says enough. */
  quiet?: boolean;
}

/** An hour that may be left open, in the browser's own control. */
export function ClockField({ label, minute, onChange, quiet = false }: Props) {
  return (
    <Field label={label} quiet={quiet}>
      {(wiring) => (
        <input
          {...wiring}
          class="input input-time"
          type="time"
          autocomplete="off"
          value={minute === null ? '' : clockTime(minute)}
          onInput={(event) => onChange(parseClock(event.currentTarget.value))}
        />
      )}
    </Field>
  );
}
