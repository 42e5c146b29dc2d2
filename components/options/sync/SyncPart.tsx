import { useEffect, useState } from 'preact/hooks';
import type { SyncDesk } from '@/utils/app/sync/syncDesk';
import type { SyncAccess } from '@/utils/domain/sync/syncAccess';
import { Button } from '../../ui/Button';
import { t } from '../../ui/words';
import type { OptionsDesk } from '../desk';
import { Part } from '../Part';
import { DevicesPart } from './DevicesPart';
import { JoinByWords } from './JoinByWords';
import { JoinDevice } from './JoinDevice';
import { SyncForm } from './SyncForm';
import { SyncStanding } from './SyncStanding';
import './sync.css';

interface NoneProps {
  desk: OptionsDesk;
  sync: SyncDesk;
  /** The book has its server. */
  onDone(): void;
}

/** One line for what most books are: without a server. It takes the same room while that is looked up. */
function Off({ isKnown, onSetUp }: { isKnown: boolean; onSetUp(): void }) {
  return (
    <div class="orow">
      <span>{t(isKnown ? 'sync.standsAlone' : 'sync.reading')}</span>
      <Button disabled={!isKnown} onClick={onSetUp}>
        {t('sync.setUp')}
      </Button>
    </div>
  );
}

/** A book without a server: the server is named, and begun with or joined. */
function NotSetUp({ desk, sync, onDone }: NoneProps) {
  const [foreign, setForeign] = useState<{ access: SyncAccess; name: string } | null>(null);
  const [joining, setJoining] = useState<'code' | 'words' | null>(null);
  const close = () => setJoining(null);
  const done = (text: string) => () => {
    setJoining(null);
    onDone();
    desk.say(text);
  };
  return (
    <>
      <ul class="osafety">
        <li>{t('sync.what.sealed')}</li>
        <li>{t('sync.what.server')}</li>
        <li>{t('sync.what.without')}</li>
      </ul>
      <SyncForm
        sync={sync}
        bank={desk.port.bank.value.bank.sync}
        isNew
        go={t('sync.begin')}
        onDone={done(t('sync.begun'))}
        onForeign={(access, name) => setForeign({ access, name })}
      />
      {foreign && (
        <div class="orow sdeeds">
          <Button kind="go" onClick={() => setJoining('code')}>
            {t('sync.byCode')}
          </Button>
          <Button onClick={() => setJoining('words')}>{t('sync.byWords')}</Button>
        </div>
      )}
      {foreign && joining === 'code' && (
        <JoinDevice
          port={sync.joining(foreign.access)}
          called={foreign.name}
          onClose={close}
          onDone={done(t('sync.joined'))}
        />
      )}
      {foreign && joining === 'words' && (
        <JoinByWords
          port={sync.joining(foreign.access)}
          called={foreign.name}
          onClose={close}
          onDone={done(t('sync.joined'))}
        />
      )}
    </>
  );
}

/** Keeps the book in step with a server of the bank's; off until somebody names one. */
export function SyncPart({ desk, zone }: { desk: OptionsDesk; zone: string }) {
  const [sync, setSync] = useState<SyncDesk | null>(null);
  const [failed, setFailed] = useState(false);
  const [settingUp, setSettingUp] = useState(false);
  const isForbidden = desk.port.bank.value.bank.sync?.allowed === false;
  useEffect(() => {
    let gone = false;
    desk.port.sync().then(
      (opened) => gone || setSync(opened),
      () => gone || setFailed(true),
    );
    return () => {
      gone = true;
    };
  }, [desk]);
  const place = sync?.place.value;
  return (
    <Part id="sync" about={t('sync.about')}>
      {isForbidden && <p class="oempty">{t('sync.byBank')}</p>}
      {failed && !isForbidden && <p class="oempty">{t('trail.failed')}</p>}
      {!failed && !isForbidden && place?.state !== 'at' && !settingUp && (
        <Off isKnown={place?.state === 'none'} onSetUp={() => setSettingUp(true)} />
      )}
      {settingUp && sync && place?.state === 'none' && !isForbidden && (
        <NotSetUp desk={desk} sync={sync} onDone={() => setSettingUp(false)} />
      )}
      {sync && place?.state === 'at' && (
        <>
          <SyncStanding
            desk={desk}
            sync={sync}
            place={place}
            bank={desk.port.bank.value.bank.sync}
            zone={zone}
          />
          {!isForbidden && (
            <DevicesPart port={sync.devices} zone={zone} say={(text, bad) => desk.say(text, bad)} />
          )}
        </>
      )}
    </Part>
  );
}
