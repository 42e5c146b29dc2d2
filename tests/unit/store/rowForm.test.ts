import { setFlagsFromString } from 'node:v8';
import { runInThisContext } from 'node:vm';
import { afterEach, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { aContact } from './support/book';
import { addClient, know, write } from './support/deeds';
import { World } from './support/world';

const world = new World();
afterEach(() => world.close());

/** Asks the engine whether two objects have one form, by whose fields they are read without a search. */
function sameForm(a: object, b: object): boolean {
  setFlagsFromString('--allow-natives-syntax');
  const asked: unknown = runInThisContext('(a, b) => %HasFastProperties(a) && %HaveSameMap(a, b)');
  return z.parse(z.function({ input: [z.unknown(), z.unknown()], output: z.boolean() }), asked)(a, b);
}

it('hands contacts out in the one form that all of them have', async () => {
  const store = await world.store();
  const { id } = await addClient(store);
  const [first, second] = [aContact(id), aContact(id)];
  await write(
    store,
    { type: 'insert', table: 'contacts', body: first },
    { type: 'insert', table: 'contacts', body: second },
  );
  // Another context, which has not put them together itself.
  const reader = await world.reader();
  const [one, other] = (await know(reader, id)).bundle.contacts;
  if (!one || !other) throw new Error('two contacts were written');
  expect(sameForm(one, other)).toBe(true);
  expect(Object.isFrozen(one)).toBe(true);
});
