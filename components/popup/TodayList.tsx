import { useState } from 'preact/hooks';
import { t } from '../ui/words';
import { ClientRow } from './ClientRow';
import { BELOW_CLIENT, type Row, type StartRows } from './lists';
import { useRowKeys } from './useRowKeys';

/** Most rows in all: beyond that one works from the book, not from a popup. */
export const MOST_ROWS = 60;

interface Props {
  start: StartRows;
  overdue: number | null;
  pick(row: Row): void;
}

/** The digit that picks the row at `index`, if any. */
const digitOf = (index: number): string | undefined => (index < 9 ? String(index + 1) : undefined);

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
export function TodayHead({ count, overdue }: { count: number; overdue: number | null }) {
  return (
    <div class="plist-head">
      <h2>
        {t('popup.today')} <span class="plist-count">{count}</span>
      </h2>
      {overdue !== null && overdue > 0 && <span class="plist-late">{t('popup.overdueCount', overdue)}</span>}
    </div>
  );
}

/** Promises due and clients overdue, each one key away; below them whom one talked to last. */
export function TodayList({ start, overdue, pick }: Props) {
  const [all, setAll] = useState(false);
  const shown = start.today.slice(0, all ? MOST_ROWS : BELOW_CLIENT.today);
  const recent = start.recent.slice(0, BELOW_CLIENT.recent);
  const rows = all ? shown : [...shown, ...recent];
  const pickPlace = (place: number): boolean => {
    const row = rows[place - 1];
    if (row) pick(row);
    return row !== undefined;
  };
  useRowKeys({ pick: pickPlace, find: null });
  const more = Math.min(start.today.length, MOST_ROWS) - shown.length;
  return (
    <section class="plist" aria-label={t('popup.today')}>
      <TodayHead count={start.today.length} overdue={overdue} />
      {start.today.length === 0 && <p class="plist-empty">{t('popup.nothingToday')}</p>}
      <Rows rows={shown} first={0} pick={pick} />
      {more > 0 && (
        <button type="button" class="btn btn-link plist-more" onClick={() => setAll(true)}>
          {t('popup.moreToday', more)}
        </button>
      )}
      {!all && recent.length > 0 && (
        <>
          <h2 class="plist-second">{t('popup.recent')}</h2>
          <Rows rows={recent} first={shown.length} pick={pick} />
        </>
      )}
    </section>
  );
}
