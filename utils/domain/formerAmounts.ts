import { type Holding, MAX_FORMER_AMOUNTS, type NotedAmount } from './schema/holding';
import { foldedName } from './seenRows';

/** Whether the row still speaks of the holding that it spoke of: a name may be added, not become another. */
const isSame = (before: Holding, after: Holding): boolean =>
  before.kind === after.kind &&
  before.place.at === after.place.at &&
  (before.name === null || after.name === null || foldedName(before.name) === foldedName(after.name));

const sameAmount = ({ amount: a }: Holding, { amount: b }: Holding): boolean =>
  a === b || (a !== null && b !== null && a.minor === b.minor && a.currency === b.currency);

/** The amount that stood until now, as one that was noted before; none where it was a guess, or of no earlier day. */
function stoodIn(before: Holding, after: Holding): NotedAmount[] {
  const { amount, amountSince, day, source } = before;
  const from = amountSince ?? day;
  if (amount === null || source === 'guess' || from >= after.day) return [];
  return [{ amount, from, until: day < after.day ? day : from }];
}

/**
 * The RM's own row of a holding as it is written over, by hand or by a spreadsheet: it keeps the amounts that
 * were noted before, as the CRM's own list of holdings does (037), so that two asset reviews brought in one
 * after the other can be compared (§3). An amount that is written over on the day on which it was noted was a
 * mistake, and one of another holding is none of this one's. What does not change the amount changes none of
 * it: amount, since when and former ones are merged as one.
 */
export function withFormer(before: Holding, after: Holding): Holding {
  const { amountSince, former = [] } = before;
  const { amountSince: _since, former: _former, ...row } = after;
  if (!isSame(before, after)) return row;
  if (sameAmount(before, after)) {
    return {
      ...row,
      ...(amountSince === undefined ? {} : { amountSince }),
      ...(former.length > 0 ? { former } : {}),
    };
  }
  const earlier = former.filter(({ until }) => until < after.day);
  const all = [...stoodIn(before, after), ...earlier].slice(0, MAX_FORMER_AMOUNTS);
  return all.length > 0 ? { ...row, amountSince: after.day, former: all } : row;
}
