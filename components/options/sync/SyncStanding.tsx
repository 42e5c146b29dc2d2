import { useState } from 'preact/hooks';
import type { SyncDesk, SyncPlace } from '@/utils/app/sync/syncDesk';
import { type Instant, instant } from '@/utils/domain/schema/time';
import type { BankSync } from '@/utils/domain/sync/syncAccess';
import { type SyncStatus, wantsUser } from '@/utils/domain/sync/syncStatus';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { t } from '../../ui/words';
import { grouped } from '../backup/words';
import type { OptionsDesk } from '../desk';
import { SyncForm } from './SyncForm';
import { statusText } from './statusWords';

const now = (): Instant => instant.parse(Date.now());

/** How a status is set: well, for its user to see to, or neither. */
function toneOf(status: SyncStatus | null): 'ogood' | 'owarn' | 'srests' {
  if (status === null) return 'srests';
  if (wantsUser(status)) return 'owarn';
  return status.state === 'safe' ? 'ogood' : 'srests';
}

interface Props {
  desk: OptionsDesk;
  sync: SyncDesk;
  place: SyncPlace;
  bank: BankSync | undefined;
  zone: string;
}

/** A book that has a server: how far it is, and what can be done about that. */
export function SyncStanding({ desk, sync, place, bank, zone }: Props) {
  const [deed, setDeed] = useState<'change' | 'off' | null>(null);
  const [busy, setBusy] = useState(false);
  const status = sync.status.value;
  const paused = sync.paused.value;
  const close = () => setDeed(null);
  const run = async () => {
    setBusy(true);
    await sync.now();
    setBusy(false);
  };
  const turnOff = async () => {
    const done = await sync.turnOff().catch(() => false);
    setDeed(null);
    desk.say(t(done ? 'sync.isOff' : 'options.notSaved'), !done);
  };
  return (
    <>
      <p class={toneOf(status)} role="status">
        {statusText(status, now(), zone)}
      </p>
      {status?.state === 'safe' && status.refused > 0 && (
        <p class="owarn">{t('sync.refused', grouped(status.refused))}</p>
      )}
      <dl class="splace">
        <div>
          <dt>{t('sync.url')}</dt>
          <dd>{place.url}</dd>
        </div>
        <div>
          <dt>{t('sync.signIn')}</dt>
          <dd>
            {place.user === null ? t(`sync.by.${place.by}`) : `${t(`sync.by.${place.by}`)} · ${place.user}`}
          </dd>
        </div>
      </dl>
      <div class="orow sdeeds">
        {!paused && (
          <Button disabled={busy || status?.state === 'running'} onClick={() => void run()}>
            {t('sync.now')}
          </Button>
        )}
        <Button onClick={() => void sync.pause(!paused)}>{t(paused ? 'sync.resume' : 'sync.pause')}</Button>
        <Button onClick={() => setDeed('change')}>{t('sync.change')}</Button>
        <Button onClick={() => setDeed('off')}>{t('sync.off')}</Button>
      </div>
      {deed === 'change' && (
        <Dialog title={t('sync.change')} onClose={close}>
          <SyncForm
            sync={sync}
            bank={bank}
            url={place.url}
            user={place.user ?? ''}
            by={place.by}
            isNew={false}
            go={t('sync.changeGo')}
            onClose={close}
            onForeign={close}
            onDone={() => {
              close();
              desk.say(t('sync.changed'));
            }}
          />
        </Dialog>
      )}
      {deed === 'off' && (
        <Dialog title={t('sync.offTitle')} onClose={close}>
          <p>{t('sync.offAbout')}</p>
          <div class="dialog-buttons">
            <Button onClick={close}>{t('ui.cancel')}</Button>
            <Button kind="go" onClick={() => void turnOff()}>
              {t('sync.off')}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
