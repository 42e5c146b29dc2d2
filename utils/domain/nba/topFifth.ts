import { compareMoney } from '../money';
import type { ClientId } from '../schema/ids';
import type { Money } from '../schema/money';

/** What a client brings, as far as the book knows. */
export interface Worth {
  id: ClientId;
  /** The assets here; null where they are not known. */
  assets: Money | null;
}

/**
 * The fifth of a book that brings most [R]: by the assets here, in one currency; a fifth of all clients,
 * rounded down, of whom something is known. Ties go by id, so that the same book has the same fifth.
 */
export function topFifthOf(worths: readonly Worth[], currency = 'CNY'): ReadonlySet<ClientId> {
  const known = worths.flatMap(({ id, assets }) => (assets?.currency === currency ? [{ id, assets }] : []));
  const most = known.toSorted((a, b) => {
    const order = compareMoney(b.assets, a.assets);
    return (order.ok ? order.value : 0) || (a.id < b.id ? -1 : 1);
  });
  return new Set(most.slice(0, Math.floor(worths.length / 5)).map(({ id }) => id));
}
