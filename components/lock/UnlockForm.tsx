import './lock.css';
import { useState } from 'preact/hooks';
import type { UnlockPort } from '@/utils/app/lock/lockPort';
import { Button } from '../ui/Button';
import { t } from '../ui/words';
import { outcomeWords } from './outcomeWords';
import { PassphraseInput } from './PassphraseInput';

interface Props {
  port: Pick<UnlockPort, 'unlock' | 'bankOpens'>;
  /** The passphrase is not known any more. */
  onForgotten(): void;
}

/** Asks for the passphrase. Once it was right the page hears of it like every other. */
export function UnlockForm({ port, onForgotten }: Props) {
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy || typed === '') return;
    setBusy(true);
    setProblem(null);
    const outcome = await port.unlock(typed).catch(() => ({ state: 'failed' }) as const);
    setBusy(false);
    setProblem(outcomeWords(outcome, 'passphrase'));
    if (outcome.state === 'done') setTyped('');
  };
  return (
    <form class="unlock" onSubmit={(event) => void submit(event)} noValidate>
      <h1>{t('lock.locked')}</h1>
      <p>{t('lock.lockedAbout')}</p>
      <PassphraseInput
        label={t('lock.passphrase')}
        value={typed}
        onInput={(value) => {
          setTyped(value);
          setProblem(null);
        }}
        error={problem}
        autocomplete="current-password"
        first
      />
      <div class="unlock-deeds">
        <Button kind="go" type="submit" disabled={busy || typed === ''}>
          {t(busy ? 'lock.unlocking' : 'lock.unlock')}
        </Button>
        <Button kind="link" onClick={onForgotten}>
          {t('lock.forgotten')}
        </Button>
      </div>
      {port.bankOpens.value && <p class="unlock-bank">{t('lock.bankOpens')}</p>}
    </form>
  );
}
