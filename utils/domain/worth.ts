import { sumsOf } from './money';
import { isHere } from './nba/sorts';
import type { Outline } from './outline';
import type { Money } from './schema/money';

/**
 * What a client brings, as far as the book knows it: the assets here as they are noted or shown, else what is
 * held here in yuan. Null where nothing is known.
 */
export function worthOf({ clarity, bundle }: Pick<Outline, 'clarity' | 'bundle'>): Money | null {
  const value = clarity.fields.find(({ key }) => key === 'aum')?.value;
  if (value?.type === 'money' && value.money.currency === 'CNY') return value.money;
  const held = bundle.holdings.filter(isHere).flatMap(({ amount }) => amount ?? []);
  return sumsOf(held).find(({ currency }) => currency === 'CNY') ?? null;
}
