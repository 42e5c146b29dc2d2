import type { ClientId } from '@/utils/domain/schema/ids';
import { t } from '../ui/words';
import type { Desk } from './desk';

/** Most of one reason that are drawn; the rest is a number. */
const MOST = 60;

interface Props {
  reason: string;
  clients: readonly { id: ClientId; name: string }[];
  /** The heading by its place on the page. */
  heading: 'h4' | 'h5';
  desk: Desk;
}

/** Who is left out of a list for one reason: each to be opened beside the page. */
export function LeftOutGroup({ reason, clients, heading: Heading, desk }: Props) {
  if (clients.length === 0) return null;
  return (
    <section class="fesgroup" aria-label={reason}>
      <Heading>
        {reason} <span class="evquiet">{clients.length}</span>
      </Heading>
      <ul>
        {clients.slice(0, MOST).map(({ id, name }) => (
          <li key={id}>
            <button type="button" class="wname" onClick={() => desk.show(id)}>
              {name}
            </button>
          </li>
        ))}
      </ul>
      {clients.length > MOST && <p class="evquiet">{t('workbench.book.more', clients.length - MOST)}</p>}
    </section>
  );
}
