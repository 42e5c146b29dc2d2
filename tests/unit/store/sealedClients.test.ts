import { fc, test } from '@fast-check/vitest';
import { afterEach, describe, expect, vi } from 'vitest';
import type { Client } from '@/utils/domain/schema/client';
import type { ClientId } from '@/utils/domain/schema/ids';
import type { Change } from '@/utils/store/change';
import { readSealedClient } from '@/utils/store/read/sealedClient';
import { readSealedClients } from '@/utils/store/read/sealedClients';
import { aHolding, aRelation } from '../domain/buildFacts';
import { aContact, aFact, aNote, anAnswer, at, day, newClientId } from './support/book';
import { addClient, tryWrite, write } from './support/deeds';
import { World } from './support/world';

vi.setConfig({ testTimeout: 120_000 });

let world = new World();
afterEach(() => world.close());

/** What one client has: more contacts and entries than are read together are among it. */
const having = fc.record({
  contacts: fc.oneof(fc.nat({ max: 4 }), fc.constantFrom(31, 32, 33)),
  notes: fc.nat({ max: 3 }),
  answers: fc.nat({ max: 2 }),
  holdings: fc.nat({ max: 2 }),
  edits: fc.oneof({ weight: 5, arbitrary: fc.nat({ max: 2 }) }, { weight: 1, arbitrary: fc.constant(32) }),
  seen: fc.boolean(),
  /** Whom he names as his relation, by the place in the book. */
  names: fc.option(fc.nat()),
  gone: fc.boolean(),
});
type Having = typeof having extends fc.Arbitrary<infer Value> ? Value : never;

let serial = 0;
const times = <Value>(count: number, make: (n: number) => Value): Value[] =>
  Array.from({ length: count }, (_, n) => make(n));

const rowsOf = (id: ClientId, { contacts, notes, answers, holdings }: Having): Change[] => [
  ...times(contacts, (n): Change => {
    // Days repeat: rows of one moment keep their order too.
    const body = aContact(id, { day: day(`2026-05-${String(1 + (n % 9)).padStart(2, '0')}`) });
    return { type: 'insert', table: 'contacts', body };
  }),
  ...times(notes, (): Change => ({ type: 'insert', table: 'notes', body: aNote(id) })),
  ...times(answers, (n): Change => {
    return { type: 'insert', table: 'actions', body: anAnswer(id, { key: `overdue|2026-03-0${n + 1}` }) };
  }),
  ...times(holdings, (): Change => {
    return { type: 'insert', table: 'holdings', body: { ...aHolding(++serial), clientId: id } };
  }),
];

describe('clients that are read together', () => {
  test.prop([fc.array(having, { minLength: 1, maxLength: 6 }), fc.infiniteStream(fc.nat())], { numRuns: 12 })(
    'are the same as each read by itself, in the order asked for',
    async (all, order) => {
      world.close();
      world = new World();
      const store = await world.store();
      const book: { has: Having; client: Client }[] = [];
      for (const has of all) book.push({ has, client: await addClient(store) });
      for (const { has, client } of book) {
        const { id } = client;
        await write(store, ...rowsOf(id, has));
        for (let n = 0; n < has.edits; n += 1)
          await write(store, {
            type: 'update',
            table: 'clients',
            body: { ...client, facts: { town: aFact(`宁波${n}`) } },
          });
        if (has.seen)
          await tryWrite(store, [], undefined, [
            { type: 'stamp', clientId: id, lastSeen: { demo: at(1_780_000_000_000) } },
          ]);
        const other = has.names === null ? undefined : book[has.names % book.length]?.client.id;
        if (other && other !== id)
          await write(store, {
            type: 'insert',
            table: 'relations',
            body: { ...aRelation(++serial), clientId: id, other },
          });
      }
      const asked = [...book.map(({ client }) => client.id), newClientId()]
        .map((id) => ({ id, rank: order.next().value ?? 0 }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ id }) => id);
      await world.raw(async (db) => {
        // Also the journal of a client whose row is gone.
        await db.clients.bulkDelete(book.flatMap(({ has, client }) => (has.gone ? [client.id] : [])));
        const alone = [];
        for (const id of asked) alone.push(await readSealedClient(db, id));
        expect(await readSealedClients(db, asked)).toEqual(alone);
      });
    },
  );
});
