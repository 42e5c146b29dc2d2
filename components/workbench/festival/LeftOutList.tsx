import { type FestiveClient, LEFT_OUT, type LeftOut } from '@/utils/domain/festival/festive';
import { t } from '../../ui/words';
import type { Desk } from '../desk';

/** Most of one reason that are drawn; the rest is a number. */
const MOST = 60;

function Group({ why, clients, desk }: { why: LeftOut; clients: readonly FestiveClient[]; desk: Desk }) {
  if (clients.length === 0) return null;
  const reason = t(`festivalPage.why.${why}`);
  return (
    <section class="fesgroup" aria-label={reason}>
      <h4>
        {reason} <span class="evquiet">{clients.length}</span>
      </h4>
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

/** Who is left out of the batch, and why: to be opened one by one. */
export function LeftOutList({ clients, desk }: { clients: readonly FestiveClient[]; desk: Desk }) {
  const byReason = (why: LeftOut) =>
    clients.filter(({ standing }) => standing.state === 'leftOut' && standing.why === why);
  const left = LEFT_OUT.reduce((sum, why) => sum + byReason(why).length, 0);
  if (left === 0) return null;
  return (
    <details class="fesleft">
      <summary>{t('festivalPage.leftOut', left)}</summary>
      {LEFT_OUT.map((why) => (
        <Group key={why} why={why} clients={byReason(why)} desk={desk} />
      ))}
    </details>
  );
}
