import { useState } from 'preact/hooks';
import type { DeviceProblem, DeviceShown, DevicesPort } from '@/utils/app/sync/devicesPort';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { TextField } from '../../ui/TextField';
import { t } from '../../ui/words';

interface Props {
  port: DevicesPort;
  device: DeviceShown;
  onClose(): void;
  onDone(): void;
}

/** Takes a device out. Its name is typed in full: it cannot be undone, only met anew. */
export function RemoveDevice({ port, device, onClose, onDone }: Props) {
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<DeviceProblem | null>(null);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy || typed.trim() !== device.name) return;
    setBusy(true);
    const failed = await port.remove(device.id).catch(() => 'failed' as const);
    setBusy(false);
    setProblem(failed);
    if (failed === null) onDone();
  };
  return (
    <Dialog title={t('devices.removeTitle', device.name)} onClose={onClose}>
      <form class="lockform" onSubmit={(event) => void submit(event)} noValidate>
        <ul class="osafety">
          <li>{t('devices.removeLater')}</li>
          <li>{t('devices.removeHas')}</li>
          <li>{t('devices.removeServer')}</li>
        </ul>
        <TextField
          label={t('devices.removeType', device.name)}
          error={problem && t(`devices.problem.${problem}`)}
          value={typed}
          onInput={(value) => {
            setTyped(value);
            setProblem(null);
          }}
        />
        <div class="dialog-buttons">
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button kind="go" type="submit" disabled={busy || typed.trim() !== device.name}>
            {t('devices.remove')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
