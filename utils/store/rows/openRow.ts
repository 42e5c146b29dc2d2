import { type Bytes, text } from '../crypto/bytes';
import type { Keyring } from '../crypto/keyring';
import { unseal } from '../crypto/seal';
import { sameJson } from '../journal/sameJson';
import type { StoredBodies, StoredTable } from './bodies';
import { kindOf } from './kinds';
import { liftBody } from './lift';
import { rowContext, type SealedRow } from './sealedRow';

/** What became of a row on opening. */
export type Opened<Body> =
  | {
      state: 'open';
      body: Body;
      /** The body in the form it was stored in, for the journal's older versions. */
      stored: Readonly<Record<string, unknown>>;
    }
  /** Only a newer Zhibi can tell what it says. */
  | { state: 'newer' }
  /** Changed, cut, moved, or not what its indexes claim. */
  | { state: 'broken'; why: string };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Parsed rows are shared by everyone who reads them: nobody may change one in place. */
function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  for (const inner of Object.values(value)) deepFreeze(inner);
  return Object.freeze(value);
}

const broken = (why: string) => ({ state: 'broken', why }) as const;

/** The row's plaintext as bytes, or null: what the journal's content hash is taken of. */
export async function plaintextOf(ring: Keyring, table: StoredTable, row: SealedRow): Promise<Bytes | null> {
  const keys = await ring.keysOf(row.kid);
  return keys && unseal(keys.rows, rowContext(table, row), row.sealed);
}

/**
 * A parsed body as it is handed out: frozen, and in the one form that all rows of its kind have. What a parser puts
 * together field by field is, from some seventeen fields on, a dictionary to the engine, another for each row: every
 * look at such a contact would be a search.
 */
export const handedOut = <Body extends object>(body: Body): Body => deepFreeze({ ...body });

/** Opens a row: unseals, compares the copy of its counters and index values, lifts, parses. */
export async function openRow<Table extends StoredTable>(
  ring: Keyring,
  table: Table,
  row: SealedRow,
): Promise<Opened<StoredBodies[Table]>> {
  const kind = kindOf(table);
  if (row.schema > kind.lifts.length + 1) return { state: 'newer' };
  const plain = await plaintextOf(ring, table, row);
  if (plain === null) return broken('seal');
  const said: unknown = JSON.parse(text(plain));
  if (!isObject(said) || !isObject(said['b'])) return broken('form');
  const columns = isObject(said['i']) ? said['i'] : {};
  const claimed = Object.fromEntries(Object.keys(columns).map((name) => [name, Reflect.get(row, name)]));
  if (said['v'] !== row.v || !sameJson(columns, claimed)) return broken('index');
  const parsed = kind.body.safeParse(liftBody(kind.lifts, row.schema, said['b']));
  if (!parsed.success) return broken('schema');
  return { state: 'open', body: handedOut(parsed.data), stored: said['b'] };
}
