import './lock.css';
import { useState } from 'preact/hooks';
import type { LockPort } from '@/utils/app/lock/lockPort';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { t } from '../ui/words';
import { NewPassphrase } from './NewPassphrase';
import { outcomeWords } from './outcomeWords';
import { PassphraseInput } from './PassphraseInput';

interface Props {
  port: LockPort;
  /** `change` asks for a new one too. */
  deed: 'change' | 'remove';
  onClose(): void;
  onDone(): void;
}

/** Changes or removes the passphrase, for whoever knows it. */
export function WithPassphrase({ port, deed, onClose, onDone }: Props) {
  const [present, setPresent] = useState('');
  const [next, setNext] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const ready = present !== '' && (deed === 'remove' || next !== null);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy || !ready) return;
    setBusy(true);
    setProblem(null);
    const doing = deed === 'change' && next !== null ? port.change(present, next) : port.remove(present);
    const outcome = await doing.catch(() => ({ state: 'failed' }) as const);
    setBusy(false);
    if (outcome.state === 'done') onDone();
    else setProblem(outcomeWords(outcome, 'passphrase'));
  };
  return (
    <Dialog title={t(`lock.${deed}Title`)} onClose={onClose}>
      <form class="lockform" onSubmit={(event) => void submit(event)} noValidate>
        <p>{t(`lock.${deed}About`)}</p>
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
        {deed === 'change' && <NewPassphrase port={port} onChange={setNext} />}
        <div class="dialog-buttons">
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button kind="go" type="submit" disabled={busy || !ready}>
            {t(busy ? 'lock.settingUp' : `lock.${deed}Go`)}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
