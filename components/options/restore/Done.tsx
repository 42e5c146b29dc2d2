import '../../lock/lock.css';
import { useState } from 'preact/hooks';
import type { BackupPreview, Restored } from '@/utils/app/backup/backupPort';
import { NewPassphrase } from '../../lock/NewPassphrase';
import { SetUp } from '../../lock/SetUp';
import { Button } from '../../ui/Button';
import { t } from '../../ui/words';
import { grouped } from '../backup/words';
import type { OptionsDesk } from '../desk';
import { BesideDone } from './Beside';

interface Props {
  restored: Extract<Restored, { state: 'done' }>;
  /** By what the book opens now. */
  passphrase: BackupPreview['passphrase'];
  desk: OptionsDesk;
}

/** A passphrase of its own for a book that came without one: its rows lie readable until there is one. */
function Unlocked({ desk }: Pick<Props, 'desk'>) {
  const { lock } = desk.port;
  const [open, setOpen] = useState(false);
  if (lock.state.value !== 'none') return null;
  return (
    <div class="owarn">
      <p>{t('restore.noPassphrase')}</p>
      <Button kind="go" onClick={() => setOpen(true)}>
        {t('lock.setUp')}
      </Button>
      {open && (
        <SetUp
          port={lock}
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false);
            desk.say(t('lock.setUpDone'));
          }}
        />
      )}
    </div>
  );
}

/** A new passphrase for a book that came back by 24 words: that of then may be known to nobody. */
function ByWords({ desk }: Pick<Props, 'desk'>) {
  const { backup, lock } = desk.port;
  const [next, setNext] = useState<string | null>(null);
  const [stand, setStand] = useState<'asks' | 'busy' | 'failed' | 'done'>('asks');
  const submit = async (event: Event) => {
    event.preventDefault();
    if (next === null || stand === 'busy') return;
    setStand('busy');
    const { state } = await backup.newPassphrase(next).catch(() => ({ state: 'failed' }) as const);
    setStand(state === 'done' ? 'done' : 'failed');
  };
  if (stand === 'done')
    return (
      <p class="ogood" role="status">
        {t('lock.changeDone')}
      </p>
    );
  return (
    <form class="owarn lockform" onSubmit={(event) => void submit(event)} noValidate>
      <p>{t('restore.byWords')}</p>
      <NewPassphrase port={lock} onChange={setNext} />
      <p class="field-error" role="status">
        {stand === 'failed' ? t('lock.failed') : ''}
      </p>
      <Button kind="go" type="submit" disabled={next === null || stand === 'busy'}>
        {t(stand === 'busy' ? 'lock.settingUp' : 'lock.changeGo')}
      </Button>
    </form>
  );
}

/** What has come back, and what it still needs. */
export function Done({ restored, passphrase, desk }: Props) {
  const { intact, entries, rows, fromTail, missing, leftOut, notLeftOut, byWords, beside } = restored;
  return (
    <>
      <p class={intact ? 'ogood' : 'owarn owarn-late'} role="status">
        {t(intact ? 'restore.intact' : 'restore.notIntact', grouped(entries), grouped(rows))}
      </p>
      {fromTail > 0 && <p class="ogood">{t('restore.fromTail', fromTail, grouped(fromTail))}</p>}
      {missing > 0 && <p class="owarn owarn-late">{t('restore.stillMissing', missing, grouped(missing))}</p>}
      {leftOut > 0 && <p class="ogood">{t('restore.leftOut', leftOut)}</p>}
      {notLeftOut > 0 && <p class="owarn owarn-late">{t('restore.notLeftOut', notLeftOut)}</p>}
      <BesideDone beside={beside} />
      {passphrase === 'none' && <Unlocked desk={desk} />}
      {byWords && <ByWords desk={desk} />}
      <div class="orestore-deeds">
        <Button kind={byWords ? 'plain' : 'go'} onClick={desk.port.backup.startAnew}>
          {t('restore.finish')}
        </Button>
      </div>
    </>
  );
}
