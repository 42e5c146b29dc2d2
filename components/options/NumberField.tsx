import { useEffect, useState } from 'preact/hooks';
import { Field } from '../ui/Field';
import { isComposing } from '../ui/keys';

interface Props {
  label: string;
  unit: string;
  value: number;
  min: number;
  max: number;
  hint?: string;
  /** What is wrong with a number that is none, or lies outside. */
  problem: string;
  /** Set by the bank: to be read, not changed. */
  locked?: boolean;
  onChange(value: number): void;
}

/** A whole number typed in digits of any width; null for anything else and outside the bounds. */
export function readNumber(text: string, min: number, max: number): number | null {
  const digits = text.normalize('NFKC').trim();
  const number = Number(digits);
  return /^\d{1,11}$/.test(digits) && number >= min && number <= max ? number : null;
}

/** A whole number with its unit; taken over when one leaves the field or presses Enter, if it will do. */
export function NumberField(props: Props) {
  const { label, unit, value, min, max, hint, problem, locked = false, onChange } = props;
  const [text, setText] = useState(String(value));
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    setText(String(value));
    setWrong(false);
  }, [value]);

  /** What stands in the field, which may be newer than what was last drawn. */
  const take = (typed: string) => {
    const number = readNumber(typed, min, max);
    setWrong(number === null);
    if (number === null) return;
    setText(String(number));
    if (number !== value) onChange(number);
  };
  return (
    <div class="onumber">
      <Field label={label} error={wrong ? problem : null} {...(hint === undefined ? {} : { hint })}>
        {(wiring) => (
          <span class="onumber-box">
            <input
              {...wiring}
              class="input onumber-input"
              type="text"
              inputMode="numeric"
              autocomplete="off"
              value={text}
              disabled={locked}
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
