import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { type Bid, beyondDay, bidsOf, firstOfDay } from '@/utils/domain/nba/dayShare';
import { anyBundle, PRODUCTS, TODAY } from './anyBundle';
import { aRule, finding } from './aRule';
import { planFor } from './ask';

const anyBid: fc.Arbitrary<Bid> = fc.record({
  client: fc.constantFrom('a', 'b', 'c', 'd'),
  rule: fc.constantFrom('productMatch', 'crossSell', 'nextQuestion'),
  place: fc.nat({ max: 2 }),
  priority: fc.double({ min: 0, max: 150, noNaN: true }),
});

describe('the proactive prompts of a day', () => {
  test.prop([fc.array(anyBid, { maxLength: 60 }), fc.nat({ max: 12 })])(
    'are never more than the share of the book, the best first, in whatever order they come',
    (bids, most) => {
      const unique = [
        ...new Map(bids.map((bid) => [`${bid.client}|${bid.rule}|${bid.place}`, bid])).values(),
      ];
      const first = firstOfDay(unique, most);
      expect(first.length).toBe(Math.min(most, unique.length));
      expect(firstOfDay(unique.toReversed(), most)).toEqual(first);
      const least = Math.min(...first.map(({ priority }) => priority));
      const left = unique.filter((bid) => !first.includes(bid));
      expect(most === 0 || left.every(({ priority }) => priority <= least)).toBe(true);
    },
  );

  test.prop([anyBundle, fc.array(anyBid, { maxLength: 30 }), fc.integer({ min: 1, max: 10 })])(
    'with those of a client are never more either; what is no idea of Zhibi’s own is not folded by it',
    (bundle, shownToday, most) => {
      const asked = { products: PRODUCTS, proactivePerDay: most };
      const free = planFor(bundle, TODAY, undefined, asked);
      const plan = planFor(bundle, TODAY, undefined, { ...asked, shownToday });
      const { client } = { client: bundle.client.id };
      const own = bidsOf(client, plan.shown).map(({ bid }) => bid);
      const day = firstOfDay([...shownToday, ...own], most);
      expect(day.length).toBeLessThanOrEqual(most);
      expect(own.filter((bid) => !day.some((one) => one.client === client && one.rule === bid.rule))).toEqual(
        [],
      );
      const beyond = new Set(plan.beyondDay);
      const folded = [...plan.folded].filter(({ key }) => beyond.has(key));
      expect(
        folded.filter(({ aim, putOff }) => putOff !== null || (aim !== 'sell' && aim !== 'learn')),
      ).toEqual([]);
      expect(plan.shown.length + plan.folded.length).toBe(free.shown.length + free.folded.length);
    },
  );

  it('fold the eleventh, and let the next prompt of the client take its place', () => {
    const offer = aRule('offer', [finding('e')], { base: 60, aim: 'learn' });
    const service = aRule('service', [finding('e')], { base: 50 });
    const stronger = Array.from({ length: 10 }, (_, n) => ({
      client: `c${n}`,
      rule: 'offer',
      place: 0,
      priority: 100,
    }));
    const plan = planFor({}, TODAY, [offer, service], { shownToday: stronger, promptsPerClient: 1 });
    expect(plan.shown.map(({ rule }) => rule)).toEqual(['service']);
    expect(plan.folded.map(({ key }) => key)).toEqual(plan.beyondDay);
    const weaker = stronger.map((bid) => ({ ...bid, priority: 1 }));
    expect(planFor({}, TODAY, [offer], { shownToday: weaker }).beyondDay).toEqual([]);
  });

  it('keep the place of what was shown and done', () => {
    const [action] = planFor({}, TODAY, [aRule('offer', [finding('e')], { aim: 'learn' })], {}).shown;
    const done: Bid = { client: 'me', rule: 'done', place: 0, priority: 140 };
    expect(beyondDay('me', action ? [action] : [], [done], 1).size).toBe(1);
    expect(beyondDay('me', action ? [action] : [], [done], 2).size).toBe(0);
  });
});
