import { fail, ok, type Result } from '@/utils/domain/result';
import type { Connection } from '../connection/connection';
import type { Database, DraftRow } from '../connection/database';
import { readProblem, writeProblem } from '../connection/failure';
import { type Bytes, text, utf8 } from '../crypto/bytes';
import type { Keyring } from '../crypto/keyring';
import { type RandomBytes, seal, unseal } from '../crypto/seal';
import type { Drafts, StoreProblem } from '../store';

const context = ({ id, kid }: Omit<DraftRow, 'sealed'>): string => `zd1|${id}|${kid}`;

/** A draft's text as bytes; null if it does not open. */
export const draftPlain = (ring: Keyring, row: DraftRow): Promise<Bytes | null> =>
  unseal(ring.rows, context(row), row.sealed);

/** Seals a draft's text into its row. */
export async function sealDraft(
  ring: Keyring,
  random: RandomBytes,
  id: string,
  plain: Bytes,
): Promise<DraftRow> {
  const row = { id, kid: ring.kid };
  return { ...row, sealed: await seal(ring.rows, context(row), plain, random) };
}

const refused = (code: StoreProblem['code']) => fail({ code, field: null });

/**
 * Half-filled forms (decision 11). They are kept even where the book must not be written, so that a
 * refusal never costs what was typed; but not by a dead context, whose client may be a stale one.
 */
export function draftsOf(connection: Connection): Drafts {
  const write = async (work: (db: Database) => PromiseLike<unknown>): Promise<Result<null, StoreProblem>> => {
    if (!connection.ports.alive()) return refused('gone');
    try {
      const ready = await connection.ready();
      if (!ready.ok) return refused('unavailable');
      await work(ready.value);
      return ok(null);
    } catch (error) {
      return fail(writeProblem(error));
    }
  };

  return {
    async put(key, body) {
      const ring = await connection.ring().catch(() => null);
      if (!ring) return refused(connection.noKeys.code);
      const row = await sealDraft(ring, connection.ports.randomBytes, key, utf8(JSON.stringify(body)));
      return write((db) => db.drafts.put(row));
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

    discard: (key) => write((db) => db.drafts.delete(key)),
  };
}
