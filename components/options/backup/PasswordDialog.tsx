import '../../lock/lock.css';
import { useState } from 'preact/hooks';
import { NewPassphrase } from '../../lock/NewPassphrase';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { t } from '../../ui/words';
import type { OptionsDesk } from '../desk';

interface Props {
  desk: OptionsDesk;
  onClose(): void;
  onDone(): void;
}

/** Chooses the passphrase by which backups open elsewhere, for a book that has none of its own. */
export function PasswordDialog({ desk, onClose, onDone }: Props) {
  const { backup, lock } = desk.port;
  const [typed, setTyped] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (typed === null || busy) return;
    setBusy(true);
    const done = await backup.setPassword(typed).catch(() => false);
    setBusy(false);
    setFailed(!done);
    if (done) onDone();
  };
  return (
    <Dialog title={t('backup.password.title')} onClose={onClose}>
      <form class="lockform" onSubmit={(event) => void submit(event)} noValidate>
        <p>{t('backup.password.about')}</p>
        <p>{t('backup.password.lost')}</p>
        <NewPassphrase port={lock} onChange={setTyped} first />
        <p class="field-error" role="status">
          {failed && t('lock.failed')}
        </p>
        <div class="dialog-buttons">
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button kind="go" type="submit" disabled={typed === null || busy}>
            {t(busy ? 'lock.settingUp' : 'backup.password.set')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
