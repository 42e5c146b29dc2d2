import { useState } from 'preact/hooks';
import type { LossShown } from '@/utils/app/backup/backupPort';
import { Button } from '../../ui/Button';
import { t } from '../../ui/words';
import { grouped, moment } from '../backup/words';
import type { OptionsDesk } from '../desk';

/** How much is missing, since when, and how much of it is still to be had. */
export function Loss({ loss, desk, zone }: { loss: LossShown; desk: OptionsDesk; zone: string }) {
  const { backup } = desk.port;
  const [busy, setBusy] = useState(false);
  const missing = Math.max(0, loss.had - loss.has);
  const heal = async () => {
    setBusy(true);
    const healed = await backup.heal().catch(() => ({ state: 'failed' }) as const);
    setBusy(false);
    if (healed.state !== 'done') return desk.say(t(`restore.heal.${healed.state}`), true);
    const { entries, missing: still } = healed;
    desk.say(
      still === 0
        ? t('restore.heal.done', entries, grouped(entries))
        : t('restore.heal.partly', grouped(entries), grouped(still)),
      still > 0,
    );
  };
  if (loss.restoring)
    return (
      <div class="owarn owarn-late" role="alert">
        <p>{t('restore.unfinished')}</p>
      </div>
    );
  return (
    <div class="owarn owarn-late orestore-loss" role="alert">
      <p>
        {missing === 0
          ? t('restore.damaged')
          : loss.lastAt === null
            ? t('restore.lostAll', missing, grouped(missing))
            : t('restore.lost', missing, grouped(missing), moment(loss.lastAt, zone))}
      </p>
      {loss.inTail > 0 ? (
        <>
          <p>
            {loss.inTail >= missing
              ? t('restore.tailHasAll')
              : t('restore.tailHas', grouped(loss.inTail), grouped(missing - loss.inTail))}
          </p>
          <Button kind="go" disabled={busy} onClick={() => void heal()}>
            {t(busy ? 'restore.heal.busy' : 'restore.heal.go')}
          </Button>
        </>
      ) : (
        <p>{t('restore.pickToMend')}</p>
      )}
    </div>
  );
}
