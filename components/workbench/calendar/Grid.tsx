import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Brief } from '@/utils/domain/brief';
import { daysBetween } from '@/utils/domain/day';
import type { CivilDay } from '@/utils/domain/schema/time';
import type { ContactGrid } from '@/utils/domain/workload/grid';
import type { Period } from '@/utils/domain/workload/period';
import { isComposing } from '../../ui/keys';
import { t } from '../../ui/words';
import type { Desk } from '../desk';
import { CellNote } from './CellNote';
import { Bands, Foot, Head } from './GridFrame';
import { GridRow } from './GridRow';
import { CELL_WIDTH, type DayHead, NAME_WIDTH, ROW_HEIGHT } from './look';
import { useWindow } from './useWindow';

interface Props {
  rows: readonly Brief[];
  grid: ContactGrid;
  heads: readonly DayHead[];
  period: Period;
  today: CivilDay;
  desk: Desk;
  /** Goes so many periods on. */
  step(count: number): void;
}

/** The place that has the focus: which client, which column (0 the name, 1 the first day). */
interface Place {
  row: number;
  column: number;
}

const NO_MARKS: readonly never[] = [];

/** The column of today, or the first day where today is not in sight. */
function firstColumn(heads: readonly DayHead[], today: CivilDay): number {
  const [first] = heads;
  const at = first ? daysBetween(first.day, today) : 0;
  return at >= 0 && at < heads.length ? at + 1 : 1;
}

/** Days across, clients down; only the rows in sight are drawn. Arrows move by cell, PageUp and PageDown by period. */
export function Grid({ rows, grid, heads, period, today, desk, step }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const seen = useWindow(box, rows.length);
  const [at, setAt] = useState<Place>({ row: 0, column: firstColumn(heads, today) });
  const [note, setNote] = useState<'peek' | 'entered' | null>(null);
  const [cell, setCell] = useState<HTMLElement | null>(null);
  const follows = useRef(false);
  const place = {
    row: Math.min(at.row, Math.max(0, rows.length - 1)),
    column: Math.min(at.column, heads.length),
  };
  const width = CELL_WIDTH[period];
  const settings = desk.port.settings.value;
  const brief = rows[place.row];
  const day = heads[place.column - 1]?.day;
  const marks = (brief && day && grid.rows.get(brief.clientId)?.marks.get(day)) || NO_MARKS;

  useLayoutEffect(() => {
    const found = box.current?.querySelector<HTMLElement>(
      `[data-client="${brief?.clientId}"] [data-col="${place.column}"]`,
    );
    setCell(found ?? null);
    if (!found || !follows.current) return;
    follows.current = false;
    found.focus({ preventScroll: true });
  });
  // Another period or another list: what was open belongs to a cell that is gone.
  useEffect(() => setNote(null), [heads, rows]);
  useEffect(() => {
    const element = box.current;
    const onLeave = ({ relatedTarget: to }: FocusEvent) => {
      if (!(to instanceof Node && element?.contains(to))) setNote(null);
    };
    element?.addEventListener('focusout', onLeave);
    return () => element?.removeEventListener('focusout', onLeave);
  }, []);

  const go = (row: number, column: number, how: 'peek' | 'entered' | null = 'peek') => {
    const next = {
      row: Math.min(Math.max(0, row), rows.length - 1),
      column: Math.min(Math.max(0, column), heads.length),
    };
    follows.current = true;
    setAt(next);
    setNote(how);
    bringIntoSight(box.current, next, width);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || event.ctrlKey || event.altKey || event.metaKey) return;
    const { row, column } = place;
    const deeds: Record<string, () => void> = {
      ArrowRight: () => go(row, column + 1),
      ArrowLeft: () => go(row, column - 1),
      ArrowDown: () => go(row + 1, column),
      ArrowUp: () => go(row - 1, column),
      Home: () => go(row, firstColumn(heads, today)),
      End: () => go(row, heads.length),
      PageDown: () => {
        follows.current = true;
        step(1);
      },
      PageUp: () => {
        follows.current = true;
        step(-1);
      },
      Escape: () => setNote(null),
      Enter: () => {
        if (column === 0) {
          if (brief) desk.show(brief.clientId);
        } else setNote('entered');
      },
    };
    const deed = deeds[event.key];
    if (!deed) return;
    event.preventDefault();
    deed();
  };

  const onClick = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('.crow') : null;
    const row = rows.findIndex(({ clientId }) => clientId === target?.dataset['client']);
    if (!target || row < 0) return;
    const x = event.clientX - target.getBoundingClientRect().left;
    const clicked = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-col]') : null;
    const column = clicked ? Number(clicked.dataset['col']) : Math.floor((x - NAME_WIDTH) / width) + 1;
    if (column === 0) {
      const chosen = rows[row];
      if (chosen) desk.show(chosen.clientId);
    } else if (column >= 1 && column <= heads.length) go(row, column, 'entered');
  };

  const drawn = rows.slice(seen.first, seen.end).map((each, i) => ({ each, index: seen.first + i }));
  if (brief && (place.row < seen.first || place.row >= seen.end))
    drawn.push({ each: brief, index: place.row });
  const days = heads.map((head) => head.day);
  const shown = useStable(days);

  return (
    <div
      ref={box}
      class={`cgrid cgrid-${period}`}
      style={{ '--cell': `${width}px`, '--days': heads.length, '--name': `${NAME_WIDTH}px` }}
    >
      <div class="cstage">
        <Bands heads={heads} today={today} width={width} />
        <table
          class="cinner"
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table worked by cells is a grid (ARIA)
          role="grid"
          aria-label={t('workbench.page.calendar')}
          aria-rowcount={rows.length + 2}
          aria-colcount={heads.length + 2}
          onKeyDown={onKeyDown}
          onClick={onClick}
        >
          <Head heads={heads} today={today} count={rows.length} />
          <tbody class="cbody" style={{ height: `${rows.length * ROW_HEIGHT}px` }}>
            {drawn.map(({ each, index }) => (
              <GridRow
                key={each.clientId}
                brief={each}
                cells={grid.rows.get(each.clientId)}
                days={shown}
                today={today}
                marks={settings.calendarMarks ?? 'letters'}
                index={index}
                active={index === place.row ? place.column : null}
                chosen={desk.place.value.client === each.clientId}
                wide={period === 'week'}
              />
            ))}
          </tbody>
          <Foot heads={heads} grid={grid} rows={rows.length} />
        </table>
      </div>
      {note !== null && cell && brief && day && (note === 'entered' || marks.length > 0) && (
        <CellNote
          brief={brief}
          day={day}
          marks={marks}
          cell={cell}
          entered={note === 'entered'}
          desk={desk}
          close={() => {
            setNote(null);
            cell.focus({ preventScroll: true });
          }}
        />
      )}
    </div>
  );
}

/** The same list as before while it says the same, so that rows are not drawn anew. */
function useStable(days: CivilDay[]): readonly CivilDay[] {
  const held = useRef(days);
  if (held.current.join() !== days.join()) held.current = days;
  return held.current;
}

function bringIntoSight(box: HTMLElement | null, { row, column }: Place, width: number): void {
  if (!box) return;
  const head = 46;
  const top = row * ROW_HEIGHT;
  const room = box.clientHeight - head - ROW_HEIGHT * 2;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (top > box.scrollTop + room) box.scrollTop = top - room;
  const left = (column - 1) * width;
  const across = box.clientWidth - NAME_WIDTH - width * 2;
  if (left < box.scrollLeft) box.scrollLeft = Math.max(0, left);
  else if (left > box.scrollLeft + across) box.scrollLeft = left - across;
}
