import type { ClientBundle } from '../bundle';
import { dayOf, daysBetween } from '../day';
import type { Client, FieldKey } from '../schema/client';
import type { FactSource } from '../schema/factSource';
import type { FieldValue } from '../schema/fieldValue';
import type { CivilDay, Instant } from '../schema/time';
import type { CatalogueField } from './catalogue/field';

/** One thing that is known of a field, and what it is worth of the field's weight, 0 to 1. */
export interface Evidence {
  value: FieldValue;
  source: FactSource;
  ageDays: number;
  stale: boolean;
  worth: number;
}

/** How sure each source is [W][R]. */
const SURENESS: Readonly<Record<FactSource, number>> = { client: 1, crm: 1, guess: 0.6 };

/** Never less than half: what was true once still says something. */
const OLDEST = 0.5;

/** 1 until the time to live, then falling in a straight line to 0.5 at twice that. */
export function freshness(ageDays: number, ttl: number): number {
  return Math.max(OLDEST, Math.min(1, 1 - (OLDEST * (ageDays - ttl)) / ttl));
}

function weigh(
  field: CatalogueField,
  value: FieldValue,
  source: FactSource,
  confirmed: CivilDay,
  today: CivilDay,
): Evidence {
  const sinceConfirmed = Math.max(0, daysBetween(confirmed, today));
  const named = value.type === 'day' ? daysBetween(value.day, today) : 0;
  const ageDays = field.ages === 'since' ? Math.max(sinceConfirmed, named) : sinceConfirmed;
  const expired = field.ages === 'until' && named > 0;
  const fresh = expired ? OLDEST : freshness(ageDays, field.ttl);
  return { value, source, ageDays, stale: expired || ageDays > field.ttl, worth: fresh * SURENESS[source] };
}

/** What a client's own facts and the CRM say of a field. */
export interface FieldEvidence {
  own: Evidence | null;
  crm: Evidence | null;
  /** The own fact was confirmed when the CRM already showed what it shows: if they differ, it holds. */
  decided: boolean;
}

/** What is known of a field of which nobody said anything. */
export const NOTHING_KNOWN: FieldEvidence = { own: null, crm: null, decided: false };

/** Days of instants in one zone, each worked out once: a page's fields were all seen at one instant. */
export function dayReader(zone: string): (at: Instant) => CivilDay {
  const days = new Map<Instant, CivilDay>();
  return (at) => {
    const day = days.get(at) ?? dayOf(at, zone);
    days.set(at, day);
    return day;
  };
}

/** All that is known of one field today. The client's name is always known: the book is kept under it. */
export function evidenceOf(
  field: CatalogueField,
  client: Pick<Client, 'name' | 'facts' | 'observed'>,
  lastSeen: ClientBundle['lastSeen'],
  today: CivilDay,
  dayAt: (at: Instant) => CivilDay,
): FieldEvidence {
  const key: FieldKey = field.key;
  const fact = client.facts[key];
  const seen = client.observed[key];
  if (!fact && !seen && key !== 'name') return NOTHING_KNOWN;
  const own = fact ? weigh(field, fact.value, fact.source, fact.day, today) : null;
  if (seen) {
    const last = dayAt(lastSeen[key] ?? seen.firstSeen);
    const decided = fact?.confirmed !== undefined && fact.confirmed >= seen.firstSeen;
    return { own, crm: weigh(field, seen.value, 'crm', last, today), decided };
  }
  if (key === 'name')
    return {
      own,
      crm: weigh(field, { type: 'text', text: client.name }, 'crm', today, today),
      decided: false,
    };
  return { own, crm: null, decided: false };
}
