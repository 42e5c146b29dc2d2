import type { Brief } from '@/utils/domain/brief';
import type { CivilDay } from '@/utils/domain/schema/time';
import type { BookOrder } from '@/utils/domain/search/bookList';
import { dueWord, tierWord } from '../../popup/clientWords';
import { Chip } from '../../ui/Chip';
import { exactDay, sayDay } from '../../ui/dayWords';
import { t } from '../../ui/words';
import type { Desk } from '../desk';

/** By which column the book is ordered, and which way. */
export interface Sorting {
  by: BookOrder;
  direction: 'up' | 'down';
}

const COLUMNS: readonly BookOrder[] = ['name', 'tier', 'last', 'lastMeeting', 'due', 'score', 'promise'];

interface Props {
  rows: readonly Brief[];
  /** Null where the best found come first. */
  sorting: Sorting | null;
  sortBy(by: BookOrder): void;
  today: CivilDay;
  desk: Desk;
}

function Day({ day, today, none }: { day: CivilDay | null; today: CivilDay; none: string }) {
  if (day === null) return <span class="bnone">{none}</span>;
  return (
    <time dateTime={day} title={exactDay(day)}>
      {sayDay(day, today)}
    </time>
  );
}

function Line({ brief, today, desk }: { brief: Brief; today: CivilDay; desk: Desk }) {
  const due = dueWord(brief, today);
  const open = desk.place.value.client === brief.clientId;
  return (
    <tr aria-selected={open}>
      <th scope="row">
        <button type="button" class="wname" onClick={() => desk.show(brief.clientId)}>
          {brief.name}
        </button>
      </th>
      <td>{tierWord(brief) ?? ''}</td>
      <td>
        {brief.last && <span class="bletter">{t(`channel.${brief.last.channel}`)}</span>}
        <Day day={brief.last?.day ?? null} today={today} none={t('workbench.book.never')} />
      </td>
      <td>
        <Day day={brief.lastMeeting} today={today} none={t('workbench.book.never')} />
      </td>
      <td data-label={t('workbench.book.column.due')}>
        {due ? <Chip tone={due.tone}>{due.text}</Chip> : <Day day={brief.due} today={today} none="" />}
      </td>
      <td class="bnumber" data-label={t('workbench.book.column.score')}>
        {brief.score}
      </td>
      <td class="bpromise">
        {brief.promise && (
          <>
            <Day day={brief.promise.due} today={today} none="" /> {brief.promise.text}
          </>
        )}
      </td>
    </tr>
  );
}

const ARIA = { up: 'ascending', down: 'descending' } as const;

/** The lines of the book under headings that order them. */
export function BookTable({ rows, sorting, sortBy, today, desk }: Props) {
  return (
    <table class="btable">
      <thead>
        <tr>
          {COLUMNS.map((by) => (
            <th key={by} scope="col" aria-sort={sorting?.by === by ? ARIA[sorting.direction] : 'none'}>
              <button
                type="button"
                disabled={sorting === null}
                title={by === 'score' ? t('workbench.book.scoreNote') : undefined}
                onClick={() => sortBy(by)}
              >
                {t(`workbench.book.column.${by}`)}
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((brief) => (
          <Line key={brief.clientId} brief={brief} today={today} desk={desk} />
        ))}
      </tbody>
    </table>
  );
}
