import { signal } from '@preact/signals';
import { fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { createWorkbenchDesk } from '@/components/workbench/desk';
import { LibraryPage } from '@/components/workbench/library/LibraryPage';
import type { Shelved } from '@/utils/app/library';
import type { LibraryPort } from '@/utils/app/libraryPort';
import { readingsOf } from '@/utils/app/readings';
import type { WorkbenchPort } from '@/utils/app/workbenchPort';
import { readLibrary, readPiece } from '@/utils/domain/library/libraryText';
import type { Piece } from '@/utils/domain/library/piece';
import { ok } from '@/utils/domain/result';
import { defaultSettings } from '@/utils/domain/schema/settings';
import { civilDay } from '@/utils/domain/schema/time';
import { closed, expectAccessible, settled } from '../setup';
import { fakeWorkbench } from './fakePort';

const TRACK: Piece = {
  type: 'track',
  id: 'a-care',
  title: '问候',
  kind: 'care',
  text: '天凉了，多穿一件。',
};
/** The rule by its name. */
const BIRTHDAY = '生日祝福';
const LIST: Piece = { type: 'checklist', id: 'a-list', title: '见面前', purpose: 'care', items: ['称呼'] };

/** A shelf that keeps what it is given. */
function fakeLibrary() {
  const shelf = signal<readonly Shelved[]>(
    [TRACK, LIST].map((piece) => ({ piece, from: 'seed', used: 0, worked: 0 })),
  );
  const counted: string[] = [];
  const put = (piece: Piece, from: Shelved['from']) => {
    const others = shelf.value.filter((each) => each.piece.id !== piece.id);
    shelf.value = [{ piece, from, used: 0, worked: 0 }, ...others];
  };
  const port: LibraryPort = {
    watch: (tell) => shelf.subscribe(tell),
    async keep(value) {
      const read = readPiece(value);
      if (!read.ok) return read;
      put(read.value, 'changed');
      return ok(1);
    },
    async drop(id) {
      const former = shelf.value.find(({ piece }) => piece.id === id)?.piece ?? null;
      put(TRACK, 'seed');
      return former;
    },
    async importText(text) {
      const read = readLibrary(text);
      if (read.ok) for (const piece of read.value) put(piece, 'own');
      return read.ok ? ok(read.value.length) : read;
    },
    count: async (id, what, step = 1) => void counted.push(`${step > 0 ? '+' : '-'}${what} ${id}`),
    newId: () => 'own-1',
    readings: async () => readingsOf,
  };
  return { port, shelf, counted };
}

async function open() {
  const fake = fakeLibrary();
  const copied: string[] = [];
  const port: WorkbenchPort = {
    ...fakeWorkbench(),
    today: signal(civilDay.parse('2026-11-20')),
    settings: signal(defaultSettings('Asia/Shanghai')),
    book: signal({ state: 'loading' }),
    run: () => Promise.reject(new Error('nothing is written to the book')),
    copy: async (text) => {
      copied.push(text);
      return true;
    },
    library: fake.port,
  };
  render(<LibraryPage desk={createWorkbenchDesk(port)} />);
  await settled();
  return { ...fake, copied };
}

const click = async (name: string | RegExp, role = 'button') => {
  fireEvent.click(screen.getByRole(role, { name }));
  await settled();
};
const titles = () => [...document.querySelectorAll('.lname')].map((each) => each.textContent);

afterEach(async () => {
  await expectAccessible();
  await closed();
});

describe('the library page', () => {
  it('is searched and narrowed', async () => {
    await open();
    expect(titles()).toEqual(['问候', '见面前']);
    await click(/^清单/);
    expect(titles()).toEqual(['见面前']);
    await click(/^全部/);
    const find = screen.getByRole('searchbox');
    fireEvent.input(find, { target: { value: 'wenhou' } });
    await settled();
    expect(titles()).toEqual(['问候']);
    fireEvent.input(find, { target: { value: '没有这样的' } });
    await settled();
    expect(screen.getByText('没有合适的')).toBeDefined();
  });

  it('keeps nothing that may not be said, names it at its field, and can take a change back', async () => {
    const { shelf } = await open();
    await click('修改');
    const words = screen.getByRole('textbox', { name: '怎么说' });
    fireEvent.input(words, { target: { value: '稳赚，您放心。' } });
    fireEvent.submit(words.closest('form') ?? words);
    await settled();
    expect(screen.getByText('“稳赚”不能这样说')).toBeDefined();
    expect(words.getAttribute('aria-invalid')).toBe('true');
    expect(shelf.value.every(({ from }) => from === 'seed')).toBe(true);
    fireEvent.input(words, { target: { value: '天热了，多喝水。' } });
    fireEvent.keyDown(words, { key: 'Enter', ctrlKey: true });
    await settled();
    expect(within(screen.getByRole('article')).getByText('天热了，多喝水。')).toBeDefined();
    await click('撤销');
    expect(within(screen.getByRole('article')).getByText('天凉了，多穿一件。')).toBeDefined();
  });

  it('has a track stand beside a prompt, and no more', async () => {
    const { shelf } = await open();
    const attach = async (name: string) => {
      await click('修改');
      await click(name, 'checkbox');
      fireEvent.submit(screen.getByRole('textbox', { name: '怎么说' }).closest('form') ?? document.body);
      await settled();
    };
    const beside = () =>
      shelf.value.flatMap(({ piece }) => (piece.id === TRACK.id ? [piece.fits?.rules] : [])).flat();
    await attach(BIRTHDAY);
    expect(beside()).toEqual(['birthday']);
    await attach(BIRTHDAY);
    expect(beside()).not.toContain('birthday');
  });

  it('counts what was copied, and that it worked', async () => {
    const { counted, copied } = await open();
    await click('复制');
    expect(copied).toEqual(['天凉了，多穿一件。']);
    await click('这句有效');
    await click('撤销');
    expect(counted).toEqual(['+used a-care', '+worked a-care', '-worked a-care']);
  });

  it('takes a file over, all of it or nothing, and says where it is wrong', async () => {
    const { shelf } = await open();
    const choose = async (text: string) => {
      const file = new File([text], 'library.json');
      // jsdom's files cannot be read as text.
      file.text = async () => text;
      fireEvent.change(screen.getByLabelText('导入'), { target: { files: [file] } });
      await settled();
    };
    const own = { ...TRACK, id: 'own-2', title: '我的' };
    const library = (...pieces: unknown[]) => JSON.stringify({ format: 'zhibi-library', version: 1, pieces });
    await choose(library(own, { ...own, id: 'own-3', text: '保本' }));
    expect(screen.getByRole('alert').textContent).toContain('pieces.1.text');
    expect(shelf.value).toHaveLength(2);
    await choose(library(own));
    expect(titles()).toContain('我的');
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
