import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as z from 'zod/mini';
import type { Understood } from '@/utils/import/guess';
import { loadImportMappings, saveImportMappings } from '@/utils/platform/importMappings';
import { understood } from './protocol';

/** So many sheets are remembered; the one used longest ago goes first. */
export const MOST_MAPPINGS = 20;

/**
 * What is kept of headings: enough to know them again. Whoever takes a client's row for headings leaves nothing of
 * him in a storage that is not sealed.
 */
const digestOf = (headings: string): string => bytesToHex(sha256(utf8ToBytes(headings))).slice(0, 32);

/** What is kept, the sheet used last first. */
export const keptMappings = z
  .array(z.strictObject({ headings: z.string().check(z.maxLength(64)), understood }))
  .check(z.maxLength(MOST_MAPPINGS));

/** How sheets were understood, by their headings: the same sheet comes again next month. */
export interface Mappings {
  find(headings: string): Understood | null;
  put(headings: string, understood: Understood): void;
}

/** What is remembered in this browser. What a newer Zhibi wrote is begun anew. */
export async function openMappings(): Promise<Mappings> {
  const read = keptMappings.safeParse(await loadImportMappings());
  let entries = read.success ? read.data : [];
  return {
    find: (headings) => entries.find((entry) => entry.headings === digestOf(headings))?.understood ?? null,
    put(headings, next) {
      if (headings === '') return;
      const digest = digestOf(headings);
      const others = entries.filter((entry) => entry.headings !== digest);
      const mapping = [...next.mapping];
      entries = [{ headings: digest, understood: { ...next, mapping } }, ...others].slice(0, MOST_MAPPINGS);
      void saveImportMappings(entries);
    },
  };
}
