import { Dexie } from 'dexie';
import { fail, ok, type Result } from '@/utils/domain/result';
import type { Database } from '../connection/database';
import { isDatabaseError, writeProblem } from '../connection/failure';
import { groupBy } from '../groupBy';
import { anchorOf } from '../journal/anchor';
import type { StoreProblem } from '../problems';
import type { SyncedTable } from '../rows/bodies';
import { SYNCED } from '../rows/kinds';
import { type Committer, commit } from '../write/commit';
import { Refusal } from '../write/refuse';
import { byClient } from './byClient';
import { type Acknowledged, type RowRef, refKey, type Space, type SyncPort, type SyncReader } from './port';
import { openAccess, openSecrets, sealAccess, sealSecrets, secretsText } from './secrets';
import { freshSpace } from './spaceCopy';
import { type Looking, syncReaderOf } from './syncReader';
import { type DocState, MARK, READ_ANEW, type SpaceRow } from './syncRows';

/** Nothing is to be told of it but what the server has. */
const isSettled = ({ mark }: DocState): boolean => mark === MARK.none || mark === MARK.bury;

const spaceOf = ({ kid: _kid, sealed: _sealed, access: _access, ...space }: SpaceRow): Space => space;

/** Greater than every id. */
const LAST_ID = '\uffff';

/** The entries that last wrote these rows, by `refKey`; a row that is not there is left out. */
async function seqsOf(db: Database, refs: readonly RowRef[]): Promise<ReadonlyMap<string, number>> {
  const seqs = new Map<string, number>();
  for (const [table, of] of groupBy(refs, (ref) => ref.table)) {
    for (const row of await db.rows(table).bulkGet(of.map(({ id }) => id)))
      if (row) seqs.set(refKey({ table, id: row.id }), row.seq);
  }
  return seqs;
}

/** The book as synchronisation sees it. @throws Refusal where it cannot be read */
export function syncPortOf(committer: Committer): SyncPort {
  const { connection, ports } = committer;

  const looking = async (): Promise<Looking> => {
    const ready = await connection.ready();
    const ring = await connection.ring();
    if (!ready.ok) throw new Refusal('unavailable');
    if (!ring) throw new Refusal(connection.noKeys.code);
    return { connection, db: ready.value, ring };
  };
  const reader = async (): Promise<SyncReader> => syncReaderOf(await looking());

  /** Writes to what is known of documents, outside the journal; no row is touched. */
  const beside = async (
    work: (looking: Looking) => PromiseLike<void>,
    tables: readonly SyncedTable[] = [],
  ): Promise<Result<null, StoreProblem>> => {
    try {
      const at = await looking();
      if (!ports.alive()) return fail({ code: 'gone', field: null });
      if (connection.damage) return fail({ code: 'damaged', field: null });
      if (connection.newer) return fail({ code: 'readOnly', field: null });
      const scope = ['meta', 'syncDocs', 'syncSpaces', ...new Set(tables)];
      await at.db.transaction('rw', scope, async () => {
        if (await at.db.halt()) throw new Refusal('damaged');
        await work(at);
      });
      return ok(null);
    } catch (error) {
      if (error instanceof Refusal) return fail(error.problem);
      if (!isDatabaseError(error)) throw error;
      connection.doubt();
      return fail(writeProblem(error));
    }
  };

  const patch = async ({ db }: Looking, space: Partial<Space> & { id: string }): Promise<void> => {
    const known = await db.syncSpaces.get(space.id);
    if (known) await db.syncSpaces.put({ ...known, ...space });
  };

  /** What stands in the place of a document, where something became of its row while it was on its way. */
  const landedAs = async ({ db }: Looking, docs: readonly Acknowledged[]) => {
    const last = (await db.head())?.seq ?? 0;
    const doubtful = docs.filter(({ row, head }) => row !== undefined && head !== last);
    const standing = await seqsOf(
      db,
      doubtful.map(({ doc }) => ({ table: doc.table, id: doc.row })),
    );
    return ({ doc, row, head }: Acknowledged, now: DocState | undefined): DocState => {
      // Removed, and perhaps written again, while it was on its way: that has still to be told.
      const isSame =
        head === last || row === (standing.get(refKey({ table: doc.table, id: doc.row })) ?? null);
      const isOther = row === undefined ? now?.mark === MARK.gone : !isSame;
      return isOther ? { ...doc, mark: MARK.gone } : doc;
    };
  };

  const put = async (at: Looking, docs: readonly Acknowledged[]): Promise<void> => {
    const { syncDocs } = at.db;
    const landed = await landedAs(at, docs);
    const [fresh, known] = [docs.filter(({ was }) => was === null), docs.filter(({ was }) => was !== null)];
    const standing = await syncDocs.bulkGet(known.map(({ doc }) => doc.id));
    const again = known.flatMap((one, i) => {
      const now = standing[i];
      return now?.rev === one.was ? [landed(one, now)] : [];
    });
    await syncDocs.bulkPut(again);
    // One that is known by now stays as it is: the others come all the same.
    await syncDocs.bulkAdd(fresh.map((one) => landed(one, undefined))).catch(Dexie.BulkError, () => null);
  };

  return {
    docs: async (ids) => (await reader()).docs(ids),
    rows: async (refs) => (await reader()).rows(refs),
    rowIdOf: async (table, key) => (await reader()).rowIdOf(table, key),
    times: async (ref, since) => (await reader()).times(ref, since),
    clients: async (ids) => (await reader()).clients(ids),
    belongings: async (client) => (await reader()).belongings(client),

    async space(id) {
      const { db } = await looking();
      const row = await db.syncSpaces.get(id);
      return row ? spaceOf(row) : null;
    },

    async secrets(id) {
      const { db, ring } = await looking();
      const row = await db.syncSpaces.get(id);
      return row ? openSecrets(ring, row) : null;
    },

    async access(id) {
      const { db, ring } = await looking();
      const row = await db.syncSpaces.get(id);
      return row ? openAccess(ring, row) : null;
    },

    async keepAccess(id, said) {
      const { ring } = await looking();
      const sealed = said === null ? {} : { access: await sealAccess(ring, id, said, ports.randomBytes) };
      let kept = false;
      const done = await beside(async ({ db }) => {
        const row = await db.syncSpaces.get(id);
        // Under another key by now: what was sealed with the former one would not open.
        if (row?.kid !== ring.kid) return;
        const { access: _former, ...rest } = row;
        await db.syncSpaces.put({ ...rest, ...sealed });
        kept = true;
      });
      return done.ok && kept;
    },

    async join(id, device, secrets) {
      const { ring } = await looking();
      const sealed = await sealSecrets(ring, id, secrets, ports.randomBytes);
      let joined = false;
      const done = await beside(async ({ db }) => {
        if (await db.syncSpaces.get(id)) return;
        await db.syncSpaces.add({ ...freshSpace(id, device), kid: ring.kid, sealed });
        joined = true;
      });
      return done.ok && joined;
    },

    async renew(id, secrets, list) {
      const { db, ring } = await looking();
      const kept = await db.syncSpaces.get(id);
      const former = kept ? await openSecrets(ring, kept) : null;
      // What did not open may open now: the next run begins the feed anew, also if one is under way.
      const anew = former && secretsText(former) !== secretsText(secrets) ? { reads: READ_ANEW } : {};
      const sealed = await sealSecrets(ring, id, secrets, ports.randomBytes);
      let renewed = false;
      const done = await beside(async ({ db }) => {
        const row = await db.syncSpaces.get(id);
        // The book's key was changed meanwhile: whoever asks again seals with the new one.
        if (row?.kid !== ring.kid) return;
        await db.syncSpaces.put({ ...row, ...anew, list, sealed });
        renewed = true;
      });
      return done.ok && renewed;
    },

    async leave(id) {
      await beside(async ({ db }) => {
        await db.syncDocs.where('[space+id]').between([id, ''], [id, LAST_ID]).delete();
        await db.syncSpaces.delete(id);
      });
    },

    async head() {
      return (await (await looking()).db.head())?.seq ?? 0;
    },

    async anchor() {
      return anchorOf(await (await looking()).db.head(), connection.epoch);
    },

    async writtenSince(seq) {
      const { db } = await looking();
      const written = await Promise.all(
        SYNCED.map(async (table) => ({
          table,
          ids: await db.rows(table).where('seq').above(seq).primaryKeys(),
        })),
      );
      return written.filter(({ ids }) => ids.length > 0);
    },

    byClient: async (refs) => byClient((await looking()).db, refs),

    async marked(space, mark, limit) {
      const { db } = await looking();
      return db.syncDocs.where('[space+mark]').equals([space, mark]).limit(limit).toArray();
    },

    async erased(space, limit) {
      const { db } = await looking();
      const removed = db.syncDocs.where('[space+mark]').equals([space, MARK.gone]);
      return removed
        .filter(({ erased }) => erased === true)
        .limit(limit)
        .toArray();
    },

    async countMarked(space) {
      const { db } = await looking();
      const count = (mark: DocState['mark']) =>
        db.syncDocs.where('[space+mark]').equals([space, mark]).count();
      const [send, refused, later, waiting] = await Promise.all([
        count(MARK.send),
        count(MARK.refused),
        count(MARK.later),
        db.syncDocs
          .where('wait')
          .above('')
          .filter((doc) => doc.space === space)
          .count(),
      ]);
      return { send, refused, later, waiting };
    },

    async pending(space) {
      const { db } = await looking();
      const [waiting, held] = await Promise.all([
        db.syncDocs.where('wait').above('').toArray(),
        db.syncDocs.where('held').above('').toArray(),
      ]);
      return [...waiting, ...held].filter((doc) => doc.space === space);
    },

    async slice(space, after, limit) {
      const { db } = await looking();
      return db.syncDocs
        .where('[space+id]')
        .between([space, after], [space, LAST_ID], false)
        .limit(limit)
        .toArray();
    },

    apply: (order) =>
      commit<never>(committer, {
        op: order.op,
        cause: 'sync',
        plan: async () => {
          const { changes, writes } = await order.plan(await reader());
          return ok({ changes, sync: writes });
        },
      }),

    acknowledge: (docs, space) =>
      beside(
        async (at) => {
          await put(at, docs);
          await patch(at, space);
        },
        docs.map(({ doc }) => doc.table),
      ),

    async remark(ids, mark, space) {
      await beside(async (at) => {
        const docs = await at.db.syncDocs.bulkGet([...ids]);
        await at.db.syncDocs.bulkPut(
          docs.flatMap((doc) => (doc && isSettled(doc) ? [{ ...doc, mark }] : [])),
        );
        await patch(at, space);
      });
    },
  };
}
