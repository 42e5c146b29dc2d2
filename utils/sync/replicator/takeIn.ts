import type { OpId } from '@/utils/domain/schema/ids';
import type { Change } from '@/utils/store/change';
import {
  type RowNow,
  refKey,
  type Space,
  type SyncPlan,
  type SyncReader,
  type SyncWrites,
} from '@/utils/store/sync/port';
import { type DocState, MARK } from '@/utils/store/sync/syncRows';
import { naturalKey, type Said } from '../merge/content';
import { covers, mergeAll } from '../merge/merge';
import { removed } from '../merge/write';
import type { Seq } from '../wire/answers';
import { copiesOf } from './copies';
import { type Decision, decide, type Leaf, type Met } from './decide';
import type { Heard } from './meet';
import { type Placed, place, settleClients } from './place';
import { SyncStop } from './problem';
import type { Run } from './run';
import { isSettled, type Stand, standOf } from './stand';
import { besideWithheld, isWithheld } from './withheld';

/** Reads a row's place in this book: where its document was seen before, or by what it says. */
async function placeOf(
  read: SyncReader,
  doc: DocState | undefined,
  met: Met,
): Promise<Pick<DocState, 'table' | 'row'> | null> {
  if (doc) return { table: doc.table, row: doc.row };
  const said: Said | undefined = met.read[0]?.said;
  const key = said && naturalKey(said);
  return said && key ? { table: said.table, row: await read.rowIdOf(said.table, key) } : null;
}

/** One document and all that is known of it here. */
interface Subject {
  met: Met;
  doc: DocState | undefined;
  table: DocState['table'];
  row: string;
}

async function subjectsOf(read: SyncReader, met: readonly Met[]): Promise<Subject[]> {
  const docs = await read.docs(met.map(({ id }) => id));
  const subjects = await Promise.all(
    met.map(async (one): Promise<Subject[]> => {
      const doc = docs.get(one.id);
      const at = await placeOf(read, doc, one);
      return at ? [{ met: one, doc, ...at }] : [];
    }),
  );
  return subjects.flat();
}

/** A document that cannot be taken in by this build now: it is asked for again by a later one. */
const putOff = (doc: DocState): Omit<DocState, 'seq'> => ({ ...doc, mark: MARK.later });

/** Whether nobody but this device ever wrote into it. A text kept beside another bears its writer's stamp, whoever made it. */
const isOwn = ({ said }: Leaf, device: string): boolean =>
  said.state === 'live' &&
  !('copyOf' in said.body) &&
  [said.clock.all, ...Object.values(said.clock.at)].every(([, , of]) => of === device);

/**
 * Neither row nor document is here. What this device alone wrote was here once: the answer to its sending was lost, and the
 * row was removed before it was sent again.
 */
function unknownStand({ device }: Space, met: Met): Exclude<Stand, { state: 'closed' }> {
  const own = met.read.filter((leaf) => isOwn(leaf, device)).map(({ said }) => said);
  const merged = own.length > 0 ? mergeAll(own)?.said : null;
  const said = merged?.state === 'live' ? removed(merged) : null;
  return said ? { state: 'stands', base: null, said, edited: true } : { state: 'none' };
}

/**
 * The row was removed here. Whatever this device itself wrote into it before, it had seen: a revision of it may be at the server
 * that this book does not know, since the answer to its sending was lost.
 */
function havingSeenOwn(stand: Stand, { device }: Space, met: Met): Stand {
  if (stand.state !== 'stands' || stand.said.state !== 'gone') return stand;
  const { said: gone } = stand;
  const own = met.read.flatMap(({ said }) =>
    said.state === 'live' && covers(gone, said, device) && !covers(gone, said) ? (removed(said) ?? []) : [],
  );
  const said = own.length > 0 ? mergeAll([gone, ...own])?.said : null;
  return said ? { ...stand, said, edited: true } : stand;
}

/** What this book says of a document that the feed names. */
async function standFor(
  run: Run,
  met: Met,
  doc: DocState | undefined,
  row: RowNow | 'closed' | undefined,
  times: (of: RowNow, since: number) => ReturnType<SyncReader['times']>,
): Promise<Stand> {
  const { keys } = run.ports;
  if (met.newer) return { state: 'closed' };
  if (!doc && !row) return unknownStand(run.space, met);
  if (!doc && row && row !== 'closed' && !isWithheld(row) && isSettled(run.space, row))
    return { state: 'none' };
  const [known, shown] = isWithheld(row) ? [doc && { ...doc, mark: MARK.gone }, undefined] : [doc, row];
  const lives = met.read.flatMap(({ said }) => (said.state === 'live' ? said : []));
  const stand = await standOf(keys, run.space, known, shown, times, lives);
  return shown ? stand : havingSeenOwn(stand, run.space, met);
}

/** What of the feed is to be done, with what is known then. Runs under the commit lock, perhaps more than once. */
async function planOf(
  run: Run,
  read: SyncReader,
  met: readonly Met[],
): Promise<SyncPlan & { merged: number }> {
  const { keys, space } = run.ports;
  const subjects = await subjectsOf(read, met);
  const rows = await read.rows(subjects.map(({ table, row }) => ({ table, id: row })));
  const placed: Placed[] = [];
  const off: Omit<DocState, 'seq'>[] = [];
  const decisions: Decision[] = [];
  for (const { met: one, doc, table, row: id } of subjects) {
    const row = rows.get(refKey({ table, id }));
    const withheld = isWithheld(row);
    const times = (of: RowNow, since: number) => read.times(of, since);
    const stand = await standFor(run, one, doc, row, times);
    if (stand.state === 'closed' || row === 'closed') {
      if (doc) off.push(putOff(doc));
      continue;
    }
    const decision = await decide(keys, doc, stand, one);
    if (!decision) continue;
    if (withheld) {
      const { said, lost, held } = decision;
      const beside = said.state === 'live' ? [besideWithheld(said)] : [];
      decisions.push({ ...decision, lost: [...lost, ...beside] });
      const at = { id: one.id, space, table, row: id, ...held, v: row.v };
      placed.push({ doc: at, change: null, row, owner: null, former: doc });
      continue;
    }
    decisions.push(decision);
    placed.push(place({ id: one.id, space, table, row: id }, decision, row, doc));
  }
  placed.push(...(await copiesOf(run, read, decisions, new Set(placed.map(({ doc }) => doc.id)))));
  const settled = await settleClients(read, placed);
  return {
    changes: settled.flatMap(({ change }): Change[] => (change ? [change] : [])),
    writes: { docs: [...settled.map(({ doc }) => doc), ...off], space: { id: space } },
    merged: decisions.filter(({ merged }) => merged).length,
  };
}

/** Documents remembered that nothing is known of and that do not open: far more than any server forges by accident. */
const MOST_STRANGE = 1000;

/** Those of which nothing is known and nothing opens: what is sent to them later has to be seen over what hides it. */
async function strangeAmong(run: Run, met: readonly Met[]): Promise<readonly string[]> {
  const shut = met.filter(({ read, unreadable }) => read.length === 0 && unreadable.length > 0);
  const known = await run.ports.local.docs(shut.map(({ id }) => id));
  const unknown = shut.flatMap(({ id }) => (known.has(id) ? [] : [id]));
  return [...new Set([...(run.space.strange ?? []), ...unknown])].slice(-MOST_STRANGE);
}

/**
 * Takes a page of the feed into the book: rows, what is known of their documents and the place in the feed in one
 * transaction.
 *
 * @throws SyncStop `book` where it cannot be written
 */
export async function takeIn(
  run: Run,
  met: readonly Met[],
  heard: readonly Heard[],
  place: Omit<SyncWrites['space'], 'id'> & { since: Seq | null; mark: string },
): Promise<void> {
  const strange = await strangeAmong(run, met);
  const space = strange.length > 0 ? { ...place, strange } : place;
  const op: OpId = run.ports.newOp();
  let merged = 0;
  const behind = heard.filter((one) => one.behind).map(({ id }) => id);
  const done = await run.ports.local.apply({
    op,
    plan: async (read) => {
      const plan = await planOf(run, read, met);
      merged = plan.merged;
      const again = behind.length > 0 ? await lostBy(read, behind) : [];
      const { docs, space: of } = plan.writes;
      return { changes: plan.changes, writes: { docs: [...docs, ...again], space: { ...of, ...space } } };
    },
  });
  if (!done.ok) throw new SyncStop('book', done.error.code);
  run.counts.pulled += met.length;
  run.counts.merged += merged;
  run.space = { ...run.space, ...space };
}

/** Documents of which the server shows only what lies behind ours: to be sent again. */
async function lostBy(read: SyncReader, ids: readonly string[]): Promise<Omit<DocState, 'seq'>[]> {
  const docs = await read.docs(ids);
  return [...docs.values()].flatMap((doc) =>
    doc.mark === MARK.none || doc.mark === MARK.bury ? [{ ...doc, mark: MARK.send }] : [],
  );
}
