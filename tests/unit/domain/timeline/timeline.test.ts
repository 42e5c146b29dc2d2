import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { Contact } from '@/utils/domain/schema/contact';
import { instant } from '@/utils/domain/schema/time';
import { undoneOf } from '@/utils/domain/timeline/chain';
import { isEntered, timelineOf } from '@/utils/domain/timeline/timeline';
import { aContact, aContactId, aCrmContact, anAnswer, aPlan, d } from '../build';

const TODAY = d('2026-11-20');
const idsIn = (contacts: readonly Contact[]) => timelineOf(contacts, TODAY).map(({ contact }) => contact.id);
const n = (...numbers: number[]) => numbers.map(aContactId);

describe('the order of the history', () => {
  it('puts plans first, then the newest', () => {
    const contacts = [
      aContact('2026-09-02', 1),
      aPlan('2026-11-25', 2),
      aContact('2026-11-19', 3),
      aPlan('2026-12-04', 4),
    ];
    expect(idsIn(contacts)).toEqual(n(4, 2, 3, 1));
  });

  it('orders one day by the hour, entries without one below', () => {
    const contacts = [
      aContact('2026-11-19', 1, { minute: 600 }),
      aContact('2026-11-19', 2, { minute: 900 }),
      aContact('2026-11-19', 3),
    ];
    expect(idsIn(contacts)).toEqual(n(2, 1, 3));
  });
});

describe('corrections', () => {
  const first = aContact('2026-11-02', 1, { note: '一' });
  const second = aContact('2026-11-02', 2, { note: '二', supersedes: first.id });
  const third = aContact('2026-11-03', 3, { note: '三', supersedes: second.id });

  it('fold into one line: the last holds, the earlier ones stay readable, newest first', () => {
    const [line, ...more] = timelineOf([second, third, first], TODAY);
    expect(more).toEqual([]);
    expect(line?.contact).toEqual(third);
    expect(line?.earlier).toEqual([second, first]);
  });

  it('that are undone bring the version before back', () => {
    const undone = { ...third, state: 'voided' as const };
    const [line] = timelineOf([first, second, undone], TODAY);
    expect(line?.contact).toEqual(second);
    expect(line?.earlier).toEqual([first]);
    expect(undoneOf([first, second, undone])).toEqual([undone]);
  });

  it('stay one contact when one in the middle is undone', () => {
    const lines = timelineOf([first, { ...second, state: 'voided' }, third], TODAY);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.contact).toEqual(third);
    expect(lines[0]?.earlier).toEqual([first]);
  });

  it('of one entry by two devices become one line: the one logged last holds', () => {
    const other = aContact('2026-11-02', 4, {
      supersedes: first.id,
      loggedAt: instant.parse(second.loggedAt + 60_000),
    });
    const lines = timelineOf([first, other, second], TODAY);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.contact).toEqual(other);
    expect(lines[0]?.earlier).toEqual([second, first]);
  });

  it('still fold together when the entry they correct could not be read', () => {
    expect(timelineOf([second, third], TODAY)).toHaveLength(1);
  });

  it('that point in a circle are damaged data, read as one contact and never for ever', () => {
    const a = aContact('2026-11-02', 1, { supersedes: aContactId(2) });
    const b = aContact('2026-11-02', 2, { supersedes: aContactId(1) });
    expect(timelineOf([a, b], TODAY)).toHaveLength(1);
  });

  it('a plan becomes what was logged for it', () => {
    const plan = aPlan('2026-11-10', 1);
    const held = aContact('2026-11-10', 2, { channel: 'meeting', supersedes: plan.id });
    const [line, ...more] = timelineOf([plan, held], TODAY);
    expect(more).toEqual([]);
    expect(line?.contact.state).toBe('done');
  });
});

describe('an entirely undone contact', () => {
  it('is not in the history', () => {
    expect(idsIn([aContact('2026-11-02', 1, { state: 'voided' })])).toEqual([]);
  });
});

describe("the CRM's own entries", () => {
  const match = (own: Contact, crm: Contact) => timelineOf([own, crm], TODAY)[0]?.inCrm ?? null;

  it.each([
    ['the same day', '2026-11-10'],
    ['the day after', '2026-11-11'],
    ['the day before', '2026-11-09'],
  ])('are laid together with an own log of %s', (_, day) => {
    const crm = aCrmContact(day, 2);
    const lines = timelineOf([aContact('2026-11-10', 1), crm], TODAY);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.contact.origin).toBe('own');
    expect(lines[0]?.inCrm).toEqual(crm);
    expect(lines[0] && isEntered(lines[0])).toBe(true);
  });

  it.each(['2026-11-08', '2026-11-12'])('two days apart (%s) are two contacts', (day) => {
    expect(timelineOf([aContact('2026-11-10', 1), aCrmContact(day, 2)], TODAY)).toHaveLength(2);
  });

  it('match a video call with a call, a visit with one to the branch, but never a call with a message', () => {
    const day = '2026-11-10';
    expect(match(aContact(day, 1, { channel: 'video' }), aCrmContact(day, 2))).not.toBeNull();
    expect(
      match(aContact(day, 1, { channel: 'branch' }), aCrmContact(day, 2, { channel: 'meeting' })),
    ).not.toBeNull();
    expect(match(aContact(day, 1), aCrmContact(day, 2, { channel: 'wechat' }))).toBeNull();
  });

  it('match one to one, the nearest first', () => {
    const [early, late] = [
      aContact('2026-11-10', 1, { minute: 600 }),
      aContact('2026-11-10', 2, { minute: 960 }),
    ];
    const crm = aCrmContact('2026-11-10', 3, { minute: 955 });
    const lines = timelineOf([early, late, crm], TODAY);
    expect(lines.map(({ contact, inCrm }) => [contact.id, inCrm?.id ?? null])).toEqual([
      [late.id, crm.id],
      [early.id, null],
    ]);
  });

  it('go by the same words before all else', () => {
    const near = aContact('2026-11-10', 1, { channel: 'phone', note: '问了利率' });
    const same = aContact('2026-11-09', 2, { channel: 'phone', note: '女儿高三，想稳一点。' });
    const crm = aCrmContact('2026-11-10', 3, { note: '电话回访：女儿高三,想稳一点' });
    const lines = timelineOf([near, same, crm], TODAY);
    expect(lines.find(({ inCrm }) => inCrm !== null)?.contact.id).toBe(same.id);
  });

  it('are not matched with plans or undone logs', () => {
    expect(match(aPlan('2026-11-10', 1), aCrmContact('2026-11-10', 2, { channel: 'meeting' }))).toBeNull();
    const [line] = timelineOf(
      [aContact('2026-11-10', 1, { state: 'voided' }), aCrmContact('2026-11-10', 2)],
      TODAY,
    );
    expect(line?.contact.origin).toBe('crm');
  });

  it('stand by themselves where no own log tells of them', () => {
    const [line] = timelineOf([aCrmContact('2026-11-10', 1)], TODAY);
    expect(line?.contact.origin).toBe('crm');
    expect(line && isEntered(line)).toBe(true);
  });
});

describe('a promise', () => {
  const promise = (due: string | null) =>
    aContact('2026-10-09', 1, {
      nextStep: { text: '发送三季度持仓明细', due: due === null ? null : d(due) },
    });
  const standing = (contacts: readonly Contact[], states = [] as ReturnType<typeof anAnswer>[]) =>
    timelineOf(contacts, TODAY, states).find(({ contact }) => contact.nextStep !== null)?.promise;

  it('is open on its day and late the day after', () => {
    expect(standing([promise('2026-11-20')])).toBe('open');
    expect(standing([promise('2026-11-19')])).toBe('late');
    expect(standing([promise(null)])).toBe('open');
  });

  it('is none where nothing was promised, and none in a plan', () => {
    expect(timelineOf([aContact('2026-10-09')], TODAY)[0]?.promise).toBe('none');
    expect(
      timelineOf([aPlan('2026-12-01', 1, { nextStep: { text: '签约', due: null } })], TODAY)[0]?.promise,
    ).toBe('none');
  });

  it('is kept by a later contact that says so, whichever version it names', () => {
    const made = promise('2026-11-13');
    const corrected = { ...made, id: aContactId(2), supersedes: made.id };
    expect(standing([made, aContact('2026-11-12', 3, { keeps: made.id })])).toBe('kept');
    expect(standing([made, corrected, aContact('2026-11-12', 3, { keeps: made.id })])).toBe('kept');
    expect(standing([made, corrected, aContact('2026-11-12', 3, { keeps: corrected.id })])).toBe('kept');
  });

  it('is not kept by an attempt, a plan, an undone log, or by itself', () => {
    const made = promise('2026-11-13');
    const keeps = made.id;
    expect(standing([made, aContact('2026-11-12', 3, { keeps, result: 'noAnswer' })])).toBe('late');
    expect(standing([made, aPlan('2026-11-25', 3, { keeps })])).toBe('late');
    expect(standing([made, aContact('2026-11-12', 3, { keeps, state: 'voided' })])).toBe('late');
    expect(standing([{ ...made, keeps }])).toBe('late');
  });

  it('is kept when its prompt was answered as done', () => {
    const made = promise('2026-11-13');
    const key = `promiseDue|${made.id}|2026-11-13`;
    expect(standing([made], [anAnswer(key, { state: 'done' }, '2026-11-14')])).toBe('kept');
    expect(
      standing([made], [anAnswer(key, { state: 'dismissed', reason: 'doneElsewhere' }, '2026-11-14')]),
    ).toBe('kept');
  });

  it('put away as not relevant stands open no longer', () => {
    const made = promise('2026-11-13');
    const state = anAnswer(
      `promiseDue|${made.id}|2026-11-13`,
      { state: 'dismissed', reason: 'notRelevant' },
      '2026-11-14',
    );
    expect(standing([made], [state])).toBe('none');
  });

  it('given a new day is a new promise: the old answer no longer speaks', () => {
    const made = promise('2026-11-13');
    const moved = {
      ...made,
      id: aContactId(2),
      supersedes: made.id,
      nextStep: { text: '发送', due: d('2026-11-18') },
    };
    const answered = anAnswer(`promiseDue|${made.id}|2026-11-13`, { state: 'done' }, '2026-11-14');
    expect(standing([made, moved], [answered])).toBe('late');
  });

  it('answered by a call that nobody took is not kept', () => {
    const made = promise('2026-11-13');
    const call = aContact('2026-11-14', 2, { result: 'noAnswer' });
    const state = anAnswer(
      `promiseDue|${made.id}|2026-11-13`,
      { state: 'done' },
      '2026-11-14',
      call.loggedAt,
    );
    expect(standing([made, call], [state])).toBe('late');
  });
});

const days = fc.integer({ min: 1, max: 28 }).map((day) => `2026-11-${String(day).padStart(2, '0')}`);
const someContacts = fc
  .array(
    fc.record({
      day: days,
      origin: fc.constantFrom('own' as const, 'crm' as const),
      state: fc.constantFrom('done' as const, 'planned' as const, 'voided' as const),
      channel: fc.constantFrom('phone' as const, 'video' as const, 'meeting' as const, 'wechat' as const),
      minute: fc.option(fc.integer({ min: 0, max: 1439 })),
      of: fc.option(fc.integer({ min: 1, max: 12 })),
    }),
    { maxLength: 12 },
  )
  .map((drawn) =>
    drawn.map(({ day, of, origin, state, ...change }, index) =>
      origin === 'crm'
        ? aCrmContact(day, index + 1, change)
        : aContact(day, index + 1, { ...change, state, supersedes: of === null ? null : aContactId(of) }),
    ),
  );

describe('any history', () => {
  test.prop([someContacts, fc.nat()])('reads the same in whatever order it comes', (contacts, seed) => {
    const shuffled = contacts.toSorted(
      (a, b) =>
        ((Number.parseInt(a.id, 16) * 7919 + seed) % 101) - ((Number.parseInt(b.id, 16) * 7919 + seed) % 101),
    );
    expect(timelineOf(shuffled, TODAY)).toEqual(timelineOf(contacts, TODAY));
  });

  test.prop([someContacts])('tells each entry once, and no undone one', (contacts) => {
    const told = timelineOf(contacts, TODAY).flatMap(({ contact, earlier, inCrm }) => [
      contact,
      ...earlier,
      ...(inCrm ? [inCrm] : []),
    ]);
    const live = contacts.filter(({ state }) => state !== 'voided').map(({ id }) => id);
    expect(told.map(({ id }) => id).sort()).toEqual(live.sort());
  });
});
