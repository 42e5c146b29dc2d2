import { type FestiveClient, festiveOf } from '@/utils/domain/festival/festive';
import type { ClientId } from '@/utils/domain/schema/ids';
import type { CivilDay } from '@/utils/domain/schema/time';
import { openWalker } from '@/utils/store/read/openWalker';
import type { BookWalker, StoreReader } from '@/utils/store/store';
import type { FestivalPort, FestivalProgress } from './festivalPort';
import type { LiveDay } from './live/day';
import type { Opened } from './live/reader';
import { browserPorts } from './storePorts';

/** Longest stretch of work before the page may draw and be pressed. */
const BREATH_MS = 24;
/** Clients that are read at the same time. */
const TOGETHER = 20;

const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Goes through the whole book; null where that was ended. */
async function walk(
  walker: Pick<BookWalker, 'bundles'>,
  festive: (bundle: Parameters<typeof festiveOf>[0]) => FestiveClient | null,
  stop: AbortSignal,
  tell: (progress: FestivalProgress) => void,
): Promise<FestiveClient[] | null> {
  const clients: FestiveClient[] = [];
  let [done, closed] = [0, 0];
  let awake = performance.now();
  for await (const slice of walker.bundles()) {
    if (stop.aborted) return null;
    for (const { bundle } of slice.known) clients.push(...[festive(bundle) ?? []].flat());
    done += slice.known.length + slice.closed;
    closed += slice.closed;
    if (performance.now() - awake < BREATH_MS) continue;
    tell({ done, closed });
    await breathe();
    awake = performance.now();
  }
  tell({ done, closed });
  return clients;
}

/** Some clients, those left out that do not open. */
async function known(reader: StoreReader, ids: readonly ClientId[], day: CivilDay, { settings }: LiveDay) {
  const clients: FestiveClient[] = [];
  for (let from = 0; from < ids.length; from += TOGETHER) {
    const read = await Promise.all(ids.slice(from, from + TOGETHER).map((id) => reader.client(id)));
    for (const one of read) {
      const client = one.ok ? festiveOf(one.value.bundle, settings.peek(), day) : null;
      if (client) clients.push(client);
    }
  }
  return clients;
}

/** The festivals' port in a browser. */
export function openFestival(opening: Promise<Opened>, live: LiveDay): FestivalPort {
  return {
    async standings(day, stop, tell) {
      const walker = await openWalker(browserPorts());
      if (!walker.ok) return null;
      const festive = (bundle: Parameters<typeof festiveOf>[0]) =>
        festiveOf(bundle, live.settings.peek(), day);
      const found = await walk(walker.value, festive, stop, tell).catch(() => null);
      walker.value.close();
      return found;
    },
    async standingsOf(ids, day) {
      const { reader } = await opening;
      return reader ? known(reader, ids, day, live) : [];
    },
  };
}
