import type { ClientId } from '../schema/ids';
import type { Relation } from '../schema/relation';

/** A client of the book and the clients whom he brought, with theirs. */
export interface Bringer {
  client: ClientId;
  brought: readonly Bringer[];
}

/** 渠道化: who brought whom in the book. */
export interface Referrals {
  /** Who brought somebody and was brought by nobody of the book, the one with most below first. */
  trees: readonly Bringer[];
  /** How many clients brought another client of the book. */
  bringers: number;
  /** The share of clients who did, 0 to 1; null for an empty book. Ours: the method names no formula. */
  channelization: number | null;
}

type Told = Pick<Relation, 'clientId' | 'other' | 'role'>;

/** Who brought whom, each client by one at most: told twice from both sides it is one. The smallest id wins. */
function bringerOf(relations: readonly Told[], clients: ReadonlySet<ClientId>): Map<ClientId, ClientId> {
  const brought = new Map<ClientId, ClientId>();
  for (const { clientId, other, role } of relations) {
    if (other === null || other === clientId || !clients.has(other) || !clients.has(clientId)) continue;
    const pair =
      role === 'referredBy'
        ? ([clientId, other] as const)
        : role === 'referred'
          ? ([other, clientId] as const)
          : null;
    if (!pair) continue;
    const [newcomer, by] = pair;
    const known = brought.get(newcomer);
    if (known === undefined || by < known) brought.set(newcomer, by);
  }
  return brought;
}

const countBelow = ({ brought }: Bringer): number =>
  brought.reduce((sum, each) => sum + 1 + countBelow(each), 0);

/**
 * Who brought whom, from the people noted as 转介绍: only who is a client of the book counts, so a name
 * alone brings nobody. Where the book goes round in a circle, it is cut at the smallest id.
 */
export function referralsOf(relations: readonly Told[], book: readonly ClientId[]): Referrals {
  const clients = new Set(book);
  const by = bringerOf(relations, clients);
  const below = new Map<ClientId, ClientId[]>();
  for (const [newcomer, bringer] of by) below.set(bringer, [...(below.get(bringer) ?? []), newcomer]);
  const seen = new Set<ClientId>();
  const treeOf = (client: ClientId): Bringer => {
    seen.add(client);
    const brought = (below.get(client) ?? []).toSorted().filter((each) => !seen.has(each));
    return { client, brought: brought.map(treeOf) };
  };
  const bringers = [...below.keys()].sort();
  const roots = bringers.filter((client) => !by.has(client)).map(treeOf);
  // What is left goes round in a circle.
  const circles = bringers.flatMap((client) => (seen.has(client) ? [] : [treeOf(client)]));
  return {
    trees: [...roots, ...circles].sort(
      (a, b) => countBelow(b) - countBelow(a) || (a.client < b.client ? -1 : 1),
    ),
    bringers: below.size,
    channelization: clients.size === 0 ? null : below.size / clients.size,
  };
}
