import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { completeDetails } from '@/components/log/details';
import { amendingDraft } from '@/components/log/drafts';
import type { Subject } from '@/utils/app/command';
import { carryOut } from '@/utils/app/commands/carryOut';
import { type Draft, draft as draftSchema } from '@/utils/app/draft';
import { draftKeys } from '@/utils/app/draftKeys';
import { newClientId, newContactId, newOpId } from '@/utils/app/ids';
import { loadDraft } from '@/utils/app/live/drafts';
import { type ClientId, eventId } from '@/utils/domain/schema/ids';
import type { Sighting } from '@/utils/domain/schema/sighting';
import { civilDay, instant } from '@/utils/domain/schema/time';
import type { Store } from '@/utils/store/store';
import { aContact } from '../store/support/book';
import { World } from '../store/support/world';

const ZONE = 'Asia/Shanghai';
const TODAY = civilDay.parse('2026-11-20');
const SIGHTING: Sighting = {
  adapter: 'demo-classic',
  record: { crmId: 'demo-bank', entity: 'individual', recordId: '10000001' },
  kind: 'individual',
  name: '王丽华',
  fields: [],
  contacts: [],
};
const SIGHTED: Subject = { type: 'sighted', sighting: SIGHTING };

let world: World;
let store: Store;
beforeEach(async () => {
  world = new World();
  store = await world.store();
});
afterEach(() => world.close());

const env = () => ({ now: instant.parse(1), today: TODAY, freshClientId: newClientId(), sample: false });

async function track(): Promise<ClientId> {
  const order = { op: newOpId(), command: { do: 'track', subject: SIGHTED } } as const;
  const outcome = await carryOut(store, order, env(), ZONE);
  if (!outcome.ok || outcome.value.clientId === null) throw new Error('not tracked');
  return outcome.value.clientId;
}

const half = (subject: Subject): Draft =>
  draftSchema.parse({
    subject,
    name: '王丽华',
    kind: 'individual',
    details: { channel: 'phone', note: '写到一半' },
    keeps: null,
    answers: null,
    amends: null,
  });

const keepUnderRecord = async () => store.drafts.put(await store.linkIdOf(SIGHTING.record), half(SIGHTED));

describe('a draft begun before the client was in the book', () => {
  it('is found by the record, and by the client once tracked, as the client’s own', async () => {
    await keepUnderRecord();
    expect(await loadDraft(store, SIGHTED)).toEqual(half(SIGHTED));
    const subject: Subject = { type: 'client', clientId: await track() };
    expect(await loadDraft(store, SIGHTED)).toMatchObject({ details: { note: '写到一半' } });
    expect(await loadDraft(store, subject)).toEqual(half(subject));
  });

  it('is no other client’s', async () => {
    await keepUnderRecord();
    await track();
    const other: Sighting = { ...SIGHTING, record: { ...SIGHTING.record, recordId: '10000002' } };
    expect(await loadDraft(store, { type: 'sighted', sighting: other })).toBeNull();
    expect(await loadDraft(store, { type: 'client', clientId: newClientId() })).toBeNull();
  });

  it('gives way to what was written for the client since', async () => {
    await keepUnderRecord();
    const subject: Subject = { type: 'client', clientId: await track() };
    const later = { ...half(subject), details: { note: '后来写的' } };
    await store.drafts.put(subject.clientId, later);
    expect(await loadDraft(store, subject)).toEqual(later);
  });

  const aLog = (clientId: ClientId) =>
    ({
      do: 'logContact',
      subject: { type: 'client', clientId },
      contactId: newContactId(),
      details: completeDetails({ channel: 'phone' }, { today: TODAY, zone: ZONE, fallbackStep: '' }),
      keeps: null,
      answers: null,
    }) as const;

  it('stays where a log is saved beside it', async () => {
    await keepUnderRecord();
    const clientId = await track();
    const command = { ...aLog(clientId), besideDraft: true } as const;
    expect((await carryOut(store, { op: newOpId(), command }, env(), ZONE)).ok).toBe(true);
    expect(await loadDraft(store, SIGHTED)).toEqual(half(SIGHTED));
  });

  it('is gone once the client’s log is saved, wherever it lay', async () => {
    await keepUnderRecord();
    const clientId = await track();
    const outcome = await carryOut(store, { op: newOpId(), command: aLog(clientId) }, env(), ZONE);
    expect(outcome.ok).toBe(true);
    expect(await loadDraft(store, { type: 'client', clientId })).toBeNull();
    expect(await loadDraft(store, SIGHTED)).toBeNull();
  });

  it('is kept from then on with the client first', async () => {
    const clientId = await track();
    const keys = [clientId, await store.linkIdOf(SIGHTING.record)];
    expect(await draftKeys(store, SIGHTED)).toEqual(keys);
    expect(await draftKeys(store, { type: 'client', clientId })).toEqual(keys);
  });
});

describe('a draft in which something is half typed', () => {
  it('is a draft: a line made empty again, a day without words, a recording without its number', () => {
    const details = {
      goal: '',
      marker: '',
      metWith: '',
      companions: '',
      place: '',
      nextStep: { text: '', due: TODAY },
      recording: { by: 'number', number: '' },
    };
    expect(draftSchema.parse({ ...half(SIGHTED), details }).details).toEqual(details);
  });

  it('corrects a guest’s entry without its event, which the entry keeps by itself', () => {
    const client = { subject: SIGHTED, name: '王丽华', kind: 'individual' } as const;
    const entry = { ...aContact(newClientId()), event: { id: eventId.parse(newContactId()), name: '沙龙' } };
    expect(draftSchema.safeParse(amendingDraft(client, entry)).success).toBe(true);
  });
});
