import { Field } from './Field';

interface Props {
  label: string;
  hint?: string;
  error?: string | null;
  value: string;
  onInput(value: string): void;
  maxLength?: number;
}

/** A line of text under its label, which the browser neither keeps nor fills in. */
export function TextField({ value, onInput, maxLength, ...field }: Props) {
  return (
    <Field {...field}>
      {(wiring) => (
        <input
          {...wiring}
          class="input"
          autocomplete="off"
          maxLength={maxLength}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
