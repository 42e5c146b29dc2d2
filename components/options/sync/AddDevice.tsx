import { useState } from 'preact/hooks';
import type { DevicesPort } from '@/utils/app/sync/devicesPort';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { t } from '../../ui/words';
import { MeetingSteps } from './MeetingSteps';
import { OwnName } from './OwnName';
import { useMeeting } from './useMeeting';

interface Props {
  port: DevicesPort;
  /** What this device is called in the list; null while it is not in one. */
  ownName: string | null;
  onClose(): void;
  onDone(name: string): void;
}

/** Takes another device in: a code to be typed there, and six digits to be compared. */
export function AddDevice({ port, ownName, onClose, onDone }: Props) {
  const meeting = useMeeting();
  const [name, setName] = useState(ownName ?? '');
  const begin = async (event: Event) => {
    event.preventDefault();
    if (name.trim() === '') return;
    let added = '';
    const done = await meeting.begin(name.trim(), async (screen) => {
      const invited = await port.invite({ ...screen, showCode: meeting.showCode });
      if (invited.ok) added = invited.value;
      return invited.ok ? null : invited.error;
    });
    if (done) onDone(added);
  };
  const { at } = meeting;
  return (
    <Dialog title={t('devices.addTitle')} onClose={onClose}>
      {at.step === 'asks' ? (
        <form class="lockform" onSubmit={(event) => void begin(event)} noValidate>
          <ol class="dsteps">
            <li>{t('devices.stepInstall')}</li>
            <li>{t('devices.stepServer')}</li>
            <li>{t('devices.stepCode')}</li>
          </ol>
          {ownName === null && <OwnName value={name} onInput={setName} />}
          <div class="dialog-buttons">
            <Button onClick={onClose}>{t('ui.cancel')}</Button>
            <Button kind="go" type="submit" disabled={name.trim() === ''}>
              {t('devices.showCode')}
            </Button>
          </div>
        </form>
      ) : (
        <MeetingSteps at={at} onAnswer={meeting.answer} onAgain={meeting.again} onClose={onClose} />
      )}
    </Dialog>
  );
}
