import { describe, expect, it } from 'vitest';
import { catalogueFor } from '@/utils/domain/clarity/catalogue/catalogue';
import { addDays } from '@/utils/domain/day';
import { pictureOf } from '@/utils/domain/picture';
import {
  aBundle,
  aClient,
  aContact,
  aCrmContact,
  aFact,
  aPlan,
  d,
  morningOf,
  someSettings,
  text,
} from '../build';

const TODAY = d('2026-11-20');
const settings = someSettings();

/** Sixty contacts, a third of them the CRM's, and forty facts. */
function aFullClient() {
  const contacts = Array.from({ length: 60 }, (_, index) => {
    const day = addDays(TODAY, -9 * index - 3);
    if (index % 3 === 2) return aCrmContact(addDays(day, 8), index + 1, { note: `电话回访${index}` });
    return aContact(day, index + 1, {
      note: `谈了第${index}件事`,
      goal: '了解近况',
      goalReached: 'yes',
      nextStep: index % 4 === 0 ? { text: '发送明细', due: addDays(day, 14) } : null,
    });
  });
  const fields = catalogueFor('individual').filter(({ minor }) => !minor);
  const facts = fields
    .slice(0, 40)
    .map(({ key }, index) => [key, aFact(text('有'), addDays(TODAY, -index * 30))]);
  const observed = fields
    .slice(0, 20)
    .map(({ key }) => [key, { value: text('有'), firstSeen: morningOf('2026-01-05') }]);
  return aBundle({
    client: aClient({ facts: Object.fromEntries(facts), observed: Object.fromEntries(observed) }),
    contacts: [...contacts, aPlan('2026-11-24', 99)],
  });
}

describe('the picture of a client', () => {
  // Reviewed every quarter only, so that the promise and the cadence are what the day is about.
  const busy = aClient({ facts: { 'crm.忙碌': aFact(text('是'), '2026-03-02') } });

  it('holds together: due, score, history and prompts of one bundle on one day', () => {
    const called = aContact('2026-10-09', 1, {
      purpose: 'assetReview',
      nextStep: { text: '发送三季度持仓明细', due: d('2026-11-13') },
    });
    const bundle = aBundle({ client: busy, contacts: [called] });
    const picture = pictureOf(bundle, settings, TODAY);
    expect(picture.bundle).toBe(bundle);
    expect(picture.today).toBe(TODAY);
    expect(picture.due).toMatchObject({ due: '2026-11-09', level: 'overdue', daysOverdue: 11 });
    expect(picture.timeline).toMatchObject([{ promise: 'late' }]);
    expect(picture.actions.shown.map(({ rule }) => rule)).toEqual(['promiseDue', 'overdue', 'nextQuestion']);
    expect(picture.clarity.score).toBeLessThan(60);
  });

  it('changes with one log: the promise kept, nothing overdue', () => {
    const called = aContact('2026-10-09', 1, {
      purpose: 'assetReview',
      nextStep: { text: '发送三季度持仓明细', due: d('2026-11-13') },
    });
    const logged = aContact('2026-11-20', 2, { channel: 'wechat', keeps: called.id });
    const picture = pictureOf(aBundle({ client: busy, contacts: [called, logged] }), settings, TODAY);
    expect(picture.due.level).toBe('fresh');
    expect(picture.timeline.map(({ promise }) => promise)).toEqual(['none', 'kept']);
    expect(picture.actions.shown).toEqual([]);
  });

  it('of a full client tells all its past', () => {
    expect(pictureOf(aFullClient(), settings, TODAY).timeline.length).toBeGreaterThan(40);
  });
});
