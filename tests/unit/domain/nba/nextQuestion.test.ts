import { describe, expect, it } from 'vitest';
import { catalogueFor } from '@/utils/domain/clarity/catalogue/catalogue';
import { nextQuestion } from '@/utils/domain/nba/rules/nextQuestion';
import { outlineOf } from '@/utils/domain/outline';
import type { Client } from '@/utils/domain/schema/client';
import { aBundle, aClient, aContact, aFact, anAnswer, aPlan, d, someSettings, text } from '../build';
import { found, keysOf, planFor, shown, silenceOf } from './ask';

// Due on 9 November, as in the test of overdue contacts.
const called = aContact('2026-10-09', 1);

/** Everything known of the client on a day but for some fields. */
function knownBut(...unknown: string[]): Client {
  const known = catalogueFor('individual').filter(({ key, minor }) => !minor && !unknown.includes(key));
  return aClient({
    facts: Object.fromEntries(known.map(({ key }) => [key, aFact(text('有'), '2026-11-01')])),
  });
}
const scoreOf = (client: Client) =>
  outlineOf(aBundle({ client, contacts: [called] }), someSettings(), d('2026-11-09')).clarity.score;

describe('next best question', () => {
  it('needs a contact that is due: not the day before, but on the due day', () => {
    expect(found(nextQuestion, { contacts: [called] }, '2026-11-08')).toEqual([]);
    const [action] = found(nextQuestion, { contacts: [called] }, '2026-11-09');
    expect(action && keysOf(action)).toContain('rule.nextQuestion.whyDue');
  });

  it('or one planned within a week', () => {
    const contacts = [aContact('2026-11-01', 1), aPlan('2026-11-17', 2)];
    expect(found(nextQuestion, { contacts }, '2026-11-09')).toEqual([]);
    const [action] = found(nextQuestion, { contacts }, '2026-11-10');
    expect(action?.why[1]).toEqual({
      key: 'rule.nextQuestion.whyPlanned',
      args: [{ day: '2026-11-17' }, { message: { key: 'channel.meeting', args: [] } }],
    });
  });

  it('asks for the field that costs most, in the words of the catalogue', () => {
    const [action] = found(
      nextQuestion,
      { client: knownBut('mobile', 'hobbies'), contacts: [called] },
      '2026-11-09',
    );
    expect(action?.deed).toEqual({ type: 'ask', field: 'mobile' });
    expect(action?.title).toEqual({
      key: 'rule.nextQuestion.title',
      args: [{ message: { key: 'field.mobile', args: [] } }],
    });
    expect(action?.talkTrack.key).toBe('ask.mobile');
    expect(action?.key).toBe('nextQuestion|mobile|missing|never');
  });

  it('is quiet for a client known well, also where something light is missing', () => {
    const client = knownBut('hobbies');
    expect(scoreOf(client)).toBeGreaterThanOrEqual(60);
    expect(found(nextQuestion, { client, contacts: [called] }, '2026-11-09')).toEqual([]);
  });

  it('speaks of a heavy field that is missing, however high the score', () => {
    const client = knownBut('career');
    expect(scoreOf(client)).toBeGreaterThanOrEqual(60);
    expect(found(nextQuestion, { client, contacts: [called] }, '2026-11-09')).toHaveLength(1);
  });

  it('wants guesses confirmed', () => {
    const client = aClient({
      facts: Object.fromEntries(
        catalogueFor('individual')
          .filter(({ minor, key }) => !minor && key !== 'career')
          .map(({ key }) => [key, aFact(text('大概'), '2026-11-01', 'guess')]),
      ),
    });
    const actionStates = [
      anAnswer(
        'nextQuestion|career|missing|never',
        { state: 'dismissed', reason: 'notRelevant' },
        '2026-11-02',
      ),
    ];
    const [action] = shown(nextQuestion, { client, contacts: [called], actionStates }, '2026-11-09');
    expect(action?.why[0]?.key).toBe('rule.nextQuestion.whyGuessed');
  });

  it('asks one thing at a time, and the next when the first is put away', () => {
    const bundle = { client: knownBut('mobile', 'career', 'hobbies'), contacts: [called] };
    expect(shown(nextQuestion, bundle, '2026-11-09').map(({ deed }) => deed)).toEqual([
      { type: 'ask', field: 'mobile' },
    ]);
    const actionStates = [
      anAnswer(
        'nextQuestion|mobile|missing|never',
        { state: 'dismissed', reason: 'clientDeclined' },
        '2026-11-01',
      ),
    ];
    const plan = planFor({ ...bundle, actionStates }, '2026-11-09', [nextQuestion]);
    expect(plan.shown.map(({ deed }) => deed)).toEqual([{ type: 'ask', field: 'career' }]);
    expect(plan.silent.map(({ silence }) => silence)).toEqual([{ reason: 'dismissed' }]);
  });

  it('rests for a week after one was answered, also with the next question', () => {
    const bundle = {
      client: knownBut('career'),
      contacts: [called],
      actionStates: [anAnswer('nextQuestion|mobile|missing|never', { state: 'done' }, '2026-11-09')],
    };
    expect(silenceOf(nextQuestion, bundle, '2026-11-15')).toEqual({ reason: 'resting', until: '2026-11-16' });
    expect(shown(nextQuestion, bundle, '2026-11-16')).toHaveLength(1);
  });

  it('is satisfied by the answer', () => {
    expect(found(nextQuestion, { client: knownBut(), contacts: [called] }, '2026-11-09')).toEqual([]);
  });

  it('keeps still while a complaint is open', () => {
    const complaint = aContact('2026-10-08', 2, { purpose: 'complaint' });
    expect(silenceOf(nextQuestion, { contacts: [called, complaint] }, '2026-11-09')).toEqual({
      reason: 'gate',
      gate: 'complaint',
    });
  });
});
