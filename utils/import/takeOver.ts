import type { ClientBundle } from '@/utils/domain/bundle';
import { catalogueField } from '@/utils/domain/clarity/catalogue/catalogue';
import { sameValue } from '@/utils/domain/fieldValues';
import type { Client, Fact, FieldKey } from '@/utils/domain/schema/client';
import type { FactSource } from '@/utils/domain/schema/factSource';
import type { FieldValue } from '@/utils/domain/schema/fieldValue';
import type { Holding } from '@/utils/domain/schema/holding';
import type { Policy } from '@/utils/domain/schema/policy';
import type { CivilDay } from '@/utils/domain/schema/time';
import type {
  Brought,
  BroughtContact,
  BroughtFact,
  BroughtHolding,
  BroughtPolicy,
  BroughtRelation,
} from './brought';
import { NUMBER_FIELD } from './match';
import { foldName } from './people';

/*
 * What of a file goes into the book, beside what the book knows already. Nothing known is written over unless the
 * user says so; what is there already is not brought twice.
 */

/** Where file and book differ: the book's holds, the file's, or the one of the later day. */
export const CONFLICT_RULES = ['mine', 'file', 'newer'] as const;
export type ConflictRule = (typeof CONFLICT_RULES)[number];

/** How a file is taken over. */
export interface Taking {
  conflicts: ConflictRule;
  /** Who says what the file says. */
  source: FactSource;
  /** The day on which it was true. */
  day: CivilDay;
}

/** One thing of which file and book say different things. */
export interface Conflict {
  /** A field of the profile, or `tier`, `level`, `holding`, `policy`. */
  key: string;
  mine: FieldValue;
  file: FieldValue;
  /** Which of them holds, by the rule. */
  holds: 'mine' | 'file';
}

/** What one client gets. */
export interface Taken {
  client: Client;
  clientChanged: boolean;
  notes: string[];
  contacts: BroughtContact[];
  /** With the row of the book that it takes the place of. */
  holdings: { row: BroughtHolding; former: Holding | null }[];
  policies: { row: BroughtPolicy; former: Policy | null }[];
  relations: BroughtRelation[];
  conflicts: Conflict[];
  /** Things that the book has already. */
  already: number;
  /** Fields that this kind of client does not have. */
  unfit: number;
}

const asText = (text: string): FieldValue => ({ type: 'text', text });
const PHONE_OF_COMPANY: FieldKey = 'crm.联系电话';

/** What the row's own words about who it is add to the profile. */
function factsOfWho({ who, facts }: Brought, client: Client): BroughtFact[] {
  const told = new Set(facts.map(({ key }) => key));
  const phoneField = client.kind === 'individual' ? 'mobile' : PHONE_OF_COMPANY;
  const offered: readonly (readonly [FieldKey, FieldValue | null])[] = [
    [phoneField, who.phone],
    ['birthday', client.kind === 'individual' ? who.birthday : null],
    [NUMBER_FIELD, who.number === null ? null : asText(who.number)],
  ];
  return offered.flatMap(([key, value]) => (value === null || told.has(key) ? [] : [{ key, value }]));
}

const fits = (client: Client, key: FieldKey): boolean => {
  if (key.startsWith('crm.')) return true;
  const field = catalogueField(client.kind, key);
  return field !== null && !field.minor;
};

function holds(rule: ConflictRule, mine: CivilDay | null, file: CivilDay): 'mine' | 'file' {
  if (rule !== 'newer') return rule;
  // What the CRM shows is of today; only what the RM noted has a day of its own.
  return mine !== null && file > mine ? 'file' : 'mine';
}

function withFacts(client: Client, brought: Brought, how: Taking, taken: Taken): Client {
  const facts: Record<FieldKey, Fact> = { ...client.facts };
  let changed = false;
  for (const { key, value } of [...brought.facts, ...factsOfWho(brought, client)]) {
    if (!fits(client, key)) {
      taken.unfit += 1;
      continue;
    }
    const mine = client.facts[key];
    const known = mine?.value ?? client.observed[key]?.value;
    if (known !== undefined && sameValue(known, value)) {
      taken.already += 1;
      continue;
    }
    if (known !== undefined) {
      const winner = holds(how.conflicts, mine?.day ?? null, how.day);
      taken.conflicts.push({ key, mine: known, file: value, holds: winner });
      if (winner === 'mine') continue;
    }
    // Without an instant of confirmation: what a spreadsheet says does not decide against what the CRM shows.
    facts[key] = { value, source: how.source, day: how.day };
    changed = true;
  }
  return changed ? { ...client, facts } : client;
}

function withEdit(client: Client, { edit }: Brought, { conflicts }: Taking, taken: Taken): Client {
  let next = client;
  const fileHolds = (key: string, mine: string, file: string): boolean => {
    const winner = conflicts === 'file' ? 'file' : 'mine';
    taken.conflicts.push({ key, mine: asText(mine), file: asText(file), holds: winner });
    return winner === 'file';
  };
  const { tier, classes, ownLevel, prospect } = edit;
  if (
    tier !== undefined &&
    tier !== client.tier &&
    (client.tier === null || fileHolds('tier', client.tier, tier))
  )
    next = { ...next, tier };
  // What the CRM says of its own levels is not the file's to say.
  const level = client.serviceLevel ?? client.ownLevel ?? null;
  if (ownLevel !== undefined && level === null) next = { ...next, ownLevel };
  else if (ownLevel !== undefined && level !== ownLevel && client.serviceLevel === null)
    if (fileHolds('level', level ?? '', ownLevel)) next = { ...next, ownLevel };
  const more = (classes ?? []).filter((tag) => !client.classes.includes(tag));
  if (more.length > 0) next = { ...next, classes: [...client.classes, ...more] };
  // A client who has been one does not become a prospect by a list.
  if (prospect === false && client.prospect) next = { ...next, prospect };
  return next;
}

type KnownContact = Pick<BroughtContact, 'day' | 'channel' | 'note'>;

const sameContact = (a: KnownContact, b: KnownContact): boolean =>
  a.day === b.day && a.channel === b.channel && (a.note === null || b.note === null || a.note === b.note);

const folded = (text: string | null): string => foldName(text ?? '');
const placeText = (place: BroughtHolding['place']): string =>
  place.at === 'here' ? 'here' : folded(place.name);

const sameDay = (a: CivilDay | null, b: CivilDay | null): boolean => a === null || b === null || a === b;

/** Whether two holdings are one and the same, whatever it is worth now. */
const sameHolding = (a: BroughtHolding, b: BroughtHolding): boolean =>
  a.kind === b.kind &&
  folded(a.name) === folded(b.name) &&
  placeText(a.place) === placeText(b.place) &&
  sameDay(a.maturity, b.maturity) &&
  sameDay(a.since, b.since) &&
  (a.name !== null || JSON.stringify(a.amount) === JSON.stringify(b.amount));

const insuredText = ({ insured }: Policy): string | null =>
  insured.who === 'self' ? null : insured.who === 'other' ? (insured.name ?? '?') : insured.relation;

const samePolicy = (a: BroughtPolicy, b: Policy): boolean =>
  a.kind === b.kind &&
  folded(a.name) === folded(b.name) &&
  folded(a.insurer) === folded(b.insurer) &&
  // Who is one of the client's people may go by another name in the file.
  (b.insured.who === 'relation' ? a.insured !== null : folded(a.insured) === folded(insuredText(b))) &&
  sameDay(a.from, b.from);

/** Whether a row says nothing that the other does not: cells that are empty in the file contradict nothing. */
function addsNothing(row: object, former: object): boolean {
  const known = new Map(Object.entries(former));
  return Object.entries(row).every(
    ([field, value]) =>
      value === null ||
      field === 'insured' ||
      field === 'place' ||
      JSON.stringify(value) === JSON.stringify(known.get(field)),
  );
}

function takeHoldings(brought: Brought, bundle: ClientBundle | null, how: Taking, taken: Taken): void {
  const used = new Set<string>();
  for (const row of brought.holdings) {
    const former = bundle?.holdings.find((one) => !used.has(one.id) && sameHolding(row, one)) ?? null;
    if (former) used.add(former.id);
    if (former && addsNothing(row, former)) taken.already += 1;
    else if (former) {
      const winner = holds(how.conflicts, former.day, how.day);
      const worth = (of: Pick<Holding, 'name' | 'amount'>): FieldValue =>
        of.amount === null ? asText(of.name ?? '—') : { type: 'money', money: of.amount };
      taken.conflicts.push({ key: 'holding', mine: worth(former), file: worth(row), holds: winner });
      if (winner === 'file') taken.holdings.push({ row, former });
    } else taken.holdings.push({ row, former: null });
  }
}

function takePolicies(brought: Brought, bundle: ClientBundle | null, how: Taking, taken: Taken): void {
  const used = new Set<string>();
  for (const row of brought.policies) {
    const former = bundle?.policies.find((one) => !used.has(one.id) && samePolicy(row, one)) ?? null;
    if (former) used.add(former.id);
    if (former && addsNothing(row, former)) taken.already += 1;
    else if (former) {
      const winner = holds(how.conflicts, former.day, how.day);
      const worth = (of: Pick<Policy, 'name' | 'cover'>): FieldValue =>
        of.cover === null ? asText(of.name ?? '—') : { type: 'money', money: of.cover };
      taken.conflicts.push({ key: 'policy', mine: worth(former), file: worth(row), holds: winner });
      if (winner === 'file') taken.policies.push({ row, former });
    } else taken.policies.push({ row, former: null });
  }
}

/**
 * What a client gets of what a file brings.
 *
 * @param client as he is, or as he will be made
 * @param bundle all that is known of him; null for one who is made only now
 */
export function takeOver(client: Client, bundle: ClientBundle | null, brought: Brought, how: Taking): Taken {
  const taken: Taken = {
    client,
    clientChanged: false,
    notes: [],
    contacts: [],
    holdings: [],
    policies: [],
    relations: [],
    conflicts: [],
    already: 0,
    unfit: 0,
  };
  taken.client = withEdit(withFacts(client, brought, how, taken), brought, how, taken);
  taken.clientChanged = taken.client !== client;

  const notes = new Set(bundle?.notes.map(({ text }) => text));
  for (const note of brought.notes) {
    if (notes.has(note)) taken.already += 1;
    else taken.notes.push(note);
    notes.add(note);
  }
  const contacts: KnownContact[] = (bundle?.contacts ?? []).filter(({ state }) => state !== 'voided');
  for (const contact of brought.contacts) {
    if (contacts.some((known) => sameContact(known, contact))) taken.already += 1;
    else {
      taken.contacts.push(contact);
      contacts.push(contact);
    }
  }
  takeHoldings(brought, bundle, how, taken);
  takePolicies(brought, bundle, how, taken);
  const people: Pick<BroughtRelation, 'role' | 'name'>[] = [...(bundle?.relations ?? [])];
  for (const relation of brought.relations) {
    if (people.some(({ role, name }) => role === relation.role && folded(name) === folded(relation.name)))
      taken.already += 1;
    else {
      taken.relations.push(relation);
      people.push(relation);
    }
  }
  return taken;
}
