import '../../lock/lock.css';
import { useState } from 'preact/hooks';
import { PassphraseInput } from '../../lock/PassphraseInput';
import { Button } from '../../ui/Button';
import { t } from '../../ui/words';

interface Props {
  by: 'lock' | 'password';
  /** What was tried last and did not open it. */
  tried: string | null;
  onBack(): void;
  onTyped(typed: string): void;
}

/** Asks for what opens a backup that was made under another key. */
export function AskPassword({ by, tried, onBack, onTyped }: Props) {
  const [typed, setTyped] = useState(tried ?? '');
  return (
    <form
      class="orestore lockform"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed !== '') onTyped(typed);
      }}
      noValidate
    >
      <p>{t(`restore.ask.${by}`)}</p>
      <PassphraseInput
        label={t(`restore.askLabel.${by}`)}
        value={typed}
        onInput={setTyped}
        error={typed !== '' && typed === tried ? t('restore.wrong') : null}
        autocomplete="current-password"
        first
      />
      <div class="orestore-deeds">
        <Button onClick={onBack}>{t('ui.cancel')}</Button>
        <Button kind="go" type="submit" disabled={typed === ''}>
          {t('restore.open')}
        </Button>
      </div>
    </form>
  );
}
