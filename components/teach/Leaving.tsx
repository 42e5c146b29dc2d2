import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { t } from '../ui/words';

/** Asks before what was taught is lost. */
export function Leaving({ onStay, onLeave }: { onStay(): void; onLeave(): void }) {
  return (
    <Dialog title={t('teach.cancelTitle')} onClose={onStay}>
      <p class="teach-text">{t('teach.cancelText')}</p>
      <div class="dialog-buttons">
        <Button onClick={onLeave}>{t('teach.cancelYes')}</Button>
        <Button kind="go" onClick={onStay}>
          {t('teach.cancelNo')}
        </Button>
      </div>
    </Dialog>
  );
}
