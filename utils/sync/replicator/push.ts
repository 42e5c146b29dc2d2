import { type Acknowledged, type RowNow, type RowRef, refKey } from '@/utils/store/sync/port';
import { type DocState, MARK } from '@/utils/store/sync/syncRows';
import { keyIn } from '../merge/content';
import { docIdOf } from '../wire/docId';
import { revisionsOf } from '../wire/rev';
import { sealDoc } from '../wire/sealDoc';
import { heldAgain, heldEdited } from './decide';
import { SyncStop, TooMuch } from './problem';
import { goOn, marked, pageOf, type Run } from './run';
import { standOf } from './stand';
import { isWithheld } from './withheld';

/** From so many rows on they come to others page by page. */
const WORTH_ORDERING = 500;

/** Ready to be sent, and what is known once it is there. */
type Parcel = Acknowledged;

/** Documents that break the server one by one, without any that does not, are the server's trouble and not theirs. */
const MOST_SUSPECTS = 5;

const wireOf = ({ id, rev, revs, deleted, k, e }: Omit<DocState, 'seq'>): object => ({
  _id: id,
  _rev: rev,
  ...(deleted ? { _deleted: true } : {}),
  // Without ancestors the revision says as much by itself.
  ...(revs.length > 0 ? { _revisions: revisionsOf(rev, revs) } : {}),
  ...{ v: 1, k, e },
});

/** Sends parcels; those that the server breaks over are cut apart until the one is found. */
class Sender {
  readonly #run: Run;
  readonly #suspects: Parcel[] = [];
  #worked = false;

  constructor(run: Run) {
    this.#run = run;
  }

  /** @returns the server's word for each that it does not take */
  async send(parcels: readonly Parcel[]): Promise<Map<string, string>> {
    goOn(this.#run);
    try {
      const { byId } = await this.#run.server.send(parcels.map(({ doc }) => wireOf(doc)));
      this.#worked = true;
      return new Map(byId);
    } catch (error) {
      if (!(error instanceof TooMuch)) throw error;
      return this.#apart(parcels, error);
    }
  }

  async #apart(parcels: readonly Parcel[], trouble: TooMuch): Promise<Map<string, string>> {
    const [only] = parcels;
    if (parcels.length > 1) {
      const half = Math.ceil(parcels.length / 2);
      const first = await this.send(parcels.slice(0, half));
      return new Map([...first, ...(await this.send(parcels.slice(half)))]);
    }
    if (!only) return new Map();
    this.#suspects.push(only);
    const isServers = trouble.status !== 413 && !this.#worked && this.#suspects.length >= MOST_SUSPECTS;
    if (isServers) throw new SyncStop('busy', 'breaks over everything', { status: trouble.status });
    return new Map([[only.doc.id, `${trouble.status}`]]);
  }

  /** Whether what was refused is to be laid to the documents. */
  get isTrusted(): boolean {
    return this.#worked || this.#suspects.length === 0;
  }
}

/**
 * Sends parcels.
 *
 * @returns what leaves a mark behind them and writes down here what was taken
 */
async function post(run: Run, sender: Sender, parcels: readonly Parcel[]): Promise<() => Promise<void>> {
  if (parcels.length === 0) return async () => undefined;
  const refused = await sender.send(parcels);
  const tooLarge = [...refused.values()].some((why) => why === '413');
  if (refused.size === parcels.length && !sender.isTrusted && !tooLarge) {
    throw new SyncStop('busy', 'takes nothing', { status: 500 });
  }
  const docs = parcels.map(({ doc, ...at }) => {
    const why = refused.get(doc.id);
    if (why !== undefined) return { ...at, doc: { ...doc, mark: MARK.refused, why } };
    return { ...at, doc: { ...doc, mark: doc.dead.length > 0 ? MARK.bury : MARK.none } };
  });
  return async () => {
    const mark = await marked(run);
    const done = await run.ports.local.acknowledge(docs, { id: run.ports.space, mark });
    if (!done.ok) throw new SyncStop('book', done.error.code);
    run.space = { ...run.space, mark };
    run.counts.sent += parcels.length - refused.size;
    run.counts.refused += refused.size;
  };
}

async function deliver(run: Run, sender: Sender, parcels: readonly Parcel[]): Promise<void> {
  const write = await post(run, sender, parcels);
  await write();
}

/** Revisions that are there already, word for word. */
async function resend(run: Run, sender: Sender): Promise<void> {
  const { local, space } = run.ports;
  const before = new Set<string>();
  for (;;) {
    const docs = await local.marked(space, MARK.send, pageOf(run).push);
    // What was edited on its way is not acknowledged, and comes again with the edits.
    const fresh = docs.filter(({ id }) => !before.has(id));
    if (fresh.length === 0) return;
    for (const { id } of fresh) before.add(id);
    const rows = await local.rows(fresh.map(({ table, row }) => ({ table, id: row })));
    // Of a note that was withheld since, what it said before stays here too.
    const may = fresh.filter((doc) => doc.deleted || !isWithheld(rows.get(refKey({ ...doc, id: doc.row }))));
    await deliver(
      run,
      sender,
      may.map((doc) => ({ was: doc.rev, doc })),
    );
  }
}

/** What a row says over its known revision; null where that says the same. */
async function parcelFor(
  run: Run,
  doc: DocState | undefined,
  id: string,
  ref: RowRef,
  row: RowNow | undefined,
): Promise<Parcel | null> {
  const { keys, local, space } = run.ports;
  if (doc?.mark === MARK.later) return null;
  const withheld = isWithheld(row);
  if (withheld && (!doc || doc.deleted)) return null;
  const [known, shown] = withheld && doc ? [{ ...doc, mark: MARK.gone }, undefined] : [doc, row];
  const stand = await standOf(keys, run.space, known, shown, (of, since) => local.times(of, since));
  if (stand.state !== 'stands' || !stand.edited) return null;
  const first = await heldEdited(keys, id, doc, stand.said);
  const isHidden = !doc && run.space.strange?.includes(id) === true;
  const held = isHidden ? await heldAgain(keys, id, first, stand.said) : first;
  const at = { id, space, table: ref.table, row: ref.id };
  const seq = row?.seq ?? doc?.seq ?? 0;
  return { was: doc?.rev ?? null, doc: { ...at, ...held, v: row?.v ?? 0, seq }, row: row?.seq ?? null };
}

/** What is to be sent of rows. */
async function parcelsFor(run: Run, refs: readonly RowRef[]): Promise<Parcel[]> {
  const { local, keys } = run.ports;
  const head = await local.head();
  const rows = await local.rows(refs);
  const open = [...rows.values()].filter((row) => row !== 'closed');
  const named = await Promise.all(
    open.map(async (row) => {
      const key = keyIn(row.table, row.body);
      return { row, id: key ? await docIdOf(keys, row.table, key) : null };
    }),
  );
  const docs = await local.docs(named.flatMap(({ id }) => (id === null ? [] : [id])));
  const parcels = await Promise.all(
    named.map(async ({ row, id }) => {
      if (id === null) return null;
      const doc = docs.get(id);
      if (doc && doc.v === row.v && doc.mark !== MARK.gone) return null;
      return parcelFor(run, doc, id, row, row);
    }),
  );
  return parcels.flatMap((parcel) => (parcel ? [{ ...parcel, head }] : []));
}

/**
 * Rows in as many batches as have to be sent: while one is on its way, the next is made ready, and the last is marked at the
 * server and written down.
 */
async function sendRows(run: Run, sender: Sender, refs: readonly RowRef[]): Promise<void> {
  const { push } = pageOf(run);
  const { oneByOne = false } = run.ports;
  let written: Promise<void> | null = null;
  let ready: Promise<Parcel[]> | null = null;
  const readyFrom = (from: number): Promise<Parcel[]> | null => {
    const made = from < refs.length ? parcelsFor(run, refs.slice(from, from + push)) : null;
    // Why it could not be made is asked for in its turn.
    made?.catch(() => null);
    return made;
  };
  try {
    for (let from = 0; from < refs.length; from += push) {
      const parcels = await (ready ?? readyFrom(from));
      ready = oneByOne ? null : readyFrom(from + push);
      const write = await post(run, sender, parcels ?? []);
      await written;
      written = write();
      written.catch(() => null);
      if (oneByOne) await written;
    }
  } finally {
    await written;
  }
}

/** Rows written since everything was last at the server. */
async function sendWritten(run: Run, sender: Sender): Promise<void> {
  const { local, space } = run.ports;
  const head = await local.head();
  const known = await local.space(space);
  const sentTo = known?.sentTo ?? 0;
  if (!known || sentTo >= head) return;
  const written = await local.writtenSince(sentTo);
  const refs = written.flatMap(({ table, ids }) => ids.map((id): RowRef => ({ table, id })));
  await sendRows(run, sender, refs.length < WORTH_ORDERING ? refs : await local.byClient(refs));
  await local.acknowledge([], { id: space, sentTo: head });
}

/** Rows that were removed, or came and went again. */
async function sendRemoved(run: Run, sender: Sender): Promise<void> {
  const { local, space } = run.ports;
  const before = new Set<string>();
  for (;;) {
    const docs = (await local.marked(space, MARK.gone, pageOf(run).push)).filter(({ id }) => !before.has(id));
    if (docs.length === 0) return;
    for (const { id } of docs) before.add(id);
    const rows = await local.rows(docs.map(({ table, row }) => ({ table, id: row })));
    const parcels: Parcel[] = [];
    const same: Parcel[] = [];
    for (const doc of docs) {
      const ref = { table: doc.table, id: doc.row };
      const row = rows.get(refKey(ref));
      if (row === 'closed') continue;
      const parcel = await parcelFor(run, doc, doc.id, ref, row);
      if (parcel) parcels.push(parcel);
      // As it was, in the end. Whether the server has it is asked by sending it.
      else same.push({ was: doc.rev, doc: { ...doc, v: row?.v ?? 0 }, row: row?.seq ?? null });
    }
    await deliver(run, sender, [...parcels, ...same]);
  }
}

/** Leaves whose content is in another revision, closed: only now that this one is at the server. */
async function bury(run: Run): Promise<void> {
  const { local, space, keys } = run.ports;
  const before = new Set<string>();
  for (;;) {
    const docs = (await local.marked(space, MARK.bury, pageOf(run).push)).filter(({ id }) => !before.has(id));
    if (docs.length === 0) return;
    for (const { id } of docs) before.add(id);
    const stones = await Promise.all(
      docs.flatMap((doc) =>
        doc.dead.map(async (leaf): Promise<object> => {
          const stone = await sealDoc(keys, doc.id, leaf, { state: 'folded', into: doc.rev });
          return wireOf({ ...doc, ...stone, revs: [leaf] });
        }),
      ),
    );
    goOn(run);
    await run.server.send(stones);
    const mark = await marked(run);
    const done = await local.acknowledge(
      docs.map((doc) => ({ was: doc.rev, doc: { ...doc, mark: MARK.none, dead: [] } })),
      { id: space, mark },
    );
    if (!done.ok) throw new SyncStop('book', done.error.code);
    run.space = { ...run.space, mark };
  }
}

/** Sends everything that the server lacks. */
export async function push(run: Run): Promise<void> {
  const sender = new Sender(run);
  await resend(run, sender);
  await sendWritten(run, sender);
  await sendRemoved(run, sender);
  await bury(run);
}
