import { type Brief, MOST_MOVED, MOST_RECENT, type Workload } from './brief';
import type { ClientBundle } from './bundle';
import { touchDays } from './cadence/dueState';
import { qualifies } from './cadence/qualify';
import { isVisit } from './cadence/visitDue';
import { isOpenOpportunity } from './nba/opportunities';
import { type Outline, outlineOf } from './outline';
import { aheadOf } from './reminders/aheadOf';
import type { Client } from './schema/client';
import type { FieldValue } from './schema/fieldValue';
import type { Settings } from './schema/settings';
import type { CivilDay } from './schema/time';
import { movedAway } from './timeline/chain';
import { isPending } from './timeline/timeline';
import { clientArea } from './workload/area';
import { worthOf } from './worth';

/*
 * Apart from the card's schema: who only reads cards need not load the catalogue and the calendars.
 */

/** Four digits at the end: of the number itself where it is sure, else of what is written, also behind stars. */
function phoneTail(value: FieldValue): string[] {
  if (value.type !== 'phone') return [];
  const written = value.raw.normalize('NFKC').replace(/[\s\-().]/gu, '');
  return /(\d{4})$/u.exec(value.e164 ?? written)?.slice(1) ?? [];
}

function phoneTails({ facts, observed }: Pick<Client, 'facts' | 'observed'>): string[] {
  const values = [...Object.values(facts), ...Object.values(observed)].map(({ value }) => value);
  return [...new Set(values.flatMap(phoneTail))].sort();
}

function lastMeeting({ timeline, today }: Outline): CivilDay | null {
  const met = timeline.find(({ contact }) => isVisit(contact) && contact.day <= today && qualifies(contact));
  return met?.contact.day ?? null;
}

function earliestPromise({ timeline }: Outline): Brief['promise'] {
  const standing = timeline.flatMap(({ contact, promise }) => {
    if (promise !== 'open' && promise !== 'late') return [];
    const { id, nextStep } = contact;
    return nextStep === null || nextStep.due === null
      ? []
      : [{ contactId: id, due: nextStep.due, text: nextStep.text }];
  });
  const [first] = standing.sort((a, b) =>
    a.due === b.due ? (a.contactId < b.contactId ? -1 : 1) : a.due < b.due ? -1 : 1,
  );
  return first ?? null;
}

function workloadOf({ bundle, today, due, visit }: Outline): Workload {
  const { client, contacts, opportunities } = bundle;
  return {
    cadenceDays: due.cadenceDays,
    visitDue: visit?.due ?? null,
    recent: touchDays(contacts, today).slice(0, MOST_RECENT),
    open: opportunities.some(isOpenOpportunity),
    classes: [...client.classes],
    area: clientArea(client),
    ...(client.doNotContact === null ? {} : { quiet: client.doNotContact.until }),
    moved: movedAway(contacts).slice(0, MOST_MOVED),
  };
}

/**
 * The directory card of a client as the book stands today.
 *
 * @param readings of each character of the name, as `search/units` cuts it: pinyin is not the domain's.
 * @param numbers the client's record numbers in the connected CRMs.
 */
export function briefOf(
  bundle: ClientBundle,
  settings: Settings,
  today: CivilDay,
  readings: readonly (readonly string[])[],
  numbers: readonly string[],
): Brief {
  const { client } = bundle;
  const outline = outlineOf(bundle, settings, today);
  const { last, due } = outline.due;
  const pending = outline.timeline.filter(isPending).length;
  const ahead = aheadOf(outline);
  const worth = worthOf(outline);
  return {
    clientId: client.id,
    name: client.name,
    kind: client.kind,
    tier: client.tier,
    readings: readings.map((characters) => [...characters]),
    phoneTails: phoneTails(client),
    numbers: [...new Set(numbers)].sort(),
    last: last && { day: last.day, channel: last.channel },
    lastMeeting: lastMeeting(outline),
    due,
    score: outline.clarity.score,
    promise: earliestPromise(outline),
    ...(pending > 0 ? { pending } : {}),
    ...(ahead ? { ahead } : {}),
    ...(worth ? { worth: worth.minor } : {}),
    workload: workloadOf(outline),
    ...(client.sample ? { sample: true as const } : {}),
  };
}
