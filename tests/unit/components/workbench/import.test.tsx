import { readFileSync } from 'node:fs';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { createWorkbenchDesk } from '@/components/workbench/desk';
import { ImportPage } from '@/components/workbench/import/ImportPage';
import type { Batch } from '@/utils/app/commands/importBatch';
import { createAnswerer } from '@/utils/app/import/answer';
import type { BroughtIn, ImportPort } from '@/utils/app/import/importPort';
import { fail, ok } from '@/utils/domain/result';
import type { Client } from '@/utils/domain/schema/client';
import { opId } from '@/utils/domain/schema/ids';
import { noCount } from '@/utils/import/forecast';
import { Matcher } from '@/utils/import/match';
import { peopleIn } from '@/utils/import/people';
import { aBundle } from '../../domain/build';
import { aClient, aFact } from '../../store/support/book';
import { closed, expectAccessible, settled } from '../setup';
import { fakeWorkbenchPort, TODAY } from './fakePort';

afterEach(() => expectAccessible().finally(closed));

/** The real reader without its worker, over a book that is given. */
function fakeImport(book: readonly Client[]) {
  const answer = createAnswerer();
  const batches: Batch[] = [];
  const behaviour = { undo: true };
  const port: ImportPort = {
    async open(file, encoding) {
      const bytes = new Uint8Array(readFileSync(`tests/fixtures/import/${file.name}`));
      const said = answer({ ask: 'open', bytes, name: file.name, encoding, year: 2026 }, () => {});
      if (said.say === 'opened') return ok(said.file);
      return said.say === 'refused' ? fail({ code: 'file', ...said.refused }) : fail({ code: 'stopped' });
    },
    async view(sheet, headings, kind) {
      const said = answer({ ask: 'view', sheet, headings, kind, year: 2026 }, () => {});
      return said.say === 'view' ? said.view : null;
    },
    async check(sheet, understood, manner) {
      const mapping = [...understood.mapping];
      const said = answer(
        { ask: 'read', sheet, understood: { ...understood, mapping }, manner, today: TODAY },
        () => {},
      );
      if (said.say !== 'read') return fail({ code: 'stopped' });
      const { people, contradicting } = peopleIn(said.read.rows);
      const matcher = new Matcher(people);
      for (const client of book) matcher.see(aBundle({ client }), []);
      const { faults, faultsInAll, of, rows } = said.read;
      const matches = matcher.matches();
      return ok({ matches, faults, faultsInAll, of, good: rows.length, contradicting });
    },
    async bringIn(batch) {
      batches.push(batch);
      const brought: BroughtIn = {
        op: opId.parse('a'.repeat(24)),
        seq: 7,
        clients: [],
        count: { ...noCount(), made: batch.arrivals.length },
      };
      return ok(brought);
    },
    takeBack: async () =>
      behaviour.undo
        ? ok(null)
        : fail({ code: 'changedSince', clients: book.map(({ id, name }) => ({ clientId: id, name })) }),
    stop: () => {},
    close: () => {},
    remembered: () => null,
    remember: () => {},
    today: () => TODAY,
  };
  return { port, batches, behaviour };
}

async function open(book: readonly Client[] = []) {
  const fake = fakeImport(book);
  const workbench = fakeWorkbenchPort([]);
  const desk = createWorkbenchDesk({ ...workbench.port, importing: async () => fake.port });
  await act(() => void render(<ImportPage desk={desk} />));
  await settled();
  return { ...fake, desk };
}
const click = async (element: Element) => {
  await act(() => void fireEvent.click(element));
  await settled();
};
const press = (name: string | RegExp) => click(screen.getByRole('button', { name }));
async function choose(name: string) {
  // jsdom’s files cannot be read: the port knows them by their names.
  const file = new File([], name);
  const input = screen.getByLabelText('选择文件');
  await act(() => void fireEvent.change(input, { target: { files: [file] } }));
  await waitFor(() => expect(screen.queryByText(/正在打开/)).toBeNull());
  await settled();
}
const holds = (column: string) => {
  const select = screen.getByLabelText(`“${column}”记作`);
  return select instanceof HTMLSelectElement ? select.selectedOptions[0]?.textContent : null;
};

describe('the page of spreadsheets', () => {
  it('shows what each column is taken for, and gives a field to one column alone', async () => {
    await open();
    // Few fields in its lists: an accessibility check of a client list's is long.
    await choose('relations.csv');
    expect(holds('客户')).toBe('客户姓名');
    expect(holds('姓名')).toBe('关系人姓名');
    await act(() => {
      fireEvent.change(screen.getByLabelText('“备注”记作'), { target: { value: 'relation.name' } });
    });
    expect(holds('备注')).toBe('关系人姓名');
    expect(holds('姓名')).toBe('不带入');
    expect(screen.getByText('张伟 · 张小花 · 李明')).toBeDefined();
  });

  it('tells each doubtful cell with its place and what to do, before anything is written', async () => {
    const { batches } = await open();
    await choose('clients-gb18030.csv');
    await press('下一步：核对');
    const faults = within(screen.getByRole('region', { name: '有疑问的格子' }));
    const line = faults.getByText('D3').closest('tr');
    expect(line?.textContent).toContain('2月30日');
    expect(line?.textContent).toContain('没有这一天');
    expect(batches).toEqual([]);
    await press('带入：3 位新客户、2 条备注');
    expect(batches[0]?.arrivals.map(({ into }) => into)).toEqual([null, null, null]);
    expect(screen.getByText('已带入：3 位新客户')).toBeDefined();
    const left = screen.getByLabelText('没有带入的', { selector: 'textarea' });
    expect(left instanceof HTMLTextAreaElement && left.value).toContain('D3\t2月30日\t没有这一天');
    await press('整批撤销');
    expect(screen.getByText(/已整批撤销/)).toBeDefined();
  });

  it('leaves out who may be somebody of the book until it is said, and keeps the book’s own', async () => {
    const wang = aClient({ name: '王丽华', tier: 'B', facts: { riskLevel: aFact('C2') } });
    const { batches } = await open([wang]);
    await choose('clients-gb18030.csv');
    await press('下一步：核对');
    expect(screen.getByRole('button', { name: '带入：2 位新客户、1 条备注' })).toBeDefined();
    await press('只有一位相符的（1 位）都当作同一人');
    const conflicts = within(screen.getByRole('region', { name: '说法不一' }));
    expect(conflicts.getAllByText('王丽华').length).toBe(2);
    await click(conflicts.getByRole('radio', { name: '用表格里的' }));
    await press(/^带入：/);
    expect(batches[0]).toMatchObject({ how: { conflicts: 'file', source: 'guess' } });
    expect(batches[0]?.arrivals.map(({ into }) => into)).toEqual([wang.id, null, null]);
  });

  it('names whom the way back would rob of what was written since', async () => {
    const wang = aClient({ name: '王丽华' });
    const { behaviour } = await open([wang]);
    await choose('calendar.csv');
    await press('下一步：核对');
    await press(/^带入：/);
    behaviour.undo = false;
    await press('整批撤销');
    expect(within(screen.getByRole('alert')).getByRole('button', { name: '王丽华' })).toBeDefined();
    expect(screen.getByRole('button', { name: '整批撤销' })).toBeDefined();
  });

  it.each([
    ['open-quote.csv', /引号没有关上.*第 2 行/],
    ['picture.csv', /这不是表格/],
  ])('says of %s why it is refused, and waits for another', async (name, why) => {
    await open();
    await choose(name);
    expect(screen.getByRole('alert').textContent).toMatch(why);
    expect(screen.getByRole('button', { name: '选择文件' })).toBeDefined();
  });
});
