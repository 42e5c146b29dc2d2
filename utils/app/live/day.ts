import { type ReadonlySignal, signal } from '@preact/signals';
import { addDays, dayOf, startOfDay } from '@/utils/domain/day';
import type { Settings } from '@/utils/domain/schema/settings';
import { type CivilDay, instant } from '@/utils/domain/schema/time';
import { loadSettings, watchSettings } from '@/utils/platform/settings';

/** The settings in force and the RM's day, kept current: past midnight, past sleep, past a change of zone. */
export interface LiveDay {
  settings: ReadonlySignal<Settings>;
  today: ReadonlySignal<CivilDay>;
}

const nowInstant = () => instant.parse(Date.now());

/** Longest timer that does not overflow a page's setTimeout. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Starts watching settings and midnight for the life of this page. */
export async function watchDay(): Promise<LiveDay> {
  const settings = signal(await loadSettings());
  const today = signal(dayOf(nowInstant(), settings.peek().zone));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const update = (): void => {
    const { zone } = settings.peek();
    const day = dayOf(nowInstant(), zone);
    today.value = day;
    clearTimeout(timer);
    const untilMidnight = startOfDay(addDays(day, 1), zone) - Date.now();
    timer = setTimeout(update, Math.min(Math.max(untilMidnight, 1000), LONGEST_TIMER_MS));
  };
  update();
  watchSettings((next) => {
    settings.value = next;
    update();
  });
  // Timers stand still while a machine sleeps: look again when the page is.
  document.addEventListener('visibilitychange', update);
  return { settings, today };
}
