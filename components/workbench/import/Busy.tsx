import type { ImportProgress } from '@/utils/app/import/importPort';
import { Button } from '../../ui/Button';
import { t } from '../../ui/words';

interface Props {
  name: string;
  progress: ImportProgress | null;
  stop(): void;
}

function word(progress: ImportProgress | null): string {
  if (progress === null) return t('importing.opening');
  const { doing, done, of } = progress;
  if (doing === 'sealing' && of !== null) return t('importing.sealing', String(done), String(of));
  return t(`importing.${doing === 'sealing' ? 'writing' : doing}`, String(done));
}

/** How far it is, and the way to stop. */
export function Busy({ name, progress, stop }: Props) {
  const of = progress?.of ?? null;
  return (
    <section class="ibusy" aria-busy="true">
      <p class="ifile">{name}</p>
      <p role="status">{word(progress)}</p>
      {of === null ? (
        <progress aria-label={name} />
      ) : (
        <progress aria-label={name} max={of} value={Math.min(progress?.done ?? 0, of)} />
      )}
      <Button kind="plain" onClick={stop}>
        {t('importing.stop')}
      </Button>
    </section>
  );
}
