import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Command, command, type Subject } from '@/utils/app/command';
import { carryOut } from '@/utils/app/commands/carryOut';
import { newClientId, newOpId } from '@/utils/app/ids';
import { addSampleBook, removeSampleBook } from '@/utils/app/sample/sampleBook';
import type { ClientId, OpId } from '@/utils/domain/schema/ids';
import { instant } from '@/utils/domain/schema/time';
import type { Store } from '@/utils/store/store';
import { d } from '../domain/build';
import {
  aCredit,
  aHolding,
  anOpportunity,
  aPolicy,
  aRelation,
  aRelationId,
  yuan,
} from '../domain/buildFacts';
import { addClient, know, soon } from '../store/support/deeds';
import { World } from '../store/support/world';

const ZONE = 'Asia/Shanghai';
const TODAY = d('2026-11-20');
const TOMORROW = d('2026-11-21');
const NOW = instant.parse(Date.UTC(2026, 10, 20, 2));

let world: World;
let store: Store;
let id: ClientId;
let subject: Subject;
beforeEach(async () => {
  world = new World();
  store = await world.store();
  ({ id } = await addClient(store));
  subject = { type: 'client', clientId: id };
});
afterEach(async () => {
  expect((await store.verify({ deep: true })).findings).toEqual([]);
  world.close();
});

function give(one: Command, op: OpId = newOpId()) {
  expect(command.safeParse(one).error?.issues ?? []).toEqual([]);
  const env = { now: NOW, today: TODAY, freshClientId: newClientId(), sample: false };
  return carryOut(store, { op, command: one }, env, ZONE);
}
const OK = { ok: true };
const invalid = (field: string) => ({ ok: false, error: { code: 'invalid', field } });
const bundle = async () => (await know(store, id)).bundle;

/** A row as a form gives it: whose it is comes with the subject. */
function entered<Row extends { clientId: ClientId }>(row: Row): Omit<Row, 'clientId'> {
  const { clientId: _owner, ...details } = row;
  return details;
}

const KEEPS: readonly [string, Command, Command][] = [
  [
    'relations',
    {
      do: 'keepRelation',
      subject: { type: 'client', clientId: newClientId() },
      relation: entered(aRelation(1)),
    },
    { do: 'dropRelation', clientId: newClientId(), relationId: aRelation(1).id },
  ],
  [
    'holdings',
    {
      do: 'keepHolding',
      subject: { type: 'client', clientId: newClientId() },
      holding: entered(aHolding(2)),
    },
    { do: 'dropHolding', clientId: newClientId(), holdingId: aHolding(2).id },
  ],
  [
    'policies',
    { do: 'keepPolicy', subject: { type: 'client', clientId: newClientId() }, policy: entered(aPolicy(3)) },
    { do: 'dropPolicy', clientId: newClientId(), policyId: aPolicy(3).id },
  ],
  [
    'credits',
    { do: 'keepCredit', subject: { type: 'client', clientId: newClientId() }, credit: entered(aCredit(4)) },
    { do: 'dropCredit', clientId: newClientId(), creditId: aCredit(4).id },
  ],
  [
    'opportunities',
    {
      do: 'keepOpportunity',
      subject: { type: 'client', clientId: newClientId() },
      opportunity: entered(anOpportunity(5)),
    },
    { do: 'dropOpportunity', clientId: newClientId(), opportunityId: anOpportunity(5).id },
  ],
];

describe('a person, a holding, a policy, a credit, an opportunity', () => {
  it.each(KEEPS)('in %s is kept once, removed, and brought back by undo', async (table, keep, drop) => {
    const rows = async () => Reflect.get(await bundle(), table) as readonly unknown[];
    const mine = { ...keep, subject } as Command;
    expect(await give(mine)).toMatchObject(OK);
    expect(await give(mine)).toMatchObject(OK);
    const [row, ...others] = await rows();
    expect(row).toMatchObject({ clientId: id });
    expect(others).toEqual([]);
    const dropped = newOpId();
    expect(await give({ ...drop, clientId: id } as Command, dropped)).toMatchObject(OK);
    expect(await rows()).toEqual([]);
    expect(await give({ ...drop, clientId: id } as Command)).toMatchObject({
      ok: false,
      error: { code: 'notFound' },
    });
    expect(await give({ do: 'undo', target: dropped })).toMatchObject(OK);
    expect(await rows()).toEqual([row]);
  });

  it.each(KEEPS)('in %s is not taken for another client', async (_table, keep, drop) => {
    expect(await give({ ...keep, subject } as Command)).toMatchObject(OK);
    const other = await addClient(store);
    const theirs: Subject = { type: 'client', clientId: other.id };
    expect(await give({ ...keep, subject: theirs } as Command)).toMatchObject(invalid('id'));
    expect(await give({ ...drop, clientId: other.id } as Command)).toMatchObject({
      ok: false,
      error: { code: 'notFound' },
    });
  });

  it.each<[string, Command]>([
    [
      'day',
      {
        do: 'keepRelation',
        subject: { type: 'client', clientId: newClientId() },
        relation: entered(aRelation(1, { day: TOMORROW })),
      },
    ],
    [
      'lastMet',
      {
        do: 'keepRelation',
        subject: { type: 'client', clientId: newClientId() },
        relation: entered(aRelation(1, { lastMet: TOMORROW })),
      },
    ],
    [
      'wall',
      {
        do: 'keepRelation',
        subject: { type: 'client', clientId: newClientId() },
        relation: entered(aRelation(1, { wall: { state: 'mustNotBeTold', day: TOMORROW, source: 'guess' } })),
      },
    ],
    [
      'day',
      {
        do: 'keepHolding',
        subject: { type: 'client', clientId: newClientId() },
        holding: entered(aHolding(1, { day: TOMORROW })),
      },
    ],
    [
      'takenOver',
      {
        do: 'keepHolding',
        subject: { type: 'client', clientId: newClientId() },
        holding: entered(aHolding(1, { takenOver: TOMORROW })),
      },
    ],
    [
      'maturity',
      {
        do: 'keepHolding',
        subject: { type: 'client', clientId: newClientId() },
        holding: entered(aHolding(1, { since: TODAY, maturity: d('2026-11-19') })),
      },
    ],
    [
      'until',
      {
        do: 'keepPolicy',
        subject: { type: 'client', clientId: newClientId() },
        policy: entered(aPolicy(1, { from: TODAY, until: d('2026-11-19') })),
      },
    ],
    [
      'insured',
      {
        do: 'keepPolicy',
        subject: { type: 'client', clientId: newClientId() },
        policy: entered(aPolicy(1, { insured: { who: 'relation', relation: aRelationId(9) } })),
      },
    ],
    [
      'from',
      {
        do: 'keepCredit',
        subject: { type: 'client', clientId: newClientId() },
        credit: entered(aCredit(1, { applied: TODAY, from: d('2026-11-19') })),
      },
    ],
    [
      'until',
      {
        do: 'keepCredit',
        subject: { type: 'client', clientId: newClientId() },
        credit: entered(aCredit(1, { from: TODAY, until: d('2026-11-19') })),
      },
    ],
    [
      'stageSince',
      {
        do: 'keepOpportunity',
        subject: { type: 'client', clientId: newClientId() },
        opportunity: entered(anOpportunity(1, { stageSince: TOMORROW })),
      },
    ],
  ])('cannot be so: %s', async (field, wrong) => {
    expect(await give({ ...wrong, subject } as Command)).toMatchObject(invalid(field));
  });

  it('may be of today, and may begin and end on one day', async () => {
    const holding = entered(aHolding(1, { day: TODAY, since: TODAY, maturity: TODAY, takenOver: TODAY }));
    expect(await give({ do: 'keepHolding', subject, holding })).toMatchObject(OK);
  });
});

describe('a holding', () => {
  it('keeps what it was worth before, when it is noted on a later day', async () => {
    const noted = (change: Parameters<typeof aHolding>[1]) =>
      give({ do: 'keepHolding', subject, holding: entered(aHolding(1, change)) });
    await noted({ amount: yuan(500_000), day: d('2026-11-01') });
    await noted({ amount: yuan(400_000), day: TODAY });
    const [held] = (await bundle()).holdings;
    expect(held).toMatchObject({
      amount: yuan(400_000),
      amountSince: TODAY,
      former: [{ amount: yuan(500_000), from: '2026-11-01', until: '2026-11-01' }],
    });
    await noted({ amount: yuan(400_000), day: TODAY, takenOver: TODAY });
    expect((await bundle()).holdings).toEqual([{ ...held, takenOver: TODAY }]);
  });
});

describe('a person', () => {
  const person = (change: Parameters<typeof aRelation>[1] = {}): Command => ({
    do: 'keepRelation',
    subject,
    relation: entered(aRelation(1, change)),
  });

  it('may be another client, seen from both sides, but not a stranger or the client himself', async () => {
    const other = await addClient(store);
    expect(await give(person({ other: id }))).toMatchObject(invalid('other'));
    expect(await give(person({ other: newClientId() }))).toMatchObject(invalid('other'));
    expect(await give(person({ other: other.id }))).toMatchObject(OK);
    expect((await know(store, other.id)).bundle.namedIn).toEqual((await bundle()).relations);
  });

  it('is seen at once on the page of the client that he is', async () => {
    const other = await addClient(store);
    const seen: number[] = [];
    const stop = (await world.reader()).watchClient(other.id, (known) => {
      if (known.ok) seen.push(known.value.bundle.namedIn.length);
    });
    await soon(() => seen.at(-1)).toBe(0);
    await give(person({ other: other.id }));
    await soon(() => seen.at(-1)).toBe(1);
    stop();
  });

  it('stays named when the client that he is has left the book', async () => {
    const other = await addClient(store);
    expect(await give(person({ other: other.id }))).toMatchObject(OK);
    const sampled = await store.commit({
      op: newOpId(),
      cause: 'test',
      plan: async () => ({
        ok: true,
        value: {
          changes: [
            {
              type: 'delete',
              table: 'links',
              body: {
                record: { crmId: 'demo', entity: 'customer', recordId: `R-${other.id}` },
                clientId: other.id,
              },
            },
            { type: 'delete', table: 'clients', body: other },
          ],
        },
      }),
    });
    expect(sampled).toMatchObject(OK);
    expect(await give(person({ other: other.id, note: '改一句' }))).toMatchObject(OK);
  });

  it.each<[string, Parameters<typeof aRelation>[1]]>([
    ['a name', { name: '小宝' }],
    ['a number', { phone: '13800000000' }],
    ['a note', { note: '三年级二班' }],
  ])('who is a child, and not known to be grown up, has not %s', (_what, change) => {
    for (const stage of ['primary', null] as const) {
      const child = { ...person({ role: 'child', stage, ...change }) };
      expect(command.safeParse(child).success).toBe(false);
    }
    expect(command.safeParse(person({ role: 'child', stage: 'working', ...change })).success).toBe(true);
  });

  it('opens no wall by a guess', () => {
    const wall = { state: 'sharesFinances', day: TODAY, source: 'guess' };
    expect(command.safeParse({ ...person(), relation: { ...entered(aRelation()), wall } }).success).toBe(
      false,
    );
  });

  it('who is removed leaves the policies on him with his name, and comes back with them', async () => {
    await give(person({ name: '陈志强' }));
    const insured = { who: 'relation', relation: aRelationId(1) } as const;
    expect(await give({ do: 'keepPolicy', subject, policy: entered(aPolicy(2, { insured })) })).toMatchObject(
      OK,
    );
    const op = newOpId();
    expect(await give({ do: 'dropRelation', clientId: id, relationId: aRelationId(1) }, op)).toMatchObject(
      OK,
    );
    expect(await bundle()).toMatchObject({
      relations: [],
      policies: [{ insured: { who: 'other', name: '陈志强' } }],
    });
    expect(await give({ do: 'undo', target: op })).toMatchObject(OK);
    expect(await bundle()).toMatchObject({ relations: [{ name: '陈志强' }], policies: [{ insured }] });
  });
});

describe('an opportunity', () => {
  it('is in its stage since it came there, whatever else is changed', async () => {
    const keep = (change: Parameters<typeof anOpportunity>[1]): Command => ({
      do: 'keepOpportunity',
      subject,
      opportunity: entered(anOpportunity(1, change)),
    });
    await give(keep({ stageSince: d('2026-11-01') }));
    await give(keep({ stageSince: TODAY, probability: 40 }));
    expect((await bundle()).opportunities).toMatchObject([{ stageSince: '2026-11-01', probability: 40 }]);
    await give(keep({ stageSince: TODAY, stage: 'contacted' }));
    expect((await bundle()).opportunities).toMatchObject([{ stageSince: TODAY, stage: 'contacted' }]);
  });
});

describe('consent', () => {
  const refused = { given: false, day: TODAY, source: 'client' } as const;

  it('is kept by channel, taken back and undone, one channel at a time', async () => {
    const phone = newOpId();
    expect(
      await give({ do: 'setConsent', subject, channel: 'phone', consent: refused }, phone),
    ).toMatchObject(OK);
    const given = { ...refused, given: true };
    expect(await give({ do: 'setConsent', subject, channel: 'wechat', consent: given })).toMatchObject(OK);
    expect((await bundle()).client.consents).toEqual({ phone: refused, wechat: given });
    expect(await give({ do: 'undo', target: phone })).toMatchObject(OK);
    expect((await bundle()).client.consents).toEqual({ wechat: given });
    expect(await give({ do: 'setConsent', subject, channel: 'wechat', consent: null })).toMatchObject(OK);
    expect((await bundle()).client.consents).toEqual({});
  });

  it('is not of tomorrow', async () => {
    const consent = { ...refused, day: TOMORROW };
    expect(await give({ do: 'setConsent', subject, channel: 'sms', consent })).toMatchObject(invalid('day'));
  });
});

describe('do not contact', () => {
  it('is set, ended and undone', async () => {
    const doNotContact = { day: TODAY, until: null, reason: '住院' };
    expect(await give({ do: 'setDoNotContact', subject, doNotContact })).toMatchObject(OK);
    const ended = newOpId();
    expect(await give({ do: 'setDoNotContact', subject, doNotContact: null }, ended)).toMatchObject(OK);
    expect((await bundle()).client.doNotContact).toBeNull();
    expect(await give({ do: 'undo', target: ended })).toMatchObject(OK);
    expect((await bundle()).client.doNotContact).toEqual(doNotContact);
  });

  it.each([
    ['day', { day: TOMORROW, until: null, reason: null }],
    ['until', { day: TODAY, until: d('2026-11-19'), reason: null }],
  ])('cannot be so: %s', async (field, doNotContact) => {
    expect(await give({ do: 'setDoNotContact', subject, doNotContact })).toMatchObject(invalid(field));
  });
});

describe('the sample book', () => {
  it('goes with its people and money, and leaves who named one of its clients', async () => {
    const added = await addSampleBook(store, { now: NOW, today: TODAY }, ZONE);
    expect(added.ok).toBe(true);
    const directory = await store.directory();
    const wang = (directory.ok ? directory.value.briefs : []).find(
      ({ name, sample }) => sample && name === '王丽华',
    );
    if (!wang) throw new Error('no sample');
    const sample = (await know(store, wang.clientId)).bundle;
    expect(sample.relations.length * sample.holdings.length * sample.policies.length).toBeGreaterThan(0);
    expect([...sample.relations, ...sample.holdings, ...sample.policies].every((row) => row.sample)).toBe(
      true,
    );
    const relation = entered(aRelation(1, { other: wang.clientId, name: '王丽华' }));
    expect(await give({ do: 'keepRelation', subject, relation })).toMatchObject(OK);
    expect((await removeSampleBook(store)).ok).toBe(true);
    expect((await bundle()).relations).toMatchObject([{ other: null, name: '王丽华' }]);
    expect(await store.client(wang.clientId)).toMatchObject({ ok: false, error: { code: 'notFound' } });
  });
});
