import type { Candidate } from '@/utils/domain/event/candidate';
import { phrase, t } from '../../ui/words';
import type { Desk } from '../desk';

/** Most of one reason that are drawn; the rest is a number. */
const MOST = 60;

/** Who may not be invited, and why: an invitation is marketing, and the gates of §§9 and 11 stand before it. */
export function Closed({ candidates, desk }: { candidates: readonly Candidate[]; desk: Desk }) {
  if (candidates.length === 0) return null;
  const gates = [...new Set(candidates.flatMap(({ closed }) => closed ?? []))].sort();
  return (
    <details class="fesleft">
      <summary>{t('eventPage.closed', candidates.length)}</summary>
      {gates.map((gate) => {
        const held = candidates.filter(({ closed }) => closed === gate);
        return (
          <section key={gate} class="fesgroup" aria-label={phrase(`gate.${gate}`)}>
            <h5>
              {phrase(`gate.${gate}`)} <span class="wcount">{held.length}</span>
            </h5>
            <ul>
              {held.slice(0, MOST).map(({ id, name }) => (
                <li key={id}>
                  <button type="button" class="wname" onClick={() => desk.show(id)}>
                    {name}
                  </button>
                </li>
              ))}
            </ul>
            {held.length > MOST && <p class="evquiet">{t('workbench.book.more', held.length - MOST)}</p>}
          </section>
        );
      })}
    </details>
  );
}
