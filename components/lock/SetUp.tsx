import './lock.css';
import { useState } from 'preact/hooks';
import type { UnlockPort } from '@/utils/app/lock/lockPort';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { language, t } from '../ui/words';
import { NewPassphrase } from './NewPassphrase';
import { RecoveryWords } from './RecoveryWords';

interface Props {
  port: Pick<UnlockPort, 'newRecoveryKey' | 'setUp' | 'strengthOf' | 'bankOpens'>;
  onClose(): void;
  onDone(): void;
}

/** Sets the first passphrase: choose it, write the recovery key down, show that it was written. */
export function SetUp({ port, onClose, onDone }: Props) {
  const [passphrase, setPassphrase] = useState<string | null>(null);
  const [words, setWords] = useState<readonly string[] | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const toWords = async (event: Event) => {
    event.preventDefault();
    if (passphrase === null) return;
    setWords(await port.newRecoveryKey(language()));
  };
  const finish = async () => {
    if (passphrase === null || words === null) return;
    setBusy(true);
    const outcome = await port.setUp(passphrase, words).catch(() => ({ state: 'failed' }) as const);
    setBusy(false);
    if (outcome.state === 'done') onDone();
    else setProblem(t('lock.failed'));
  };
  return (
    <Dialog title={t('lock.setUpTitle')} onClose={onClose}>
      {words === null ? (
        <form class="lockform" onSubmit={(event) => void toWords(event)} noValidate>
          <p>{t('lock.setUpAbout')}</p>
          {port.bankOpens.value && <p>{t('lock.bankOpens')}</p>}
          <NewPassphrase port={port} onChange={setPassphrase} first />
          <div class="dialog-buttons">
            <Button onClick={onClose}>{t('ui.cancel')}</Button>
            <Button kind="go" type="submit" disabled={passphrase === null}>
              {t('lock.next')}
            </Button>
          </div>
        </form>
      ) : (
        <RecoveryWords
          goes={t('lock.setUpGo')}
          words={words}
          bankOpens={port.bankOpens.value}
          problem={problem}
          busy={busy}
          onConfirm={() => void finish()}
        />
      )}
    </Dialog>
  );
}
