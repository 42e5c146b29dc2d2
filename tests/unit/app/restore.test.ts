import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { carryOut } from '@/utils/app/commands/carryOut';
import { newClientId, newOpId } from '@/utils/app/ids';
import { restoreBook } from '@/utils/app/out/restore';
import { addSampleBook, removeSampleBook } from '@/utils/app/sample/sampleBook';
import { instant } from '@/utils/domain/schema/time';
import { bookJson, readBook } from '@/utils/export/bookFile';
import { openTrail } from '@/utils/store/read/openTrail';
import type { Store } from '@/utils/store/store';
import { aNote, day } from '../store/support/book';
import { addClient, write } from '../store/support/deeds';
import { World } from '../store/support/world';

vi.setConfig({ testTimeout: 60_000 });

const TODAY = day('2026-11-20');
const NOW = instant.parse(Date.parse('2026-11-20T02:00:00Z'));
const ZONE = 'Asia/Shanghai';

let world: World;
let store: Store;
beforeEach(async () => {
  world = new World();
  store = await world.store();
});
afterEach(() => world.close());

/** The whole book of a world as it would be exported. */
async function wholeOf(where: World) {
  const opened = await openTrail(where.ports(), where.name);
  if (!opened.ok) throw new Error(opened.error);
  const read = await opened.value.wholeBook();
  opened.value.close();
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

async function fileOf(where: World): Promise<string> {
  const { anchor, rows } = await wholeOf(where);
  return bookJson({ format: 'zhibi-book', version: 1, madeAt: NOW, anchor, rows });
}

const ignored = () => undefined;

describe('the whole book as a file', () => {
  it('comes back into an empty book row by row, whatever its keys are', async () => {
    const added = await addSampleBook(store, { now: NOW, today: TODAY }, ZONE);
    expect(added.ok && added.value.clients).toBeGreaterThan(5);
    const before = await wholeOf(world);
    for (const table of ['contacts', 'notes', 'relations', 'holdings', 'links'] as const)
      expect(before.rows[table].length, table).toBeGreaterThan(0);
    const other = new World();
    const told: number[] = [];
    const done = await restoreBook(await other.store(), await fileOf(world), ({ clients }) =>
      told.push(clients),
    );
    expect(done).toMatchObject({ ok: true, value: { clients: before.rows.clients.length } });
    expect(told.at(-1)).toBe(before.rows.clients.length);
    const after = await wholeOf(other);
    const byText = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).sort();
    for (const [table, rows] of Object.entries(before.rows))
      expect(byText(Object.entries(after.rows).find(([name]) => name === table)?.[1] ?? []), table).toEqual(
        byText(rows),
      );
    expect(await (await other.store()).verify({ deep: true })).toMatchObject({ intact: true, findings: [] });
    other.close();
  });

  it('is put back once, however often it is tried, and goes on where it stopped', async () => {
    for (let i = 0; i < 30; i++) await addClient(store);
    const file = await fileOf(world);
    const other = new World();
    const target = await other.store();
    let commits = 0;
    const halting: Store = {
      ...target,
      commit: (order) =>
        ++commits === 2
          ? Promise.resolve({ ok: false, error: { code: 'full', field: null } })
          : target.commit(order),
    };
    expect(await restoreBook(halting, file, ignored)).toMatchObject({ ok: false, error: { code: 'full' } });
    expect((await wholeOf(other)).rows.clients).toHaveLength(25);
    expect(await restoreBook(target, file, ignored)).toMatchObject({ ok: true, value: { clients: 30 } });
    expect(await restoreBook(target, file, ignored)).toMatchObject({ ok: true });
    expect((await wholeOf(other)).rows.clients).toHaveLength(30);
    other.close();
  });

  it('comes back as often as it was taken away', async () => {
    const { id } = await addClient(store, { sample: true });
    const file = await fileOf(world);
    for (let turn = 0; turn < 2; turn++) {
      expect(await removeSampleBook(store)).toMatchObject({ ok: true });
      expect((await wholeOf(world)).rows.clients).toEqual([]);
      expect(await restoreBook(store, file, ignored)).toMatchObject({ ok: true, value: { clients: 1 } });
      expect((await wholeOf(world)).rows.clients.map((client) => client.id)).toEqual([id]);
    }
  });

  it('does not take the place of what was written since', async () => {
    const client = await addClient(store);
    const file = await fileOf(world);
    await write(store, { type: 'insert', table: 'notes', body: aNote(client.id) });
    expect(await restoreBook(store, file, ignored)).toEqual({ ok: false, error: { code: 'notEmpty' } });
    expect((await wholeOf(world)).rows.notes).toHaveLength(1);
  });

  it('is never mixed with another book', async () => {
    await addClient(store);
    const file = await fileOf(world);
    const other = new World();
    const target = await other.store();
    await addClient(target);
    expect(await restoreBook(target, file, ignored)).toEqual({ ok: false, error: { code: 'notEmpty' } });
    expect((await wholeOf(other)).rows.clients).toHaveLength(1);
    other.close();
  });

  it('can be worked on like the one it came of', async () => {
    const { id } = await addClient(store);
    const other = new World();
    const target = await other.store();
    await restoreBook(target, await fileOf(world), ignored);
    const env = { now: NOW, today: TODAY, freshClientId: newClientId(), sample: false };
    const command = {
      do: 'editClient',
      subject: { type: 'client', clientId: id },
      change: { tier: 'C' },
    } as const;
    expect(await carryOut(target, { op: newOpId(), command }, env, ZONE)).toMatchObject({ ok: true });
    other.close();
  });
});

describe('a file that is no book', () => {
  const book = async () => JSON.parse(await fileOf(world));
  it.each<[string, unknown, object]>([
    ['nothing', '', { why: 'notJson' }],
    ['half a file', '{"format":"zhibi-book"', { why: 'notJson' }],
    ['nesting without end', '['.repeat(200_000), { why: 'notJson' }],
    [
      'nesting 200,000 deep',
      `{"format":"zhibi-book","version":1,"rows":${'['.repeat(200_000)}${']'.repeat(200_000)}}`,
      { why: 'garbled' },
    ],
    ['another file', '{"format":"zhibi-library","version":1}', { why: 'notBook' }],
    ['a list', '[1]', { why: 'notBook' }],
    ['a newer book', '{"format":"zhibi-book","version":2}', { why: 'newer' }],
  ])('is refused: %s', (_what, text, fault) => {
    expect(readBook(String(text))).toMatchObject({ ok: false, error: fault });
  });

  it.each<[string, (file: { rows: Record<string, Record<string, unknown>[]> }) => void, object]>([
    [
      'a field nobody knows',
      ({ rows }) => Object.assign(rows['clients']?.[0] ?? {}, { extra: 1 }),
      { why: 'garbled', path: 'rows.clients.0' },
    ],
    [
      'a day that is none',
      ({ rows }) => Object.assign(rows['clients']?.[0] ?? {}, { since: '2026-02-30' }),
      { why: 'garbled', path: 'rows.clients.0.since' },
    ],
    [
      'a row of nobody',
      ({ rows }) =>
        rows['links']?.push({ record: { crmId: 'a', entity: 'a', recordId: '1' }, clientId: 'f'.repeat(24) }),
      { why: 'orphan', path: 'rows.links.1' },
    ],
    [
      'an id of 21 figures that is written as a number',
      ({ rows }) => Object.assign(rows['links']?.[0]?.['record'] ?? {}, { recordId: 123456789012345680000 }),
      { why: 'garbled', path: 'rows.links.0.record.recordId' },
    ],
    [
      'a client twice',
      ({ rows }) => rows['clients']?.push({ ...rows['clients'][0] }),
      { why: 'twice', path: 'rows.clients' },
    ],
    [
      'a link twice',
      ({ rows }) => rows['links']?.push({ ...rows['links'][0] }),
      { why: 'twice', path: 'rows.links.1' },
    ],
  ])('is refused with its place: %s', async (_what, spoil, fault) => {
    await addClient(store);
    const file = await book();
    spoil(file);
    const other = new World();
    const target = await other.store();
    expect(await restoreBook(target, JSON.stringify(file), ignored)).toEqual({ ok: false, error: fault });
    expect((await wholeOf(other)).rows.clients).toEqual([]);
    other.close();
  });
});
