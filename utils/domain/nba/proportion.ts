import { sumsOf } from '../money';
import type { RiskLevel } from '../schema/holding';
import type { Money } from '../schema/money';
import { worthOf } from '../worth';
import type { Facts } from './facts';
import type { Offer } from './rule';
import { isHere } from './sorts';
import { aThreshold, inForce, type Threshold } from './threshold';

/**
 * The most of a client's assets, here and elsewhere, that one product of a risk may ask for (§11.1). The domain
 * names no number: these are starting values, which a user or a bank may set stricter and never laxer.
 */
export const SHARES: Readonly<Record<RiskLevel, Threshold>> = {
  R1: aThreshold('productMatch.shareR1', 100, [1, 100], 'percent'),
  R2: aThreshold('productMatch.shareR2', 80, [1, 80], 'percent'),
  R3: aThreshold('productMatch.shareR3', 50, [1, 50], 'percent'),
  R4: aThreshold('productMatch.shareR4', 30, [1, 30], 'percent'),
  R5: aThreshold('productMatch.shareR5', 10, [1, 10], 'percent'),
};

/** What is known of a client's assets in a currency, here and elsewhere; null where nothing is. */
function assetsIn(currency: string, facts: Facts): Money | null {
  const { holdings } = facts.bundle;
  const elsewhere = facts.field('assetsElsewhere')?.value;
  const noted = elsewhere?.type === 'money' ? [elsewhere.money] : [];
  const held = holdings.filter((holding) => !isHere(holding)).flatMap(({ amount }) => amount ?? []);
  const worth = currency === 'CNY' ? worthOf(facts) : null;
  const here = worth ? [worth] : holdings.filter(isHere).flatMap(({ amount }) => amount ?? []);
  // What is noted of all that lies elsewhere holds the single ones already.
  const all = [...here, ...(noted.length > 0 ? noted : held)];
  return sumsOf(all.filter((amount) => amount.currency === currency))[0] ?? null;
}

/**
 * Whether the least amount of a product is in proportion to what the client owns, as far as it is known: unknown
 * assets are in proportion to nothing. A deposit, which has no risk, is not weighed.
 */
export function inProportion({ risk, least }: Offer, facts: Facts): boolean {
  if (risk === 'none' || risk === 'unknown' || least === undefined) return true;
  const assets = assetsIn(least.currency, facts);
  if (assets === null) return false;
  return BigInt(least.minor) * 100n <= BigInt(assets.minor) * BigInt(inForce(SHARES[risk], facts));
}
