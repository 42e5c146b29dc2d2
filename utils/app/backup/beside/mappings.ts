import { loadImportMappings, saveImportMappings } from '@/utils/platform/importMappings';
import { keptMappings, MOST_MAPPINGS } from '../../import/mappings';
import { inLine } from '../../inLine';
import { NO_CHANGES, partReader } from './part';

async function both(there: readonly { headings: string }[]) {
  const read = keptMappings.safeParse(await loadImportMappings());
  const here = read.success ? read.data : [];
  const known = new Set(here.map(({ headings }) => headings));
  // Those here are the later ones; of both there is room for so many.
  const room = Math.max(0, MOST_MAPPINGS - here.length);
  return { here, fresh: there.filter(({ headings }) => !known.has(headings)).slice(0, room) };
}

/** How spreadsheets were understood: those of headings that are not known here are added. */
export const mappingsPart = partReader(
  keptMappings,
  async (there) => ({
    ...NO_CHANGES,
    added: (await both(there)).fresh.map(({ headings }) => headings),
  }),
  (there) =>
    inLine('importMappings')(async () => {
      const { here, fresh } = await both(there);
      await saveImportMappings([...here, ...fresh]);
    }),
);
