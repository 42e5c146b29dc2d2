import { sameValue } from '../../fieldValues';
import { gather } from '../../gather';
import type { FieldValue } from '../../schema/fieldValue';
import { say } from '../../words';
import { seenPoints, wordsIn } from '../crmField';
import { daysSince } from '../facts';
import { greetingOf } from '../greeting';
import { type Rule, rising, WEEK } from '../rule';
import { aThreshold, inForce } from '../threshold';

const FIELDS = ['legalRepresentative', 'controller', 'generalManager', 'shareholderChanges', 'litigation'];
const NEWS = aThreshold('registerChange.days', 30, [7, 90], 'days');

const isMasked = (value: FieldValue): boolean => 'masked' in value && value.masked === true;

/**
 * Rule 39, register change 工商变更 [W]: legal representative, controller, general manager, shareholders or
 * litigation are shown otherwise than before, within 30 days: look at all members of the group. Fed by
 * what the CRM showed (former values are kept). Nothing of it stands in the track.
 *
 * Goes away after 30 days, or with an answer "done".
 */
export const registerChange: Rule = {
  id: 'registerChange',
  number: 39,
  base: 61,
  aim: 'service',
  coolDown: WEEK,
  rests: 'evidence',
  done: 'settles',
  thresholds: [NEWS],
  find(facts) {
    const { client } = facts.bundle;
    if (client.kind === 'individual') return [];
    const news = inForce(NEWS, facts);
    const group = wordsIn(facts.field('groupMembers')?.value) || wordsIn(facts.field('groupParent')?.value);
    return gather(FIELDS, (key) => {
      const points = seenPoints(client.observed[key], facts);
      const [now, before] = [points.at(-1), points.at(-2)];
      if (!now || !before || sameValue(now.value, before.value)) return [];
      const days = daysSince(now.day, facts);
      if (isMasked(now.value) || isMasked(before.value) || days > news) return [];
      const name = { message: say(`field.${key}`) };
      return [
        {
          evidence: `${key}|${now.day}`,
          title: say('rule.registerChange.title', name),
          why: [
            say('rule.registerChange.why', name, { day: now.day }),
            group ? say('rule.registerChange.whyGroup', group) : say('rule.registerChange.whyNoGroup'),
          ],
          talkTrack: say('rule.registerChange.track', { message: greetingOf(facts) }),
          deed: { type: 'open' as const, section: 'profile' as const },
          fact: key,
          urgency: rising(news - days, news),
        },
      ];
    });
  },
};
