import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Command, Outcome, Subject } from '@/utils/app/command';
import { carryOut } from '@/utils/app/commands/carryOut';
import { recordSighting } from '@/utils/app/commands/recordSighting';
import { newClientId, newContactId, newNoteId, newOpId } from '@/utils/app/ids';
import { SAMPLE_BOOK } from '@/utils/app/sample/book';
import { addSampleBook, removeSampleBook } from '@/utils/app/sample/sampleBook';
import { clarityOf } from '@/utils/domain/clarity/clarity';
import { addDays } from '@/utils/domain/day';
import type { ContactDetails } from '@/utils/domain/schema/contact';
import type { ClientId, ContactId, OpId } from '@/utils/domain/schema/ids';
import type { Sighting } from '@/utils/domain/schema/sighting';
import { civilDay, instant } from '@/utils/domain/schema/time';
import type { Store } from '@/utils/store/store';
import { write } from '../store/support/deeds';
import { World } from '../store/support/world';

const ZONE = 'Asia/Shanghai';
const TODAY = civilDay.parse('2026-11-20');
const NOW = instant.parse(Date.UTC(2026, 10, 20, 2));

const SIGHTING: Sighting = {
  adapter: 'demo-classic',
  record: { crmId: 'demo-bank', entity: 'individual', recordId: '10000001' },
  kind: 'individual',
  name: '王丽华',
  fields: [
    { key: 'address', label: '联系地址', value: { type: 'text', text: '滨江路 8 号' } },
    { key: 'serviceLevel', label: '客户等级', value: { type: 'text', text: '财富' } },
  ],
  contacts: [
    { day: civilDay.parse('2026-10-09'), minute: 600, channel: 'phone', text: '回访', by: '陈思远' },
    { day: civilDay.parse('2026-10-02'), minute: null, channel: 'phone', text: '未接通，改发短信', by: null },
    { day: civilDay.parse('2026-12-01'), minute: null, channel: 'meeting', text: '预约', by: null },
  ],
};
const SIGHTED: Subject = { type: 'sighted', sighting: SIGHTING };

const details = (changed: Partial<ContactDetails> = {}): ContactDetails => ({
  channel: 'phone',
  direction: 'out',
  result: 'reached',
  day: TODAY,
  minute: 620,
  zone: ZONE,
  minutesLong: 6,
  purpose: 'followUp',
  goal: null,
  goalReached: null,
  marker: null,
  nextStep: null,
  note: '答应发明细',
  clientWords: false,
  metWith: null,
  companions: null,
  place: null,
  newBusiness: false,
  coldVisit: false,
  mass: false,
  ...changed,
});

let world = new World();
beforeEach(() => {
  world = new World();
});
afterEach(() => world.close());

function give(store: Store, command: Command, op: OpId = newOpId()): Promise<Outcome> {
  const env = { now: NOW, today: TODAY, freshClientId: newClientId(), sample: false };
  return carryOut(store, { op, command }, env, ZONE);
}

async function mustGive(store: Store, command: Command, op?: OpId): Promise<ClientId> {
  const outcome = await give(store, command, op);
  if (!outcome.ok || outcome.value.clientId === null) throw new Error(JSON.stringify(outcome));
  return outcome.value.clientId;
}

async function bundleOf(store: Store, id: ClientId) {
  const known = await store.client(id);
  if (!known.ok) throw new Error(known.error.code);
  return known.value.bundle;
}

const log = (
  subject: Subject,
  changed: Partial<ContactDetails> = {},
): Extract<Command, { do: 'logContact' }> => ({
  do: 'logContact',
  subject,
  contactId: newContactId(),
  details: details(changed),
  keeps: null,
  answers: null,
});

describe('a first sighting', () => {
  it('makes no client', async () => {
    const store = await world.store();
    const env = { now: NOW, today: TODAY, freshClientId: newClientId(), sample: false };
    const receipt = await recordSighting(store, newOpId(), SIGHTING, env, ZONE);
    expect(receipt.ok).toBe(true);
    const directory = await store.directory();
    expect(directory).toMatchObject({ ok: true, value: { briefs: [] } });
  });

  it('becomes a client by its first log, with what the page showed', async () => {
    const store = await world.store();
    const bundle = await bundleOf(store, await mustGive(store, log(SIGHTED)));
    expect(bundle.client).toMatchObject({ name: '王丽华', serviceLevel: '财富', tier: null, since: TODAY });
    expect(bundle.client.observed['address']).toEqual({
      value: { type: 'text', text: '滨江路 8 号' },
      firstSeen: NOW,
    });
    expect(bundle.lastSeen['address']).toBe(NOW);
    expect(bundle.contacts.filter((contact) => contact.origin === 'own')).toHaveLength(1);
  });

  it("takes over the CRM's own contacts, failed calls as failed, none of the future", async () => {
    const store = await world.store();
    const { contacts } = await bundleOf(store, await mustGive(store, { do: 'track', subject: SIGHTED }));
    const seen = contacts.map(({ day, result, origin, enteredInCrm }) => [day, result, origin, enteredInCrm]);
    expect(seen.sort()).toEqual([
      ['2026-10-02', 'noAnswer', 'crm', true],
      ['2026-10-09', 'reached', 'crm', true],
    ]);
  });

  it('is the same client in every later command', async () => {
    const store = await world.store();
    const first = await mustGive(store, { do: 'track', subject: SIGHTED });
    expect(await mustGive(store, log(SIGHTED))).toBe(first);
    expect(
      await mustGive(store, {
        do: 'addNote',
        subject: SIGHTED,
        noteId: newNoteId(),
        text: '记',
        pinned: false,
      }),
    ).toBe(first);
  });
});

describe('a later sighting', () => {
  const later = instant.parse(NOW + 86_400_000);
  const env = { now: later, today: addDays(TODAY, 1), freshClientId: newClientId(), sample: false };

  it('journals what changed and stamps what did not', async () => {
    const store = await world.store();
    const id = await mustGive(store, { do: 'track', subject: SIGHTED });
    const moved: Sighting = {
      ...SIGHTING,
      fields: [{ key: 'address', label: '联系地址', value: { type: 'text', text: '望湖苑 3-1201' } }],
      contacts: [],
    };
    await recordSighting(store, newOpId(), moved, env, ZONE);
    const { client, lastSeen, contacts } = await bundleOf(store, id);
    expect(client.observed['address']).toEqual({
      value: { type: 'text', text: '望湖苑 3-1201' },
      firstSeen: later,
      former: [{ value: { type: 'text', text: '滨江路 8 号' }, firstSeen: NOW, lastSeen: NOW }],
    });
    expect(lastSeen).toMatchObject({ address: later, serviceLevel: NOW });
    expect(contacts).toHaveLength(2);
  });

  it('writes nothing into the journal when nothing changed', async () => {
    const store = await world.store();
    const id = await mustGive(store, { do: 'track', subject: SIGHTED });
    const before = await store.trail(id);
    await recordSighting(store, newOpId(), SIGHTING, env, ZONE);
    const after = await store.trail(id);
    expect(after.ok && before.ok && after.value.length === before.value.length).toBe(true);
    expect((await bundleOf(store, id)).lastSeen['address']).toBe(later);
  });

  it('never takes a masked name over a full one', async () => {
    const store = await world.store();
    const id = await mustGive(store, { do: 'track', subject: SIGHTED });
    await recordSighting(store, newOpId(), { ...SIGHTING, name: '王*华' }, env, ZONE);
    expect((await bundleOf(store, id)).client.name).toBe('王丽华');
  });
});

describe('logging', () => {
  it('is done once, however often the order arrives', async () => {
    const store = await world.store();
    const command = log(SIGHTED);
    const op = newOpId();
    const id = await mustGive(store, command, op);
    expect(await mustGive(store, command, op)).toBe(id);
    expect((await bundleOf(store, id)).contacts.filter(({ origin }) => origin === 'own')).toHaveLength(1);
  });

  it('makes a plan of a day that lies ahead', async () => {
    const store = await world.store();
    const id = await mustGive(store, log(SIGHTED, { day: addDays(TODAY, 3), result: null }));
    expect((await bundleOf(store, id)).contacts.some(({ state }) => state === 'planned')).toBe(true);
  });

  it.each([
    ['a plan with a result', { day: addDays(TODAY, 1), result: 'reached' }, 'result'],
    ['a contact without a result', { result: null }, 'result'],
    [
      'a plan whose goal was reached',
      { day: addDays(TODAY, 1), result: null, goalReached: 'yes' },
      'goalReached',
    ],
    ['a next step before the contact', { nextStep: { text: '回电', due: addDays(TODAY, -1) } }, 'nextStep'],
  ] as const)('refuses %s and names the field', async (_, wrong, field) => {
    const store = await world.store();
    expect(await give(store, log(SIGHTED, wrong))).toEqual({ ok: false, error: { code: 'invalid', field } });
  });

  it.each([
    ['a call that reached the client', {}, true],
    ['a call nobody answered', { result: 'noAnswer' }, false],
    ['a call that was declined', { result: 'declined' }, false],
    ['a plan, if it comes about', { day: addDays(TODAY, 1), result: null }, true],
  ] as const)('that was to keep a promise, as %s, says so only where it can', async (_, changed, says) => {
    const store = await world.store();
    const promise = log(SIGHTED, { nextStep: { text: '发明细', due: TODAY } });
    const clientId = await mustGive(store, promise);
    const command = { ...log(SIGHTED, changed), keeps: promise.contactId };
    await mustGive(store, command);
    const { contacts } = await bundleOf(store, clientId);
    const kept = contacts.find(({ id }) => id === command.contactId)?.keeps;
    expect(kept).toBe(says ? promise.contactId : null);
  });

  it('of a plan that was to keep a promise keeps none once nobody was reached', async () => {
    const store = await world.store();
    const promise = log(SIGHTED, { nextStep: { text: '发明细', due: TODAY } });
    const clientId = await mustGive(store, promise);
    const plan = {
      ...log(SIGHTED, { day: addDays(TODAY, 1), result: null }),
      keeps: promise.contactId,
    };
    await mustGive(store, plan);
    const amend = (supersedes: ContactId, result: 'reached' | 'noAnswer') => ({
      do: 'amendContact' as const,
      clientId,
      contactId: newContactId(),
      supersedes,
      details: details({ result }),
    });
    const reached = amend(plan.contactId, 'reached');
    await mustGive(store, reached);
    const failed = amend(reached.contactId, 'noAnswer');
    await mustGive(store, failed);
    const { contacts } = await bundleOf(store, clientId);
    const keeps = (id: ContactId) => contacts.find((contact) => contact.id === id)?.keeps;
    expect(keeps(reached.contactId)).toBe(promise.contactId);
    expect(keeps(failed.contactId)).toBeNull();
  });

  it('answers the prompt that led to it', async () => {
    const store = await world.store();
    const answers = { key: 'overdue|2026-11-01', rule: 'overdue' };
    const id = await mustGive(store, { ...log(SIGHTED), answers });
    expect((await bundleOf(store, id)).actionStates).toMatchObject([
      { ...answers, answer: { state: 'done' } },
    ]);
  });
});

describe('correcting and taking back', () => {
  it('keeps both versions of a corrected contact', async () => {
    const store = await world.store();
    const command = log(SIGHTED);
    const clientId = await mustGive(store, command);
    await mustGive(store, {
      do: 'amendContact',
      clientId,
      contactId: newContactId(),
      supersedes: command.contactId,
      details: details({ note: '更正' }),
    });
    const own = (await bundleOf(store, clientId)).contacts.filter(({ origin }) => origin === 'own');
    expect(own.map(({ note, supersedes }) => [note, supersedes]).sort()).toEqual([
      ['更正', command.contactId],
      ['答应发明细', null],
    ]);
  });

  it('refuses to correct an entry that was corrected already', async () => {
    const store = await world.store();
    const command = log(SIGHTED);
    const clientId = await mustGive(store, command);
    const amend = (): Command => ({
      do: 'amendContact',
      clientId,
      contactId: newContactId(),
      supersedes: command.contactId,
      details: details(),
    });
    await mustGive(store, amend());
    expect(await give(store, amend())).toMatchObject({ ok: false, error: { code: 'changedSince' } });
  });

  it('voids an undone contact and never removes it', async () => {
    const store = await world.store();
    const id = await mustGive(store, { do: 'track', subject: SIGHTED });
    const op = newOpId();
    const command = log(SIGHTED);
    await mustGive(store, command, op);
    await mustGive(store, { do: 'undo', target: op });
    const contact = (await bundleOf(store, id)).contacts.find((each) => each.id === command.contactId);
    expect(contact?.state).toBe('voided');
  });

  it('takes a note’s reminder off and puts it on again; an edit that says nothing of it leaves it', async () => {
    const store = await world.store();
    const noteId = newNoteId();
    const remind = { day: TODAY, minute: 540 };
    const note = { noteId, text: '孩子中考', pinned: false };
    const clientId = await mustGive(store, { do: 'addNote', subject: SIGHTED, ...note, remind });
    const reminders = async () => (await bundleOf(store, clientId)).notes.map((each) => each.remind);
    await mustGive(store, { do: 'editNote', clientId, ...note, pinned: true });
    expect(await reminders()).toEqual([remind]);
    const op = newOpId();
    await mustGive(store, { do: 'editNote', clientId, ...note, remind: null }, op);
    expect(await reminders()).toEqual([undefined]);
    await mustGive(store, { do: 'undo', target: op });
    expect(await reminders()).toEqual([remind]);
  });

  describe('two texts of one note', () => {
    const pair = async () => {
      const store = await world.store();
      const noteId = newNoteId();
      const copyId = newNoteId();
      const said = { noteId, text: '喝熟普洱', pinned: true };
      const clientId = await mustGive(store, { do: 'addNote', subject: SIGHTED, ...said });
      const [note] = (await bundleOf(store, clientId)).notes;
      if (!note) throw new Error('no note');
      const copy = {
        ...{ id: copyId, clientId, text: '不喝茶了', pinned: false, copyOf: noteId },
        ...{ createdAt: note.createdAt, editedAt: NOW, sensitivity: 'confidential' as const },
      };
      await write(store, { type: 'insert', table: 'notes', body: copy });
      const order = { do: 'settleNotes', clientId, noteId, copyId } as const;
      const seen: [string, string] = [note.text, copy.text];
      const notes = async () => (await bundleOf(store, clientId)).notes;
      return { store, note, copy, order, seen, notes };
    };

    it('come to the one that is kept, no less confidential than either, and both come back', async () => {
      const { store, note, copy, order, seen, notes } = await pair();
      const op = newOpId();
      await mustGive(store, { ...order, text: copy.text, seen }, op);
      expect(await notes()).toEqual([
        { ...note, text: copy.text, sensitivity: 'confidential', editedAt: NOW },
      ]);
      await mustGive(store, { do: 'undo', target: op });
      expect(await notes()).toHaveLength(2);
      expect(await notes()).toEqual(expect.arrayContaining([note, copy]));
    });

    it('stand as two notes where both are to stay', async () => {
      const { store, note, copy, order, seen, notes } = await pair();
      await mustGive(store, { ...order, text: null, seen });
      const { copyOf: _copyOf, ...own } = copy;
      expect(await notes()).toEqual(expect.arrayContaining([note, own]));
    });

    it('are not settled where one of them says something else by now', async () => {
      const { store, order, seen, notes } = await pair();
      const command = { ...order, text: '不喝茶了', seen: [seen[0], '别的'] satisfies [string, string] };
      expect(await give(store, command)).toMatchObject({ ok: false, error: { code: 'changedSince' } });
      expect(await notes()).toHaveLength(2);
    });
  });

  it('brings a removed note back', async () => {
    const store = await world.store();
    const noteId = newNoteId();
    const clientId = await mustGive(store, {
      do: 'addNote',
      subject: SIGHTED,
      noteId,
      text: '周一不接电话',
      pinned: true,
    });
    const op = newOpId();
    await mustGive(store, { do: 'removeNote', clientId, noteId }, op);
    expect((await bundleOf(store, clientId)).notes).toEqual([]);
    await mustGive(store, { do: 'undo', target: op });
    expect((await bundleOf(store, clientId)).notes).toMatchObject([{ text: '周一不接电话', pinned: true }]);
  });
});

describe('the sample book', () => {
  it('is added once, each client marked, and removed whole', async () => {
    const store = await world.store();
    const own = await mustGive(
      store,
      log({
        type: 'sighted',
        sighting: { ...SIGHTING, record: { ...SIGHTING.record, recordId: '10000099' } },
      }),
    );
    const env = { now: NOW, today: TODAY };
    const added = await addSampleBook(store, env, ZONE);
    expect(added).toMatchObject({ ok: true, value: { clients: SAMPLE_BOOK.length } });
    expect(await addSampleBook(store, env, ZONE)).toEqual({ ok: true, value: { clients: 0, entries: 0 } });
    const removed = await removeSampleBook(store);
    expect(removed).toMatchObject({ ok: true, value: { clients: SAMPLE_BOOK.length } });
    const left = await store.directory();
    expect(left.ok && left.value.briefs.map((brief) => brief.clientId)).toEqual([own]);
    expect((await store.verify({ deep: true })).intact).toBe(true);
  });
});

describe('the profile', () => {
  const fact = { value: { type: 'text', text: '钢琴' }, source: 'client', day: TODAY } as const;

  it('keeps what the client said', async () => {
    const store = await world.store();
    const id = await mustGive(store, { do: 'setFact', subject: SIGHTED, key: 'hobbies', fact });
    expect((await bundleOf(store, id)).client.facts['hobbies']).toEqual({ ...fact, confirmed: NOW });
  });

  it('holds what the RM keeps against the CRM, until the CRM shows another value', async () => {
    const store = await world.store();
    const ours = { value: { type: 'text', text: '望湖苑' }, source: 'client', day: TODAY } as const;
    const clientId = await mustGive(store, { do: 'setFact', subject: SIGHTED, key: 'address', fact: ours });
    const address = async () => {
      const { client, lastSeen } = await bundleOf(store, clientId);
      const { fields } = clarityOf(client, lastSeen, TODAY, ZONE);
      return fields.find(({ key }) => key === 'address');
    };
    const look = (address: string, after: number) =>
      recordSighting(
        store,
        newOpId(),
        {
          ...SIGHTING,
          fields: [{ key: 'address', label: '联系地址', value: { type: 'text', text: address } }],
        },
        { now: instant.parse(NOW + after), today: TODAY, freshClientId: newClientId(), sample: false },
        ZONE,
      );
    expect(await address()).toMatchObject({ state: 'good', value: ours.value });
    await look('滨江路 8 号', 1000);
    expect(await address()).toMatchObject({ state: 'good', value: ours.value });
    await look('解放路 1 号', 2000);
    expect(await address()).toMatchObject({ state: 'conflict' });
  });

  it.each(['childName', 'childSchool', 'childHealth', 'notInTheCatalogue'])('refuses %s', async (key) => {
    const store = await world.store();
    const outcome = await give(store, { do: 'setFact', subject: SIGHTED, key, fact });
    expect(outcome).toEqual({ ok: false, error: { code: 'invalid', field: key } });
  });

  it('refuses what was said tomorrow', async () => {
    const store = await world.store();
    const tomorrow = { ...fact, day: addDays(TODAY, 1) };
    const outcome = await give(store, { do: 'setFact', subject: SIGHTED, key: 'hobbies', fact: tomorrow });
    expect(outcome).toEqual({ ok: false, error: { code: 'invalid', field: 'day' } });
  });
});

describe('the bank’s service level', () => {
  const UNLEVELLED: Sighting = { ...SIGHTING, fields: SIGHTING.fields.slice(0, 1) };

  it('is noted where the CRM shows none, and taken back by undo', async () => {
    const store = await world.store();
    const subject: Subject = { type: 'sighted', sighting: UNLEVELLED };
    const tracked = await give(store, { do: 'track', subject });
    if (!tracked.ok || tracked.value.clientId === null) throw new Error('not tracked');
    const id = tracked.value.clientId;
    const levelOf = async () => {
      const known = await store.client(id);
      if (!known.ok) throw new Error('not there');
      return known.value.bundle.client.ownLevel;
    };
    const op = newOpId();
    const edit = (ownLevel: string | null) => ({ do: 'editClient', subject, change: { ownLevel } }) as const;
    expect((await give(store, edit('私行'), op)).ok).toBe(true);
    expect(await levelOf()).toBe('私行');
    expect((await give(store, { do: 'undo', target: op })).ok).toBe(true);
    expect(await levelOf()).toBeUndefined();
    await give(store, edit('财富'));
    await give(store, edit(null));
    expect(await levelOf()).toBeUndefined();
  });

  it('is the CRM’s to say where it says it', async () => {
    const store = await world.store();
    const command = { do: 'editClient', subject: SIGHTED, change: { ownLevel: '私行' } } as const;
    expect(await give(store, command)).toEqual({ ok: false, error: { code: 'invalid', field: 'ownLevel' } });
  });
});
