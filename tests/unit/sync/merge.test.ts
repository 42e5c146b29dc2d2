import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { withFormer } from '@/utils/domain/formerAmounts';
import type { Instant } from '@/utils/domain/schema/time';
import type { Fields } from '@/utils/store/journal/diff';
import type { SyncedTable } from '@/utils/store/rows/bodies';
import { clockOf, type Gone, type Live, type Said, stampOf } from '@/utils/sync/merge/content';
import { covers, mergeAll } from '@/utils/sync/merge/merge';
import { compareStamps, type Stamp, stampOver } from '@/utils/sync/merge/stamp';
import { bodyOf, unitOf, unitsOf } from '@/utils/sync/merge/units';
import { firstWritten, removed, writtenOver } from '@/utils/sync/merge/write';
import { canonical } from '@/utils/sync/wire/canonical';
import { aHolding, aRelation, yuan } from '../domain/buildFacts';
import { aClient, aContact, aFact, aNote, anAnswer, aRecord, at, day } from '../store/support/book';

/** Every write is an entry of its own, as it is in a journal. */
let entries = 0;

const [A, B, C] = ['aaaaaaaa', 'bbbbbbbb', 'cccccccc'] as const;

/** Writes a body, over a version or for the first time. */
function write(
  base: Said | null,
  table: SyncedTable,
  body: Fields,
  [ms, device]: readonly [number, string],
  times: ReadonlyMap<string, Instant> = new Map(),
): Live {
  const seq = ++entries;
  const named = new Map([...times].map(([unit, when]) => [unit, { at: when, seq }] as const));
  const last = { at: at(ms), seq };
  const said = writtenOver(base, { table, body: { ...body }, times: named, last, device });
  if (!said) throw new Error('nothing was written');
  return said;
}

const gone = (base: Live): Gone => {
  const said = removed(base);
  if (!said) throw new Error('no key');
  return said;
};

const merged = (...versions: Said[]) => {
  const done = mergeAll(versions);
  if (!done) throw new Error('nothing');
  return done;
};

const bodyIn = (said: Said): Fields => (said.state === 'live' ? said.body : {});

describe('stamps', () => {
  it('are another one for every entry, though the clock stands still', () => {
    const base: Stamp = [500, 9, A];
    expect(stampOver(base, at(400), 5, B)).not.toEqual(stampOver(base, at(400), 6, B));
    expect(stampOver(null, at(400), 5, B)).not.toEqual(stampOver(null, at(400), 6, B));
  });

  const wrote = fc.record({ ms: fc.nat(4), on: fc.nat(20), device: fc.constantFrom(A, B) });
  test.prop([fc.array(wrote, { maxLength: 20 })])(
    'of what different entries wrote are never the same, and always later than what was seen',
    (all) => {
      const stamps: Stamp[] = [];
      all.forEach(({ ms, on, device }, i) => {
        const seen = stamps[on % (stamps.length + 1)] ?? null;
        const made = stampOver(seen, at(ms), i + 1, device);
        if (seen) expect(compareStamps(made, seen)).toBeGreaterThan(0);
        stamps.push(made);
      });
      expect(new Set(stamps.map(String)).size).toBe(all.length);
    },
  );

  it('are later over what was seen, however wrong the clock is', () => {
    expect(stampOver([500, 0, A], at(400), 1, B)).toEqual([500, 1, B]);
    const over = stampOver([500, 9, A], at(500), 2, B);
    expect(compareStamps(over, [500, 9, A])).toBeGreaterThan(0);
    expect(compareStamps(stampOver(over, at(500), 2, B), over)).toBeGreaterThan(0);
    expect(stampOver([500, 7, A], at(501), 3, B)).toEqual([501, 3, B]);
    expect(stampOver(null, at(400), 4, B)).toEqual([400, 4, B]);
  });

  const anyStamp = fc.tuple(fc.nat(3), fc.nat(2), fc.constantFrom(A, B, C));
  test.prop([anyStamp, anyStamp, anyStamp])('are in one order on every device', (x, y, z) => {
    expect(Math.sign(compareStamps(x, y))).toBe(-Math.sign(compareStamps(y, x)) + 0);
    if (compareStamps(x, y) <= 0 && compareStamps(y, z) <= 0)
      expect(compareStamps(x, z)).toBeLessThanOrEqual(0);
    expect(compareStamps(x, y) === 0).toBe(canonical(x) === canonical(y));
  });
});

describe('units of a row', () => {
  it('are single facts, fields that go together, and whole answers', () => {
    const client = aClient({ facts: { hobby: aFact('羽毛球'), 'crm.a/b': aFact('x') } });
    expect([...unitsOf('clients', client).keys()]).toContain('facts/crm.a/b');
    expect([...unitsOf('notes', aNote(client.id)).keys()]).not.toContain('editedAt');
    expect([...unitsOf('actions', anAnswer(client.id)).keys()]).toEqual(['']);
    expect(unitOf('notes', ['editedAt'])).toBe('text');
    expect(unitOf('clients', ['facts', 'hobby'])).toBe('facts/hobby');
  });

  it.each<[SyncedTable, Fields]>([
    ['clients', { ...aClient({ facts: { hobby: aFact('羽毛球'), 'crm.a/b': aFact('x') } }) }],
    ['clients', { ...aClient() }],
    ['contacts', { ...aContact(aClient().id) }],
    ['notes', { ...aNote(aClient().id) }],
    ['holdings', { ...aHolding() }],
    [
      'holdings',
      { ...aHolding(), ...{ amountSince: '2026-11-01', former: [{ amount: yuan(1), from: '2026-10-01' }] } },
    ],
    ['actions', { ...anAnswer(aClient().id) }],
    ['links', { record: aRecord('1'), clientId: aClient().id }],
  ])('make up the same row of %s again', (table, body) => {
    expect(bodyOf(table, unitsOf(table, body))).toEqual(body);
  });
});

describe('two devices that write one row', () => {
  const client = aClient({ tier: 'B' });
  const base = write(null, 'clients', client, [100, A]);

  it('both keep their facts', () => {
    const a = write(base, 'clients', { ...client, facts: { hobby: aFact('象棋') } }, [200, A]);
    const b = write(base, 'clients', { ...client, tier: 'A' }, [300, B]);
    const { said, lost } = merged(a, b);
    expect(bodyIn(said)).toEqual({ ...client, tier: 'A', facts: { hobby: aFact('象棋') } });
    expect(lost).toEqual([]);
  });

  it('the later one wins one field, and only that', () => {
    const a = write(base, 'clients', { ...client, tier: 'A', prospect: true }, [300, A]);
    const b = write(base, 'clients', { ...client, tier: 'C' }, [400, B]);
    expect(bodyIn(merged(a, b).said)).toEqual({ ...client, tier: 'C', prospect: true });
  });

  it('an amount of a holding goes with what it was before, and an edit of the rest takes none of it', () => {
    const held = aHolding(1, { kind: 'fund', amount: yuan(100), day: day('2026-10-01') });
    const first = write(null, 'holdings', held, [100, A]);
    const fell = withFormer(held, { ...held, amount: yuan(80), day: day('2026-11-01') });
    const edited = withFormer(held, { ...held, riskLevel: 'R3', day: day('2026-11-02') });
    const [a, b] = [write(first, 'holdings', fell, [200, A]), write(first, 'holdings', edited, [300, B])];
    expect(bodyIn(merged(a, b).said)).toEqual({ ...fell, riskLevel: 'R3', day: '2026-11-02' });
    const other = withFormer(held, { ...held, amount: yuan(90), day: day('2026-11-03') });
    const c = write(first, 'holdings', other, [400, C]);
    expect(bodyIn(merged(a, c).said)).toEqual(other);
  });

  it('a field bears the time at which it was written, not that of the row', () => {
    const times = new Map([['tier', at(200)]]);
    const a = write(base, 'clients', { ...client, tier: 'A', prospect: true }, [500, A], times);
    const b = write(base, 'clients', { ...client, tier: 'C' }, [400, B]);
    expect(bodyIn(merged(a, b).said)).toEqual({ ...client, tier: 'C', prospect: true });
  });

  it('who writes over what he has seen wins, though his clock is days behind', () => {
    const a = write(base, 'clients', { ...client, tier: 'A' }, [900_000_000, A]);
    const b = write(a, 'clients', { ...client, tier: 'D' }, [100, B]);
    expect(bodyIn(merged(a, b).said)).toMatchObject({ tier: 'D' });
  });

  it('a fact taken out stays out, unless it was written later', () => {
    const withFact = write(base, 'clients', { ...client, facts: { hobby: aFact('象棋') } }, [200, A]);
    const without = write(withFact, 'clients', client, [300, A]);
    const touched = write(withFact, 'clients', { ...client, tier: 'A', facts: { hobby: aFact('象棋') } }, [
      400,
      B,
    ]);
    expect(bodyIn(merged(without, touched).said)).toEqual({ ...client, tier: 'A' });
    const again = write(withFact, 'clients', { ...client, facts: { hobby: aFact('围棋') } }, [500, B]);
    expect(bodyIn(merged(without, again).said)).toMatchObject({ facts: { hobby: aFact('围棋') } });
  });

  it('where what comes of both is no such row, the later one stands whole', () => {
    const person = aRelation(1, {
      role: 'spouse',
      name: null,
      phone: null,
      note: null,
      stage: null,
      other: null,
    });
    const first = write(null, 'relations', person, [100, A]);
    const named = write(first, 'relations', { ...person, name: '王小明' }, [300, A]);
    const child = write(first, 'relations', { ...person, role: 'child' }, [200, B]);
    expect(bodyIn(merged(named, child).said)).toEqual({ ...person, name: '王小明' });
    const later = write(first, 'relations', { ...person, role: 'child' }, [400, B]);
    expect(bodyIn(merged(named, later).said)).toEqual({ ...person, role: 'child' });
  });

  it('answers and links are one word', () => {
    const answer = anAnswer(client.id);
    const a = write(null, 'actions', { ...answer, day: day('2026-03-03') }, [300, A]);
    const b = write(null, 'actions', { ...answer, answer: { state: 'snoozedToNextContact' } }, [200, B]);
    expect(bodyIn(merged(a, b).said)).toEqual(bodyIn(a));
  });
});

describe('two texts of one note', () => {
  const note = aNote(aClient().id, { text: '原文' });
  const base = write(null, 'notes', note, [100, A]);

  it('are both kept: the later in the note, the other beside it', () => {
    const a = write(base, 'notes', { ...note, text: '甲' }, [200, A]);
    const b = write(base, 'notes', { ...note, text: '乙' }, [300, B]);
    const { said, lost } = merged(a, b);
    expect(bodyIn(said)).toMatchObject({ text: '乙' });
    expect(lost.map(({ note: kept }) => kept.body['text'])).toEqual(['甲']);
  });

  it('are one where the other was only pinned', () => {
    const a = write(base, 'notes', { ...note, text: '甲' }, [200, A]);
    const b = write(base, 'notes', { ...note, pinned: true }, [300, B]);
    const { said, lost } = merged(a, b);
    expect(bodyIn(said)).toMatchObject({ text: '甲', pinned: true });
    expect(lost).toEqual([]);
  });

  it('are one where the later writer had seen the other, however long ago', () => {
    const a = write(base, 'notes', { ...note, text: '甲' }, [200, A]);
    const b = write(a, 'notes', { ...note, text: '乙' }, [300, B]);
    const c = write(b, 'notes', { ...note, text: '丙' }, [400, C]);
    expect(merged(a, c).lost).toEqual([]);
    expect(merged(base, c).lost).toEqual([]);
  });

  it('are told apart where one was removed and another stands in its place', () => {
    const pinned = write(base, 'notes', { ...note, pinned: true }, [200, B]);
    const removal = gone(base);
    const again = write(removal, 'notes', { ...note, text: '甲' }, [300, A]);
    const { said, lost } = merged(removal, again, pinned);
    expect(bodyIn(said)).toMatchObject({ text: '甲', pinned: true });
    expect(lost).toEqual([]);
    const later = write(again, 'notes', { ...note, text: '乙' }, [400, A]);
    expect(merged(again, later, pinned, removal).lost).toEqual([]);
    const meanwhile = write(base, 'notes', { ...note, text: '丙' }, [200, B]);
    const both = merged(removal, again, meanwhile);
    expect(bodyIn(both.said)).toMatchObject({ text: '丙' });
    expect(both.lost.map(({ note: kept }) => kept.body['text'])).toEqual(['甲']);
  });

  it('are one where a note stands again, is written over, and only then is known to be at the server', () => {
    const removal = gone(base);
    const [came, wrote] = [
      { at: at(300), seq: 900 },
      { at: at(400), seq: 901 },
    ];
    const written = { table: 'notes', device: A, came } as const;
    const none = new Map<string, typeof came>();
    const again = writtenOver(removal, { ...written, body: { ...note }, times: none, last: came });
    const text = { ...note, text: '甲' };
    const over = writtenOver(removal, {
      ...written,
      body: { ...text },
      times: new Map([['text', wrote]]),
      last: wrote,
    });
    if (!again || !over) throw new Error('nothing was written');
    expect(bodyIn(merged(removal, again, over).said)).toEqual(text);
    expect(merged(removal, again, over).lost).toEqual([]);
  });

  it('are not kept a third time when they meet again', () => {
    const a = write(base, 'notes', { ...note, text: '甲' }, [200, A]);
    const b = write(base, 'notes', { ...note, text: '乙' }, [300, B]);
    const both = merged(a, b).said;
    expect(merged(both, a).lost).toEqual([]);
    expect(canonical(merged(both, a).said)).toBe(canonical(both));
  });
});

describe('a removal', () => {
  const client = aClient();
  const base = write(null, 'clients', client, [100, A]);

  it('stands against what whoever removed it had seen', () => {
    expect(merged(base, gone(base)).said.state).toBe('gone');
    const edited = write(base, 'clients', { ...client, tier: 'B' }, [200, B]);
    expect(merged(base, edited, gone(edited)).said.state).toBe('gone');
  });

  it('gives way to an edit that was not seen, whatever the clocks say', () => {
    const edited = write(base, 'clients', { ...client, tier: 'B' }, [1, B]);
    expect(bodyIn(merged(gone(base), edited).said)).toEqual({ ...client, tier: 'B' });
  });

  it('does not take a text it had not seen, though it saw a later one', () => {
    const note = aNote(client.id, { text: '原文' });
    const first = write(null, 'notes', note, [100, A]);
    const seen = write(first, 'notes', { ...note, text: '甲' }, [300, A]);
    const unseen = write(first, 'notes', { ...note, text: '乙' }, [200, B]);
    expect(bodyIn(merged(gone(seen), unseen).said)).toMatchObject({ text: '乙' });
  });

  it('of the one that won takes the one that had lost with it, wherever they meet again', () => {
    const answer = anAnswer(client.id);
    const won = write(null, 'actions', { ...answer, day: day('2026-03-03') }, [300, A]);
    const lost = write(null, 'actions', { ...answer, day: day('2026-03-04') }, [200, B]);
    const both = merged(won, lost).said;
    const taken = merged(gone(won), both).said;
    expect(taken.state).toBe('gone');
    expect(merged(taken, lost).said).toEqual(taken);
    expect(merged(taken, both).said).toEqual(taken);
  });

  it('is over when the row is written again', () => {
    const again = write(gone(base), 'clients', client, [1, A]);
    expect(merged(gone(base), again, base).said).toEqual(again);
  });

  it('is taken back without touching what somebody else wrote meanwhile', () => {
    const edited = write(base, 'clients', { ...client, tier: 'B' }, [200, B]);
    const again = write(gone(base), 'clients', client, [900, A]);
    expect(bodyIn(merged(gone(base), again, edited).said)).toEqual({ ...client, tier: 'B' });
  });

  it('says no word of what was removed', () => {
    const named = write(null, 'clients', aClient({ name: '机密', facts: { hobby: aFact('机密') } }), [1, A]);
    expect(JSON.stringify(gone(named))).not.toContain('机密');
  });
});

describe('whatever happened', () => {
  const client = aClient();
  const note = aNote(client.id, { text: '0' });
  interface Move {
    on: number;
    device: string;
    ms: number;
    what: 'tier' | 'prospect' | 'hobby' | 'text' | 'pin' | 'remove';
  }
  const move = fc.record<Move>({
    on: fc.nat(20),
    device: fc.constantFrom(A, B, C),
    ms: fc.nat(50),
    what: fc.constantFrom('tier', 'prospect', 'hobby', 'text', 'pin', 'remove'),
  });

  const edited = (base: Said, what: Move['what'], serial: number): Fields => {
    const body = base.state === 'live' ? base.body : base.table === 'notes' ? note : client;
    if (base.table === 'notes')
      return what === 'pin' ? { ...body, pinned: serial % 2 === 0 } : { ...body, text: `${serial}` };
    if (what === 'tier') return { ...body, tier: (['A', 'B', 'C', 'D'] as const)[serial % 4] };
    if (what === 'prospect') return { ...body, prospect: serial % 2 === 0 };
    return { ...body, facts: { hobby: aFact(`${serial}`) } };
  };

  /** Versions of one row, each written over one of those before. */
  function versionsOf(table: 'clients' | 'notes', moves: readonly Move[]): Said[] {
    const versions: Said[] = [write(null, table, table === 'notes' ? note : client, [10, A])];
    moves.forEach(({ on, device, ms, what }, serial) => {
      const base = versions[on % versions.length];
      if (!base) return;
      if (what === 'remove' && base.state === 'live') versions.push(gone(base));
      else {
        const body = edited(base, what, serial + 1);
        const said = writtenOver(base, {
          table,
          body,
          times: new Map(),
          last: { at: at(ms), seq: serial + 2 },
          device,
        });
        if (said) versions.push(said);
      }
    });
    return versions;
  }

  const shuffled = (versions: readonly Said[], order: readonly number[]): Said[] =>
    versions
      .map((one, i) => [one, order[i % order.length] ?? 0, i] as const)
      .sort((a, b) => a[1] - b[1] || a[2] - b[2])
      .map(([one]) => one);

  const table = fc.constantFrom('clients' as const, 'notes' as const);
  const moves = fc.array(move, { maxLength: 8 });
  const order = fc.array(fc.nat(9), { minLength: 1, maxLength: 9 });

  const onA = (on: number, ms: number, what: Move['what'] = 'text'): Move => ({ on, device: A, ms, what });
  /** Told found faults: two entries of one device bore one stamp, and one text went with the other. */
  const ONE_STAMP: Move[] = [
    onA(0, 24),
    onA(9, 0, 'remove'),
    ...[onA(2, 0), onA(0, 25), onA(3, 0), onA(0, 0), onA(0, 24)],
  ];

  /** Told found faults: of two texts with the same words each counted as kept by the other. */
  const SAME_WORDS: Move[] = [
    onA(0, 0, 'remove'),
    onA(0, 0, 'tier'),
    onA(4, 0, 'pin'),
    onA(13, 0, 'pin'),
    onA(9, 0, 'tier'),
  ];

  test.prop([table, moves, order])('the order in which versions are met changes nothing', (of, made, by) => {
    const versions = versionsOf(of, made);
    expect(canonical(mergeAll(shuffled(versions, by)))).toBe(canonical(mergeAll(versions)));
  });

  test.prop([table, moves])(
    'what was merged, met again with what it was made of, is the same, and no text is kept a second time',
    (of, made) => {
      const versions = versionsOf(of, made);
      const once = merged(...versions).said;
      const twice = merged(once, ...versions);
      expect(canonical(bodyIn(twice.said))).toBe(canonical(bodyIn(once)));
      expect(twice.lost).toEqual([]);
    },
  );

  test.prop([moves], {
    examples: [[ONE_STAMP], [SAME_WORDS]],
  })('no text is lost that nobody wrote over and nobody removed who had seen it', (made) => {
    const versions = versionsOf('notes', made);
    const { said, lost } = merged(...versions);
    const kept = [said, ...lost.map(({ note: one }) => one)].map((one) => bodyIn(one)['text']);
    const lives = versions.filter((one) => one.state === 'live');
    const gones = versions.filter((one) => one.state === 'gone');
    for (const one of lives) {
      const written: Stamp = stampOf(one.clock, 'text');
      const seen = [...lives, ...gones].some(({ clock }) =>
        clock.past.some((past) => !compareStamps(past, written)),
      );
      const taken = gones.some(
        (removal) => covers(removal, one) || !compareStamps(stampOf(removal.clock, 'text'), written),
      );
      if (!seen && !taken) expect(kept).toContain(one.body['text']);
    }
  });

  test.prop([fc.array(fc.tuple(fc.nat(40), fc.constantFrom(A, B)), { maxLength: 60 })])(
    'clocks stay small: of former texts only the latest are remembered',
    (stamps) => {
      const past = stamps.map(([ms, device]): Stamp => [ms, 0, device]);
      const clock = clockOf([1, 0, A], new Map(), past);
      expect(clock.past.length).toBeLessThanOrEqual(20);
      expect(new Set(clock.past.map(String)).size).toBe(clock.past.length);
    },
  );

  it('a first version names one stamp for all', () => {
    const last = { at: at(5), seq: 7 };
    const said = firstWritten(
      { table: 'clients', body: { ...client }, times: new Map(), last, device: A },
      last,
    );
    expect(said.clock).toEqual({ all: [5, 7, A], at: {}, past: [] });
  });

  it('worked out once more after another field was written, each field keeps the stamp it had', () => {
    const made = { at: at(5), seq: 7 };
    const times = new Map([['facts/hobby', { at: at(6), seq: 8 }]]);
    const written = { table: 'clients', body: { ...client }, device: A } as const;
    const first = firstWritten({ ...written, times, last: { at: at(6), seq: 8 } }, made);
    const more = new Map([...times, ['tier', { at: at(9), seq: 12 }] as const]);
    const again = firstWritten({ ...written, times: more, last: { at: at(9), seq: 12 } }, made);
    expect(first.clock).toEqual({ all: [5, 7, A], at: { 'facts/hobby': [6, 8, A] }, past: [] });
    expect(again.clock.at['facts/hobby']).toEqual(first.clock.at['facts/hobby']);
    expect(again.clock.all).toEqual(first.clock.all);
  });
});
