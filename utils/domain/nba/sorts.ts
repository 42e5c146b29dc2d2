import type { Credit } from '../schema/credit';
import type { Holding } from '../schema/holding';
import type { Money } from '../schema/money';
import { type MessageArg, say } from '../words';

/** A name with its amount, where that is known. */
const withAmount = (name: MessageArg, amount: Money | null): MessageArg =>
  amount === null ? name : { message: say('sort.amount', name, { money: amount }) };

/** A holding as one speaks of it: its name, or what kind of thing it is, and the amount. */
export const holdingCalled = ({ name, kind, amount }: Holding): MessageArg =>
  withAmount(name ?? { message: say(`sort.holding.${kind}`) }, amount);

/** The same for a loan, a line, a bill, a guarantee. */
export const creditCalled = ({ name, kind, amount }: Credit): MessageArg =>
  withAmount(name ?? { message: say(`sort.credit.${kind}`) }, amount);

/** The step a day is at: the smallest of these that is not below the days left; null before the first and after the day. */
export const stepOf = (left: number, steps: readonly number[]): number | null =>
  left < 0
    ? null
    : steps.reduce<number | null>(
        (at, step) => (step >= left && (at === null || step < at) ? step : at),
        null,
      );

/** Whether a holding is at this bank. */
export const isHere = ({ place }: Pick<Holding, 'place'>): boolean => place.at === 'here';
