import { useEffect, useState } from 'preact/hooks';
import { Field } from '../ui/Field';
import { isComposing } from '../ui/keys';
import { readNumber } from './NumberField';

interface Props {
  label: string;
  unit: string;
  /** Null while the field is empty: there is no number of its own. */
  value: number | null;
  min: number;
  max: number;
  /** What stands in the empty field. */
  placeholder: string;
  problem: string;
  onChange(value: number | null): void;
}

/** A whole number that may be left out; taken over when one leaves the field or presses Enter. */
export function OptionalNumber({ label, unit, value, min, max, placeholder, problem, onChange }: Props) {
  const [text, setText] = useState(value === null ? '' : String(value));
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    setText(value === null ? '' : String(value));
    setWrong(false);
  }, [value]);

  const take = (typed: string) => {
    const empty = typed.trim() === '';
    const number = empty ? null : readNumber(typed, min, max);
    setWrong(!empty && number === null);
    if ((empty || number !== null) && number !== value) onChange(number);
  };
  return (
    <div class="onumber">
      <Field label={label} error={wrong ? problem : null}>
        {(wiring) => (
          <span class="onumber-box">
            <input
              {...wiring}
              class="input onumber-input"
              type="text"
              inputMode="numeric"
              autocomplete="off"
              placeholder={placeholder}
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
              onBlur={(event) => take(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && !isComposing(event)) take(event.currentTarget.value);
              }}
            />
            <span>{unit}</span>
          </span>
        )}
      </Field>
    </div>
  );
}
