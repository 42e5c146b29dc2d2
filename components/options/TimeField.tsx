import { clockTime, parseClock } from '../ui/dayWords';
import { Field } from '../ui/Field';

interface Props {
  label: string;
  /** Minutes after midnight. */
  minute: number;
  /** Set by the bank: to be read, not changed. */
  locked?: boolean;
  onChange(minute: number): void;
}

/** A time of day in the browser's own control; taken over when one leaves it, if it is one. */
export function TimeField({ label, minute, locked = false, onChange }: Props) {
  return (
    <Field label={label}>
      {(wiring) => (
        <input
          autocomplete="off"
          {...wiring}
          class="input input-time"
          type="time"
          disabled={locked}
          value={clockTime(minute)}
          onBlur={(event) => {
            const next = parseClock(event.currentTarget.value);
            if (next !== null && next !== minute) onChange(next);
          }}
        />
      )}
    </Field>
  );
}
