import * as z from 'zod/mini';
import { type Bytes, hex, sameBytes, text, utf8 } from '../crypto/bytes';
import type { Keyring } from '../crypto/keyring';
import { type RandomBytes, seal, sha256, unseal } from '../crypto/seal';
import type { JournalledTable } from '../rows/bodies';
import { JOURNALLED } from '../rows/kinds';
import type { FieldChange } from './diff';
import type { Part } from './entry';

/** A body in the form it was stored in. */
export interface StoredVersion {
  schema: number;
  body: Readonly<Record<string, unknown>>;
}

interface RowChange {
  t: JournalledTable;
  id: string;
  /** The row's edit count after the change (of a removal: the last one). */
  v: number;
}

/**
 * One row's change as the journal keeps it. `h` is the start of the SHA-256 of the row's whole
 * plaintext: an insert refers to the row by it instead of repeating it.
 */
export type PartChange =
  | (RowChange & { do: 'insert'; h: string })
  /** `was` where the row had been in an older schema, in whose terms the entries before are. */
  | (RowChange & { do: 'update'; h: string; schema: number; d: readonly FieldChange[]; was?: StoredVersion })
  | (RowChange & { do: 'delete'; was: StoredVersion });

/** What a part says: salted, of one client. */
export interface PartText {
  salt: string;
  ck: string;
  changes: readonly PartChange[];
}

const SALT_LENGTH = 16;
const HASH_LENGTH = 16;

const stored = z.object({ schema: z.int(), body: z.record(z.string(), z.unknown()) });
const row = {
  t: z.enum(JOURNALLED),
  id: z.string(),
  v: z.int(),
};
const path = z.union([z.tuple([z.string()]), z.tuple([z.string(), z.string()])]);
const fieldChange = z.object({ p: path, b: z.exactOptional(z.unknown()), a: z.exactOptional(z.unknown()) });
const partText = z.object({
  salt: z.string(),
  ck: z.string(),
  changes: z.array(
    z.discriminatedUnion('do', [
      z.object({ ...row, do: z.literal('insert'), h: z.string() }),
      z.object({
        ...row,
        do: z.literal('update'),
        h: z.string(),
        schema: z.int(),
        d: z.array(fieldChange),
        was: z.exactOptional(stored),
      }),
      z.object({ ...row, do: z.literal('delete'), was: stored }),
    ]),
  ),
});

/** The reference to a row's content: SHA-256 of its plaintext, the first 128 bits in hex. */
export const contentHash = async (plain: Bytes): Promise<string> =>
  hex((await sha256(plain)).subarray(0, HASH_LENGTH));

export const partContext = (op: string, i: number, c: Uint8Array, kid: string): string =>
  `zp1|${op}|${i}|${hex(c)}|${kid}`;

/** Seals one client's share of an operation; `seq` is given to it in the transaction. */
export async function sealPart(
  ring: Keyring,
  random: RandomBytes,
  op: string,
  i: number,
  ck: string,
  changes: readonly PartChange[],
): Promise<Omit<Part, 'seq'>> {
  const said: PartText = { salt: hex(random(SALT_LENGTH)), ck, changes };
  const plain = utf8(JSON.stringify(said));
  const c = await sha256(plain);
  const sealed = await seal(ring.journal, partContext(op, i, c, ring.kid), plain, random);
  return { i, c, ck, kid: ring.kid, sealed };
}

/** Why a part says nothing: its client was erased, or it does not open or does not fit its commitment. */
export type PartReading = { state: 'open'; text: PartText } | { state: 'erased' } | { state: 'broken' };

/** A part's text as bytes, if it opens and is what was committed to; else null. */
export async function partPlain(ring: Keyring, op: string, part: Part): Promise<Bytes | null> {
  const kid = part.kid ?? '';
  const keys = await ring.keysOf(kid);
  const plain = keys && (await unseal(keys.journal, partContext(op, part.i, part.c, kid), part.sealed));
  return plain !== null && sameBytes(await sha256(plain), part.c) ? plain : null;
}

/** Seals a part's text once more, word for word: what was committed to stays what it was. */
export async function resealPart(
  ring: Keyring,
  random: RandomBytes,
  op: string,
  { i, c }: Pick<Part, 'i' | 'c'>,
  plain: Bytes,
): Promise<Required<Pick<Part, 'kid' | 'sealed'>>> {
  const sealed = await seal(ring.journal, partContext(op, i, c, ring.kid), plain, random);
  return { kid: ring.kid, sealed };
}

/** Opens a part and compares it with its commitment. */
export async function openPart(ring: Keyring, op: string, part: Part): Promise<PartReading> {
  if (part.sealed === undefined) return { state: 'erased' };
  const plain = await partPlain(ring, op, part);
  if (plain === null) return { state: 'broken' };
  const said = partText.safeParse(JSON.parse(text(plain)));
  return said.success && said.data.ck === part.ck ? { state: 'open', text: said.data } : { state: 'broken' };
}
