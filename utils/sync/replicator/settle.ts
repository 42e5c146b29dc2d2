import type { Change } from '@/utils/store/change';
import { refKey, type SyncPlan, type SyncReader } from '@/utils/store/sync/port';
import type { DocState } from '@/utils/store/sync/syncRows';
import { heldEdited } from './decide';
import { type Placed, place, settleClients } from './place';
import { SyncStop } from './problem';
import { goOn, type Run } from './run';
import { baseOf, standOf } from './stand';

/** Rows in one order. */
const AT_ONCE = 500;

const heldOf = ({ rev, revs, deleted, k, e, mark, dead }: DocState) => ({
  rev,
  revs,
  deleted,
  k,
  e,
  mark,
  dead,
});

/** A row that waited for its client, written now. */
async function arrived(run: Run, read: SyncReader, doc: DocState): Promise<Placed | null> {
  const base = await baseOf(run.ports.keys, doc);
  const ref = { table: doc.table, id: doc.row };
  const row = (await read.rows([ref])).get(refKey(ref));
  if (base?.state !== 'live' || row === 'closed') return null;
  // Written here meanwhile, by the same key: the next push finds it.
  if (row) {
    const { wait: _wait, ...rest } = doc;
    return { doc: { ...rest, v: 0 }, change: null, row, owner: null, former: doc };
  }
  return place(doc, { held: heldOf(doc), said: base }, undefined, doc);
}

/** A client who is gone elsewhere: removed here too if nothing of it is left, else written once more. */
async function resolved(run: Run, read: SyncReader, doc: DocState): Promise<Placed | null> {
  const { keys } = run.ports;
  const ref = { table: doc.table, id: doc.row };
  const row = (await read.rows([ref])).get(refKey(ref));
  if (row === 'closed') return null;
  const { held: _held, was: _was, ...rest } = doc;
  const asIs = { doc: { ...rest, v: 0 }, change: null, row, owner: null, former: doc };
  if (!row) return asIs;
  const base = await baseOf(keys, doc);
  if (base?.state !== 'gone') return asIs;
  const isAlone = (await read.belongings(doc.row)).length === 0;
  const edited = isAlone ? doc : { ...doc, v: -1 };
  // A row whose count is another one than the known is an edit, and an edit beats the removal.
  const stand = await standOf(keys, run.space, edited, row, (of, since) => read.times(of, since));
  if (stand.state !== 'stands') return null;
  const held = stand.edited ? await heldEdited(keys, doc.id, doc, stand.said) : heldOf(doc);
  return place(doc, { held, said: stand.said }, row, doc);
}

async function planOf(run: Run, read: SyncReader, ids: readonly string[]): Promise<SyncPlan> {
  const placed: Placed[] = [];
  for (const doc of (await read.docs(ids)).values()) {
    const one =
      doc.wait !== undefined
        ? await arrived(run, read, doc)
        : doc.held !== undefined
          ? await resolved(run, read, doc)
          : null;
    if (one) placed.push(one);
  }
  const settled = await settleClients(read, placed);
  return {
    changes: settled.flatMap(({ change }): Change[] => (change ? [change] : [])),
    writes: { docs: settled.map(({ doc }) => doc), space: { id: run.ports.space } },
  };
}

/**
 * After the feed has been read to its end: writes the rows whose clients have come, removes clients of whom nothing
 * is left, and writes those once more to whom rows belong that whoever removed them had not seen.
 */
export async function settle(run: Run): Promise<void> {
  const { local, space } = run.ports;
  const pending = await local.pending(space);
  const there = await local.clients([
    ...new Set(pending.flatMap(({ wait }) => (wait === undefined ? [] : [wait]))),
  ]);
  const due = pending.filter(({ wait }) => wait === undefined || there.has(wait)).map(({ id }) => id);
  for (let i = 0; i < due.length; i += AT_ONCE) {
    goOn(run);
    const ids = due.slice(i, i + AT_ONCE);
    const done = await local.apply({ op: run.ports.newOp(), plan: (read) => planOf(run, read, ids) });
    if (!done.ok) throw new SyncStop('book', done.error.code);
  }
}
