import { describe, expect, it } from 'vitest';
import { afterSale } from '@/utils/domain/nba/rules/afterSale';
import type { Contact } from '@/utils/domain/schema/contact';
import { aContact, anAnswer } from '../build';
import { found, shown, silenceOf } from './ask';
import { speaks } from './spans';

const SALE = '2026-11-02';
const signed = (change: Partial<Contact> = {}) =>
  aContact(SALE, 1, { purpose: 'signing', goalReached: 'yes', goal: '养老账户', ...change });
const of = (...more: Contact[]) => ({ contacts: [signed(), ...more] });

describe('rule 40, after a sale', () => {
  speaks('the first call', afterSale, of(), { evidence: '|1', from: '2026-11-03', until: '2026-11-08' });
  speaks('the second', afterSale, of(), { evidence: '|7', from: '2026-11-09', until: '2026-12-01' });
  speaks('the third', afterSale, of(), { evidence: '|30', from: '2026-12-02', until: '2026-12-17' });

  it('is silent where nothing was signed, or the signing failed or reached nobody', () => {
    const on = (change: Partial<Contact>) => found(afterSale, { contacts: [signed(change)] }, '2026-11-03');
    expect(on({})).toHaveLength(1);
    expect(on({ goalReached: 'partly' })).toEqual([]);
    expect(on({ goalReached: null })).toEqual([]);
    expect(on({ purpose: 'negotiation' })).toEqual([]);
    expect(on({ result: 'noAnswer', goalReached: null })).toEqual([]);
  });

  it('goes away with a talk near its day that reaches the client, not with an attempt or another errand', () => {
    const talkedOn = (day: string, change: Partial<Contact>) =>
      found(afterSale, of(aContact(day, 2, change)), '2026-11-10').length;
    expect(talkedOn('2026-11-07', { purpose: 'afterSale' })).toBe(0);
    expect(talkedOn('2026-11-10', { purpose: 'care' })).toBe(0);
    // The call of the first day is not that of the seventh.
    expect(talkedOn('2026-11-06', { purpose: 'afterSale' })).toBe(1);
    expect(talkedOn('2026-11-10', { purpose: 'afterSale', result: 'noAnswer' })).toBe(1);
    expect(talkedOn('2026-11-10', { purpose: 'collectDocuments' })).toBe(1);
  });

  it('settles one call with an answer, not the next one; of two sales the latest speaks', () => {
    const [first] = found(afterSale, of(), '2026-11-03');
    if (!first) throw new Error('a prompt');
    const done = { ...of(), actionStates: [anAnswer(first.key, { state: 'done' }, '2026-11-03')] };
    expect(silenceOf(afterSale, done, '2026-11-04')).toEqual({ reason: 'done' });
    expect(shown(afterSale, done, '2026-11-09')).toHaveLength(1);
    const later = aContact('2026-11-08', 5, { purpose: 'signing', goalReached: 'yes' });
    expect(found(afterSale, of(later), '2026-11-09').map(({ due }) => due)).toEqual(['2026-11-09']);
  });

  it('says what was signed, and opens the form for the call', () => {
    const [prompt] = found(afterSale, of(), '2026-11-09');
    expect(prompt?.why.map(({ key }) => key)).toEqual(['rule.afterSale.why', 'rule.afterSale.whyGoal']);
    expect(prompt?.deed).toMatchObject({ type: 'log', prefill: { purpose: 'afterSale' } });
  });
});
