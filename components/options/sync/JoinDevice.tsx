import { useState } from 'preact/hooks';
import type { JoinPort } from '@/utils/app/sync/devicesPort';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { t } from '../../ui/words';
import { MeetingSteps } from './MeetingSteps';
import { OwnName } from './OwnName';
import { useMeeting } from './useMeeting';

interface Props {
  port: JoinPort;
  /** What this device is to be called, as far as it was said. */
  called?: string;
  onClose(): void;
  onDone(): void;
}

/** Brings this device to a book that another one has: the code that the other shows, and six digits to be compared. */
export function JoinDevice({ port, called = '', onClose, onDone }: Props) {
  const meeting = useMeeting();
  const [name, setName] = useState(called);
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const begin = async (event: Event) => {
    event.preventDefault();
    const code = port.codeIn(typed);
    setWrong(code === null);
    if (code === null || name.trim() === '') return;
    if (await meeting.begin(name.trim(), (screen) => port.join({ ...screen, code }))) onDone();
  };
  const { at } = meeting;
  return (
    <Dialog title={t('devices.joinTitle')} onClose={onClose}>
      {at.step === 'asks' ? (
        <form class="lockform" onSubmit={(event) => void begin(event)} noValidate>
          <p>{t('devices.joinAbout')}</p>
          <Field label={t('devices.code')} error={isWrong ? t('devices.codeWrong') : null}>
            {(wiring) => (
              <input
                {...wiring}
                class="input dcode-field"
                inputMode="numeric"
                autocomplete="off"
                value={typed}
                onInput={(event) => {
                  setTyped(event.currentTarget.value);
                  setWrong(false);
                }}
              />
            )}
          </Field>
          <OwnName value={name} onInput={setName} />
          <div class="dialog-buttons">
            <Button onClick={onClose}>{t('ui.cancel')}</Button>
            <Button kind="go" type="submit" disabled={typed.trim() === '' || name.trim() === ''}>
              {t('devices.join')}
            </Button>
          </div>
        </form>
      ) : (
        <MeetingSteps at={at} onAnswer={meeting.answer} onAgain={meeting.again} onClose={onClose} />
      )}
    </Dialog>
  );
}
