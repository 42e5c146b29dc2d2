import { daysBetween } from '../day';
import { addMoney, compareMoney } from '../money';
import type { Holding, HoldingKind } from '../schema/holding';
import type { Money } from '../schema/money';
import type { ProductOnSale } from '../schema/settings';
import type { Facts } from './facts';
import { suits } from './gates/suitability';
import { inProportion } from './proportion';
import type { Offer } from './rule';
import { isHere } from './sorts';

const SOON = 30;

/** Money at hand: paid out any day, or free within 30 days. */
function isAtHand({ kind, maturity, takenOver }: Holding, today: Facts['today']): boolean {
  if (kind === 'cashManagement') return true;
  if (maturity === null) return kind === 'deposit';
  const left = daysBetween(today, maturity);
  return takenOver === null && left >= 0 && left <= SOON;
}

/** What lies at hand here in a currency; null where nothing is known. */
export function atHand(currency: string, { bundle, today }: Pick<Facts, 'bundle' | 'today'>): Money | null {
  const amounts = bundle.holdings
    .filter((holding) => isHere(holding) && isAtHand(holding, today))
    .flatMap(({ amount }) => (amount?.currency === currency ? [amount] : []));
  return amounts.reduce<Money | null>((sum, amount) => {
    if (sum === null) return amount;
    const both = addMoney(sum, amount);
    return both.ok ? both.value : sum;
  }, null);
}

/** Whether there is as much of it as a product asks for. */
export function reaches(money: Money | null, { least }: ProductOnSale): boolean {
  if (money === null) return false;
  const compared = compareMoney(money, least);
  return compared.ok && compared.value >= 0;
}

const NO_INVESTMENT: ReadonlySet<HoldingKind> = new Set(['deposit']);

/** The risk with which a product is offered; a deposit has none. */
export const riskOf = ({ kind, risk }: Pick<ProductOnSale, 'kind' | 'risk'>) =>
  NO_INVESTMENT.has(kind) ? ('none' as const) : (risk ?? ('unknown' as const));

/** A product on sale as it is offered. */
export const offerOf = (product: ProductOnSale): Offer => ({
  product: product.name,
  risk: riskOf(product),
  least: product.least,
});

/** Suited ones first, in the order of the list, so that one that may not be offered hides none that may. */
export function suitedFirst(products: readonly ProductOnSale[], facts: Facts): ProductOnSale[] {
  const suited = new Set(
    products.filter((product) => suits(riskOf(product), facts) && inProportion(offerOf(product), facts)),
  );
  return [...suited, ...products.filter((product) => !suited.has(product))];
}
