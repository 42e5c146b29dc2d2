import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { t } from '../ui/words';
import type { LogSession } from './session';

/** The draft that waits for this client, and the question what to do with it when something is in its way. */
export function KeptDraft({ session }: { session: LogSession }) {
  const kept = session.kept.value;
  if (!kept || session.opened.value) return null;
  const { channel = 'phone' } = kept.details;
  return (
    <>
      <p class="logkept">
        {t('log.kept', t(`channel.${channel}`))}
        <Button kind="link" onClick={() => session.resume()}>
          {t('log.resume')}
        </Button>
        <Button kind="link" onClick={() => session.discard()}>
          {t('log.discard')}
        </Button>
      </p>
      {session.blocked.value && (
        <Dialog title={t('log.blockedTitle')} onClose={() => session.unblock()}>
          <p>{t('log.blockedText', kept.name)}</p>
          <div class="dialog-buttons">
            <Button onClick={() => session.discard()}>{t('log.discardAndGoOn')}</Button>
            <Button kind="go" onClick={() => session.resume()}>
              {t('log.resume')}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
