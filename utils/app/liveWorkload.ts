import { signal } from '@preact/signals';
import { loadWeekMoves, saveWeekMoves, watchWeekMoves } from '@/utils/platform/weekMoves';
import { newContactId } from './ids';
import type { Opened } from './live/reader';
import { MOST_WEEKS, type WeekMoves, type WorkloadPort, weekMoves } from './workloadPort';

function parse(kept: unknown): WeekMoves {
  const read = weekMoves.safeParse(kept);
  return read.success ? read.data : {};
}

/** The latest weeks: what was moved in a week long past helps nobody. */
const latest = (moves: WeekMoves): WeekMoves =>
  Object.fromEntries(Object.entries(moves).sort().slice(-MOST_WEEKS));

/** Calendar, week plan and balance in a browser. */
export async function openWorkload(opening: Promise<Opened>): Promise<WorkloadPort> {
  const moves = signal(parse(await loadWeekMoves()));
  watchWeekMoves((kept) => {
    moves.value = parse(kept);
  });
  return {
    watchContacts({ from, until }, tell) {
      let ended = false;
      let stop = () => {};
      tell({ state: 'loading' });
      void opening.then(({ reader }) => {
        if (ended) return;
        if (!reader) {
          tell({ state: 'error' });
          return;
        }
        stop = reader.watchContacts(from, until, (read) =>
          tell(read.ok ? { state: 'ready', contacts: read.value } : { state: 'error' }),
        );
      });
      return () => {
        ended = true;
        stop();
      };
    },
    moves,
    saveMoves: (next) =>
      saveWeekMoves(latest(weekMoves.parse(next))).then(
        () => true,
        () => false,
      ),
    newContactId,
  };
}
