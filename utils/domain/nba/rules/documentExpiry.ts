import { addMonths, daysBetween } from '../../day';
import type { FieldKey } from '../../schema/client';
import type { Purpose } from '../../schema/contact';
import type { CivilDay } from '../../schema/time';
import { say } from '../../words';
import { toLog } from '../action';
import { dayIn } from '../crmField';
import { daysSince, type Facts } from '../facts';
import { greetingOf } from '../greeting';
import { channelFor } from '../reach';
import { riskLevelChangeOf } from '../riskLevelChange';
import { type Finding, QUARTER, type Rule, rising, WEEK } from '../rule';
import { aThreshold, inForce } from '../threshold';

const DAYS_AHEAD = aThreshold('documentExpiry.daysAhead', 30, [7, 120], 'days');
const TEST_MONTHS = 12;

function expiring(field: FieldKey, ends: CivilDay | null, purpose: Purpose, facts: Facts): Finding[] {
  if (ends === null) return [];
  const left = daysBetween(facts.today, ends);
  const ahead = inForce(DAYS_AHEAD, facts);
  if (left > ahead) return [];
  return [
    {
      evidence: `${field}|${ends}`,
      title: say(`rule.documentExpiry.${field}`),
      why: [
        left < 0
          ? say('rule.documentExpiry.whyPast', { day: ends }, -left)
          : say('rule.documentExpiry.why', { day: ends }, left),
      ],
      talkTrack: say(`rule.documentExpiry.${field}Track`, { message: greetingOf(facts) }, { day: ends }),
      deed: toLog({ channel: channelFor(facts), purpose, day: facts.today }),
      due: ends,
      hot: left < 0,
      fact: field,
      urgency: rising(ahead - left, 2 * ahead),
    },
  ];
}

const nameOf = (level: number): string => `C${level}`;

/** The CRM shows another risk level than the client confirmed (§11.2): he is asked whether it is his. */
function changedLevel(facts: Facts): Finding[] {
  const change = riskLevelChangeOf(facts);
  if (!change) return [];
  const { before, now, until, since, confirmed, lower } = change;
  return [
    {
      evidence: `riskLevel|${nameOf(now)}|${since}`,
      title: say('rule.documentExpiry.riskLevel', nameOf(now)),
      why: [
        until === null
          ? say('rule.documentExpiry.whyShown', nameOf(now), { day: since })
          : say('rule.documentExpiry.whyChanged', nameOf(before), { day: until }, nameOf(now), {
              day: since,
            }),
        ...(confirmed === null
          ? []
          : [say('rule.documentExpiry.whyConfirmed', nameOf(before), { day: confirmed })]),
        say('rule.documentExpiry.whyLower', nameOf(lower)),
      ],
      talkTrack: say('rule.documentExpiry.riskLevelTrack', { message: greetingOf(facts) }),
      deed: { type: 'ask', field: 'riskLevel' },
      fact: 'riskLevel',
      urgency: rising(daysSince(since, facts), QUARTER),
    },
  ];
}

/**
 * Rule 24, document expiry [P]: the identity document, or the risk questionnaire twelve months after its
 * test, expires within 30 days or has expired; and the CRM shows another risk
 * level than the client confirmed (§11.2). Never suggests answers or a level.
 *
 * Goes away when the new day is on file (`idExpiry`, `riskTestedOn`), and when the client's own word for the
 * level the CRM shows (`riskLevel`) is, or a test that left it as it is.
 */
export const documentExpiry: Rule = {
  id: 'documentExpiry',
  number: 24,
  base: 67,
  aim: 'service',
  coolDown: WEEK,
  rests: 'evidence',
  done: 'rests',
  thresholds: [DAYS_AHEAD],
  find(facts) {
    if (facts.bundle.client.kind !== 'individual') return [];
    const tested = dayIn(facts.field('riskTestedOn')?.value);
    return [
      ...expiring('idExpiry', dayIn(facts.field('idExpiry')?.value), 'collectDocuments', facts),
      ...changedLevel(facts),
      ...expiring('riskTestedOn', tested && addMonths(tested, TEST_MONTHS), 'riskTest', facts),
    ];
  },
};
