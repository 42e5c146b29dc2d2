import type { ClientBundle } from '@/utils/domain/bundle';
import { toLog } from '@/utils/domain/nba/action';
import type { Finding, Offer, Rule } from '@/utils/domain/nba/rule';
import { say } from '@/utils/domain/words';
import { planFor } from './ask';

/** A finding of which nothing matters but what is asked for. */
export const finding = (evidence: string, change: Partial<Finding> = {}): Finding => ({
  evidence,
  title: say('title'),
  why: [say('why')],
  talkTrack: say('track'),
  deed: { type: 'open', section: 'history' },
  urgency: 1,
  ...change,
});

/** A rule that finds what it is told to find. */
export const aRule = (id: string, findings: readonly Finding[], change: Partial<Rule> = {}): Rule => ({
  id,
  number: 1,
  base: 50,
  aim: 'service',
  coolDown: 7,
  rests: 'rule',
  done: 'rests',
  find: () => [...findings],
  ...change,
});

/** A prompt that offers something by a call. */
export const offering = (risk: Offer['risk'] = 'none', change: Partial<Finding> = {}): Rule =>
  aRule(
    'offer',
    [finding('e', { offers: { product: '云澜稳健', risk }, deed: toLog({ channel: 'phone' }), ...change })],
    { aim: 'sell' },
  );

/** The gate that keeps the prompts of a rule away, or null. */
export function gateOf(rule: Rule, bundle: Partial<ClientBundle>, today: string): string | null {
  const silence = planFor(bundle, today, [rule]).silent[0]?.silence;
  return silence?.reason === 'gate' ? silence.gate : null;
}
