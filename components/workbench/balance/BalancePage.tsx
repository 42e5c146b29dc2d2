import { useMemo } from 'preact/hooks';
import type { Brief } from '@/utils/domain/brief';
import { MOST_RECENT } from '@/utils/domain/brief';
import type { CivilDay } from '@/utils/domain/schema/time';
import { balanceOf, daysLate, type Swap } from '@/utils/domain/workload/balance';
import { lastWord } from '../../popup/clientWords';
import { t } from '../../ui/words';
import type { Desk } from '../desk';
import './balance.css';

/** Most lines of one side; a longer list is worked from the top. */
const MOST = 200;

function Name({ brief, desk }: { brief: Brief; desk: Desk }) {
  return (
    <>
      <button type="button" class="vname" onClick={() => desk.show(brief.clientId)}>
        {brief.name}
      </button>
      <small>{[brief.tier, brief.workload?.area].filter(Boolean).join(' · ')}</small>
    </>
  );
}

function OverLine({ swap, today, desk }: { swap: Swap; today: CivilDay; desk: Desk }) {
  const { over, times, instead } = swap;
  const days = String(over.workload?.cadenceDays ?? 0);
  return (
    <li class="vline">
      <div class="vwho">
        <Name brief={over} desk={desk} />
        <span class="vsoon">
          {times >= MOST_RECENT
            ? t('balance.timesMore', days, String(times))
            : t('balance.times', days, String(times))}
        </span>
      </div>
      <p>{lastWord(over, today)}</p>
      {instead && (
        <p class="vswap">
          <span>{t('balance.instead')}</span>
          <Name brief={instead.brief} desk={desk} />
          <span>{t(`balance.why.${instead.why}`)}</span>
        </p>
      )}
    </li>
  );
}

function UnderLine({ brief, today, desk }: { brief: Brief; today: CivilDay; desk: Desk }) {
  const visit = brief.workload?.visitDue ?? null;
  return (
    <li class="vline">
      <div class="vwho">
        <Name brief={brief} desk={desk} />
        <span class="vlate">{t('popup.overdue', daysLate(brief, today))}</span>
      </div>
      <p>
        {lastWord(brief, today)}
        {visit !== null && visit < today ? ` · ${t('balance.visitLate')}` : ''}
      </p>
    </li>
  );
}

function Balance({ briefs, today, desk }: { briefs: readonly Brief[]; today: CivilDay; desk: Desk }) {
  const { over, under } = useMemo(() => balanceOf(briefs, today), [briefs, today]);
  return (
    <>
      <div class="wpage-head">
        <h2>{t('workbench.page.balance')}</h2>
      </div>
      <p class="vabout">{t('balance.about')}</p>
      <div class="vsides">
        <section aria-label={t('balance.over')}>
          <h3>
            {t('balance.over')} <span class="vcount">{over.length}</span>
          </h3>
          {over.length === 0 && <p class="wempty">{t('balance.noneOver')}</p>}
          <ul>
            {over.slice(0, MOST).map((swap) => (
              <OverLine key={swap.over.clientId} swap={swap} today={today} desk={desk} />
            ))}
          </ul>
        </section>
        <section aria-label={t('balance.under')}>
          <h3>
            {t('balance.under')} <span class="vcount">{under.length}</span>
          </h3>
          {under.length === 0 && <p class="wempty">{t('balance.noneUnder')}</p>}
          <ul>
            {under.slice(0, MOST).map((brief) => (
              <UnderLine key={brief.clientId} brief={brief} today={today} desk={desk} />
            ))}
          </ul>
          {under.length > MOST && <p>{t('workbench.book.more', under.length - MOST)}</p>}
        </section>
      </div>
    </>
  );
}

/** Who is seen too often and who too seldom [V], side by side, and whom to see instead of whom. */
export function BalancePage({ desk }: { desk: Desk }) {
  const book = desk.port.book.value;
  if (book.state === 'loading') return <p class="wempty">{t('popup.loading')}</p>;
  if (book.state === 'error') return null;
  if (book.briefs.length === 0) return <p class="wempty">{t('popup.emptyBook')}</p>;
  return <Balance briefs={book.briefs} today={desk.port.today.value} desk={desk} />;
}
