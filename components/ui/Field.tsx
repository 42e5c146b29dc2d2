import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Wiring {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

interface Props {
  label: string;
  /** How to fill it in. */
  hint?: string;
  /** What is wrong and how to mend it. */
  error?: string | null;
  /** Keeps the label for screen readers only, where the place says enough. */
  quiet?: boolean;
  children: (wiring: Wiring) => ComponentChildren;
}

/** A control with its label, hint and error, tied together for screen readers. */
export function Field({ label, hint, error = null, quiet = false, children }: Props) {
  const id = useId();
  const said = [hint === undefined ? null : `${id}-hint`, error === null ? null : `${id}-error`];
  const describedBy = said.filter((part) => part !== null).join(' ');
  return (
    <div class="field">
      <label for={id} class={quiet ? 'unseen' : 'field-label'}>
        {label}
      </label>
      {children({
        id,
        ...(describedBy ? { 'aria-describedby': describedBy } : {}),
        ...(error === null ? {} : { 'aria-invalid': true }),
      })}
      {hint !== undefined && (
        <span id={`${id}-hint`} class="field-hint">
          {hint}
        </span>
      )}
      {error !== null && (
        <span id={`${id}-error`} class="field-error">
          {error}
        </span>
      )}
    </div>
  );
}
