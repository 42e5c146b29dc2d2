import type { CivilDay } from '@/utils/domain/schema/time';
import type { ContactGrid } from '@/utils/domain/workload/grid';
import { exactDay, weekdayWord } from '../../ui/dayWords';
import { t } from '../../ui/words';
import { type DayHead, dayNote, NAME_WIDTH } from './look';

interface BandProps {
  heads: readonly DayHead[];
  today: CivilDay;
  width: number;
}

/** Weekends, holidays, leave and today, behind all rows. */
export function Bands({ heads, today, width }: BandProps) {
  const at = (index: number) => ({ left: `${NAME_WIDTH + index * width}px`, width: `${width}px` });
  return (
    <div class="cbands" aria-hidden="true">
      {heads.map(({ day, status, leave }, i) => {
        const off = status.working ? '' : leave ? ' cband-leave' : ' cband-off';
        const now = day === today ? ' cband-today' : '';
        return off === '' && now === '' ? null : <i key={day} class={`cband${off}${now}`} style={at(i)} />;
      })}
    </div>
  );
}

function DayHeading({ head, today, column }: { head: DayHead; today: CivilDay; column: number }) {
  const { day, status } = head;
  const said = dayNote(head);
  const kind = status.working ? 'cday' : 'cday cday-off';
  return (
    <th
      class={day === today ? `${kind} cday-today` : kind}
      scope="col"
      aria-colindex={column}
      aria-label={said === null ? exactDay(day) : `${exactDay(day)} ${said}`}
      {...(said === null ? {} : { title: said })}
    >
      <b>{Number(day.slice(8))}</b>
      {/* 周一 stands in a column as 一. */}
      <small>{weekdayWord(day).replace('周', '')}</small>
      {said !== null && <em>{said.slice(0, 1)}</em>}
    </th>
  );
}

/** The days across, with what is no ordinary weekday. */
export function Head({ heads, today, count }: { heads: readonly DayHead[]; today: CivilDay; count: number }) {
  return (
    <thead>
      <tr class="chead" aria-rowindex={1}>
        <th class="cname" scope="col" aria-colindex={1}>
          {t('calendar.clients', count)}
        </th>
        {heads.map((head, i) => (
          <DayHeading key={head.day} head={head} today={today} column={i + 2} />
        ))}
        <th class="csum" scope="col" aria-colindex={heads.length + 2}>
          {t('calendar.sum')}
        </th>
      </tr>
    </thead>
  );
}

/** How many were reached on each day. */
export function Foot({ heads, grid, rows }: { heads: readonly DayHead[]; grid: ContactGrid; rows: number }) {
  const all = [...grid.reachedOn.values()].reduce((sum, count) => sum + count, 0);
  return (
    <tfoot>
      <tr class="cfoot" aria-rowindex={rows + 2}>
        <th class="cname" scope="row" aria-colindex={1}>
          {t('calendar.perDay')}
        </th>
        {heads.map(({ day }, i) => (
          <td key={day} class="csum" aria-colindex={i + 2}>
            {grid.reachedOn.get(day) ?? ''}
          </td>
        ))}
        <td class="csum" aria-colindex={heads.length + 2}>
          {all === 0 ? '' : all}
        </td>
      </tr>
    </tfoot>
  );
}
