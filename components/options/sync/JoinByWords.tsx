import { useState } from 'preact/hooks';
import type { DeviceProblem, JoinPort } from '@/utils/app/sync/devicesPort';
import { WordsField } from '../../lock/WordsField';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { t } from '../../ui/words';
import { OwnName } from './OwnName';

interface Props {
  port: JoinPort;
  /** What this device is to be called, as far as it was said. */
  called: string;
  onClose(): void;
  onDone(): void;
}

/** Brings this device to a book by the words of a recovery key, where no other device is left. */
export function JoinByWords({ port, called, onClose, onDone }: Props) {
  const [name, setName] = useState(called);
  const [words, setWords] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<DeviceProblem | null>(null);
  const isReady = !busy && name.trim() !== '' && words.trim() !== '';
  const submit = async (event: Event) => {
    event.preventDefault();
    if (!isReady) return;
    setBusy(true);
    const failed = await port.joinByWords(words.trim(), name.trim()).catch(() => 'failed' as const);
    setBusy(false);
    setProblem(failed);
    if (failed === null) onDone();
  };
  return (
    <Dialog title={t('sync.byWords')} onClose={onClose}>
      <form class="lockform" onSubmit={(event) => void submit(event)} noValidate>
        <p>{t('sync.byWordsAbout')}</p>
        <WordsField
          value={words}
          error={problem && t(`devices.problem.${problem}`)}
          onInput={(typed) => {
            setWords(typed);
            setProblem(null);
          }}
        />
        <OwnName value={name} onInput={setName} />
        <div class="dialog-buttons">
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button kind="go" type="submit" disabled={!isReady}>
            {t('devices.join')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
