import { useState } from 'preact/hooks';
import { Field } from '../ui/Field';
import { t } from '../ui/words';

interface Props {
  label: string;
  value: string;
  onInput(value: string): void;
  hint?: string;
  error?: string | null;
  /** What a password manager should take it for. */
  autocomplete: 'current-password' | 'new-password';
  /** Puts the cursor here when the field appears. */
  first?: boolean;
}

/** A passphrase: hidden unless asked for, pasted as one likes, with a word when Caps Lock is on. */
export function PassphraseInput({
  label,
  value,
  onInput,
  hint,
  error = null,
  autocomplete,
  first = false,
}: Props) {
  const [shown, setShown] = useState(false);
  const [caps, setCaps] = useState(false);
  const type = shown ? ({ type: 'text' } as const) : ({ type: 'password' } as const);
  return (
    <div class="pass">
      <Field label={label} error={error} {...(hint === undefined ? {} : { hint })}>
        {(wiring) => (
          <span class="pass-box">
            <input
              {...wiring}
              class="input"
              {...type}
              // Readable, it is a text like others to the browser, which would keep it for “reopen closed tabs”.
              autocomplete={shown ? 'off' : autocomplete}
              autocapitalize="off"
              spellcheck={false}
              value={value}
              ref={(input) => {
                if (first && input && !input.dataset['met']) {
                  input.dataset['met'] = 'yes';
                  input.focus();
                }
              }}
              onInput={(event) => onInput(event.currentTarget.value)}
              onKeyUp={(event) => setCaps(event.getModifierState('CapsLock'))}
            />
            <button type="button" class="btn btn-ghost" aria-pressed={shown} onClick={() => setShown(!shown)}>
              {t(shown ? 'lock.hide' : 'lock.show')}
              <span class="unseen"> {label}</span>
            </button>
          </span>
        )}
      </Field>
      <p class="pass-caps" role="status">
        {caps && t('lock.caps')}
      </p>
    </div>
  );
}
