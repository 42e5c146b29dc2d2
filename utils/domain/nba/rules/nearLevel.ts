import { gather } from '../../gather';
import type { Money } from '../../schema/money';
import { say } from '../../words';
import { toLog } from '../action';
import type { Facts } from '../facts';
import { greetingOf } from '../greeting';
import { channelFor, channelToOffer } from '../reach';
import { QUARTER, type Rule } from '../rule';
import { USUAL_LINES } from '../serviceLines';
import { aThreshold, inForce } from '../threshold';

const FEN = 100n;
const NEAR = aThreshold('nearLevel.percent', 10, [2, 25], 'percent');

const yuan = (minor: bigint): { money: Money } => ({ money: { minor: String(minor), currency: 'CNY' } });

/** What is held here, by 月日均 where it is known; in yuan only, no rate is made up. */
function heldIn({ field }: Facts): { held: bigint; fact: 'averageBalance' | 'aum' } | null {
  for (const fact of ['averageBalance', 'aum'] as const) {
    const value = field(fact)?.value;
    if (value?.type === 'money' && value.money.currency === 'CNY')
      return { held: BigInt(value.money.minor), fact };
  }
  return null;
}

/**
 * Rule 31, near a level [W]: the assets here are within 10 % below a service-level line, or within 10 %
 * above one and so near to losing it. Lines from the settings (`serviceLines`). Persons only.
 *
 * Goes away when the assets move away from the line; once said, it rests for a quarter.
 */
export const nearLevel: Rule = {
  id: 'nearLevel',
  number: 31,
  base: 48,
  aim: 'sell',
  coolDown: QUARTER,
  rests: 'rule',
  done: 'rests',
  thresholds: [NEAR],
  find(facts) {
    const known = heldIn(facts);
    if (facts.bundle.client.kind !== 'individual' || known === null) return [];
    const { held, fact } = known;
    const near = BigInt(inForce(NEAR, facts));
    return gather(facts.settings.serviceLines ?? USUAL_LINES, (yuanLine) => {
      const line = BigInt(yuanLine) * FEN;
      const below = held < line;
      if (below ? held * 100n < line * (100n - near) : held * 100n > line * (100n + near)) return [];
      const way = below ? 'up' : 'down';
      return [
        {
          evidence: `${yuanLine}|${way}`,
          title: say(`rule.nearLevel.${way}`, yuan(line)),
          why: [say(`rule.nearLevel.${way}Why`, yuan(held), yuan(below ? line - held : held - line))],
          talkTrack: say(`rule.nearLevel.${way}Track`, { message: greetingOf(facts) }),
          deed: toLog({
            channel: below ? channelToOffer(facts) : channelFor(facts),
            purpose: below ? 'negotiation' : 'followUp',
            day: facts.today,
          }),
          fact,
          urgency: 1,
          aim: below ? ('sell' as const) : ('service' as const),
        },
      ];
    });
  },
};
