import { unhex, utf8 } from '../crypto/bytes';
import type { Keyring } from '../crypto/keyring';
import { type RandomBytes, seal } from '../crypto/seal';
import { resealPart } from '../journal/partText';
import { sealDraft } from '../read/drafts';
import { rowContext } from '../rows/sealedRow';
import { landedSpace } from '../sync/spaceCopy';
import type { BackupLine } from './lines';

/** A row ready to be written. */
export interface Landing {
  table: string;
  row: object;
}

/** Seals what a line says; what had not been opened goes back as it lay there. Null for lines that are no rows. */
export async function landingOf(
  ring: Keyring,
  randomBytes: RandomBytes,
  line: BackupLine,
  opOf: (seq: number) => string,
): Promise<Landing | null> {
  switch (line.kind) {
    case 'row': {
      const { x, kid = ring.kid, ...row } = line.fields;
      const own = { ...row, kid };
      if (line.plain === null) return { table: line.table, row: { ...own, sealed: unhex(x ?? '') } };
      const sealed = await seal(ring.rows, rowContext(line.table, own), utf8(line.plain), randomBytes);
      return { table: line.table, row: { ...own, sealed } };
    }
    case 'entry': {
      const { commit, hash, ...entry } = line.fields;
      return { table: 'journal', row: { ...entry, commit: unhex(commit), hash: unhex(hash) } };
    }
    case 'part': {
      const { x, kid, c, ...part } = line.fields;
      const row = { ...part, c: unhex(c) };
      if (x !== undefined) return { table: 'parts', row: { ...row, kid: kid ?? '', sealed: unhex(x) } };
      // Its client was erased: the commitment stays, and nothing else.
      if (line.plain === null) return { table: 'parts', row };
      return {
        table: 'parts',
        row: { ...row, ...(await resealPart(ring, randomBytes, opOf(row.seq), row, utf8(line.plain))) },
      };
    }
    case 'draft': {
      const { id, kid, x } = line.fields;
      if (line.plain === null)
        return { table: 'drafts', row: { id, kid: kid ?? '', sealed: unhex(x ?? '') } };
      return { table: 'drafts', row: await sealDraft(ring, randomBytes, id, utf8(line.plain)) };
    }
    case 'aside':
      return { table: 'quarantine', row: line.fields };
    case 'space': {
      const row = line.plain === null ? null : await landedSpace(ring, randomBytes, line.fields, line.plain);
      return row && { table: 'syncSpaces', row };
    }
    default:
      return null;
  }
}
