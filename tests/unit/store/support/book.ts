import type { ActionState } from '@/utils/domain/schema/actionState';
import type { Client } from '@/utils/domain/schema/client';
import type { Contact } from '@/utils/domain/schema/contact';
import {
  type ClientId,
  type ContactId,
  clientId,
  contactId,
  type NoteId,
  noteId,
  type OpId,
  opId,
} from '@/utils/domain/schema/ids';
import type { Note } from '@/utils/domain/schema/note';
import type { RecordRef } from '@/utils/domain/schema/sighting';
import { type CivilDay, civilDay, instant } from '@/utils/domain/schema/time';

let serial = 0;
const fresh = (): string => (++serial).toString(16).padStart(24, '0');

export const newClientId = (): ClientId => clientId.parse(fresh());
export const newContactId = (): ContactId => contactId.parse(fresh());
export const newNoteId = (): NoteId => noteId.parse(fresh());
export const newOp = (): OpId => opId.parse(fresh());
export const day = (text: string): CivilDay => civilDay.parse(text);
export const at = (ms: number) => instant.parse(ms);

export const aClient = (changed: Partial<Client> = {}): Client => ({
  id: newClientId(),
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
  since: day('2026-01-05'),
  ...changed,
});

export const aContact = (of: ClientId, changed: Partial<Contact> = {}): Contact => ({
  id: newContactId(),
  clientId: of,
  origin: 'own',
  state: 'done',
  channel: 'phone',
  direction: 'out',
  result: 'reached',
  day: day('2026-03-02'),
  minute: 615,
  zone: 'Asia/Shanghai',
  minutesLong: 5,
  purpose: 'followUp',
  goal: null,
  goalReached: null,
  marker: null,
  nextStep: null,
  note: '约定下周来行',
  clientWords: false,
  metWith: null,
  companions: null,
  place: null,
  newBusiness: false,
  coldVisit: false,
  mass: false,
  enteredInCrm: false,
  supersedes: null,
  keeps: null,
  loggedAt: at(1_780_000_000_000),
  ...changed,
});

export const aNote = (of: ClientId, changed: Partial<Note> = {}): Note => ({
  id: newNoteId(),
  clientId: of,
  text: '喜欢早上十点以后接电话',
  pinned: false,
  createdAt: at(1_780_000_000_000),
  editedAt: null,
  ...changed,
});

export const anAnswer = (of: ClientId, changed: Partial<ActionState> = {}): ActionState => ({
  clientId: of,
  key: 'overdue|2026-03-02',
  rule: 'overdue',
  answer: { state: 'done' },
  day: day('2026-03-02'),
  at: at(1_780_000_000_000),
  ...changed,
});

export const aRecord = (recordId: string): RecordRef => ({ crmId: 'demo', entity: 'customer', recordId });

export const aFact = (text: string): Client['facts'][string] => ({
  value: { type: 'text', text },
  source: 'client',
  day: day('2026-03-02'),
});
