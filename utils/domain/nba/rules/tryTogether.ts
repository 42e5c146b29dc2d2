import { gather } from '../../gather';
import { say } from '../../words';
import { toLog } from '../action';
import { crmField, wordsIn } from '../crmField';
import { daysSince, type Facts } from '../facts';
import { greetingOf } from '../greeting';
import type { Finding } from '../rule';
import { type Rule, WEEK } from '../rule';
import { isHere } from '../sorts';
import { aThreshold, inForce } from '../threshold';

const UNUSED = /未激活|未使用|未登录|未启用|从未|not (?:activated|used)|never|inactive|unused/iu;
const FIELDS = [
  ['app', ['手机银行状态', '手机银行', 'Mobile banking']],
  ['card', ['信用卡状态', 'Card status']],
] as const;
/** A line that was granted is left alone for two weeks, and asked about for a year. */
const LINE_FROM = aThreshold('tryTogether.days', 14, [3, 90], 'days');
const LINE_UNTIL = 365;

function findingOf(thing: 'app' | 'card' | 'line', day: Facts['today'], facts: Facts): Finding {
  const name = { message: say(`rule.tryTogether.${thing}`) };
  return {
    evidence: `${thing}|${day}`,
    title: say('rule.tryTogether.title', name),
    why: [say('rule.tryTogether.why', name, { day })],
    talkTrack: say('rule.tryTogether.track', { message: greetingOf(facts) }, name),
    deed: toLog({ channel: 'branch', purpose: 'afterSale', day: facts.today }),
    urgency: 1,
  };
}

const unusedLines = (facts: Facts): Finding[] =>
  gather(facts.bundle.credits, ({ kind, from, place, ended }) => {
    if (kind !== 'creditLine' || from === null || ended !== null || !isHere({ place })) return [];
    const days = daysSince(from, facts);
    const drawn = facts.bundle.credits.some(
      (one) => one.kind === 'loan' && one.from !== null && one.from >= from,
    );
    return days < inForce(LINE_FROM, facts) || days > LINE_UNTIL || drawn
      ? []
      : [findingOf('line', from, facts)];
  });

/**
 * Rule 29, try it together [V]: something was sold and never used: mobile banking or a card, by the
 * CRM's own fields (手机银行状态, 信用卡状态), or a credit line granted 14 days ago from which nothing was
 * drawn. One at a time.
 *
 * Goes away when the field says otherwise, when a loan is drawn, or with an answer "done".
 */
export const tryTogether: Rule = {
  id: 'tryTogether',
  number: 29,
  base: 42,
  aim: 'service',
  coolDown: WEEK,
  rests: 'evidence',
  done: 'settles',
  oneAtATime: true,
  thresholds: [LINE_FROM],
  find: (facts) => [
    ...gather(FIELDS, ([thing, labels]) => {
      const field = crmField(facts, labels);
      return field && UNUSED.test(wordsIn(field.value))
        ? [{ ...findingOf(thing, field.day, facts), fact: field.key }]
        : [];
    }),
    ...unusedLines(facts),
  ],
};
