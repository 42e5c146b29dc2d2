import { BESIDE, type BesidePart } from '@/utils/platform/beside';
import type { Beside } from '@/utils/store/backup/dump';
import type { BackupLine } from '@/utils/store/backup/lines';
import type { BesideShown, BesideTaken } from '../backupPort';
import { adaptersPart } from './adapters';
import { libraryPart } from './library';
import { mappingsPart } from './mappings';
import type { Offer, PartReader } from './part';
import { settingsPart } from './settings';

const PARTS: Readonly<Record<BesidePart, PartReader>> = {
  settings: settingsPart,
  adapters: adaptersPart,
  library: libraryPart,
  importMappings: mappingsPart,
};

/** What of a backup lies beside the book, gathered while it is read through. */
export function gatherBeside() {
  const found = new Map<string, string>();
  return {
    found,
    look(line: BackupLine): void {
      if (line.kind === 'beside') found.set(line.fields.name, line.plain);
    },
  };
}

function offerOf(part: BesidePart, json: string): Offer | null {
  try {
    return PARTS[part](JSON.parse(json));
  } catch {
    return null;
  }
}

/** Parts that a backup holds, in one order; a name that only a newer Zhibi knows is nobody's here. */
const offersIn = (found: Beside): [BesidePart, Offer | null][] =>
  BESIDE.flatMap((part): [BesidePart, Offer | null][] => {
    const json = found.get(part);
    return json === undefined ? [] : [[part, offerOf(part, json)]];
  });

/** What a restore of these would change here, part by part; nothing is changed. */
export const besideShown = (found: Beside): Promise<BesideShown[]> =>
  Promise.all(
    offersIn(found).map(
      async ([part, offer]): Promise<BesideShown> =>
        offer ? { part, state: 'read', ...(await offer.changes()) } : { part, state: 'damaged' },
    ),
  );

/** Puts them in place, each for itself: one that is damaged, or cannot be kept, takes no other along. */
export async function putBeside(found: Beside): Promise<BesideTaken> {
  const taken: BesidePart[] = [];
  const refused: BesidePart[] = [];
  for (const [part, offer] of offersIn(found)) {
    const done = offer
      ? await offer.put().then(
          () => true,
          () => false,
        )
      : false;
    (done ? taken : refused).push(part);
  }
  return { taken, refused };
}
