import { Button } from '../../ui/Button';
import { t } from '../../ui/words';
import type { Desk } from '../desk';
import { loggedOf, waitingIn } from './waiting';

/** Asks of the track copied last whether it worked, once something was logged of the client it was for. */
export function AskWorked({ desk }: { desk: Desk }) {
  const waiting = waitingIn(desk);
  const asked = waiting.value;
  const now = loggedOf(desk.port.view.value);
  const isTime = asked !== null && now?.client === asked.client && now.logged > asked.logged;
  const answer = (worked: boolean) => {
    if (asked && worked) void desk.port.library.count(asked.id, 'worked');
    waiting.value = null;
    // The buttons are gone: the focus stays in their part.
    document.querySelector<HTMLElement>('#part-tracks h2')?.focus({ preventScroll: true });
  };
  return (
    <div role="status">
      {isTime && (
        <p class="askworked">
          {t('library.askWorked', asked.title)}{' '}
          <Button kind="link" onClick={() => answer(true)}>
            {t('library.itWorked')}
          </Button>{' '}
          <Button kind="link" onClick={() => answer(false)}>
            {t('library.itDidNot')}
          </Button>
        </p>
      )}
    </div>
  );
}
