import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BackupFault } from '@/utils/store/backup/fault';
import { readHeader } from '@/utils/store/backup/header';
import { checkBackup, openBackup } from '@/utils/store/backup/read';
import { openBackupWriter } from '@/utils/store/backup/write';
import { concat, text, utf8 } from '@/utils/store/crypto/bytes';
import { backUp, inMemory, opened, opensBy, restoreInto, wordForWord } from '../support/backups';
import { aContact, aNote } from '../support/book';
import { addClient, write } from '../support/deeds';
import { World } from '../support/world';

vi.setConfig({ testTimeout: 60_000 });

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => world.close());

/** Text that does not compress: backups of several frames. */
const noise = (length: number) => randomBytes(length).toString('base64');

async function aBook(notes = 3, length = 20) {
  const store = await world.store();
  const client = await addClient(store);
  const made = Array.from({ length: notes }, () => aNote(client.id, { text: noise(length) }));
  await write(store, ...made.map((body) => ({ type: 'insert', table: 'notes', body }) as const));
  return client;
}

/** Where the frames of a file begin and end, the header first. */
function framesOf(file: Uint8Array<ArrayBuffer>): [number, number][] {
  const places: [number, number][] = [[0, file.indexOf(0x0a) + 1]];
  for (let at = places[0]?.[1] ?? 0; at < file.length; ) {
    const end = at + 4 + new DataView(file.buffer, file.byteOffset + at).getUint32(0);
    places.push([at, end]);
    at = end;
  }
  return places;
}

async function flawOf(file: Uint8Array<ArrayBuffer>): Promise<string> {
  try {
    const backup = await openBackup(inMemory(file), world.master ?? new Uint8Array());
    if (!backup) return 'other key';
    await checkBackup(backup);
    return 'whole';
  } catch (error) {
    if (error instanceof BackupFault) return error.flaw;
    throw error;
  }
}

describe('a backup', () => {
  it('says in its header when and where it was made, and nothing of what is in it', async () => {
    const client = await aBook();
    const file = await backUp(world);
    const { header, line } = await readHeader(inMemory(file));
    expect(header).toMatchObject({ format: 1, device: 'abc123' });
    expect(text(line)).not.toContain(client.id);
    expect(Object.keys(header).sort()).toEqual(
      ['device', 'format', 'key', 'madeAt', 'opens', 'schema', 'zhibi'].sort(),
    );
    expect(Buffer.from(file).includes(client.name)).toBe(false);
  });

  it('holds what lies beside the book, under a number of its own that older builds refuse', async () => {
    await aBook(1);
    const beside = new Map([
      ['settings', JSON.stringify({ theme: 'dark', note: '一行\t两行\n' })],
      ['of a newer one', '[]'],
    ]);
    const file = await backUp(world, undefined, beside);
    expect((await readHeader(inMemory(file))).header.format).toBe(3);
    expect(Buffer.from(file).includes('dark')).toBe(false);
    const found: string[][] = [];
    await checkBackup(await opened(file, world), undefined, undefined, (line) => {
      if (line.kind === 'beside') found.push([line.fields.name, line.plain]);
    });
    expect(found).toEqual([...beside]);
    const before = await wordForWord(world);
    await restoreInto(world, await opened(file, world));
    expect(await wordForWord(world)).toBe(before);
  });

  it('is found whole, with what it holds', async () => {
    await aBook();
    const { end, lastAt } = await checkBackup(await opened(await backUp(world), world));
    expect(end.counts).toMatchObject({ clients: 1, links: 1, notes: 3, briefs: 1, contacts: 0 });
    expect(end.head?.seq).toBe(2);
    expect(lastAt).toBeGreaterThan(0);
  });

  it('of a store that nothing was ever written to is one too', async () => {
    await world.store();
    const { end } = await checkBackup(await opened(await backUp(world), world));
    expect(end.head).toBeNull();
  });

  it('is refused for every byte that was altered, with what was found', async () => {
    await aBook(1);
    const file = await backUp(world);
    expect(await flawOf(file)).toBe('whole');
    for (let at = 0; at < file.length; at++) {
      const altered = file.slice();
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(await flawOf(altered), `byte ${at}`).not.toBe('whole');
    }
  });

  it('is refused wherever it was cut, and with anything behind it', async () => {
    await aBook(1);
    const file = await backUp(world);
    for (let length = 0; length < file.length; length += 7)
      expect(await flawOf(file.slice(0, length)), `${length} bytes`).toMatch(/cut|notBackup/);
    expect(await flawOf(concat(file, utf8('x')))).not.toBe('whole');
  });

  it('is refused with frames left out, swapped, doubled, or taken from another', async () => {
    await aBook(700, 1500);
    const [file, other] = [await backUp(world), await backUp(world)];
    const places = framesOf(file);
    expect(places.length).toBeGreaterThan(4);
    const pieces = places.map(([from, to]) => file.slice(from, to));
    const [header, first, second, ...rest] = pieces;
    if (!header || !first || !second) throw new Error('too few frames');
    expect(await flawOf(concat(header, second, first, ...rest))).toBe('changed');
    expect(await flawOf(concat(header, second, ...rest))).toBe('changed');
    expect(await flawOf(concat(header, first, first, second, ...rest))).toBe('changed');
    expect(await flawOf(concat(header, first, second))).toBe('cut');
    expect(await flawOf(concat(header, first, ...rest.slice(-1)))).toBe('changed');
    const [from, to] = framesOf(other)[1] ?? [0, 0];
    expect(await flawOf(concat(header, other.slice(from, to), second, ...rest))).toBe('changed');
  });

  it('is not opened by another key, and not read by an older Zhibi', async () => {
    await aBook(1);
    const file = await backUp(world);
    expect(await openBackup(inMemory(file), crypto.getRandomValues(new Uint8Array(32)))).toBeNull();
    const newer = utf8(text(file.slice(0, file.indexOf(0x0a) + 1)).replace('"format":1', '"format":4'));
    expect(await flawOf(newer)).toBe('newer');
    expect(await flawOf(utf8('%PDF-1.7\n'))).toBe('notBackup');
    expect(await flawOf(utf8('[1,2]\n'))).toBe('notBackup');
  });

  it('holds what is written while it is being made, and not what is removed', async () => {
    const client = await aBook(2);
    const store = await world.store();
    const gone = aNote(client.id);
    await write(store, { type: 'insert', table: 'notes', body: gone });
    let turn = 0;
    const file = await backUp(world, async () => {
      turn += 1;
      if (turn !== 3) return;
      await write(store, { type: 'insert', table: 'contacts', body: aContact(client.id) });
      await write(store, { type: 'delete', table: 'notes', body: gone });
      await addClient(store);
    });
    const { end } = await checkBackup(await opened(file, world));
    expect(end.counts).toMatchObject({ clients: 2, contacts: 1, notes: 2 });
    expect(end.head?.seq).toBe(6);
  });

  it('ends when it is told to', async () => {
    await aBook(2);
    const writer = await openBackupWriter(world.ports(), world.name);
    if (!writer.ok) throw new Error('not opened');
    const control = new AbortController();
    const written = writer.value.write(
      {
        madeAt: 1 as never,
        device: 'abc123',
        opens: opensBy(writer.value.kid),
        signal: control.signal,
        tell: () => control.abort(new Error('enough')),
      },
      async () => {},
    );
    await expect(written).rejects.toThrow('enough');
    writer.value.close();
  });

  it('is not made while the book is locked', async () => {
    await aBook(1);
    world.close();
    world.locked = true;
    const writer = await openBackupWriter(world.ports(), world.name);
    expect(writer).toMatchObject({ ok: false, error: { code: 'locked' } });
  });
});
