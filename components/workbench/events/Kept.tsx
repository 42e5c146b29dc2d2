import { Button } from '../../ui/Button';
import { t } from '../../ui/words';
import type { Desk } from '../desk';
import { halfFilled, throwAway } from './half';

/** Says of what is half-filled here that it stays, whatever happens to the page; and throws it away. */
export function Kept({ desk, names }: { desk: Desk; names: readonly string[] }) {
  const half = halfFilled(desk, names);
  if (half.length === 0) return null;
  return (
    <p class="gkept">
      {t('eventPage.kept')}{' '}
      <Button kind="link" onClick={() => throwAway(desk, half)}>
        {t('log.discard')}
      </Button>
    </p>
  );
}
