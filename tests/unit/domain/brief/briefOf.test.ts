import { describe, expect, it } from 'vitest';
import { brief } from '@/utils/domain/brief';
import { briefOf } from '@/utils/domain/briefOf';
import type { ClientBundle } from '@/utils/domain/bundle';
import type { FieldValue } from '@/utils/domain/schema/fieldValue';
import {
  aBundle,
  aClient,
  aContact,
  aContactId,
  aCrmContact,
  aFact,
  anAnswer,
  aPlan,
  d,
  morningOf,
  someSettings,
} from '../build';

const TODAY = d('2026-11-20');
const cardOf = (bundle: Partial<ClientBundle>, today = TODAY) =>
  briefOf(aBundle(bundle), someSettings(), today, [['wang'], ['li'], ['hua']], ['10000001', '10000001']);

const phone = (raw: string, e164: string | null = null): FieldValue => ({ type: 'phone', raw, e164 });
const promise = (n: number, due: string | null, day = '2026-10-09') =>
  aContact(day, n, { nextStep: { text: `事${n}`, due: due === null ? null : d(due) } });

describe('the directory card', () => {
  it('is a valid card of the client, numbers once', () => {
    const card = cardOf({ client: aClient({ sample: true }) });
    expect(brief.safeParse(card).success).toBe(true);
    expect(card).toMatchObject({
      name: '王丽华',
      kind: 'individual',
      tier: 'A',
      numbers: ['10000001'],
      sample: true,
    });
    expect('sample' in cardOf({})).toBe(false);
  });

  it('knows the last contact, the last time face to face, and the due day', () => {
    const contacts = [
      aContact('2026-09-02', 1, { channel: 'meeting' }),
      aContact('2026-10-09', 2),
      aContact('2026-10-20', 3, { result: 'noAnswer' }),
      aContact('2026-11-01', 4, { channel: 'meeting', result: 'noAnswer' }),
      aPlan('2026-12-01', 5),
    ];
    expect(cardOf({ contacts })).toMatchObject({
      last: { day: '2026-10-09', channel: 'phone' },
      lastMeeting: '2026-09-02',
      due: '2026-11-09',
    });
    const visited = [aCrmContact('2026-11-03', 6, { channel: 'branch' })];
    expect(cardOf({ contacts: [...contacts, ...visited] }).lastMeeting).toBe('2026-11-03');
    expect(cardOf({})).toMatchObject({ last: null, lastMeeting: null });
  });

  it('keeps the earliest open promise that has a day, with the contact that made it', () => {
    const contacts = [promise(1, '2026-12-01'), promise(2, '2026-11-13'), promise(3, null)];
    expect(cardOf({ contacts }).promise).toEqual({
      contactId: aContactId(2),
      due: '2026-11-13',
      text: '事2',
    });
    const kept = aContact('2026-11-14', 4, { keeps: aContactId(2) });
    expect(cardOf({ contacts: [...contacts, kept] }).promise?.due).toBe('2026-12-01');
    const actionStates = [
      anAnswer(
        `promiseDue|${aContactId(2)}|2026-11-13`,
        { state: 'dismissed', reason: 'notRelevant' },
        '2026-11-14',
      ),
    ];
    expect(cardOf({ contacts, actionStates }).promise?.due).toBe('2026-12-01');
    expect(cardOf({ contacts: [promise(3, null)] }).promise).toBeNull();
  });

  it('keeps the tails of all phones, sure, unsure or behind stars, each once', () => {
    const client = aClient({
      facts: { mobile: aFact(phone('138 0013 6621', '+8613800136621'), '2026-03-02') },
      observed: {
        mobile: { value: phone('138****6621'), firstSeen: morningOf('2026-03-02') },
        'crm.家庭电话': { value: phone('（０２１）５５５５－０１２３'), firstSeen: morningOf('2026-03-02') },
        'crm.备用电话': { value: phone('138********'), firstSeen: morningOf('2026-03-02') },
      },
    });
    expect(cardOf({ client }).phoneTails).toEqual(['0123', '6621']);
  });

  it('says what plan and balance ask: meetings, the last contacts, class, area, quiet', () => {
    const contacts = [
      aContact('2026-11-02', 1),
      aContact('2026-10-09', 2, { channel: 'meeting' }),
      aCrmContact('2026-10-09', 3, { channel: 'meeting' }),
      aContact('2026-11-05', 4, { result: 'noAnswer' }),
    ];
    const client = aClient({
      classes: ['vip'],
      facts: { address: aFact({ type: 'text', text: '临澜市滨江区望江路' }, '2026-03-02') },
      doNotContact: { day: d('2026-11-01'), until: null, reason: null },
    });
    expect(cardOf({ client, contacts }).workload).toEqual({
      cadenceDays: 30,
      // 9 October + 90 days = 7 January 2027.
      visitDue: '2027-01-07',
      recent: ['2026-11-02', '2026-10-09'],
      open: false,
      classes: ['vip'],
      area: '滨江区',
      quiet: null,
      moved: [],
    });
    expect(cardOf({}).workload).not.toHaveProperty('quiet');
  });

  it('names the contacts that were moved to another day, and no others', () => {
    const contacts = [
      aPlan('2026-11-25', 1),
      aPlan('2026-12-02', 2, { supersedes: aContactId(1) }),
      aContact('2026-11-10', 3),
      aContact('2026-11-10', 4, { supersedes: aContactId(3) }),
      aContact('2026-11-12', 5),
      aContact('2026-11-13', 6, { supersedes: aContactId(5), state: 'voided' }),
    ];
    expect(cardOf({ contacts }).workload?.moved).toEqual([aContactId(1)]);
  });

  it('does not depend on the order of contacts', () => {
    const contacts = [
      promise(1, '2026-12-01'),
      promise(2, '2026-12-01'),
      aContact('2026-10-09', 3, { channel: 'wechat' }),
    ];
    expect(cardOf({ contacts: contacts.toReversed() })).toEqual(cardOf({ contacts }));
  });
});
