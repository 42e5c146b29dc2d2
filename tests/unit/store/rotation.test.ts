import { fc, test } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ClientId } from '@/utils/domain/schema/ids';
import { dataKeysOf } from '@/utils/store/crypto/keyring';
import type { WritePorts } from '@/utils/store/ports';
import type { Store, StoreReader } from '@/utils/store/store';
import { aContact, aNote, anAnswer, aRecord, newOp } from './support/book';
import { addClient, know, tryWrite, write } from './support/deeds';
import { changeKeys, keysInUse } from './support/keys';
import { World } from './support/world';

/*
 * Another master in the place of the present one: everything opens at any time, to everybody, whoever is stopped
 * and wherever; and in the end nothing is left that the former one opens.
 */
/** Histories that are stopped somewhere; ROTATION_RUNS for a long run. */
const RUNS = Number(process.env['ROTATION_RUNS'] ?? 30);
vi.setConfig({ testTimeout: 30_000 + 2_000 * RUNS });

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => world.close());

const FEW = { atOnce: 3 };

/** A book with some of everything, its directory packed, and a draft beside it. */
async function aBook(store: Store): Promise<ClientId[]> {
  const ids: ClientId[] = [];
  for (let n = 0; n < 3; n++) {
    const { id } = await addClient(store);
    ids.push(id);
    await write(
      store,
      { type: 'insert', table: 'contacts', body: aContact(id) },
      { type: 'insert', table: 'notes', body: aNote(id, { text: `note ${n}` }) },
      { type: 'insert', table: 'actions', body: anAnswer(id) },
    );
  }
  const [first] = ids;
  if (first) await store.drafts.put(first, { note: 'half' });
  await store.tend();
  return ids;
}

const kidInForce = async (): Promise<string> => (await dataKeysOf(world.master ?? new Uint8Array(32))).kid;

/** All that a reader says of these clients, to be compared. */
async function everything(reader: StoreReader, ids: readonly ClientId[]): Promise<unknown> {
  const directory = await reader.directory();
  const said = await Promise.all(
    ids.map(async (id) => [
      (await know(reader, id)).bundle,
      await reader.trail(id),
      await reader.linkIdOf(aRecord(`R-${id}`)),
      await reader.drafts.get(id),
    ]),
  );
  const briefs = directory.ok
    ? directory.value.briefs.toSorted((a, b) => (a.clientId < b.clientId ? -1 : 1))
    : [];
  return { said, briefs, quarantined: await reader.quarantined() };
}

/** A context of its own whose every call outside is counted, and which ends at one of them. */
function stoppedAfter(calls: number): Partial<WritePorts> {
  let left = calls;
  const ports = world.ports();
  const counted = <Args extends unknown[], Value>(call: (...args: Args) => Value) => {
    return (...args: Args): Value => {
      if (left-- <= 0) throw new Error('the worker was stopped');
      return call(...args);
    };
  };
  const { vault, canary } = ports;
  const former = vault.former ?? { read: async () => null, drop: async () => undefined };
  return {
    vault: {
      read: counted(vault.read),
      write: counted(vault.write),
      former: { read: counted(former.read), drop: counted(former.drop) },
    },
    canary: { read: counted(canary.read), write: counted(canary.write) },
    randomBytes: counted(ports.randomBytes),
    alive: counted(ports.alive),
  };
}

describe('a change of keys', () => {
  it('leaves nothing that the former key opens, and everything as it was', async () => {
    const store = await world.store();
    const ids = await aBook(store);
    const before = await everything(store, ids);
    const former = await kidInForce();
    await changeKeys(world);
    expect(await store.rotateKeys(FEW)).toBe('done');
    expect(await keysInUse(world)).toEqual(new Set([await kidInForce()]));
    expect(await kidInForce()).not.toBe(former);
    expect(world.former).toBeNull();
    const fresh = await world.store();
    expect(await everything(fresh, ids)).toEqual(before);
    expect(await fresh.verify({ deep: true })).toMatchObject({ intact: true, findings: [] });
    expect(await store.rotateKeys()).toBe('none');
  });

  it('is not noticed by those who were there before, who read and write on', async () => {
    const store = await world.store();
    const ids = await aBook(store);
    const [reader, writer] = [await world.reader(), await world.store()];
    const before = await everything(reader, ids);
    await know(writer, ids[0]!);
    await changeKeys(world);
    expect(await store.rotateKeys(FEW)).toBe('done');
    expect(await everything(reader, ids)).toEqual(before);
    const note = aNote(ids[0]!, { text: 'from one who knew the former key' });
    expect(await tryWrite(writer, [{ type: 'insert', table: 'notes', body: note }])).toMatchObject({
      ok: true,
    });
    expect(await reader.drafts.put(ids[1]!, { note: 'typed' })).toMatchObject({ ok: true });
    expect(await keysInUse(world)).toEqual(new Set([await kidInForce()]));
    expect((await know(reader, ids[0]!)).bundle.notes).toContainEqual(note);
    expect(await store.drafts.get(ids[1]!)).toEqual({ ok: true, value: { note: 'typed' } });
  });

  it('of an empty book lets nobody write under the former key', async () => {
    const [store, other] = [await world.store(), await world.store()];
    await other.linkIdOf(aRecord('R-1'));
    await changeKeys(world);
    expect(await store.rotateKeys()).toBe('done');
    const { id } = await addClient(other);
    expect(await keysInUse(world)).toEqual(new Set([await kidInForce()]));
    expect((await know(await world.store(), id)).bundle.client.id).toBe(id);
    expect(await world.opening()).toBe('ok');
  });

  it('can follow another, and what was done under the first can be taken back under the third', async () => {
    const store = await world.store();
    const ids = await aBook(store);
    const target = newOp();
    const note = aNote(ids[0]!);
    await tryWrite(store, [{ type: 'insert', table: 'notes', body: note }], target);
    for (let turn = 0; turn < 2; turn++) {
      await changeKeys(world);
      expect(await store.rotateKeys(FEW)).toBe('done');
    }
    expect(await store.undo({ op: newOp(), target })).toMatchObject({ ok: true });
    expect((await know(store, ids[0]!)).bundle.notes).not.toContainEqual(note);
  });

  it('waits where the book is locked in the middle, and goes on after the unlock', async () => {
    const store = await world.store();
    const ids = await aBook(store);
    const before = await everything(store, ids);
    await changeKeys(world);
    let slices = 0;
    const rotating: Store = await world.store({
      canary: {
        ...world.ports().canary,
        read: async () => {
          if (++slices === 8) {
            world.locked = true;
            rotating.lock();
          }
          return structuredClone(world.canary);
        },
      },
    });
    expect(await rotating.rotateKeys(FEW)).toBe('paused');
    expect(world.former).not.toBeNull();
    expect((await keysInUse(world)).size).toBe(2);
    world.locked = false;
    expect(await everything(await world.reader(), ids)).toEqual(before);
    expect(await rotating.rotateKeys({ begin: false, ...FEW })).toBe('done');
    expect(await everything(await world.reader(), ids)).toEqual(before);
  });

  it('is not begun where a row does not open: both keys are kept', async () => {
    const store = await world.store();
    const ids = await aBook(store);
    await changeKeys(world);
    await world.raw(async (db) => {
      const [contact] = await db.contacts.toArray();
      if (contact) await db.contacts.put({ ...contact, sealed: contact.sealed.slice(0, -1) });
    });
    const former = await keysInUse(world);
    expect(await store.rotateKeys(FEW)).toBe('refused');
    expect(world.former).not.toBeNull();
    expect(await keysInUse(world)).toEqual(former);
    expect((await know(await world.store(), ids[1]!)).bundle.notes).toHaveLength(1);
  });

  it('that nobody asked for begins nothing', async () => {
    const store = await world.store();
    await aBook(store);
    expect(await store.rotateKeys()).toBe('none');
    await changeKeys(world);
    expect(await store.rotateKeys({ begin: false })).toBe('none');
    expect((await keysInUse(world)).size).toBe(1);
  });
});

describe('a worker that is stopped in a change of keys', () => {
  test.prop([fc.nat({ max: 260 }), fc.array(fc.nat({ max: 2 }), { maxLength: 6 })], { numRuns: RUNS })(
    'leaves a book in which everything opens, with all that was written meanwhile; the next ends it',
    async (calls, written) => {
      world = new World();
      const store = await world.store();
      const ids = await aBook(store);
      const drafts = await Promise.all(ids.map((id) => store.drafts.get(id)));
      await changeKeys(world);
      const [notes, stopping] = [
        written.map((n) => aNote(ids[n]!, { text: `meanwhile ${n}` })),
        world.store(stoppedAfter(calls)).then((context) => context.rotateKeys(FEW)),
      ];
      const writing = (async () => {
        for (const body of notes) await write(store, { type: 'insert', table: 'notes', body });
      })();
      await Promise.all([stopping.catch(() => 'stopped'), writing]);

      const look = async (reader: Store): Promise<void> => {
        for (const [n, id] of ids.entries()) {
          const known = await know(reader, id);
          expect(known.bundle.notes).toHaveLength(1 + written.filter((each) => each === n).length);
          expect(await reader.drafts.get(id)).toEqual(drafts[n]);
        }
        expect(await reader.verify({ deep: true })).toMatchObject({ intact: true, findings: [] });
        expect(await reader.quarantined()).toBe(0);
      };
      const next = await world.store();
      await look(next);
      expect(['done', 'none']).toContain(await next.rotateKeys(FEW));
      expect(world.former).toBeNull();
      expect(await keysInUse(world)).toEqual(new Set([await kidInForce()]));
      await look(await world.store());
      await look(store);
      world.close();
    },
  );
});
