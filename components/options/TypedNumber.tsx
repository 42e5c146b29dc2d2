import { useEffect, useState } from 'preact/hooks';
import { Field } from '../ui/Field';
import { isComposing } from '../ui/keys';

interface Props {
  label: string;
  unit: string;
  /** What stands in the field before anybody types. */
  shown: string;
  hint?: string | undefined;
  placeholder?: string;
  /** What is wrong with a text that will not do. */
  problem: string;
  /** Set by the bank: to be read, not changed. */
  locked?: boolean;
  /** Takes what was typed over; what then stands in the field, or null where it will not do. */
  take(typed: string): string | null;
}

/** A field for a number with its unit; what was typed is taken when one leaves the field or presses Enter. */
export function TypedNumber({ label, unit, shown, hint, placeholder, problem, locked = false, take }: Props) {
  const [text, setText] = useState(shown);
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    setText(shown);
    setWrong(false);
  }, [shown]);

  /** What stands in the field, which may be newer than what was last drawn. */
  const enter = (typed: string) => {
    const taken = take(typed);
    setWrong(taken === null);
    if (taken !== null) setText(taken);
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
              placeholder={placeholder}
              value={text}
              disabled={locked}
              onInput={(event) => setText(event.currentTarget.value)}
              onBlur={(event) => enter(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && !isComposing(event)) enter(event.currentTarget.value);
              }}
            />
            <span>{unit}</span>
          </span>
        )}
      </Field>
    </div>
  );
}
