import { fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { BackupPreview } from '@/utils/app/backup/backupPort';
import { clientId } from '@/utils/domain/schema/ids';
import { PASSPHRASE } from '../lock/fakePort';
import { closed, expectAccessible, speak } from '../setup';
import { fakeBackup, KEPT, NOTE, PREVIEW } from './fakeBackup';
import { fakeOptionsPort } from './fakePort';
import { button, click, open, part, settle } from './hands';

afterEach(() => expectAccessible().finally(closed));

const type = (element: HTMLElement, value: string) =>
  settle(() => fireEvent.input(element, { target: { value } }));

/** Opens the page upon these backups. */
async function page(backup = fakeBackup()) {
  await open(fakeOptionsPort({ backup }));
  return backup;
}

describe('backups', () => {
  it('go into a folder that is chosen, and say so', async () => {
    const backup = await page();
    await click(button('选择文件夹'));
    expect(screen.getByText('文件夹：备份')).toBeDefined();
    expect(screen.getByText('以后的备份都存进这个文件夹')).toBeDefined();
    await click(screen.getByRole('switch', { name: /每天一次/ }));
    expect(backup.calls).toEqual(['choose folder', JSON.stringify({ daily: false })]);
  });

  it('ask for the folder once more where the browser does, with one button', async () => {
    const backup = fakeBackup();
    backup.folder.value = { state: 'asks', name: '备份' };
    backup.kept.value = { ...KEPT, waiting: 'folder' };
    await page(backup);
    expect(screen.getByText(/有备份在等待/)).toBeDefined();
    await click(button('允许写入'));
    expect(backup.calls).toEqual(['allow folder']);
    expect(screen.queryByRole('button', { name: '允许写入' })).toBeNull();
  });

  it('are downloaded where no folder can be chosen', async () => {
    await page(fakeBackup({ canChooseFolder: false }));
    expect(screen.getByText(/不让扩展写入文件夹/)).toBeDefined();
    expect(screen.queryByRole('button', { name: '选择文件夹' })).toBeNull();
  });

  it('are made with progress, and said to be made only then', async () => {
    const backup = await page();
    await click(button('立即备份'));
    await settle(() => backup.begun[0]?.tell({ done: 30, of: 120 }));
    expect(part('备份').getByRole('progressbar')).toHaveProperty('value', 25);
    expect(screen.queryByText(/已备份并核对/)).toBeNull();
    await settle(() => {
      backup.kept.value = { ...KEPT, made: [NOTE] };
      backup.begun[0]?.end({ ok: true, value: NOTE });
    });
    expect(screen.getByText(`已备份并核对：${NOTE.file}`)).toBeDefined();
    expect(part('备份').getByText(/312位客户 · 12.3 MB · 在文件夹里，已核对/)).toBeDefined();
  });

  it('can be stopped, and leave nothing said to be made', async () => {
    const backup = await page();
    await click(button('立即备份'));
    await click(part('备份').getByRole('button', { name: '取消' }));
    expect(backup.begun[0]?.signal.aborted).toBe(true);
    await settle(() => backup.begun[0]?.end({ ok: false, error: 'stopped' }));
    expect(button('立即备份')).toBeDefined();
  });

  it('say why where they were not made', async () => {
    const backup = await page();
    await click(button('立即备份'));
    await settle(() => backup.begun[0]?.end({ ok: false, error: 'full' }));
    expect(screen.getByText(/目标位置空间不足/)).toBeDefined();
  });

  it('are not made without anything that opens them: the passphrase is asked for first', async () => {
    const backup = fakeBackup();
    backup.opensElsewhere.value = null;
    await page(backup);
    await click(button('立即备份'));
    expect(backup.calls).toEqual([]);
    for (const field of document.querySelectorAll<HTMLElement>('dialog input'))
      await type(field, 'correct horse battery');
    const set = [...document.querySelectorAll<HTMLElement>('dialog button')].find(
      ({ textContent }) => textContent === '设置备份口令',
    );
    if (set) await click(set);
    expect(backup.calls).toEqual(['password correct horse battery', 'back up']);
  });

  it('need no passphrase of their own where the book has one', async () => {
    const backup = fakeBackup();
    backup.opensElsewhere.value = 'lock';
    await page(backup);
    expect(screen.getByText(/用你的口令或恢复密钥打开/)).toBeDefined();
    expect(screen.queryByRole('button', { name: '换备份口令' })).toBeNull();
  });
});

/** Picks the one backup that lies in the folder. */
async function look(backup = fakeBackup()) {
  backup.files.push(NOTE.file);
  await page(backup);
  await click(button(`看看 ${NOTE.file}`));
  return backup;
}

describe('a restore', () => {
  it('shows first what is in the backup and what would change', async () => {
    const backup = await look();
    expect(backup.calls).toEqual([`pick ${NOTE.file} -`]);
    const row = part('恢复').getByRole('row', { name: /^客户/ });
    expect([...row.querySelectorAll('td')].map(({ textContent }) => textContent)).toEqual([
      '312',
      '0',
      '4',
      '2',
    ]);
    expect(part('恢复').getByText('12.3 MB')).toBeDefined();
  });

  it('replaces only when the word was typed, and gives its verdict', async () => {
    const backup = await look();
    await click(button('替换整本资料'));
    expect(screen.getByText('请在这里输入“替换”')).toBeDefined();
    expect(backup.calls).toHaveLength(1);
    await type(part('恢复').getByRole('textbox'), ' 替换 ');
    await click(button('替换整本资料'));
    expect(backup.calls).toEqual([`pick ${NOTE.file} -`, 'restore']);
    expect(
      screen.getByText('已恢复，一条不少：4,810条操作记录首尾相接，9,001行数据与记录一一相符'),
    ).toBeDefined();
    await click(button('用恢复后的资料继续'));
    expect(backup.calls.at(-1)).toBe('start anew');
  });

  it('can also bring in only what is missing here, and counts it', async () => {
    const backup = await look();
    await click(part('恢复').getByRole('radio', { name: /只补上/ }));
    expect(part('恢复').queryByRole('textbox')).toBeNull();
    await click(button('合并'));
    expect(backup.calls.at(-1)).toBe('merge');
    const counts = [...document.querySelectorAll('#restore dl > div')].map(({ textContent }) => textContent);
    expect(counts).toEqual(['补进来12', '换成较新的3', '保持原样4,000', '两份文字都留下1']);
    await click(button('用恢复后的资料继续'));
    expect(backup.calls.at(-1)).toBe('start anew');
  });

  it('is not merged into a book that cannot be written', async () => {
    const backup = fakeBackup();
    backup.loss.value = { had: 12, has: 9, lastAt: null, inTail: 0, restoring: false };
    await look(backup);
    expect(part('恢复').queryByRole('radio')).toBeNull();
  });

  it('goes back without having done anything', async () => {
    const backup = await look();
    await click(part('恢复').getByRole('button', { name: '取消' }));
    expect(button('选择备份')).toBeDefined();
    expect(backup.calls).toHaveLength(1);
  });

  it('asks for no word where there is nothing to lose', async () => {
    const backup = fakeBackup();
    backup.picked.push({ state: 'read', preview: { ...PREVIEW, isHereEmpty: true, passphrase: 'none' } });
    await look(backup);
    expect(screen.getByText(/恢复之后就没有口令了/)).toBeDefined();
    await click(part('恢复').getByRole('button', { name: '恢复' }));
    expect(backup.calls.at(-1)).toBe('restore unsaved');
  });

  it.each([
    [false, 'restore unsaved'],
    [true, 'restore unsaved erased too'],
  ])('names who was erased here; brings them back: %s', async (erasedToo, call) => {
    const backup = fakeBackup();
    const id = clientId.parse('c'.repeat(24));
    const preview = { ...PREVIEW, isHereEmpty: true, erased: [{ id, name: '李建国' }] };
    backup.picked.push({ state: 'read', preview });
    await look(backup);
    expect(screen.getByText('李建国')).toBeDefined();
    expect(screen.getByText(/备份里有1位客户后来已在这里抹除/)).toBeDefined();
    if (erasedToo) await click(screen.getByLabelText('仍要一起带回'));
    await click(part('恢复').getByRole('button', { name: '恢复' }));
    expect(backup.calls.at(-1)).toBe(call);
  });

  describe('of a backup with settings', () => {
    const beside: BackupPreview['beside'] = [
      { part: 'settings', state: 'read', added: [], changed: ['cadence'], held: ['products'], unread: 0 },
      { part: 'adapters', state: 'read', added: ['云溪CRM'], changed: [], held: [], unread: 1 },
      { part: 'importMappings', state: 'read', added: ['a', 'b'], changed: [], held: [], unread: 0 },
      { part: 'library', state: 'damaged' },
    ];
    /** The words of a part's changes. */
    const wordsOf = (name: string) =>
      [...(part('恢复').getByText(name, { selector: 'dt' }).parentElement?.querySelectorAll('dd') ?? [])].map(
        ({ textContent }) => textContent,
      );
    const withBeside = async (isHereEmpty: boolean) => {
      const backup = fakeBackup();
      backup.picked.push({ state: 'read', preview: { ...PREVIEW, isHereEmpty, beside } });
      backup.restored.push({
        state: 'done',
        ...{ intact: true, entries: 1, rows: 1, fromTail: 0, missing: 0 },
        ...{ leftOut: 0, notLeftOut: 0, byWords: false },
        beside: { taken: ['settings', 'adapters', 'importMappings'], refused: ['library'] },
      });
      return look(backup);
    };
    const tick = () => screen.getByLabelText('设置、适配器、话术库和表格的列对应也一起带回');

    it('says what would change, what the bank has set, and what cannot be read', async () => {
      await withBeside(true);
      expect(wordsOf('设置')).toEqual(['会变回：联系频率', '本行已设定，保持不变：在售清单']);
      expect(wordsOf('适配器')).toEqual(['会增加：云溪CRM', '有1项读不出来，不带回']);
      expect(wordsOf('表格的列对应')).toEqual(['会增加：2份']);
      expect(wordsOf('话术库')).toEqual(['备份里的这一部分读不出来；这里的保持不变']);
    });

    it('takes them along unless that is unticked, and tells what came', async () => {
      const backup = await withBeside(true);
      expect(tick()).toHaveProperty('checked', true);
      await click(part('恢复').getByRole('button', { name: '恢复' }));
      expect(backup.calls.at(-1)).toBe('restore unsaved beside too');
      expect(screen.getByText('已一并带回：设置、适配器、表格的列对应')).toBeDefined();
      expect(screen.getByText('没有带回，这里的保持不变：话术库')).toBeDefined();
    });

    it('leaves them where that is unticked', async () => {
      const backup = await withBeside(true);
      await click(tick());
      await click(part('恢复').getByRole('button', { name: '恢复' }));
      expect(backup.calls.at(-1)).toBe('restore unsaved');
    });

    it('leaves them when it only adds what is missing, unless that is ticked', async () => {
      const backup = await withBeside(false);
      await click(screen.getByRole('radio', { name: /^合并/ }));
      expect(tick()).toHaveProperty('checked', false);
      await click(tick());
      await click(part('恢复').getByRole('button', { name: '合并' }));
      expect(backup.calls.at(-1)).toBe('merge beside too');
    });
  });

  it('asks for a passphrase at once where the book came back without one, or by words', async () => {
    const backup = fakeBackup();
    backup.picked.push({ state: 'read', preview: { ...PREVIEW, isHereEmpty: true, passphrase: 'none' } });
    const sum = { intact: true, entries: 1, rows: 1, fromTail: 0, missing: 0 };
    backup.restored.push({ state: 'done', ...sum, leftOut: 2, notLeftOut: 0, byWords: true, beside: null });
    await look(backup);
    await click(part('恢复').getByRole('button', { name: '恢复' }));
    expect(screen.getByText('先前抹除的2位客户没有带回')).toBeDefined();
    expect(screen.getByText(/现在没有口令，钥匙就放在数据旁边/)).toBeDefined();
    await type(screen.getByLabelText('新口令'), PASSPHRASE);
    await type(screen.getByLabelText('再输一次'), PASSPHRASE);
    await click(button('修改口令'));
    expect(backup.calls.at(-1)).toBe(`new passphrase ${PASSPHRASE}`);
  });

  it('asks for what opens a backup of another key, and says when that was wrong', async () => {
    const backup = fakeBackup();
    backup.picked.push(
      { state: 'asks', by: 'lock', bank: true },
      { state: 'asks', by: 'lock', bank: true },
      { state: 'read', preview: PREVIEW },
    );
    await look(backup);
    expect(screen.getByText('也可以输入本行告诉你的24个字。')).toBeDefined();
    await type(part('恢复').getByLabelText('口令或恢复密钥'), 'guess');
    await click(button('打开'));
    expect(screen.getByText('打不开这份备份')).toBeDefined();
    await type(part('恢复').getByLabelText('口令或恢复密钥'), 'right');
    await click(button('打开'));
    expect(button('替换整本资料')).toBeDefined();
    expect(backup.calls.slice(1)).toEqual([`pick ${NOTE.file} guess`, `pick ${NOTE.file} right`]);
  });

  it.each([
    ['notBackup', /不是知彼的备份文件/],
    ['newer', /请先更新知彼/],
    ['cut', /缺了一截/],
    ['changed', /被改动过或已损坏/],
  ] as const)('refuses a file that is %s, and says so', async (flaw, words) => {
    const backup = fakeBackup();
    backup.picked.push({ state: 'flawed', flaw });
    await look(backup);
    expect(part('恢复').getByRole('alert').textContent).toMatch(words);
    expect(button('选择备份')).toBeDefined();
  });

  it('is not begun where what is here could not be saved, unless that is wanted', async () => {
    const backup = fakeBackup();
    backup.restored.push({ state: 'notSaved', why: 'unavailable' }, { state: 'failed' });
    await look(backup);
    await type(part('恢复').getByRole('textbox'), '替换');
    await click(button('替换整本资料'));
    expect(screen.getByText('现在的内容没法先备份。')).toBeDefined();
    await type(part('恢复').getByRole('textbox'), '替换');
    await click(button('替换整本资料'));
    expect(backup.calls.slice(1)).toEqual(['restore', 'restore unsaved']);
    expect(part('恢复').getByRole('alert').textContent).toMatch(/恢复没有做完/);
  });
});

describe('a loss', () => {
  it('is counted, and what the second copy holds is brought back in one click', async () => {
    speak('en');
    const backup = fakeBackup();
    backup.loss.value = { had: 12, has: 9, lastAt: NOTE.at, inTail: 3, restoring: false };
    await page(backup);
    expect(screen.getByText(/3 entries made after .*2026.* are missing/)).toBeDefined();
    await click(button('Bring them back'));
    expect(backup.calls).toEqual(['heal']);
    expect(screen.getByText('3 entries were brought back; nothing is missing')).toBeDefined();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('that the second copy does not reach leads to the backups', async () => {
    const backup = fakeBackup();
    backup.loss.value = { had: 12, has: 0, lastAt: null, inTail: 0, restoring: false };
    await page(backup);
    expect(screen.getByText('这本资料的12条记录全都不见了')).toBeDefined();
    expect(screen.queryByRole('button', { name: '找回来' })).toBeNull();
    expect(screen.getByText(/请在下面选最新的一份备份/)).toBeDefined();
  });

  it('by a restore that did not end is told as such, and what it left is not kept', async () => {
    const backup = fakeBackup();
    backup.loss.value = { had: 12, has: 0, lastAt: null, inTail: 0, restoring: true };
    await look(backup);
    expect(screen.getByRole('alert').textContent).toMatch(/有一次恢复没有做完/);
    await click(part('恢复').getByRole('button', { name: '恢复' }));
    expect(backup.calls.at(-1)).toBe('restore unsaved');
  });
});
