import * as z from 'zod/mini';
import { MAX_PIECES, readPiece } from '@/utils/domain/library/libraryText';
import type { Piece } from '@/utils/domain/library/piece';
import { counter, type KeptLibrary, loadKept, saveKept } from '@/utils/platform/library';
import { sameJson } from '@/utils/store/journal/sameJson';
import { inLine } from '../../inLine';
import { type BesideChanges, partReader } from './part';

const keptLibrary = z.strictObject({
  own: z.array(z.unknown()).check(z.maxLength(MAX_PIECES)),
  counts: z.record(z.string(), counter),
});
type There = z.infer<typeof keptLibrary>;

/** The pieces that may be said (§11.5), as when they were written. */
const saidOf = ({ own }: There): Piece[] =>
  own.flatMap((each) => {
    const read = readPiece(each);
    return read.ok ? [read.value] : [];
  });

async function changes(there: There): Promise<BesideChanges> {
  const here = new Map((await loadKept()).own.map((one) => [one.id, one]));
  const pieces = saidOf(there);
  const others = pieces.filter((one) => here.has(one.id) && !sameJson(here.get(one.id) ?? null, one));
  return {
    added: pieces.filter(({ id }) => !here.has(id)).map(({ title }) => title),
    changed: others.map(({ title }) => title),
    held: [],
    unread: there.own.length - pieces.length,
  };
}

/** Uses are counted up alone: of two counts the higher one is the later. */
function higher(here: KeptLibrary['counts'], there: There['counts']): KeptLibrary['counts'] {
  const sums = new Map(Object.entries(here));
  for (const [id, { used, worked }] of Object.entries(there)) {
    const known = sums.get(id) ?? { used: 0, worked: 0 };
    sums.set(id, { used: Math.max(known.used, used), worked: Math.max(known.worked, worked) });
  }
  return Object.fromEntries(sums);
}

const inLibrary = inLine('library');

/** The user's own pieces of the library and what worked: those of the backup take the place of those of their ids. */
export const libraryPart = partReader(keptLibrary, changes, (there) =>
  inLibrary(async () => {
    const here = await loadKept();
    const pieces = saidOf(there);
    const ids = new Set(pieces.map(({ id }) => id));
    const own = [...pieces, ...here.own.filter(({ id }) => !ids.has(id))];
    if (own.length > MAX_PIECES) throw new Error(`more than ${MAX_PIECES} pieces`);
    await saveKept({ own, counts: higher(here.counts, there.counts) });
  }),
);
