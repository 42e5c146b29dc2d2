import type { ClientBundle } from '@/utils/domain/bundle';
import { type Client, client } from '@/utils/domain/schema/client';
import { type Contact, contact } from '@/utils/domain/schema/contact';
import { contactId } from '@/utils/domain/schema/ids';
import { civilDay } from '@/utils/domain/schema/time';

/** A day in tests. */
export const d = (text: string) => civilDay.parse(text);

const CLIENT_ID = 'c'.repeat(24);

/** The nth contact id. */
export const idOf = (n: number) => contactId.parse(n.toString(16).padStart(24, '0'));

/** A client of tier A, taken on at the start of 2026. */
export const aClient = (change: Partial<Client> = {}): Client => ({
  ...client.parse({
    id: CLIENT_ID,
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
    since: '2026-01-05',
  }),
  ...change,
});

/** A call that reached the client, on a day. */
export const aCall = (day: string, n = 1, change: Partial<Contact> = {}): Contact => ({
  ...contact.parse({
    id: idOf(n),
    clientId: CLIENT_ID,
    channel: 'phone',
    direction: 'out',
    result: 'reached',
    day,
    minute: null,
    zone: 'Asia/Shanghai',
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
    origin: 'own',
    state: 'done',
    enteredInCrm: false,
    supersedes: null,
    keeps: null,
    loggedAt: 1_760_000_000_000 + n,
  }),
  ...change,
});

/** A bundle of a client and contacts. */
export const bundleOf = (of: Client, contacts: readonly Contact[]): ClientBundle => ({
  client: of,
  contacts,
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
});
