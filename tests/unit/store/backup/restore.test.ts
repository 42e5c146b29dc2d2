import { fc, test } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Client } from '@/utils/domain/schema/client';
import type { OpId } from '@/utils/domain/schema/ids';
import type { Note } from '@/utils/domain/schema/note';
import { backUp, opened, restoreInto, wordForWord } from '../support/backups';
import { aContact, aNote, at, newOp } from '../support/book';
import { addClient, know, tryWrite, write } from '../support/deeds';
import { OWNED, owned } from '../support/owned';
import { World } from '../support/world';

vi.setConfig({ testTimeout: 120_000 });

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => world.close());

const steps = fc.array(
  fc.record({
    what: fc.constantFrom(
      'client',
      'contact',
      'note',
      'reword',
      'remove',
      'fact',
      'undo',
      'stamp',
      'draft',
      'tend',
    ),
    pick: fc.nat(),
    table: fc.constantFrom(...OWNED),
    text: fc.string({ unit: 'binary', maxLength: 40 }),
  }),
  { maxLength: 30 },
);

/** Fills a store by random deeds; those that are refused leave it as it was. */
async function fill(
  into: World,
  deeds: typeof steps extends fc.Arbitrary<infer All> ? All : never,
): Promise<void> {
  const store = await into.store();
  const clients: Client[] = [];
  const notes: Note[] = [];
  const ops: OpId[] = [];
  for (const { what, pick, table, text } of deeds) {
    const client = clients[pick % Math.max(1, clients.length)];
    if (what === 'client' || !client) {
      clients.push(await addClient(store));
      continue;
    }
    const op = newOp();
    const note = notes[pick % Math.max(1, notes.length)];
    ops.push(op);
    switch (what) {
      case 'contact':
        await tryWrite(
          store,
          [{ type: 'insert', table: 'contacts', body: aContact(client.id, { note: text }) }],
          op,
        );
        break;
      case 'note': {
        const body = aNote(client.id, { text: `${text}.` });
        notes.push(body);
        await tryWrite(store, [{ type: 'insert', table: 'notes', body }], op);
        break;
      }
      case 'fact':
        await tryWrite(
          store,
          [{ type: 'insert', table, body: owned[table].make(client.id, client.id) } as never],
          op,
        );
        break;
      case 'reword':
        if (note)
          await tryWrite(store, [{ type: 'update', table: 'notes', body: { ...note, text: 'x' } }], op);
        break;
      case 'remove':
        if (note) await tryWrite(store, [{ type: 'delete', table: 'notes', body: note }], op);
        break;
      case 'undo':
        await store.undo({ op, target: ops[pick % ops.length] ?? op });
        break;
      case 'stamp':
        await tryWrite(store, [], op, [
          { type: 'stamp', clientId: client.id, lastSeen: { phone: at(pick + 1) } },
        ]);
        break;
      case 'draft':
        await store.drafts.put(client.id, { text });
        break;
      case 'tend':
        await store.tend();
    }
  }
  into.close();
}

describe('a restored store', () => {
  test.prop([steps], { numRuns: 25 })('is the one that was backed up, word for word', async (deeds) => {
    const [from, to] = [new World(), new World()];
    await fill(from, deeds);
    const file = await backUp(from);
    const verdict = await restoreInto(to, await opened(file, from));
    expect(verdict).toMatchObject({ intact: true, findings: [] });
    expect(await wordForWord(to)).toBe(await wordForWord(from));
    expect(await to.opening()).toBe('ok');
  });

  it('takes the place of another book, key and canary included, and goes on from there', async () => {
    const other = new World();
    const client = await addClient(await other.store(), { name: '从前的人' });
    const file = await backUp(other);
    const store = await world.store();
    const replaced = await addClient(store);
    const verdict = await restoreInto(world, await opened(file, other));
    expect(verdict.intact).toBe(true);
    const after = await world.store();
    expect((await know(after, client.id)).bundle.client.name).toBe('从前的人');
    expect(await after.client(replaced.id)).toMatchObject({ ok: false, error: { code: 'notFound' } });
    await write(after, { type: 'insert', table: 'notes', body: aNote(client.id) });
    expect((await after.verify({ deep: true })).intact).toBe(true);
    other.close();
  });

  it('closes the former one to every context that had it open', async () => {
    const store = await world.store();
    const client = await addClient(store);
    await restoreInto(world, await opened(await backUp(world), world));
    expect(await tryWrite(store, [{ type: 'insert', table: 'notes', body: aNote(client.id) }])).toMatchObject(
      {
        ok: false,
        error: { code: 'unavailable' },
      },
    );
  });

  it('is as it was where rows had been written while the backup was made', async () => {
    const store = await world.store();
    const client = await addClient(store);
    const note = aNote(client.id);
    await write(store, { type: 'insert', table: 'notes', body: note });
    let turn = 0;
    const file = await backUp(world, async () => {
      turn += 1;
      if (turn !== 2) return;
      await write(store, { type: 'insert', table: 'contacts', body: aContact(client.id) });
      await write(store, { type: 'delete', table: 'notes', body: note });
    });
    world.close();
    const to = new World();
    expect(await restoreInto(to, await opened(file, world))).toMatchObject({ intact: true, rows: 3 });
  });

  it('brings rows along that did not open, as they lay there', async () => {
    const client = await addClient(await world.store());
    world.close();
    await world.raw((db) => db.links.toCollection().modify({ sealed: new Uint8Array([1, 2, 3]) }));
    const to = new World();
    const verdict = await restoreInto(to, await opened(await backUp(world), world));
    expect(verdict.findings.join()).toContain('does not open');
    expect(await to.raw((db) => db.links.toCollection().first())).toMatchObject({
      ck: client.id,
      sealed: new Uint8Array([1, 2, 3]),
    });
  });

  it('is flagged for all when it was interrupted, and can be begun anew', async () => {
    const client = await addClient(await world.store());
    const file = await backUp(world);
    world.close();
    const backup = await opened(file, world);
    const broken = {
      ...backup,
      async *lines() {
        for await (const line of backup.lines()) {
          if (line.kind === 'entry') throw new Error('the browser ended');
          yield line;
        }
      },
    };
    await expect(restoreInto(world, broken)).rejects.toThrow('the browser ended');
    expect(await world.opening()).toMatchObject({ code: 'damaged', damage: { why: 'restoring' } });
    await restoreInto(world, backup);
    expect((await know(await world.store(), client.id)).bundle.client.id).toBe(client.id);
  });

  it('heals a database that came back empty', async () => {
    const client = await addClient(await world.store());
    const file = await backUp(world);
    const store = await world.store();
    await store.tend();
    await world.deleteDatabase();
    expect(await world.opening()).toMatchObject({
      code: 'damaged',
      damage: { why: 'behind', had: 1, has: 0 },
    });
    await restoreInto(world, await opened(file, world));
    expect((await know(await world.store(), client.id)).bundle.client.id).toBe(client.id);
  });
});
