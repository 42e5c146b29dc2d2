import { fail, ok, type Result } from '@/utils/domain/result';
import type { Connection } from '../connection/connection';
import type { Database, DraftRow } from '../connection/database';
import { readProblem, writeProblem } from '../connection/failure';
import { type Bytes, text, utf8 } from '../crypto/bytes';
import type { Keyring } from '../crypto/keyring';
import { type RandomBytes, seal, unseal } from '../crypto/seal';
import type { StoreProblem } from '../problems';
import type { Drafts } from '../store';

/** What a draft's seal is bound to. */
export const draftContext = ({ id, kid }: Omit<DraftRow, 'sealed'>): string => `zd1|${id}|${kid}`;

/** Readings of the keys before a draft is kept under what there is. */
const MAX_TURNS = 3;

/** A draft's text as bytes; null if it does not open. */
export async function draftPlain(ring: Keyring, row: DraftRow): Promise<Bytes | null> {
  const keys = await ring.keysOf(row.kid);
  return keys && unseal(keys.rows, draftContext(row), row.sealed);
}

/** Seals a draft's text into its row. */
export async function sealDraft(
  ring: Keyring,
  random: RandomBytes,
  id: string,
  plain: Bytes,
): Promise<DraftRow> {
  const row = { id, kid: ring.kid };
  return { ...row, sealed: await seal(ring.rows, draftContext(row), plain, random) };
}

const refused = (code: StoreProblem['code']) => fail({ code, field: null });

/**
 * Half-filled forms (decision 11). They are kept even where the book must not be written, so that a
 * refusal never costs what was typed; but not by a dead context, whose client may be a stale one.
 */
export function draftsOf(connection: Connection): Drafts {
  const write = async <Value>(
    work: (db: Database) => PromiseLike<Value>,
  ): Promise<Result<Value, StoreProblem>> => {
    if (!connection.ports.alive()) return refused('gone');
    try {
      const ready = await connection.ready();
      if (!ready.ok) return refused('unavailable');
      return ok(await work(ready.value));
    } catch (error) {
      return fail(writeProblem(error));
    }
  };

  /** Puts a draft, unless other keys have come into force since it was sealed (decision 031). */
  const putUnder = (ring: Keyring, row: DraftRow, anyhow: boolean) => (db: Database) =>
    db.transaction('rw', [db.meta, db.drafts], async () => {
      const head = await db.head();
      const outdated = head !== null && head.kid !== ring.kid && head.kid !== ring.former?.kid;
      if (outdated && !anyhow) return false;
      await db.drafts.put(row);
      return true;
    });

  return {
    async put(key, body) {
      const plain = utf8(JSON.stringify(body));
      for (let turn = 1; ; turn++) {
        const ring = await (turn === 1 ? connection.ring() : connection.renewRing()).catch(() => null);
        if (!ring) return refused(connection.noKeys.code);
        const row = await sealDraft(ring, connection.ports.randomBytes, key, plain);
        // With the keys just read anew the book itself must be amiss: what was typed is kept all the same.
        const kept = await write(putUnder(ring, row, turn === MAX_TURNS));
        if (!kept.ok || kept.value) return kept.ok ? ok(null) : kept;
      }
    },

    async get(key) {
      try {
        const [ready, ring] = [await connection.ready(), await connection.ring()];
        if (!ready.ok) return ready;
        if (!ring) return fail(connection.noKeys);
        const row = await ready.value.drafts.get(key);
        const plain = row ? await draftPlain(ring, row) : null;
        return ok<unknown>(plain ? JSON.parse(text(plain)) : null);
      } catch (error) {
        return fail(readProblem(error));
      }
    },

    discard: (key) =>
      write(async (db) => {
        await db.drafts.delete(key);
        return null;
      }),
  };
}
