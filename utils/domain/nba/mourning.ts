import type { CivilDay } from '../schema/time';
import { confirmedOn, daysSince, type Facts } from './facts';

const BEREAVED =
  /去世|逝世|过世|病故|离世|亡故|奔丧|丧事|丧亲|丧偶|讣告|passed away|\bdied\b|\bdeath\b|bereave|funeral/iu;

/**
 * The day on which it was noted that the client lost someone: 人生大事 (`lifeEvents`) says so in words.
 * Null where it does not.
 */
function bereavedOn({ field, today }: Facts): CivilDay | null {
  const events = field('lifeEvents');
  if (events?.value?.type !== 'text' || !BEREAVED.test(events.value.text)) return null;
  return confirmedOn(events, today);
}

/** Whether the client lost someone within so many days (ours: 百日 for offers, a year for festive greetings). */
export function mourns(facts: Facts, days: number): boolean {
  const day = bereavedOn(facts);
  return day !== null && daysSince(day, facts) < days;
}
