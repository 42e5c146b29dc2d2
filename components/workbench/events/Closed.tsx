import type { Candidate } from '@/utils/domain/event/candidate';
import { phrase, t } from '../../ui/words';
import type { Desk } from '../desk';
import { LeftOutGroup } from '../LeftOutGroup';

/** Who may not be invited, and why: an invitation is marketing, and the gates of §§9 and 11 stand before it. */
export function Closed({ candidates, desk }: { candidates: readonly Candidate[]; desk: Desk }) {
  if (candidates.length === 0) return null;
  const gates = [...new Set(candidates.flatMap(({ closed }) => closed ?? []))].sort();
  return (
    <details class="fesleft">
      <summary>{t('eventPage.closed', candidates.length)}</summary>
      {gates.map((gate) => (
        <LeftOutGroup
          key={gate}
          reason={phrase(`gate.${gate}`)}
          clients={candidates.filter(({ closed }) => closed === gate)}
          heading="h5"
          desk={desk}
        />
      ))}
    </details>
  );
}
