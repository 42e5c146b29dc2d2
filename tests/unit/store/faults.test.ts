import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aContact, aNote } from './support/book';
import { addClient, know, soon, tryWrite, write } from './support/deeds';
import { freezeStore, thawStore } from './support/frozenStore';
import { World } from './support/world';

/*
 * Faults of the browser and of the machine that a database in memory shows as a real one does; docs/security.md
 * names the others' tests.
 */
vi.setConfig({ testTimeout: 30_000 });

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => {
  vi.restoreAllMocks();
  world.close();
});

const FORMER = path.join(import.meta.dirname, 'fixtures', 'stores', '2.json');
const former = (): unknown => JSON.parse(readFileSync(FORMER, 'utf8'));

/** The indexes of a build to come, over what lies there. */
async function upgradeTo(version: number): Promise<void> {
  const next = new Dexie(world.name, { autoOpen: false });
  const file = await freezeStore(world);
  next.version(version).stores({ ...file.indexes, later: '&id' });
  await next.open();
  next.close();
}

describe('an upgrade while an old panel is open', () => {
  it('is let through at once, and the old panel reads on and writes nothing', async () => {
    const old = await world.store();
    const client = await addClient(old);
    await upgradeTo(99);
    const change = { type: 'insert', table: 'notes', body: aNote(client.id) } as const;
    await soon(() => tryWrite(old, [change])).toEqual({
      ok: false,
      error: { code: 'readOnly', field: null },
    });
    expect((await know(old, client.id)).bundle.client).toEqual(client);
    expect(world.canary).toMatchObject({ damage: null });
  });
});

describe('an upgrade that throws', () => {
  it('leaves the old data as it was, and is made again by the next opening', async () => {
    await thawStore(world, former());
    const before = await freezeStore(world);
    const { put } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (this.transaction.mode === 'versionchange') throw new DOMException('injected', 'UnknownError');
      return put.apply(this, args);
    });
    expect(await world.opening()).toMatchObject({ code: 'unavailable' });
    vi.restoreAllMocks();
    expect(await freezeStore(world)).toEqual(before);
    const store = await world.store();
    expect(await store.verify({ deep: true })).toMatchObject({ intact: true, findings: [] });
  });
});

describe('one note edited in two tabs', () => {
  it('keeps both texts: the later one stands, and the earlier can be read', async () => {
    const [one, other] = [await world.store(), await world.store()];
    const { id } = await addClient(one);
    const note = aNote(id, { text: '喜欢早上十点以后接电话' });
    await write(one, { type: 'insert', table: 'notes', body: note });
    const edit = (text: string) => ({ type: 'update', table: 'notes', body: { ...note, text } }) as const;
    const done = await Promise.all([
      tryWrite(one, [edit('女儿明年高考')]),
      tryWrite(other, [edit('换了手机号')]),
    ]);
    expect(done).toMatchObject([{ ok: true }, { ok: true }]);
    const trail = await one.trail(id);
    const texts = trail.ok
      ? trail.value.flatMap(({ changes }) =>
          changes.flatMap((change) => (change.table === 'notes' ? [change.after?.text] : [])),
        )
      : [];
    expect(texts.toSorted()).toEqual(['喜欢早上十点以后接电话', '女儿明年高考', '换了手机号'].toSorted());
    expect((await know(other, id)).bundle.notes).toMatchObject([{ text: texts[0] }]);
  });
});

describe('a clock that is wrong by a day', () => {
  it.each([
    ['back', -86_400_000],
    ['on', 86_400_000],
  ])('and is set %s loses nothing and changes no order', async (_which, by) => {
    const store = await world.store();
    const { id } = await addClient(store);
    const [first, second] = [aContact(id), aContact(id)];
    await write(store, { type: 'insert', table: 'contacts', body: first });
    world.now += by;
    await write(store, { type: 'insert', table: 'contacts', body: second });
    world.close();
    expect(await world.opening()).toBe('ok');
    const after = await world.store();
    const trail = await after.trail(id);
    expect(trail.ok && trail.value.map(({ seq }) => seq)).toEqual([3, 2, 1]);
    expect((await know(after, id)).bundle.contacts).toHaveLength(2);
    expect(await after.verify({ deep: true })).toMatchObject({ intact: true, findings: [] });
  });
});
