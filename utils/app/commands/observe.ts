import type { ClientBundle } from '@/utils/domain/bundle';
import { sameValue } from '@/utils/domain/fieldValues';
import { type Client, type FieldKey, MAX_FORMER, type ObservedField } from '@/utils/domain/schema/client';
import type { Contact } from '@/utils/domain/schema/contact';
import type { FieldValue } from '@/utils/domain/schema/fieldValue';
import type { ClientId } from '@/utils/domain/schema/ids';
import type { Sighting } from '@/utils/domain/schema/sighting';
import type { Instant } from '@/utils/domain/schema/time';
import { SEEN_HOLDINGS, SEEN_PEOPLE } from '@/utils/domain/seenRows';
import { contactFromSeen } from '@/utils/domain/timeline/seen';
import { crmContactId } from './crmContactId';
import { changedLists, PASSING_MS } from './observeLists';

/** A CRM shows some names with stars; such a name is not taken over. */
const isMasked = (name: string): boolean => /[*＊]/.test(name);

const SERVICE_LEVEL: FieldKey = 'serviceLevel';

function serviceLevelIn(sighting: Sighting): string | null {
  const value = sighting.fields.find((field) => field.key === SERVICE_LEVEL)?.value;
  return value?.type === 'text' ? value.text.slice(0, 40) : null;
}

/** A field with its new value, and its former ones with what it showed until now. */
function moved(
  known: ObservedField | undefined,
  value: FieldValue,
  lastSeen: Instant | undefined,
  now: Instant,
) {
  if (!known) return { value, firstSeen: now };
  const { firstSeen, former = [] } = known;
  const stood = { value: known.value, firstSeen, lastSeen: lastSeen ?? firstSeen };
  const all = now - firstSeen < PASSING_MS ? former : [stood, ...former].slice(0, MAX_FORMER);
  return { value, firstSeen: now, ...(all.length > 0 ? { former: all } : {}) };
}

/**
 * The client as it is after a look at the CRM's page: fields whose value changed begin anew, fields
 * the page does not show stay as last seen, and of what changed the former values are kept. The same object if nothing changed: sightings journal
 * changes only (decision 8).
 */
export function observe(
  client: Client,
  sighting: Sighting,
  lastSeen: ClientBundle['lastSeen'],
  now: Instant,
): Client {
  const changed = sighting.fields.filter((field) => {
    const known = client.observed[field.key];
    return known === undefined || !sameValue(known.value, field.value);
  });
  const serviceLevel = serviceLevelIn(sighting) ?? client.serviceLevel;
  const name = isMasked(sighting.name) ? client.name : sighting.name;
  const lists = changedLists(client, sighting, lastSeen, now);
  const isSame = changed.length === 0 && serviceLevel === client.serviceLevel && name === client.name;
  if (isSame && Object.keys(lists).length === 0) return client;
  const observed = { ...client.observed };
  for (const { key, value } of changed) {
    observed[key] = moved(client.observed[key], value, lastSeen[key], now);
  }
  return { ...client, name, serviceLevel, observed, ...lists };
}

/** When each field and list on the page was seen: now. */
export function lastSeenOf(
  { fields, holdings, people }: Sighting,
  now: Instant,
): Partial<Record<FieldKey, Instant>> {
  const keys = [
    ...fields.map(({ key }) => key),
    ...(holdings ? [SEEN_HOLDINGS] : []),
    ...(people ? [SEEN_PEOPLE] : []),
  ];
  return Object.fromEntries(keys.map((key) => [key, now]));
}

/**
 * The CRM's own entries that the book does not hold yet. An entry is known again by its record, day,
 * minute, channel and text; future entries are the CRM's plans and are left to it.
 */
export function newCrmContacts(
  sighting: Sighting,
  clientId: ClientId,
  known: ReadonlySet<Contact['id']>,
  when: { now: Instant; today: string; zone: string },
): Contact[] {
  const fresh = new Map<Contact['id'], Contact>();
  for (const seen of sighting.contacts) {
    const id = crmContactId(sighting.record, seen);
    if (seen.day > when.today || known.has(id) || fresh.has(id)) continue;
    fresh.set(id, contactFromSeen(seen, { id, clientId, zone: when.zone, loggedAt: when.now }));
  }
  return [...fresh.values()];
}
