import type { ClientBundle } from '@/utils/domain/bundle';
import { startOfDay } from '@/utils/domain/day';
import type { ActionAnswer, ActionState } from '@/utils/domain/schema/actionState';
import type { Client, Fact } from '@/utils/domain/schema/client';
import type { Contact } from '@/utils/domain/schema/contact';
import type { FactSource } from '@/utils/domain/schema/factSource';
import type { FieldValue } from '@/utils/domain/schema/fieldValue';
import { clientId, contactId } from '@/utils/domain/schema/ids';
import { defaultSettings, type Settings } from '@/utils/domain/schema/settings';
import { type CivilDay, civilDay, type Instant, instant } from '@/utils/domain/schema/time';

/*
 * Small builders for tests of the domain and of what stands on it: valid records with everything
 * uninteresting filled in. Ids are small numbers written out, so that a failing test can be read.
 */

export const ZONE = 'Asia/Shanghai';

/** A day. */
export const d = (text: string): CivilDay => civilDay.parse(text);

const hex = (n: number): string => n.toString(16).padStart(24, '0');
export const aContactId = (n: number) => contactId.parse(hex(n));
export const aClientId = (n = 1) => clientId.parse(hex(0xc000 + n));

/** Ten in the morning of a day in a zone. */
export const morningOf = (day: string, zone = ZONE): Instant =>
  instant.parse(startOfDay(d(day), zone) + 10 * 3_600_000);

/** 王丽华, an individual of tier A, looked after since the start of 2026. */
export function aClient(change: Partial<Client> = {}): Client {
  return {
    id: aClientId(),
    kind: 'individual',
    name: '王丽华',
    tier: 'A',
    serviceLevel: null,
    classes: [],
    prospect: false,
    cadenceDays: null,
    facts: {},
    observed: {},
    consents: {},
    doNotContact: null,
    since: d('2026-01-05'),
    ...change,
  };
}

/** 华东精密, a company of tier A. */
export const aCompany = (change: Partial<Client> = {}): Client =>
  aClient({ kind: 'company', name: '华东精密机械有限公司', ...change });

/** A fact the client told, on a day. */
export const aFact = (value: FieldValue, day: string, source: FactSource = 'client'): Fact => ({
  value,
  source,
  day: d(day),
});

export const text = (words: string): FieldValue => ({ type: 'text', text: words });
export const choice = (code: string): FieldValue => ({ type: 'choice', code });

/** An own call on a day that reached the client. `n` makes its id and orders it. */
export function aContact(day: string, n = 1, change: Partial<Contact> = {}): Contact {
  return {
    id: aContactId(n),
    clientId: aClientId(),
    origin: 'own',
    state: 'done',
    enteredInCrm: false,
    supersedes: null,
    keeps: null,
    loggedAt: instant.parse(morningOf(day) + n),
    channel: 'phone',
    direction: 'out',
    result: 'reached',
    day: d(day),
    minute: null,
    zone: ZONE,
    minutesLong: null,
    purpose: null,
    goal: null,
    goalReached: null,
    marker: null,
    nextStep: null,
    note: null,
    clientWords: false,
    metWith: null,
    companions: null,
    place: null,
    newBusiness: false,
    coldVisit: false,
    mass: false,
    ...change,
  };
}

/** A meeting planned for a day, noted on 1 January 2026. */
export const aPlan = (day: string, n = 1, change: Partial<Contact> = {}): Contact =>
  aContact(day, n, {
    state: 'planned',
    result: null,
    channel: 'meeting',
    loggedAt: instant.parse(morningOf('2026-01-01') + n),
    ...change,
  });

/** A line of the CRM's own list of contacts. */
export const aCrmContact = (day: string, n = 1, change: Partial<Contact> = {}): Contact =>
  aContact(day, n, { origin: 'crm', enteredInCrm: true, ...change });

/** The answer to a prompt; the rule is the first part of the key. */
export const anAnswer = (
  key: string,
  answer: ActionAnswer,
  day: string,
  at = morningOf(day),
): ActionState => ({
  clientId: aClientId(),
  key,
  rule: key.split('|')[0] ?? '',
  answer,
  day: d(day),
  at,
});

/** All that is kept of a client. */
export const aBundle = (change: Partial<ClientBundle> = {}): ClientBundle => ({
  client: aClient(),
  contacts: [],
  notes: [],
  actionStates: [],
  relations: [],
  namedIn: [],
  holdings: [],
  policies: [],
  credits: [],
  opportunities: [],
  visits: [],
  lastSeen: {},
  ...change,
});

export const someSettings = (change: Partial<Settings> = {}): Settings => ({
  ...defaultSettings(ZONE),
  ...change,
});
