import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '@/utils/app/command';
import { carryOut } from '@/utils/app/commands/carryOut';
import { newClientId, newContactId, newOpId } from '@/utils/app/ids';
import { addDays } from '@/utils/domain/day';
import { type ContactDetails, contactDetails } from '@/utils/domain/schema/contact';
import type { ClientId, ContactId } from '@/utils/domain/schema/ids';
import type { RecordedSales } from '@/utils/domain/schema/settings';
import type { Sighting } from '@/utils/domain/schema/sighting';
import { civilDay, instant } from '@/utils/domain/schema/time';
import type { Store } from '@/utils/store/store';
import { aContact } from '../store/support/book';
import { World } from '../store/support/world';

const ZONE = 'Asia/Shanghai';
const TODAY = civilDay.parse('2026-11-20');
const RECORDING = { by: 'number', number: 'SL20261120-0007' } as const;

let world: World;
let store: Store;
beforeEach(async () => {
  world = new World();
  store = await world.store();
});
afterEach(() => world.close());

const sale = (change: Partial<ContactDetails> = {}): ContactDetails => {
  const { id, clientId, origin, state, enteredInCrm, supersedes, keeps, loggedAt, ...details } = aContact(
    newClientId(),
  );
  return contactDetails.parse({
    ...details,
    result: 'reached',
    day: TODAY,
    purpose: 'signing',
    goal: '认购',
    goalReached: 'yes',
    ...change,
  });
};

const give = (command: Command, recordedSales?: RecordedSales) =>
  carryOut(
    store,
    { op: newOpId(), command },
    { now: instant.parse(1), today: TODAY, freshClientId: newClientId(), sample: false, recordedSales },
    ZONE,
  );

async function track(kind: Sighting['kind']): Promise<ClientId> {
  const record = { crmId: 'demo-bank', entity: kind, recordId: '10000001' };
  const sighting: Sighting = { adapter: 'demo', record, kind, name: '王丽华', fields: [], contacts: [] };
  const done = await give({ do: 'track', subject: { type: 'sighted', sighting } });
  if (!done.ok || done.value.clientId === null) throw new Error('not tracked');
  return done.value.clientId;
}

const log = (clientId: ClientId, details: ContactDetails, contactId = newContactId()): Command => ({
  do: 'logContact',
  subject: { type: 'client', clientId },
  contactId,
  details,
  keeps: null,
  answers: null,
});
const amend = (clientId: ClientId, supersedes: ContactId, details: ContactDetails): Command => ({
  do: 'amendContact',
  clientId,
  contactId: newContactId(),
  supersedes,
  details,
});

const contactsOf = async (id: ClientId) => {
  const read = await store.client(id);
  return read.ok ? (read.value?.bundle.contacts ?? []) : [];
};
const REFUSED = { ok: false, error: { code: 'invalid', field: 'recording' } };

describe('a sale to an individual', () => {
  it('is not kept without what became of its recording, and is with it', async () => {
    const id = await track('individual');
    expect(await give(log(id, sale()))).toMatchObject(REFUSED);
    expect(await contactsOf(id)).toEqual([]);
    expect(await give(log(id, sale({ recording: RECORDING })))).toMatchObject({ ok: true });
    expect((await contactsOf(id))[0]?.recording).toEqual(RECORDING);
    expect(await give(log(id, sale({ recording: { by: 'online' } })))).toMatchObject({ ok: true });
  });

  it('may be of what is recorded nowhere, unless the bank asks it of every one', async () => {
    const id = await track('individual');
    const exempt = sale({ recording: { by: 'exempt' } });
    expect(await give(log(id, exempt), 'every')).toMatchObject(REFUSED);
    expect(await give(log(id, exempt))).toMatchObject({ ok: true });
    expect(await give(log(id, sale()), 'none')).toMatchObject({ ok: true });
  });

  it('keeps its recording in a correction, which is not kept without one', async () => {
    const id = await track('individual');
    const first = newContactId();
    await give(log(id, sale({ recording: RECORDING }), first));
    expect(await give(amend(id, first, sale({ note: '改' })))).toMatchObject(REFUSED);
    const done = await give(amend(id, first, sale({ note: '改', recording: RECORDING })));
    expect(done).toMatchObject({ ok: true });
    expect((await contactsOf(id)).map(({ recording }) => recording)).toEqual([RECORDING, RECORDING]);
  });

  it('is the outcome of a visit as well', async () => {
    const id = await track('individual');
    const plan = newContactId();
    const planned = { day: addDays(TODAY, 1), result: null, goalReached: null } as const;
    expect(await give(log(id, sale(planned), plan))).toMatchObject({ ok: true });
    const outcome = (details: ContactDetails): Command => ({
      do: 'logVisit',
      clientId: id,
      contactId: newContactId(),
      plan,
      details,
      evidence: null,
      learned: [],
    });
    expect(await give(outcome(sale()))).toMatchObject(REFUSED);
    expect(await give(outcome(sale({ recording: RECORDING })))).toMatchObject({ ok: true });
  });
});

it('a signing of a company is asked for none', async () => {
  const id = await track('company');
  expect(await give(log(id, sale()), 'every')).toMatchObject({ ok: true });
});

it('a number that is no more than spaces is none', () => {
  expect(contactDetails.safeParse({ ...sale(), recording: { by: 'number', number: ' ' } }).success).toBe(
    false,
  );
});
