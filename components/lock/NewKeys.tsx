import './lock.css';
import { useState } from 'preact/hooks';
import type { LockPort } from '@/utils/app/lock/lockPort';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { language, t } from '../ui/words';
import { outcomeWords } from './outcomeWords';
import { PassphraseInput } from './PassphraseInput';
import { Confirm, Words } from './RecoveryWords';

interface Props {
  port: LockPort;
  onClose(): void;
  onDone(): void;
}

/** Another key and another recovery key in place of the present ones, for whoever knows the passphrase. */
export function NewKeys({ port, onClose, onDone }: Props) {
  const [present, setPresent] = useState('');
  const [words, setWords] = useState<readonly string[] | null>(null);
  const [step, setStep] = useState<'passphrase' | 'words' | 'confirm'>('passphrase');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const toWords = async (event: Event) => {
    event.preventDefault();
    if (busy || present === '') return;
    setBusy(true);
    // Said before the words are shown: nobody shall write 24 of them down in vain.
    const outcome = await port.unlock(present).catch(() => ({ state: 'failed' }) as const);
    setBusy(false);
    if (outcome.state !== 'done') return setProblem(outcomeWords(outcome, 'passphrase'));
    setWords(await port.newRecoveryKey(language()));
    setStep('words');
  };
  const finish = async () => {
    if (words === null) return;
    setBusy(true);
    const outcome = await port.renew(present, words).catch(() => ({ state: 'failed' }) as const);
    setBusy(false);
    if (outcome.state === 'done') onDone();
    else setProblem(outcomeWords(outcome, 'passphrase'));
  };
  return (
    <Dialog title={t('lock.keys.title')} onClose={onClose}>
      {step === 'passphrase' && (
        <form class="lockform" onSubmit={(event) => void toWords(event)} noValidate>
          <p>{t('lock.keys.about')}</p>
          <PassphraseInput
            label={t('lock.present')}
            value={present}
            onInput={(value) => {
              setPresent(value);
              setProblem(null);
            }}
            error={problem}
            autocomplete="current-password"
            first
          />
          <div class="dialog-buttons">
            <Button onClick={onClose}>{t('ui.cancel')}</Button>
            <Button kind="go" type="submit" disabled={busy || present === ''}>
              {t(busy ? 'lock.settingUp' : 'lock.next')}
            </Button>
          </div>
        </form>
      )}
      {step === 'words' && words && <Words words={words} onNext={() => setStep('confirm')} />}
      {step === 'confirm' && words && (
        <Confirm
          goes={t('lock.keys.go')}
          words={words}
          problem={problem}
          busy={busy}
          onBack={() => setStep('words')}
          onConfirm={() => void finish()}
        />
      )}
    </Dialog>
  );
}
