import { useEffect, useRef, useState } from 'preact/hooks';
import type { BackupProgress } from '@/utils/app/backup/backupPort';
import type { BackupKept } from '@/utils/domain/backup/kept';
import type { Settings } from '@/utils/domain/schema/settings';
import { Button } from '../../ui/Button';
import { t } from '../../ui/words';
import type { OptionsDesk } from '../desk';
import { NumberField } from '../NumberField';
import { Part } from '../Part';
import { Switch } from '../Switch';
import { PasswordDialog } from './PasswordDialog';
import { Running } from './Running';
import { grouped, moment, sizeText } from './words';
import './backup.css';

const MOST_KEPT = 99;
/** Backups that are listed. */
const LISTED = 5;

/** Where backups go, and whether they may as things stand. */
function Folder({ desk }: { desk: OptionsDesk }) {
  const { backup } = desk.port;
  const folder = backup.folder.value;
  const choose = () =>
    void backup.chooseFolder().then(
      (chosen) => chosen && desk.say(t('backup.folderChosen')),
      () => desk.say(t('backup.folderFailed'), true),
    );
  const allow = () =>
    void backup.allowFolder().then((allowed) => allowed || desk.say(t('backup.notAllowed'), true));
  if (!backup.canChooseFolder) return <p class="ofine">{t('backup.noFolders')}</p>;
  if (folder.state === 'none')
    return (
      <div class="orow">
        <span>{t('backup.noFolder')}</span>
        <Button onClick={choose}>{t('backup.chooseFolder')}</Button>
      </div>
    );
  return (
    <div class="orow">
      <span>{t(folder.state === 'asks' ? 'backup.folderAsks' : 'backup.folder', folder.name)}</span>
      {folder.state === 'asks' && (
        <Button kind="go" onClick={allow}>
          {t('backup.allowFolder')}
        </Button>
      )}
      <Button onClick={choose}>{t('backup.otherFolder')}</Button>
      <Button kind="link" onClick={() => void backup.forgetFolder()}>
        {t('backup.forgetFolder')}
      </Button>
    </div>
  );
}

/** The last backups: each was read back whole after it was written. */
function Made({ kept, zone }: { kept: BackupKept; zone: string }) {
  if (kept.made.length === 0) return <p class="oempty">{t('backup.none')}</p>;
  return (
    <ul class="ocrms">
      {kept.made.slice(0, LISTED).map(({ file, at, to, clients, size }) => (
        <li key={file} class="ocrm">
          <span class="ocrm-what">
            <b>{moment(at, zone)}</b>
            <span>{file}</span>
          </span>
          <span class="obackup-facts">
            {t('backup.holds', clients, grouped(clients))} · {sizeText(size)} · {t(`backup.to.${to}`)}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** A second copy of the book outside the browser: where, how often, by what it opens, and the last ones (§10). */
export function BackupPart({ desk, settings }: { desk: OptionsDesk; settings: Settings }) {
  const { backup } = desk.port;
  const [asking, setAsking] = useState<'set' | 'beforeBackup' | null>(null);
  const [progress, setProgress] = useState<BackupProgress | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const kept = backup.kept.value;
  const opens = backup.opensElsewhere.value;
  const folder = backup.folder.value;
  if (!kept) return null;

  const backUp = async () => {
    const control = new AbortController();
    running.current = control;
    setProgress({ done: 0, of: 0 });
    const made = await backup
      .backUp(setProgress, control.signal)
      .catch(() => ({ ok: false as const, error: 'broken' as const }));
    running.current = null;
    setProgress(null);
    if (made.ok) desk.say(t(`backup.done.${made.value.to}`, made.value.file));
    else if (made.error !== 'stopped') desk.say(t(`backup.problem.${made.error}`), true);
  };
  const start = () => (opens === null ? setAsking('beforeBackup') : void backUp());

  return (
    <Part id="backup" about={t('backup.about')}>
      {kept.waiting !== null && <p class="owarn">{t(`backup.waits.${kept.waiting}`)}</p>}
      <Folder desk={desk} />
      <div class="orow">
        <span>{t(opens === null ? 'backup.opensNowhere' : `backup.opens.${opens}`)}</span>
        {opens !== 'lock' && (
          <Button onClick={() => setAsking('set')}>
            {t(opens === null ? 'backup.password.set' : 'backup.password.change')}
          </Button>
        )}
      </div>
      {progress ? (
        <Running
          label={t('backup.running')}
          progress={progress}
          stop={() => running.current?.abort(new Error('stopped'))}
        />
      ) : (
        <div class="orow">
          <span>{t(folder.state === 'granted' ? 'backup.nowToFolder' : 'backup.nowAsDownload')}</span>
          <Button kind="go" onClick={start}>
            {t('backup.now')}
          </Button>
        </div>
      )}
      {folder.state !== 'none' && (
        <>
          <Switch
            label={t('backup.daily')}
            about={t('backup.dailyAbout')}
            on={kept.daily}
            set={(daily) => void backup.change({ daily })}
          />
          <NumberField
            label={t('backup.keep')}
            unit={t('backup.keepUnit')}
            value={kept.keep}
            min={1}
            max={MOST_KEPT}
            problem={t('options.display.promptsProblem', '1', String(MOST_KEPT))}
            onChange={(keep) => void backup.change({ keep })}
          />
        </>
      )}
      <h3>{t('backup.last')}</h3>
      <Made kept={kept} zone={settings.zone} />
      {asking !== null && (
        <PasswordDialog
          desk={desk}
          onClose={() => setAsking(null)}
          onDone={() => {
            setAsking(null);
            desk.say(t('backup.password.done'));
            if (asking === 'beforeBackup') void backUp();
          }}
        />
      )}
    </Part>
  );
}
