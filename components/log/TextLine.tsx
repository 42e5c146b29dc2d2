import type { ComponentChildren } from 'preact';
import { Field } from '../ui/Field';

interface Props {
  label: string;
  hint?: string;
  value: string | null | undefined;
  onChange(text: string): void;
  maxLength?: number;
  /** Shows the label above the line; otherwise the hint inside says what it is for. */
  showLabel?: boolean;
  children?: ComponentChildren;
}

/** One line of text. */
export function TextLine({ label, hint, value, onChange, maxLength = 500, showLabel = false }: Props) {
  return (
    <Field label={label} quiet={!showLabel}>
      {(wiring) => (
        <input
          {...wiring}
          class="input"
          type="text"
          autocomplete="off"
          maxLength={maxLength}
          value={value ?? ''}
          {...(showLabel && hint === undefined ? {} : { placeholder: hint ?? label })}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
