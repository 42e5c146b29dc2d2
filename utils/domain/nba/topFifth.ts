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

/** The last who is in the top fifth: whoever brings as much or more is in it. */
export interface TopLine {
  minor: string;
  id: ClientId;
}

/**
 * Where the top fifth of a book ends; null where of fewer than half of the clients anything is known: a fifth
 * of a few would be no fifth.
 */
export function topLineOf(worths: readonly Worth[]): TopLine | null {
  const known = new Map(
    worths.flatMap(({ id, assets }) => (assets?.currency === 'CNY' ? [[id, assets]] : [])),
  );
  if (known.size * 2 < worths.length) return null;
  const last = [...topFifthOf(worths)].at(-1);
  const assets = last && known.get(last);
  return last && assets ? { minor: assets.minor, id: last } : null;
}

/** Whether a client is in the top fifth that ends there. */
export function isInTop(line: TopLine, { id, assets }: Worth): boolean {
  if (assets?.currency !== 'CNY') return false;
  const [own, least] = [BigInt(assets.minor), BigInt(line.minor)];
  return own > least || (own === least && id <= line.id);
}
