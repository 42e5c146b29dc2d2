import { addDays, dayOf } from '../day';
import type { FieldKey, ObservedField } from '../schema/client';
import type { FieldValue } from '../schema/fieldValue';
import type { Money } from '../schema/money';
import type { CivilDay, Instant } from '../schema/time';
import { daysSince, oncePerClient } from './facts';
import { isNoisy } from './noisyDays';
import { aThreshold, inForce, type Threshold } from './threshold';

/** By how much it must have moved: by a fifth and by 50,000 yuan, both (§5, rules 22 and 23). */
export const FELL: readonly [share: Threshold, yuan: Threshold] = [
  aThreshold('balanceFell.percent', 20, [5, 80], 'percent'),
  aThreshold('balanceFell.yuan', 50000, [5000, 10000000], 'yuan'),
];
export const ROSE: readonly [share: Threshold, yuan: Threshold] = [
  aThreshold('moneyArrived.percent', 20, [5, 200], 'percent'),
  aThreshold('moneyArrived.yuan', 50000, [5000, 10000000], 'yuan'),
];
const FEN = 100n;

/** After so long a move is history; practice default. */
export const FRESH_DAYS = 30;

/** The month's daily average, under the keys by which a CRM's page gives it; the first that is there counts. */
const AVERAGES: readonly FieldKey[] = [
  'averageBalance',
  'crm.月日均',
  'crm.月日均余额',
  'crm.月日均资产',
  'crm.日均余额',
];
const BALANCE: FieldKey = 'aum';

/** One thing the CRM showed, and the days on which it is known to have shown it. */
interface Stand {
  value: FieldValue;
  from: CivilDay;
  until: CivilDay;
}

/** What the client keeps with the bank moved by a fifth and by 50,000 yuan. */
export interface BalanceMove {
  /** `averageBalance` or `aum`, whatever the CRM calls it. */
  field: 'averageBalance' | 'aum';
  way: 'fell' | 'rose';
  before: Money;
  after: Money;
  /** When the former amount was last seen, and the present one first. */
  lastSeen: CivilDay;
  seen: CivilDay;
  /** By how much, in whole per cent of the former amount. */
  percent: number;
  /** Days since the present amount was first seen. */
  ageDays: number;
  /** Same move, same evidence. */
  evidence: string;
}

const standsOf = (observed: ObservedField, lastSeen: CivilDay, dayAt: (at: Instant) => CivilDay): Stand[] => [
  { value: observed.value, from: dayAt(observed.firstSeen), until: lastSeen },
  ...(observed.former ?? []).map((former) => ({
    value: former.value,
    from: dayAt(former.firstSeen),
    until: dayAt(former.lastSeen),
  })),
];

/** Longer than any run of days that say little. */
const LONGEST_NOISE = 14;

/** An amount seen only about quarter ends and on pay days is no measure: neither of what is nor of what was. */
function isMeasure({ from, until }: Stand): boolean {
  for (let ahead = 0; ahead <= LONGEST_NOISE; ahead += 1) {
    const day = addDays(from, ahead);
    if (day > until) return false;
    if (!isNoisy(day)) return true;
  }
  return true;
}

const yuanOf = (value: FieldValue): Money | null =>
  value.type === 'money' && value.money.currency === 'CNY' ? value.money : null;

/**
 * Whether the CRM shows a fifth and 50,000 yuan more or less than when it was last seen, on the month's
 * daily average where the page gives one, else on the assets here [V][P][W]. Amounts seen only on pay days
 * and about quarter ends are passed over, before and after: a move counts from the first other day on which
 * it still stands. Null where nothing moved so far, where it is long ago, or where amounts are not in yuan.
 */
export const balanceMoveOf = oncePerClient((facts): BalanceMove | null => {
  const { bundle, settings } = facts;
  const { observed } = bundle.client;
  const key = [...AVERAGES, BALANCE].find((one) => observed[one] && yuanOf(observed[one].value));
  const field = key === undefined ? undefined : observed[key];
  if (key === undefined || !field) return null;
  const dayAt = (at: Instant): CivilDay => dayOf(at, settings.zone);
  const last = bundle.lastSeen[key] ?? field.firstSeen;
  const [now, ...earlier] = standsOf(field, dayAt(last), dayAt);
  const was = earlier.find(isMeasure);
  if (!now || !was || !isMeasure(now)) return null;
  const before = yuanOf(was.value);
  const after = yuanOf(now.value);
  const ageDays = daysSince(now.from, facts);
  if (!before || !after || ageDays < 0 || ageDays > FRESH_DAYS) return null;
  const from = BigInt(before.minor);
  const moved = BigInt(after.minor) - from;
  const size = moved < 0n ? -moved : moved;
  const [share, yuan] = (moved < 0n ? FELL : ROSE).map((one) => BigInt(inForce(one, facts)));
  if (share === undefined || yuan === undefined || from <= 0n) return null;
  if (size < yuan * FEN || size * 100n < from * share) return null;
  return {
    field: key === BALANCE ? 'aum' : 'averageBalance',
    way: moved < 0n ? 'fell' : 'rose',
    before,
    after,
    lastSeen: was.until,
    seen: now.from,
    percent: Number((size * 100n) / from),
    ageDays,
    evidence: `${key}|${now.from}`,
  };
});
