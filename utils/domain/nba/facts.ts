import type { ClientBundle } from '../bundle';
import type { DueState } from '../cadence/due';
import { qualifies } from '../cadence/qualify';
import { dayReader } from '../clarity/evidence';
import type { ClarityReport, FieldStanding } from '../clarity/report';
import { addDays, daysBetween } from '../day';
import type { FieldKey } from '../schema/client';
import type { Settings } from '../schema/settings';
import type { CivilDay, Instant } from '../schema/time';
import type { TimelineEntry } from '../timeline/entry';
import type { Bid } from './dayShare';
import type { Learned } from './learning';

/** What only the whole book can tell of a client. */
export interface BookStanding {
  /** Among the fifth of the book that brings most. */
  topFifth: boolean;
}

/** What the engine works from: everything of one client on one day, worked out by the other rooms. */
export interface PlanInput {
  bundle: ClientBundle;
  due: DueState;
  clarity: ClarityReport;
  timeline: readonly TimelineEntry[];
  settings: Settings;
  today: CivilDay;
  /** Where nobody has looked over the whole book, the rules that ask for it are silent. */
  book?: BookStanding | undefined;
  /** How prompts were answered so far; without it no weight is shifted. */
  learned?: Learned | undefined;
  /** The proactive prompts that the book has shown today; without them the share of the day is not looked at. */
  shownToday?: readonly Bid[] | undefined;
}

/** The input with what several rules and gates ask of it. */
export interface Facts extends PlanInput {
  /** What took place and reached the client, own and from the CRM, newest first. */
  reached: readonly TimelineEntry[];
  /** Own and CRM attempts that reached nobody, newest first. */
  attempts: readonly TimelineEntry[];
  /** Plans for today and later, the soonest first. */
  plans: readonly TimelineEntry[];
  /** Plans whose day is past, the oldest first. */
  lapsed: readonly TimelineEntry[];
  /** Whether the client has any field of the CRM's own, or the RM's, that the catalogue does not know. */
  hasCrmFields: boolean;
  /** How a field stands, by key; undefined for what the catalogue does not have. */
  field(key: FieldKey): FieldStanding | undefined;
  /** The day of an instant in the zone of the RM. */
  dayAt(at: Instant): CivilDay;
}

/** By their ids, the same array where it stands so already: nearly always, as the store reads by them. */
function byId<Row extends { id: string }>(rows: readonly Row[]): readonly Row[] {
  const stands = rows.every((row, index) => {
    const before = rows[index - 1];
    return before === undefined || before.id < row.id;
  });
  return stands ? rows : rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** Lists in one order, so that a rule that speaks of one row at a time always speaks of the same. */
const inOneOrder = (bundle: ClientBundle): ClientBundle => ({
  ...bundle,
  relations: byId(bundle.relations),
  namedIn: byId(bundle.namedIn),
  holdings: byId(bundle.holdings),
  policies: byId(bundle.policies),
  credits: byId(bundle.credits),
  opportunities: byId(bundle.opportunities),
  visits: byId(bundle.visits),
});

const hasCrmKey = (fields: Readonly<Record<string, unknown>>): boolean => {
  for (const key in fields) if (key.startsWith('crm.')) return true;
  return false;
};

/** Sorts the input out once for all rules. */
export function factsOf(input: PlanInput): Facts {
  const { bundle, due, timeline, clarity, settings, today, book, learned, shownToday } = input;
  const fields = new Map<FieldKey, FieldStanding>();
  for (const field of clarity.fields) fields.set(field.key, field);
  const byDay: TimelineEntry[] = [];
  const reached: TimelineEntry[] = [];
  const attempts: TimelineEntry[] = [];
  for (const entry of timeline) {
    const { contact } = entry;
    if (contact.state === 'planned') byDay.push(entry);
    else if (contact.state !== 'done' || contact.day > today) continue;
    else if (qualifies(contact)) reached.push(entry);
    else if (!contact.mass) attempts.push(entry);
  }
  byDay.sort(({ contact: a }, { contact: b }) =>
    a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? -1 : 1,
  );
  // Each by its name: ten thousand clients are planned at once, and spreading an object is dear.
  return {
    bundle: inOneOrder(bundle),
    due,
    timeline,
    clarity,
    settings,
    today,
    book,
    learned,
    shownToday,
    reached,
    attempts,
    plans: byDay.filter(({ contact }) => contact.day >= today),
    lapsed: byDay.filter(({ contact }) => contact.day < today),
    hasCrmFields: hasCrmKey(bundle.client.observed) || hasCrmKey(bundle.client.facts),
    field: (key) => fields.get(key),
    dayAt: dayReader(settings.zone),
  };
}

/** Something that several rules ask of the same facts, worked out by the first that does. */
export function oncePerClient<Value>(work: (facts: Facts) => Value): (facts: Facts) => Value {
  const known = new WeakMap<Facts, { value: Value }>();
  return (facts) => {
    const kept = known.get(facts);
    if (kept) return kept.value;
    const value = work(facts);
    known.set(facts, { value });
    return value;
  };
}

/** The day on which a field was last confirmed or seen: the same from day to day, so it can be evidence. */
export const confirmedOn = ({ ageDays }: FieldStanding, today: CivilDay): CivilDay | null =>
  ageDays === null ? null : addDays(today, -ageDays);

/** Days from a day in the past until today. */
export const daysSince = (day: CivilDay, { today }: Pick<PlanInput, 'today'>): number =>
  daysBetween(day, today);
