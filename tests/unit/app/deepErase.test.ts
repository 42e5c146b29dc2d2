import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { forgetBook, theBook } from '@/utils/app/background/book';
import { eraseDeeply, resumeErasing } from '@/utils/app/background/deepErase';
import { loadDeepErase } from '@/utils/app/deepErase/kept';
import { Database } from '@/utils/store/connection/database';
import { aNote } from '../store/support/book';
import { know, write } from '../store/support/deeds';
import { aBook, aBrowser } from './backup/world';

vi.setConfig({ testTimeout: 60_000 });

const { local } = fakeBrowser.storage;
const names = () => Dexie.getDatabaseNames();

async function opened() {
  const book = await theBook();
  if (!book.ok) throw new Error(book.error.code);
  return book.value;
}

/** What the end of the worker leaves in the middle: flags, and a step. */
async function cutShort(): Promise<void> {
  const { canary } = await local.get('canary');
  await local.set({
    deepErase: { step: 'copying' },
    canary: { ...(canary as object), damage: { why: 'erasing', had: 0, has: 0 } },
  });
}

describe('the worker', () => {
  beforeEach(async () => {
    await forgetBook();
    await aBrowser();
  });

  it('erases deeply; what was asked for meanwhile is written after it', async () => {
    const client = await aBook();
    const replaced = vi.fn(async () => undefined);
    const erasing = eraseDeeply(replaced);
    const note = aNote(client.id, { text: '这时候记下的' });
    const written = opened().then((store) => write(store, { type: 'insert', table: 'notes', body: note }));
    await Promise.all([erasing, written]);
    expect(await loadDeepErase()).toMatchObject({ state: 'done' });
    expect(replaced).toHaveBeenCalledOnce();
    expect(await names()).toEqual(['zhibi']);
    const { notes } = (await know(await opened(), client.id)).bundle;
    expect(notes.map(({ text }) => text)).toContain('这时候记下的');
    expect(await (await opened()).verify({ deep: true })).toMatchObject({ intact: true });
  });

  it('ends at its start what was cut short, before anybody has opened the book', async () => {
    const client = await aBook();
    await cutShort();
    const copy = new Database('zhibi.copy');
    await copy.open();
    copy.close();
    const replaced = vi.fn(async () => undefined);
    const ended = resumeErasing(replaced);
    expect((await know(await opened(), client.id)).bundle.client.id).toBe(client.id);
    await ended;
    expect(replaced).toHaveBeenCalledOnce();
    expect(await names()).toEqual(['zhibi']);
    expect(await loadDeepErase()).toEqual({ state: 'failed', why: 'undone' });
    expect(await local.get('deepErase')).toEqual({});
  });

  it('leaves a book alone of which nothing is open', async () => {
    await aBook();
    const replaced = vi.fn(async () => undefined);
    await resumeErasing(replaced);
    expect(replaced).not.toHaveBeenCalled();
    expect(await loadDeepErase()).toBeNull();
  });

  it('tells of a book that it may not move', async () => {
    await aBook();
    const { canary } = await local.get('canary');
    await local.set({ canary: { ...(canary as object), damage: { why: 'rows', had: 2, has: 2 } } });
    await eraseDeeply(async () => undefined);
    expect(await loadDeepErase()).toEqual({ state: 'failed', why: 'damaged' });
  });
});
