import { useMemo, useState } from 'preact/hooks';
import type { EveningPort } from '@/utils/app/eveningPort';
import type { Brief } from '@/utils/domain/brief';
import { eveningCandidates, pendingCandidates } from '@/utils/domain/evening/evening';
import type { CivilDay } from '@/utils/domain/schema/time';
import { t } from '../../ui/words';
import type { Desk } from '../desk';
import { ToEnter } from './ToEnter';
import { ToLog } from './ToLog';
import { useClients } from './useClients';
import './evening.css';

const TABS = ['toLog', 'toEnter'] as const;
type Tab = (typeof TABS)[number];

interface Props {
  briefs: readonly Brief[];
  today: CivilDay;
  evening: EveningPort;
}

function Logs({ briefs, today, evening, onLeft }: Props & { onLeft: (left: number) => void }) {
  const opened = evening.opened.value;
  const dismissed = evening.dismissed.value;
  const candidates = useMemo(
    () => eveningCandidates(briefs, { today, opened, dismissed }),
    [briefs, today, opened, dismissed],
  );
  const known = useClients(evening, candidates);
  return known && <ToLog known={known} evening={evening} today={today} onLeft={onLeft} />;
}

function Entries({ briefs, today, evening }: Props) {
  const candidates = useMemo(() => pendingCandidates(briefs), [briefs]);
  const known = useClients(evening, candidates);
  return known && <ToEnter known={known} evening={evening} today={today} />;
}

function Evening(props: Props) {
  const [tab, setTab] = useState<Tab>('toLog');
  const [left, setLeft] = useState<number | null>(null);
  const pending = props.briefs.reduce((sum, brief) => sum + (brief.pending ?? 0), 0);
  return (
    <>
      <div class="wpage-head">
        <h2>{t('workbench.page.evening')}</h2>
        <fieldset class="evtabs">
          <legend class="unseen">{t('workbench.page.evening')}</legend>
          {TABS.map((each) => (
            <button key={each} type="button" aria-pressed={each === tab} onClick={() => setTab(each)}>
              {each === 'toLog' ? t('evening.tab.toLog', left ?? '') : t('evening.tab.toEnter', pending)}
            </button>
          ))}
        </fieldset>
      </div>
      {tab === 'toLog' ? <Logs {...props} onLeft={setLeft} /> : <Entries {...props} />}
    </>
  );
}

/** 夕会 (§6): who was seen or planned today and is not logged, and what the bank's system has not got yet. */
export function EveningPage({ desk }: { desk: Desk }) {
  const book = desk.port.book.value;
  if (book.state === 'loading') return <p class="wempty">{t('popup.loading')}</p>;
  if (book.state === 'error') return null;
  return <Evening briefs={book.briefs} today={desk.port.today.value} evening={desk.port.evening()} />;
}
