import { useState } from 'preact/hooks';
import { t } from '../ui/words';
import { ClientRow } from './ClientRow';
import { type Row, SHORT_TODAY } from './lists';

/** Most rows in all: beyond that one works from the book, not from a popup. */
const MOST_ROWS = 60;

interface Props {
  rows: readonly Row[];
  recent: readonly Row[];
  overdue: number | null;
  pick(row: Row): void;
}

/** The digit that picks the row at `index`, if any. */
export const digitOf = (index: number): string | undefined => (index < 9 ? String(index + 1) : undefined);

function Rows({ rows, first, pick }: { rows: readonly Row[]; first: number; pick: (row: Row) => void }) {
  return (
    <ol class="prows">
      {rows.map((row, index) => (
        <li key={row.brief.clientId}>
          <button
            type="button"
            class="prow"
            aria-keyshortcuts={digitOf(first + index)}
            onClick={() => pick(row)}
          >
            <ClientRow
              brief={row.brief}
              about={row.about}
              mark={row.mark}
              ranges={row.ranges}
              hotkey={digitOf(first + index)}
            />
          </button>
        </li>
      ))}
    </ol>
  );
}

/** Heading of today's list with what it amounts to. */
export function TodayHead({ count, overdue, id }: { count: number; overdue: number | null; id?: string }) {
  return (
    <div class="plist-head">
      <h2 id={id}>
        {t('popup.today')} <span class="plist-count">{count}</span>
      </h2>
      {overdue !== null && overdue > 0 && <span class="plist-late">{t('popup.overdueCount', overdue)}</span>}
    </div>
  );
}

/** Promises due and clients overdue, each one key away; below them whom one talked to last. */
export function TodayList({ rows, recent, overdue, pick }: Props) {
  const [all, setAll] = useState(false);
  const shown = rows.slice(0, all ? MOST_ROWS : SHORT_TODAY);
  const more = Math.min(rows.length, MOST_ROWS) - shown.length;
  return (
    <section class="plist" aria-label={t('popup.today')}>
      <TodayHead count={rows.length} overdue={overdue} />
      {rows.length === 0 && <p class="plist-empty">{t('popup.nothingToday')}</p>}
      <Rows rows={shown} first={0} pick={pick} />
      {more > 0 && (
        <button type="button" class="btn btn-link plist-more" onClick={() => setAll(true)}>
          {t('popup.moreToday', more)}
        </button>
      )}
      {recent.length > 0 && (
        <>
          <h2 class="plist-second">{t('popup.recent')}</h2>
          <Rows rows={recent} first={shown.length} pick={pick} />
        </>
      )}
    </section>
  );
}
