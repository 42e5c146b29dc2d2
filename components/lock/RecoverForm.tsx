import './lock.css';
import { useState } from 'preact/hooks';
import type { UnlockPort } from '@/utils/app/lock/lockPort';
import { Button } from '../ui/Button';
import { t } from '../ui/words';
import { saveFile } from '../workbench/saveFile';
import { NewPassphrase } from './NewPassphrase';
import { outcomeWords } from './outcomeWords';
import { WordsField } from './WordsField';

interface Props {
  port: Pick<UnlockPort, 'recover' | 'strengthOf' | 'bankOpens' | 'fileForBank'>;
  onBack(): void;
}

/** The way by the bank: a file for it, and the words that it tells then. */
function ByBank({ port }: { port: Pick<UnlockPort, 'fileForBank'> }) {
  const [said, setSaid] = useState('');
  const save = async () => {
    const file = await port.fileForBank().catch(() => null);
    if (file) saveFile(file.name, 'application/json', file.text);
    setSaid(file ? t('lock.bankFileSaved', file.name) : t('lock.bankFileNone'));
  };
  return (
    <div class="unlock-bankway">
      <p>{t('lock.bankWay')}</p>
      <Button onClick={() => void save()}>{t('lock.bankFile')}</Button>
      <p role="status">{said}</p>
    </div>
  );
}

/** A new passphrase by the recovery key that was written down, or by the words that the bank tells. */
export function RecoverForm({ port, onBack }: Props) {
  const [words, setWords] = useState('');
  const [next, setNext] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy || next === null) return;
    setBusy(true);
    setProblem(null);
    const outcome = await port.recover(words, next).catch(() => ({ state: 'failed' }) as const);
    setBusy(false);
    setProblem(outcomeWords(outcome, 'recovery'));
  };
  return (
    <form class="unlock" onSubmit={(event) => void submit(event)} noValidate>
      <h1>{t('lock.recover')}</h1>
      <p>{t('lock.recoverAbout')}</p>
      {port.bankOpens.value && <ByBank port={port} />}
      <WordsField
        value={words}
        hint={t('lock.recoveryHint')}
        error={problem}
        onInput={(typed) => {
          setWords(typed);
          setProblem(null);
        }}
      />
      <NewPassphrase port={port} onChange={setNext} />
      <div class="unlock-deeds">
        <Button kind="go" type="submit" disabled={busy || next === null || words.trim() === ''}>
          {t(busy ? 'lock.unlocking' : 'lock.recoverGo')}
        </Button>
        <Button kind="link" onClick={onBack}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}
