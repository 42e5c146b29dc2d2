import { useMemo } from 'preact/hooks';
import type { Brief } from '@/utils/domain/brief';
import { addDays, daysBetween } from '@/utils/domain/day';
import type { CalendarMarks } from '@/utils/domain/schema/settings';
import type { CivilDay } from '@/utils/domain/schema/time';
import { isOverVisited } from '@/utils/domain/workload/balance';
import type { GridRow as Cells } from '@/utils/domain/workload/grid';
import { dueWord } from '../../popup/clientWords';
import { t } from '../../ui/words';
import { cellWords, markClass, markOf, ROW_HEIGHT } from './look';

/** Most letters side by side in one cell; more are told by their number. */
const MOST_LETTERS = 1;
const NOTHING: Cells = { marks: new Map(), reached: 0 };

interface Props {
  brief: Brief;
  cells: Cells | undefined;
  days: readonly CivilDay[];
  today: CivilDay;
  marks: CalendarMarks;
  index: number;
  /** The column that has the focus: 0 is the name, 1 the first day; null if it is in another row. */
  active: number | null;
  chosen: boolean;
  /** Letters that fit side by side. */
  wide: boolean;
}

/** Where the time since the due day lies in the days shown, as columns; null where none of it does. */
function lateColumns(due: CivilDay, days: readonly CivilDay[], today: CivilDay): [number, number] | null {
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return null;
  const from = Math.max(0, daysBetween(first, addDays(due, 1)));
  const until = Math.min(days.length - 1, daysBetween(first, today));
  return from > until ? null : [from + 2, until + 3];
}

function Standing({ brief, today }: { brief: Brief; today: CivilDay }) {
  const due = dueWord(brief, today);
  if (due) return <span class={`cstand cstand-${due.tone}`}>{due.text}</span>;
  if (isOverVisited(brief, today)) return <span class="cstand cstand-soon">{t('calendar.over')}</span>;
  return null;
}

/**
 * One client's line. Cells without a contact are not drawn, but for the one that has the focus: the row
 * itself takes the pointer there.
 */
export function GridRow(props: Props) {
  const { brief, cells = NOTHING, days, today, marks, index, active, chosen, wide } = props;
  return useMemo(() => {
    const late = lateColumns(brief.due, days, today);
    const letters = wide ? 4 : MOST_LETTERS;
    return (
      <tr
        class={chosen ? 'crow crow-chosen' : 'crow'}
        aria-rowindex={index + 2}
        data-client={brief.clientId}
        style={{ top: `${index * ROW_HEIGHT}px` }}
      >
        <th class="cname" scope="row" aria-colindex={1}>
          <button type="button" tabIndex={active === 0 ? 0 : -1} data-col="0">
            {brief.name}
          </button>
          <small>{brief.tier ?? ''}</small>
          <Standing brief={brief} today={today} />
        </th>
        {late && <td class="clate" aria-hidden="true" style={{ gridColumn: `${late[0]} / ${late[1]}` }} />}
        {days.map((day, at) => {
          const held = cells.marks.get(day) ?? [];
          const column = at + 1;
          if (held.length === 0 && active !== column) return null;
          return (
            <td
              key={day}
              class="ccell"
              // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the cells of a grid (ARIA)
              role="gridcell"
              aria-colindex={column + 1}
              aria-label={cellWords(brief.name, day, held)}
              tabIndex={active === column ? 0 : -1}
              data-col={column}
              style={{ gridColumn: column + 1 }}
            >
              {held.slice(0, letters).map((mark) => (
                <span key={mark.contact.id} class={markClass(mark)} aria-hidden="true">
                  {markOf(mark.contact, marks)}
                </span>
              ))}
              {held.length > letters && (
                <sup class="cmore" aria-hidden="true">
                  {held.length}
                </sup>
              )}
            </td>
          );
        })}
        <td class="csum" aria-colindex={days.length + 2} style={{ gridColumn: days.length + 2 }}>
          {cells.reached === 0 ? '' : cells.reached}
        </td>
      </tr>
    );
  }, [brief, cells, days, today, marks, index, active, chosen, wide]);
}
