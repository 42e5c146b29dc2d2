import { Button } from '../../ui/Button';
import { t } from '../../ui/words';
import type { Desk } from '../desk';

/**
 * The book is locked: nobody is named. The passphrase is asked for in a page of the extension's own, never in
 * a frame inside the CRM's.
 */
export function Locked({ desk }: { desk: Desk }) {
  return (
    <main class="panel plain">
      <h1>{t('lock.locked')}</h1>
      <p>{t('lock.panelAbout')}</p>
      <Button kind="go" onClick={() => desk.port.openOptions('lock')}>
        {t('lock.unlock')}
      </Button>
    </main>
  );
}
