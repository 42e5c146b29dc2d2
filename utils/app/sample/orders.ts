import { addDays } from '@/utils/domain/day';
import type { ContactDetails } from '@/utils/domain/schema/contact';
import { creditId, holdingId, opportunityId, policyId, relationId } from '@/utils/domain/schema/ids';
import type { RecordRef, Sighting } from '@/utils/domain/schema/sighting';
import type { CivilDay } from '@/utils/domain/schema/time';
import type { Command, Subject } from '../command';
import { newContactId, newNoteId, newRowId } from '../ids';
import type { SampleClient, SampleContact, SampleRow } from './sampleClient';

/** The demo bank behind the three demo front ends. */
const DEMO_CRM = 'demo-bank';

const recordOf = (client: SampleClient): RecordRef => ({
  crmId: DEMO_CRM,
  entity: client.kind === 'individual' ? 'individual' : 'company',
  recordId: client.recordId,
});

function subjectOf(client: SampleClient): Subject {
  const sighting: Sighting = {
    adapter: 'sample',
    record: recordOf(client),
    kind: client.kind,
    name: client.name,
    fields: [],
    contacts: [],
  };
  return { type: 'sighted', sighting };
}

function detailsOf({ daysAgo, next, ...rest }: SampleContact, today: CivilDay, zone: string): ContactDetails {
  const day = addDays(today, -daysAgo);
  return {
    direction: 'out',
    result: daysAgo < 0 ? null : 'reached',
    minute: null,
    minutesLong: null,
    purpose: null,
    goal: null,
    goalReached: null,
    marker: null,
    note: null,
    clientWords: false,
    metWith: null,
    companions: null,
    place: null,
    newBusiness: false,
    coldVisit: false,
    mass: false,
    ...rest,
    zone,
    day,
    nextStep: next ? { text: next.text, due: addDays(day, next.inDays) } : null,
  };
}

/** A row of the book as the order that keeps it, under a new id. */
function rowOrder(row: SampleRow, subject: Subject): Command {
  const id = newRowId();
  switch (row.do) {
    case 'keepRelation':
      return { ...row, subject, relation: { ...row.relation, id: relationId.parse(id) } };
    case 'keepHolding':
      return { ...row, subject, holding: { ...row.holding, id: holdingId.parse(id) } };
    case 'keepPolicy':
      return { ...row, subject, policy: { ...row.policy, id: policyId.parse(id) } };
    case 'keepCredit':
      return { ...row, subject, credit: { ...row.credit, id: creditId.parse(id) } };
    case 'keepOpportunity':
      return { ...row, subject, opportunity: { ...row.opportunity, id: opportunityId.parse(id) } };
  }
}

/** The clicks that would note this client: tier, facts, contacts oldest first, notes, people and money. */
export function ordersOf(client: SampleClient, today: CivilDay, zone: string): Command[] {
  const subject = subjectOf(client);
  const change = {
    tier: client.tier,
    ...(client.classes ? { classes: [...client.classes] } : {}),
    ...(client.prospect ? { prospect: true } : {}),
  };
  return [
    { do: 'editClient', subject, change },
    ...Object.entries(client.facts).map(
      ([key, { value, source, daysAgo }]): Command => ({
        do: 'setFact',
        subject,
        key,
        fact: { value, source, day: addDays(today, -daysAgo) },
      }),
    ),
    ...[...client.contacts]
      .sort((a, b) => b.daysAgo - a.daysAgo)
      .map(
        (contact): Command => ({
          do: 'logContact',
          subject,
          contactId: newContactId(),
          details: detailsOf(contact, today, zone),
          keeps: null,
          answers: null,
        }),
      ),
    ...(client.notes ?? []).map(
      ({ text, pinned }): Command => ({ do: 'addNote', subject, noteId: newNoteId(), text, pinned }),
    ),
    ...(client.keeps?.((inDays) => addDays(today, inDays)) ?? []).map((row) => rowOrder(row, subject)),
  ];
}
