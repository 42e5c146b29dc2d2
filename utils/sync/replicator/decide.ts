import { type DocState, MARK } from '@/utils/store/sync/syncRows';
import type { Said } from '../merge/content';
import { type Lost, mergeAll } from '../merge/merge';
import { canonical } from '../wire/canonical';
import type { WireKeys } from '../wire/keys';
import { compareLeaves, MAX_ANCESTORS } from '../wire/rev';
import { sealDoc } from '../wire/sealDoc';
import type { Stand } from './stand';

/** A leaf of the server that opens. */
export interface Leaf {
  rev: string;
  revs: readonly string[];
  deleted: boolean;
  k: string;
  e: string;
  said: Said;
}

/** What the server shows of one document. */
export interface Met {
  id: string;
  /** Every leaf, known or not. */
  leaves: readonly string[];
  /** Those that were fetched and open. */
  read: readonly Leaf[];
  /** Those that were fetched and do not. */
  unreadable: readonly string[];
  /** Only a newer Zhibi can tell what one of them says. */
  newer: boolean;
}

/** Which revision the book holds from now on. */
export type Held = Pick<DocState, 'rev' | 'revs' | 'deleted' | 'k' | 'e' | 'mark' | 'dead'>;

/** What is to be, of one document. */
export interface Decision {
  held: Held;
  /** What its row shall say. */
  said: Said;
  lost: readonly Lost[];
  merged: boolean;
}

/** Whether a leaf says nothing that this book has not taken in. */
export const isKnown = (doc: DocState, leaf: string): boolean =>
  leaf === doc.rev || doc.revs.includes(leaf) || doc.dead.includes(leaf);

const ownLeaf = (doc: DocState, said: Said): Leaf => {
  const { rev, revs, deleted, k, e } = doc;
  return { rev, revs, deleted, k, e, said };
};

const heldAs = ({ rev, revs, deleted, k, e }: Leaf, mark: Held['mark'], dead: readonly string[]): Held => ({
  ...{ rev, revs, deleted, k, e },
  mark: mark === MARK.none && dead.length > 0 ? MARK.bury : mark,
  dead,
});

/** A new revision over `parent`. */
async function heldAnew(
  keys: WireKeys,
  id: string,
  parent: Pick<Leaf, 'rev' | 'revs'> | null,
  said: Said,
  dead: readonly string[],
): Promise<Held> {
  const sealed = await sealDoc(keys, id, parent?.rev ?? null, said);
  const revs = parent ? [parent.rev, ...parent.revs].slice(0, MAX_ANCESTORS) : [];
  return { ...sealed, revs, mark: MARK.send, dead };
}

/** What the row says now, as the child of the known revision. */
export const heldEdited = (
  keys: WireKeys,
  id: string,
  doc: DocState | undefined,
  said: Said,
): Promise<Held> => heldAnew(keys, id, doc ?? null, said, doc?.dead ?? []);

/** The same said once more over a revision that the server may hide behind a forgery: so it is seen by all. */
export const heldAgain = (keys: WireKeys, id: string, held: Held, said: Said): Promise<Held> =>
  heldAnew(keys, id, held, said, held.dead);

/**
 * What comes of what the server shows and what stands here. The leaves are taken by what they say, never by what
 * the server claims to have been before what: a leaf that lies behind ours changes nothing, and ours is offered
 * again.
 *
 * @returns null where nothing is to be done
 */
export async function decide(
  keys: WireKeys,
  doc: DocState | undefined,
  stand: Exclude<Stand, { state: 'closed' }>,
  met: Met,
): Promise<Decision | null> {
  const ours = doc && stand.state === 'stands' && stand.base ? ownLeaf(doc, stand.base) : null;
  const shown = ours !== null && met.leaves.includes(ours.rev);
  const candidates = [...(ours && shown ? [ours] : []), ...met.read].sort(compareLeaves);
  const versions = [...(stand.state === 'stands' ? [stand.said] : []), ...met.read.map(({ said }) => said)];
  const merged = mergeAll(versions);
  if (!merged) return null;
  const { said, lost } = merged;
  const more = { said, lost, merged: versions.length > 1 && met.read.length > 0 };

  if (candidates.length === 0) {
    // Nothing of the server's opens. Over a forgery the same is said once more, also where ours was not acknowledged: it may have
    // arrived all the same, and lie hidden behind it. Else ours was lost.
    if (!doc || !ours) return null;
    const isHidden = met.unreadable.length > 0;
    const isEdited = canonical(said) !== canonical(ours.said);
    if (!isHidden && !isEdited) return { ...more, held: heldAs(ours, MARK.send, doc.dead) };
    // What was written here since is in no revision yet: the known one would pass for it.
    const held = await heldAnew(keys, met.id, doc, said, doc.dead);
    // That one too may have been sent already: it would come out the same, and the server take it for done.
    return { ...more, held: isHidden && isEdited ? await heldAgain(keys, met.id, held, said) : held };
  }

  const same = candidates.find((leaf) => leaf.said === said || canonical(leaf.said) === canonical(said));
  const first = same ?? candidates[0];
  if (!first) return null;
  const dead = candidates.filter((leaf) => leaf !== first && !leaf.deleted).map(({ rev }) => rev);
  const buried = [...new Set([...(doc?.dead ?? []), ...dead])].filter((rev) => rev !== first.rev);
  if (same) return { ...more, held: heldAs(same, MARK.none, buried) };
  return { ...more, held: await heldAnew(keys, met.id, first, said, buried) };
}
