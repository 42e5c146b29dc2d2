import { beforeEach, expect, it } from 'vitest';
import { openOut } from '@/utils/app/out/liveOut';
import { readBook } from '@/utils/export/bookFile';
import { aNote } from '../store/support/book';
import { write } from '../store/support/deeds';
import { aBook, aBrowser, theStore } from './backup/world';

beforeEach(aBrowser);

it('the whole book as a file leaves out the notes that must not leave this device, and counts them', async () => {
  const client = await aBook();
  const store = await theStore();
  for (const [text, sensitivity] of [
    ['只在本机的话', 'localOnly'],
    ['保密但可以带走', 'confidential'],
  ] as const)
    await write(store, { type: 'insert', table: 'notes', body: aNote(client.id, { text, sensitivity }) });
  store.close();
  const made = await openOut(Promise.reject(new Error('not asked')).catch(() => ({}) as never)).wholeBook();
  if (!made) throw new Error('not made');
  const read = readBook(made.json);
  if (!read.ok) throw new Error(read.error.why);
  expect(made.json).not.toContain('只在本机的话');
  expect(read.value.rows.notes.map(({ text }) => text)).toContain('保密但可以带走');
  expect([made.keptHere, read.value.keptHere, read.value.rows.notes.length]).toEqual([1, 1, 2]);
});
