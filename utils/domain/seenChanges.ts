import type { ClientBundle } from './bundle';
import { dayOf } from './day';
import { sameValue } from './fieldValues';
import type { FieldKey } from './schema/client';
import type { FieldValue } from './schema/fieldValue';
import type { CivilDay } from './schema/time';

/** One field of the CRM's page that says something else than at the RM's last visit. */
export interface SeenChange {
  key: FieldKey;
  before: FieldValue;
  after: FieldValue;
  /** The last day on which the former value was seen; it changed some time between then and today. */
  lastSeen: CivilDay;
  /** By what share an amount or a number rose (or, below 0, fell); null where that says nothing. */
  share: number | null;
}

const isMasked = (value: FieldValue): boolean => 'masked' in value && value.masked === true;

function amountsOf(before: FieldValue, after: FieldValue): readonly [number, number] | null {
  if (before.type === 'number' && after.type === 'number') return [before.number, after.number];
  if (before.type !== 'money' || after.type !== 'money') return null;
  if (before.money.currency !== after.money.currency) return null;
  // Doubles are exact enough for a share.
  return [Number(before.money.minor), Number(after.money.minor)];
}

function shareOf(before: FieldValue, after: FieldValue): number | null {
  const [from, to] = amountsOf(before, after) ?? [0, 0];
  return from > 0 ? (to - from) / from : null;
}

/**
 * What has changed on the CRM's page since the RM last looked at this client: fields whose value was seen
 * today for the first time and was another before. Stars hide and uncover without anything changing, so
 * masked values are left out. Amounts that moved most come first, then the rest in the order of keys.
 *
 * @param zone the RM's time zone, in which it is `today`
 */
export function seenChanges(
  { client }: Pick<ClientBundle, 'client'>,
  today: CivilDay,
  zone: string,
): SeenChange[] {
  const changes = Object.entries(client.observed).flatMap(([key, { value: after, firstSeen, former }]) => {
    const was = former?.[0];
    if (
      !was ||
      sameValue(was.value, after) ||
      dayOf(firstSeen, zone) !== today ||
      isMasked(was.value) ||
      isMasked(after)
    )
      return [];
    const share = shareOf(was.value, after);
    return [{ key, before: was.value, after, lastSeen: dayOf(was.lastSeen, zone), share }];
  });
  const weight = ({ share }: SeenChange): number => Math.abs(share ?? 0);
  return changes.sort((a, b) => weight(b) - weight(a) || (a.key < b.key ? -1 : 1));
}
