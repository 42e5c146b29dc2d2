import type { ClientBundle } from '@/utils/domain/bundle';
import { openWalker } from '@/utils/store/read/openWalker';
import type { BookRows, WalkProgress } from './bookRows';
import type { Opened } from './live/reader';
import { browserPorts } from './storePorts';

/** Longest stretch of work before the page may draw and be pressed. */
const BREATH_MS = 24;
/** Clients that are read at the same time. */
const TOGETHER = 20;

const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** The lines of a book in a browser. `rowOf` is asked anew for every client, as the settings stand then. */
export function openBookRows<Row>(
  opening: Promise<Opened>,
  rowOf: (bundle: ClientBundle) => Row | null,
): BookRows<Row> {
  const rows = (bundle: ClientBundle): Row[] => {
    const row = rowOf(bundle);
    return row === null ? [] : [row];
  };

  async function walk(stop: AbortSignal, tell: (progress: WalkProgress) => void): Promise<Row[] | null> {
    const walker = await openWalker(browserPorts());
    if (!walker.ok) return null;
    const found: Row[] = [];
    let [done, closed] = [0, 0];
    let awake = performance.now();
    try {
      for await (const slice of walker.value.bundles()) {
        if (stop.aborted) return null;
        for (const { bundle } of slice.known) found.push(...rows(bundle));
        done += slice.known.length + slice.closed;
        closed += slice.closed;
        if (performance.now() - awake < BREATH_MS) continue;
        tell({ done, closed });
        await breathe();
        awake = performance.now();
      }
    } catch {
      return null;
    } finally {
      walker.value.close();
    }
    tell({ done, closed });
    return found;
  }

  return {
    all: walk,
    async of(ids) {
      const { reader } = await opening;
      if (!reader) return [];
      const found: Row[] = [];
      for (let from = 0; from < ids.length; from += TOGETHER) {
        const read = await Promise.all(ids.slice(from, from + TOGETHER).map((id) => reader.client(id)));
        for (const one of read) if (one.ok) found.push(...rows(one.value.bundle));
      }
      return found;
    },
  };
}
