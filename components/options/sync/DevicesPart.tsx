import { useEffect, useState } from 'preact/hooks';
import type { DeviceProblem, DeviceShown, DevicesPort } from '@/utils/app/sync/devicesPort';
import { Button } from '../../ui/Button';
import { Chip } from '../../ui/Chip';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { t } from '../../ui/words';
import { moment } from '../backup/words';
import { AddDevice } from './AddDevice';
import { MOST_LETTERS } from './OwnName';
import { RemoveDevice } from './RemoveDevice';
import './devices.css';

interface FormProps {
  title: string;
  label: string;
  about: string | null;
  start: string;
  rows: number | null;
  go: string;
  work(typed: string): Promise<DeviceProblem | null>;
  onClose(): void;
  onDone(): void;
}

/** One text that is asked for: a name, or the words of a recovery key. */
function AskText({ title, label, about, start, rows, go, work, onClose, onDone }: FormProps) {
  const [typed, setTyped] = useState(start);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<DeviceProblem | null>(null);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy || typed.trim() === '') return;
    setBusy(true);
    const failed = await work(typed.trim()).catch(() => 'failed' as const);
    setBusy(false);
    setProblem(failed);
    if (failed === null) onDone();
  };
  const change = (event: { currentTarget: { value: string } }) => {
    setTyped(event.currentTarget.value);
    setProblem(null);
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form class="lockform" onSubmit={(event) => void submit(event)} noValidate>
        {about !== null && <p>{about}</p>}
        <Field label={label} error={problem && t(`devices.problem.${problem}`)}>
          {(wiring) =>
            rows === null ? (
              <input
                {...wiring}
                class="input"
                autocomplete="off"
                maxLength={MOST_LETTERS}
                value={typed}
                onInput={change}
              />
            ) : (
              <textarea
                {...wiring}
                class="input input-area"
                rows={rows}
                autocomplete="off"
                autocapitalize="off"
                spellcheck={false}
                value={typed}
                onInput={change}
              />
            )
          }
        </Field>
        <div class="dialog-buttons">
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button kind="go" type="submit" disabled={busy || typed.trim() === ''}>
            {go}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

type Deed = { do: 'add' | 'words' | 'enter' } | { do: 'rename' | 'remove'; device: DeviceShown } | null;

interface RowProps {
  device: DeviceShown;
  /** Nothing can be done to it from here. */
  fixed: boolean;
  zone: string;
  onDeed(deed: Deed): void;
}

function Row({ device, zone, fixed, onDeed }: RowProps) {
  const { kind, name, own, since, out } = device;
  const isOpen = out === null && !fixed;
  return (
    <li class={out === null ? 'ocrm' : 'ocrm dout'}>
      <span class="ocrm-what">
        <b>{kind === 'words' ? t('devices.words') : name}</b>
        <span>
          {out === null ? t('devices.since', moment(since, zone)) : t('devices.outSince', moment(out, zone))}
        </span>
      </span>
      {own && <Chip>{t('devices.own')}</Chip>}
      {isOpen && kind === 'device' && (
        <Button
          kind="link"
          aria-label={t('devices.renameOf', name)}
          onClick={() => onDeed({ do: 'rename', device })}
        >
          {t('devices.rename')}
        </Button>
      )}
      {isOpen && !own && (
        <Button
          kind="link"
          aria-label={t('devices.removeOf', kind === 'words' ? t('devices.words') : name)}
          onClick={() => onDeed({ do: 'remove', device })}
        >
          {t('devices.remove')}
        </Button>
      )}
    </li>
  );
}

interface Props {
  port: DevicesPort;
  zone: string;
  /** Says what was done. */
  say(text: string, failed?: boolean): void;
}

/** The devices that share this book over the server: who they are, another one, one less. */
export function DevicesPart({ port, zone, say }: Props) {
  const [deed, setDeed] = useState<Deed>(null);
  const { value } = port.devices;
  useEffect(() => void port.read(), [port]);
  if (value.state === 'off') return null;
  const devices = value.state === 'listed' ? value.devices : [];
  const ownName = devices.find(({ own }) => own)?.name ?? null;
  // A book that came out of a backup has the keys, and is not in the list yet.
  const isOutside = devices.length > 0 && ownName === null;
  const hasWords = devices.some(({ kind, out }) => kind === 'words' && out === null);
  const close = () => setDeed(null);
  const done = (text: string) => {
    setDeed(null);
    say(text);
  };
  return (
    <section class="dpart" aria-labelledby="devices-title">
      <h3 id="devices-title">{t('devices.title')}</h3>
      {value.state === 'reading' && <p role="status">{t('devices.reading')}</p>}
      {value.state === 'problem' && (
        <div class="orow">
          <p class="owarn">{t(`devices.problem.${value.why}`)}</p>
          <Button onClick={() => void port.read()}>{t('devices.again')}</Button>
        </div>
      )}
      {value.state === 'listed' && (
        <>
          {devices.length === 0 ? (
            <p class="oempty">{t('devices.none')}</p>
          ) : (
            <ul class="ocrms">
              {devices.map((device) => (
                <Row key={device.id} device={device} zone={zone} fixed={isOutside} onDeed={setDeed} />
              ))}
            </ul>
          )}
          {isOutside ? (
            <div class="orow">
              <span>{t('devices.outside')}</span>
              <Button kind="go" onClick={() => setDeed({ do: 'enter' })}>
                {t('devices.enter')}
              </Button>
            </div>
          ) : (
            <div class="orow">
              <Button kind="go" onClick={() => setDeed({ do: 'add' })}>
                {t('devices.add')}
              </Button>
              {devices.length > 0 && !hasWords && (
                <Button onClick={() => setDeed({ do: 'words' })}>{t('devices.addWords')}</Button>
              )}
            </div>
          )}
          <p class="ofine">{t(hasWords ? 'devices.lostWithWords' : 'devices.lostWithout')}</p>
        </>
      )}
      {deed?.do === 'add' && (
        <AddDevice
          port={port}
          ownName={ownName}
          onClose={close}
          onDone={(name) => done(t('devices.added', name))}
        />
      )}
      {deed?.do === 'enter' && (
        <AskText
          title={t('devices.enter')}
          label={t('devices.ownName')}
          about={null}
          start=""
          rows={null}
          go={t('devices.enter')}
          work={(name) => port.enter(name)}
          onClose={close}
          onDone={() => done(t('devices.entered'))}
        />
      )}
      {deed?.do === 'rename' && (
        <AskText
          title={t('devices.renameOf', deed.device.name)}
          label={t('devices.name')}
          about={null}
          start={deed.device.name}
          rows={null}
          go={t('devices.rename')}
          work={(name) => port.rename(deed.device.id, name)}
          onClose={close}
          onDone={() => done(t('devices.renamed'))}
        />
      )}
      {deed?.do === 'words' && (
        <AskText
          title={t('devices.addWords')}
          label={t('lock.recoveryKey')}
          about={t('devices.wordsAbout')}
          start=""
          rows={4}
          go={t('devices.addWords')}
          work={(words) => port.addWords(words)}
          onClose={close}
          onDone={() => done(t('devices.wordsAdded'))}
        />
      )}
      {deed?.do === 'remove' && (
        <RemoveDevice
          port={port}
          device={deed.device.kind === 'words' ? { ...deed.device, name: t('devices.words') } : deed.device}
          onClose={close}
          onDone={() => done(t('devices.removed', deed.device.name))}
        />
      )}
    </section>
  );
}
