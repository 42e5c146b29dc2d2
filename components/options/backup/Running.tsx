import type { BackupProgress } from '@/utils/app/backup/backupPort';
import { Button } from '../../ui/Button';
import { t } from '../../ui/words';

interface Props {
  label: string;
  progress: BackupProgress;
  /** Null where there is no way back any more. */
  stop: (() => void) | null;
}

/** Something long that is under way: what, how far, and how it is ended. */
export function Running({ label, progress: { done, of }, stop }: Props) {
  const percent = of > 0 ? Math.floor((100 * done) / of) : 0;
  return (
    <div class="obackup-run">
      <span role="status">{label}</span>
      <progress aria-label={label} max={100} value={percent} />
      <span class="obackup-percent">{percent}%</span>
      {stop && <Button onClick={stop}>{t('ui.cancel')}</Button>}
    </div>
  );
}
