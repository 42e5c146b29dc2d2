import { addDays } from '@/utils/domain/day';
import { holdingId } from '@/utils/domain/schema/ids';
import type { SeenHoldingRow } from '@/utils/domain/schema/seenRow';
import { d, morningOf } from '../build';
import { yuan } from '../buildFacts';

/**
 * A fund on the CRM's list with these amounts, each since its day and seen until the day before the next;
 * the oldest first. @param lastSeen when the amount before the present one was seen last
 */
export function aSeenFund(
  points: readonly (readonly [day: string, amount: number])[],
  { n = 1, lastSeen }: { n?: number; lastSeen?: string } = {},
): SeenHoldingRow {
  const [now, ...before] = points.toReversed();
  if (!now) throw new Error('a fund that was never shown');
  const former = before.map(([day, amount], at) => ({
    amount: yuan(amount),
    firstSeen: morningOf(day),
    lastSeen: morningOf(lastSeen ?? addDays(d((points.toReversed()[at] ?? now)[0]), -1)),
  }));
  return {
    id: holdingId.parse(n.toString(16).padStart(24, 'b')),
    firstSeen: morningOf(points[0]?.[0] ?? now[0]),
    kind: 'fund',
    name: '星河',
    amount: yuan(now[1]),
    since: null,
    maturity: null,
    riskLevel: null,
    ...(former.length > 0 ? { amountSince: morningOf(now[0]), former } : {}),
  };
}
