import type { DocState } from '@/utils/store/sync/syncRows';
import type { Changed, WireDoc } from '../wire/answers';
import { wireDoc } from '../wire/answers';
import { docId } from '../wire/docId';
import type { WireKeys } from '../wire/keys';
import { ancestorsOf, generationOf } from '../wire/rev';
import { openDoc } from '../wire/sealDoc';
import { isKnown, type Leaf, type Met } from './decide';
import { goOn, type Run } from './run';
import type { Asked } from './server';

/** Revisions in one request. */
const AT_ONCE = 500;
/** Attempts at a leaf that the feed names and the server does not give. */
const MAX_TRIES = 3;
const WAIT_MS = 300;

/** What the feed says of one document, as far as it is new here. */
export interface Heard {
  id: string;
  leaves: readonly string[];
  /** Leaves to be fetched. */
  unknown: readonly string[];
  /** The document the feed brought along, if it is the whole of it. */
  doc: WireDoc | null;
  /** All leaves lie behind ours: the server has lost it. */
  behind: boolean;
}

/** What of a feed concerns this book and is not its own echo. */
export function heardIn(results: readonly Changed[], known: ReadonlyMap<string, DocState>): readonly Heard[] {
  // A feed read while it grows may name a document twice: the later word counts.
  const last = new Map(results.map((one) => [one.id, one]));
  return [...last.values()].flatMap(({ id, changes, doc }): Heard[] => {
    if (!docId.safeParse(id).success) return [];
    const state = known.get(id);
    const leaves = [...new Set(changes.map(({ rev }) => rev))];
    const unknown = state ? leaves.filter((leaf) => !isKnown(state, leaf)) : leaves;
    const shown = state !== undefined && leaves.includes(state.rev);
    if (state && unknown.length === 0) {
      return shown ? [] : [{ id, leaves, unknown, doc: null, behind: true }];
    }
    const [only] = leaves;
    const brought =
      leaves.length === 1 && only !== undefined && generationOf(only) === 1 && wireDoc.safeParse(doc);
    const whole =
      brought !== false && brought.success && brought.data._id === id && brought.data._rev === only;
    return [{ id, leaves, unknown, doc: whole ? brought.data : null, behind: false }];
  });
}

/** Fetches leaves; one that the feed names and no server gives is asked for again, and then left out. */
async function fetched(run: Run, asked: readonly Asked[]): Promise<Map<string, WireDoc>> {
  const found = new Map<string, WireDoc>();
  let missing = asked;
  for (let turn = 0; turn < MAX_TRIES && missing.length > 0; turn++) {
    if (turn > 0) await run.ports.sleep(WAIT_MS);
    for (let i = 0; i < missing.length; i += AT_ONCE) {
      goOn(run);
      for (const doc of await run.server.get(missing.slice(i, i + AT_ONCE)))
        found.set(`${doc._id}|${doc._rev}`, doc);
    }
    missing = missing.filter(({ id, rev }) => !found.has(`${id}|${rev}`));
  }
  return found;
}

async function metOf(
  keys: WireKeys,
  heard: Heard,
  docs: readonly (readonly [string, WireDoc | undefined])[],
): Promise<Met> {
  const read: Leaf[] = [];
  const unreadable: string[] = [];
  const met = { id: heard.id, leaves: heard.leaves, read, unreadable, newer: false };
  for (const [rev, doc] of docs) {
    const opened = doc ? await openDoc(keys, doc) : null;
    if (doc && opened?.state === 'read') {
      const { _deleted, _revisions, k, e } = doc;
      const revs = _revisions ? ancestorsOf(_revisions) : [];
      met.read.push({ rev, revs, deleted: _deleted === true, k, e, said: opened.content });
    } else if (opened?.state === 'newer') met.newer = true;
    else if (opened?.state !== 'folded') met.unreadable.push(rev);
  }
  return met;
}

/** Fetches and opens what the feed named. */
export async function meet(run: Run, heard: readonly Heard[]): Promise<readonly Met[]> {
  const asked = heard.flatMap(({ id, unknown, doc }) => (doc ? [] : unknown.map((rev) => ({ id, rev }))));
  const found = await fetched(run, asked);
  const { keys } = run.ports;
  const met = await Promise.all(
    heard
      .filter(({ behind }) => !behind)
      .map((one) =>
        metOf(
          keys,
          one,
          one.unknown.map((rev) => [rev, one.doc ?? found.get(`${one.id}|${rev}`)] as const),
        ),
      ),
  );
  for (const { id, unreadable } of met) for (const rev of unreadable) run.unreadable.add(`${id}|${rev}`);
  run.counts.unreadable = run.unreadable.size;
  return met;
}
