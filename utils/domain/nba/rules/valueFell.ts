import { addWorkingDays } from '../../calendar/workingDays';
import { daysBetween } from '../../day';
import { gather } from '../../gather';
import type { Holding, HoldingKind } from '../../schema/holding';
import type { Money } from '../../schema/money';
import type { SeenHoldingRow } from '../../schema/seenRow';
import type { CivilDay } from '../../schema/time';
import { isSameHolding } from '../../seenRows';
import { say } from '../../words';
import { toLog } from '../action';
import { daysSince, type Facts } from '../facts';
import { greetingOf } from '../greeting';
import { channelFor } from '../reach';
import { type Finding, type Rule, rising, WEEK } from '../rule';
import { aThreshold, inForce } from '../threshold';

/** What a market values from day to day: no deposits, no cash management, no insurance. */
const VALUED: ReadonlySet<HoldingKind> = new Set(['wealth', 'fund', 'bond', 'securities', 'gold', 'trust']);

const PERCENT = aThreshold('valueFell.percent', 10, [3, 50], 'percent');
const YUAN = aThreshold('valueFell.yuan', 10000, [1000, 10000000], 'yuan');
const FEN = 100n;

/** Two values further apart tell of no sharp fall. */
const APART = 30;
/** By then the holder is to have been contacted (§3, practice default). */
const WORKING_DAYS = 2;
/** After so long the next asset review speaks of it; ours. */
const NEWS = 14;

/** What a holding was shown or noted to be worth, and on which days. */
interface Worth {
  amount: Money;
  from: CivilDay;
  until: CivilDay;
}

interface Fall {
  before: Worth;
  after: Worth;
}

const minor = ({ amount }: Worth): bigint => BigInt(amount.minor);

/** One holding, with all its dated values, the oldest first. */
interface Held {
  id: string;
  name: string;
  maturity: CivilDay | null;
  worths: Worth[];
}

const inYuan = (worths: readonly Worth[]): Worth[] =>
  worths.filter((worth) => worth.amount.currency === 'CNY' && minor(worth) > 0n);

/** The values that the RM noted, by hand or from a spreadsheet; none of a guess. */
function notedOf({ amount, amountSince, day, former = [], source }: Holding): Worth[] {
  if (amount === null || source === 'guess') return [];
  return [...former.toReversed(), { amount, from: amountSince ?? day, until: day }];
}

/** A holding of the CRM's list: the values it showed, and what was noted before that. */
function shownOf(row: SeenHoldingRow, { bundle, dayAt, today }: Facts): Held {
  const { id, name, maturity, amount, amountSince, firstSeen, former = [] } = row;
  const { seen = {} } = bundle;
  if (amount === null) return { id, name, maturity, worths: [] };
  const shown = former
    .map((was) => ({ amount: was.amount, from: dayAt(was.firstSeen), until: dayAt(was.lastSeen) }))
    .toReversed();
  const now = { amount, from: dayAt(amountSince ?? firstSeen), until: today };
  const noted = bundle.holdings
    .filter((own) => !seen[own.id] && isSameHolding(own, row))
    .flatMap(notedOf)
    .filter(({ from }) => from < now.from);
  const before = [...noted, ...shown].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  return { id, name, maturity, worths: inYuan([...before, now]) };
}

/** Holdings here that a market values: those of the CRM's list, and the RM's own that it does not show. */
function heldIn(facts: Facts): Held[] {
  const { client, holdings, seen = {} } = facts.bundle;
  const { seenHoldings = [] } = client;
  if (seenHoldings.length === 0 && holdings.length === 0) return [];
  // Of two lots under one name the list does not tell which is which from look to look.
  const lots = (of: SeenHoldingRow) =>
    seenHoldings.filter(({ kind, name }) => kind === of.kind && name === of.name).length;
  const shown = seenHoldings.filter((row) => VALUED.has(row.kind) && lots(row) === 1);
  const own = gather(holdings, (row): Held[] => {
    const { id, kind, name, place, maturity, former = [] } = row;
    // One value tells of no fall.
    if (former.length === 0 || seen[id] || name === null) return [];
    if (place.at !== 'here' || !VALUED.has(kind)) return [];
    if (seenHoldings.some((one) => isSameHolding(row, one))) return [];
    return [{ id, name, maturity, worths: inYuan(notedOf(row)) }];
  });
  return [...shown.map((row) => shownOf(row, facts)), ...own];
}

/** The last sharp fall that has not been made good; each is measured from what stood since the one before. */
function fallOf(worths: readonly Worth[], facts: Facts): Fall | null {
  const [percent, yuan] = [BigInt(inForce(PERCENT, facts)), BigInt(inForce(YUAN, facts))];
  const isSharp = (before: Worth, after: Worth): boolean => {
    const less = minor(before) - minor(after);
    return less >= yuan * FEN && less * 100n >= minor(before) * percent;
  };
  let fall: Fall | null = null;
  let stand: Worth[] = [];
  for (const after of worths) {
    const near = stand.filter(({ until }) => daysBetween(until, after.from) <= APART);
    const [highest] = near.sort((a, b) => (minor(a) > minor(b) ? -1 : minor(a) < minor(b) ? 1 : 0));
    if (highest && isSharp(highest, after)) {
      fall = { before: highest, after };
      stand = [];
    }
    stand.push(after);
  }
  const now = worths.at(-1);
  return fall && now && isSharp(fall.before, now) ? fall : null;
}

function findingOf(row: Held, facts: Facts): Finding[] {
  const fall = fallOf(row.worths, facts);
  if (!fall) return [];
  const { before, after } = fall;
  const day = after.from;
  const age = daysSince(day, facts);
  const matured = row.maturity !== null && row.maturity <= day;
  const talked = facts.reached.some(({ contact }) => contact.day >= day);
  if (age < 0 || age > NEWS || matured || talked) return [];
  const percent = String(((minor(before) - minor(after)) * 100n) / minor(before));
  const due = addWorkingDays(day, WORKING_DAYS);
  return [
    {
      evidence: `${row.id}|${day}`,
      title: say('rule.valueFell.title', row.name, percent),
      why: [
        say(
          'rule.valueFell.why',
          { money: before.amount },
          { day: before.until },
          { money: after.amount },
          { day },
          percent,
        ),
        say('rule.valueFell.whyUnsure'),
      ],
      talkTrack: say('rule.valueFell.track', { message: greetingOf(facts) }, row.name),
      deed: toLog({ channel: channelFor(facts), purpose: 'care', day: facts.today }),
      due,
      urgency: rising(age, daysBetween(day, due)),
      // Whether the value fell or something was redeemed, the amounts do not tell.
      confidence: 0.8,
    },
  ];
}

/**
 * Rule 41, value fell (市值波动, §3; the table of rules has no number for it): what a market values here is
 * worth a tenth and 10,000 yuan less than at most 30 days before, and its holder is to be contacted within
 * two working days of the day on which that was first seen. It cares and explains, promises nothing, sells
 * nothing, and never says that something was lost: units are not known, so it may have been redeemed.
 *
 * Fed by the amounts that the CRM's own list of holdings showed, with what the RM's own row of the same holding
 * said before that; where the list shows no such holding, by the RM's own row and the amounts noted in it before,
 * as two asset reviews brought in one after the other leave them. Of several holdings one speaks. Goes away with any contact since that day that
 * reaches the client, when the amount is made good, with an answer "done", and after two weeks.
 */
export const valueFell: Rule = {
  id: 'valueFell',
  number: 41,
  base: 77,
  aim: 'service',
  part: 'holdings',
  coolDown: WEEK,
  rests: 'rule',
  done: 'settles',
  oneAtATime: true,
  thresholds: [PERCENT, YUAN],
  find: (facts) => gather(heldIn(facts), (row) => findingOf(row, facts)),
};
