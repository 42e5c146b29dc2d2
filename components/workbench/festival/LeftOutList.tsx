import { type FestiveClient, LEFT_OUT, type LeftOut } from '@/utils/domain/festival/festive';
import { t } from '../../ui/words';
import type { Desk } from '../desk';
import { LeftOutGroup } from '../LeftOutGroup';

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
        <LeftOutGroup
          key={why}
          reason={t(`festivalPage.why.${why}`)}
          clients={byReason(why)}
          heading="h4"
          desk={desk}
        />
      ))}
    </details>
  );
}
