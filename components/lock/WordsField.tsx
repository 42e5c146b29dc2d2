import { Field } from '../ui/Field';
import { t } from '../ui/words';

interface Props {
  value: string;
  hint?: string;
  error: string | null;
  onInput(value: string): void;
}

/** The words of a recovery key, as they were written down: no browser may keep, correct or capitalise them. */
export function WordsField({ value, hint, error, onInput }: Props) {
  return (
    <Field label={t('lock.recoveryKey')} {...(hint === undefined ? {} : { hint })} error={error}>
      {(wiring) => (
        <textarea
          {...wiring}
          class="input input-area"
          rows={4}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
