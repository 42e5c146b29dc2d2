import { useEffect, useRef, useState } from 'preact/hooks';
import type { BackupPreview, BackupProgress, MergeOutcome, Restored } from '@/utils/app/backup/backupPort';
import type { Settings } from '@/utils/domain/schema/settings';
import { Button } from '../../ui/Button';
import { FileButton } from '../../ui/FileButton';
import { t } from '../../ui/words';
import { Running } from '../backup/Running';
import { grouped } from '../backup/words';
import type { OptionsDesk } from '../desk';
import { Part } from '../Part';
import { AskPassword } from './AskPassword';
import { BesideDone } from './Beside';
import { Done } from './Done';
import { Loss } from './Loss';
import { Preview } from './Preview';
import '../backup/backup.css';

type Source = File | string;

/** Where the wizard stands. */
type Stand =
  | { at: 'start'; problem: string | null }
  | { at: 'reading'; progress: BackupProgress }
  | { at: 'asks'; source: Source; by: 'lock' | 'password'; bank: boolean; tried: string | null }
  | { at: 'preview'; preview: BackupPreview; unsaved: boolean }
  | { at: 'restoring' | 'merging'; preview: BackupPreview; progress: BackupProgress }
  | { at: 'merged'; merged: Extract<MergeOutcome, { state: 'done' }> }
  | {
      at: 'done';
      restored: Extract<Restored, { state: 'done' }>;
      passphrase: BackupPreview['passphrase'];
    };

const START: Stand = { at: 'start', problem: null };

/** Names of files that are offered from the folder. */
const OFFERED = 10;

/** The backups in the folder, offered by their names. */
function InFolder({ desk, take }: { desk: OptionsDesk; take(source: Source): void }) {
  const { backup } = desk.port;
  const [files, setFiles] = useState<readonly string[]>([]);
  useEffect(() => {
    let gone = false;
    void backup.filesInFolder().then(
      (found) => gone || setFiles(found),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [backup]);
  if (files.length === 0) return null;
  return (
    <ul class="ocrms" aria-label={t('restore.inFolder')}>
      {files.slice(0, OFFERED).map((file) => (
        <li key={file} class="ocrm">
          <span class="ocrm-what">
            <span>{file}</span>
          </span>
          <Button aria-label={t('restore.lookAt', file)} onClick={() => take(file)}>
            {t('restore.look')}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function Pick({ desk, take }: { desk: OptionsDesk; take(source: Source): void }) {
  const { backup } = desk.port;
  // What was made meanwhile, and a folder that was allowed, are looked for anew.
  const seen = `${backup.folder.value.state} ${backup.kept.value?.made[0]?.file}`;
  return (
    <>
      <div class="orow">
        <span>{t('restore.pickAbout')}</span>
        <FileButton label={t('restore.pick')} accept=".zhibi" onFile={take} />
      </div>
      <InFolder key={seen} desk={desk} take={take} />
    </>
  );
}

const COUNTED = ['added', 'taken', 'kept', 'doubled', 'leftOut', 'refused'] as const;

/** What a merge came to, row by row. */
function MergedCounts({
  merged,
  startAnew,
}: {
  merged: Extract<MergeOutcome, { state: 'done' }>;
  startAnew(): void;
}) {
  return (
    <>
      <p class={merged.refused === 0 ? 'ogood' : 'owarn'} role="status">
        {t('restore.mergeDone')}
      </p>
      <dl class="orestore-facts">
        {COUNTED.filter((count) => merged[count] > 0 || count === 'added').map((count) => (
          <div key={count}>
            <dt>{t(`restore.counted.${count}`)}</dt>
            <dd>{grouped(merged[count])}</dd>
          </div>
        ))}
      </dl>
      <BesideDone beside={merged.beside} />
      <div class="orestore-deeds">
        <Button kind="go" onClick={startAnew}>
          {t('restore.finish')}
        </Button>
      </div>
    </>
  );
}

/** From a file to the book: look at it first, then put it in the place of what is here. */
export function RestorePart({ desk, settings }: { desk: OptionsDesk; settings: Settings }) {
  const { backup } = desk.port;
  const [stand, setStand] = useState<Stand>(START);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const loss = backup.loss.value;
  const back = () => setStand(START);

  const take = async (source: Source, typed: string | null = null) => {
    const control = new AbortController();
    running.current = control;
    setStand({ at: 'reading', progress: { done: 0, of: 0 } });
    const tell = (progress: BackupProgress) => setStand({ at: 'reading', progress });
    const picked = await backup
      .pick(source, typed, tell, control.signal)
      .catch(() => ({ state: 'failed' }) as const);
    switch (picked.state) {
      case 'read':
        // What a restore left half done is nothing to be kept.
        return setStand({
          at: 'preview',
          preview: loss?.restoring ? { ...picked.preview, isHereEmpty: true } : picked.preview,
          unsaved: false,
        });
      case 'asks':
        return setStand({ at: 'asks', source, by: picked.by, bank: picked.bank, tried: typed });
      case 'flawed':
        return setStand({ at: 'start', problem: t(`restore.flaw.${picked.flaw}`) });
      case 'stopped':
        return back();
      case 'failed':
        return setStand({ at: 'start', problem: t('restore.unreadable') });
    }
  };
  const replace = async (
    preview: BackupPreview,
    unsaved: boolean,
    also: { erasedToo: boolean; besideToo: boolean },
  ) => {
    setStand({ at: 'restoring', preview, progress: { done: 0, of: 0 } });
    const tell = (progress: BackupProgress) => setStand({ at: 'restoring', preview, progress });
    const restored = await backup
      .restore({ unsaved: unsaved || preview.isHereEmpty, ...also }, tell)
      .catch(() => ({ state: 'failed' }) as const);
    if (restored.state === 'done') return setStand({ at: 'done', restored, passphrase: preview.passphrase });
    if (restored.state === 'failed') return setStand({ at: 'start', problem: t('restore.failed') });
    desk.say(t(`backup.problem.${restored.why}`), true);
    setStand({ at: 'preview', preview, unsaved: restored.why !== 'password' });
  };

  const merge = async (preview: BackupPreview, besideToo: boolean) => {
    const tell = (progress: BackupProgress) => setStand({ at: 'merging', preview, progress });
    tell({ done: 0, of: 0 });
    const merged = await backup.merge(besideToo, tell).catch(() => ({ state: 'failed' }) as const);
    if (merged.state === 'done') return setStand({ at: 'merged', merged });
    setStand({ at: 'start', problem: t('restore.mergeFailed') });
  };

  return (
    <Part id="restore" about={t('restore.about')}>
      {loss && stand.at !== 'done' && <Loss loss={loss} desk={desk} zone={settings.zone} />}
      {stand.at === 'start' && (
        <>
          {stand.problem !== null && (
            <p class="owarn owarn-late" role="alert">
              {stand.problem}
            </p>
          )}
          <Pick desk={desk} take={(source) => void take(source)} />
        </>
      )}
      {stand.at === 'reading' && (
        <Running
          label={t('restore.reading')}
          progress={stand.progress}
          stop={() => running.current?.abort(new Error('stopped'))}
        />
      )}
      {stand.at === 'asks' && (
        <AskPassword
          by={stand.by}
          bank={stand.bank}
          tried={stand.tried}
          onBack={back}
          onTyped={(typed) => void take(stand.source, typed)}
        />
      )}
      {stand.at === 'preview' && (
        <Preview
          preview={stand.preview}
          zone={settings.zone}
          unsaved={stand.unsaved}
          canMerge={loss === null}
          onBack={back}
          onReplace={(also) => void replace(stand.preview, stand.unsaved, also)}
          onMerge={(besideToo) => void merge(stand.preview, besideToo)}
        />
      )}
      {stand.at === 'restoring' && (
        <Running label={t('restore.restoring')} progress={stand.progress} stop={null} />
      )}
      {stand.at === 'merging' && (
        <Running label={t('restore.merging')} progress={stand.progress} stop={null} />
      )}
      {stand.at === 'merged' && <MergedCounts merged={stand.merged} startAnew={backup.startAnew} />}
      {stand.at === 'done' && <Done restored={stand.restored} passphrase={stand.passphrase} desk={desk} />}
    </Part>
  );
}
