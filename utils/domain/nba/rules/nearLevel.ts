import type { Money } from '../../schema/money';
import { say } from '../../words';
import { toLog } from '../action';
import type { Facts } from '../facts';
import { greetingOf } from '../greeting';
import { channelFor, channelToOffer } from '../reach';
import { QUARTER, type Rule } from '../rule';

/** 私行, 财富, 金卡 as most banks draw them, in yuan; the settings or a policy name the bank's own. */
const USUAL_LINES = [6_000_000, 1_000_000, 200_000];
const FEN = 100n;

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
  find(facts) {
    const known = heldIn(facts);
    if (facts.bundle.client.kind !== 'individual' || known === null) return [];
    const { held, fact } = known;
    return (facts.settings.serviceLines ?? USUAL_LINES).flatMap((yuanLine) => {
      const line = BigInt(yuanLine) * FEN;
      const below = held < line;
      if (below ? held * 10n < line * 9n : held * 10n > line * 11n) return [];
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
