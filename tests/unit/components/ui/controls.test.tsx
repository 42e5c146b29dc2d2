import { act, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DateField, quickDays } from '@/components/ui/DateField';
import { Dialog } from '@/components/ui/Dialog';
import { createDeeds } from '@/components/ui/deeds';
import { FileButton } from '@/components/ui/FileButton';
import { Menu } from '@/components/ui/Menu';
import { Segmented } from '@/components/ui/Segmented';
import { UNDO_MS, UndoBar } from '@/components/ui/UndoBar';
import { fail, ok } from '@/utils/domain/result';
import { opId } from '@/utils/domain/schema/ids';
import type { CivilDay } from '@/utils/domain/schema/time';
import { civilDay } from '@/utils/domain/schema/time';
import { expectAccessible, settled } from '../setup';

const key = (target: Element, name: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(target, { key: name, ...more });

describe('a button that lets a file be chosen', () => {
  const onFile = vi.fn<(file: File) => void>();
  const inputOf = () => screen.getByLabelText<HTMLInputElement>('打开文件', { selector: 'input' });
  beforeEach(() => onFile.mockClear());

  it('is one stop of Tab, by which the input that is out of sight opens', async () => {
    render(<FileButton label="打开文件" accept=".zhibih" kind="go" onFile={onFile} />);
    const opened = vi.spyOn(inputOf(), 'click');
    expect([inputOf().tabIndex, inputOf().accept]).toEqual([-1, '.zhibih']);
    const button = screen.getByRole('button', { name: '打开文件' });
    expect(button.className).toContain('btn-go');
    expect(button.tabIndex).toBe(0);
    fireEvent.click(button);
    expect(opened).toHaveBeenCalledOnce();
    await expectAccessible();
  });

  it('tells the file, and the same one chosen again; nothing where the choice was called off', () => {
    render(<FileButton label="打开文件" accept=".zhibih" onFile={onFile} />);
    const cleared = vi.spyOn(inputOf(), 'value', 'set');
    const file = new File(['甲'], 'a.zhibih');
    for (let turn = 1; turn <= 2; turn += 1) {
      fireEvent.change(inputOf(), { target: { files: [file] } });
      expect(onFile).toHaveBeenCalledTimes(turn);
      expect(cleared).toHaveBeenLastCalledWith('');
    }
    expect(onFile).toHaveBeenLastCalledWith(file);
    fireEvent.change(inputOf(), { target: { files: [] } });
    expect(onFile).toHaveBeenCalledTimes(2);
  });

  it('opens nothing while it is off', () => {
    render(<FileButton label="打开文件" accept=".zhibih" disabled onFile={onFile} />);
    const opened = vi.spyOn(inputOf(), 'click');
    screen.getByRole('button', { name: '打开文件' }).click();
    expect(opened).not.toHaveBeenCalled();
  });
});

describe('a segmented choice', () => {
  const options = [
    { value: 'yes', label: '达成' },
    { value: 'partly', label: '部分' },
    { value: 'no', label: '未达成' },
  ];
  const seen: (string | null)[] = [];
  function Play({ start = null, clearable = true }: { start?: string | null; clearable?: boolean }) {
    const [value, setValue] = useState<string | null>(start);
    const change = (next: string | null) => {
      seen.push(next);
      setValue(next);
    };
    return (
      <Segmented label="是否达成" options={options} value={value} onChange={change} clearable={clearable} />
    );
  }
  beforeEach(() => {
    seen.length = 0;
  });
  const checked = () => screen.queryByRole('radio', { checked: true })?.textContent ?? null;

  it('stays empty while the focus only passes through', async () => {
    render(<Play />);
    screen.getByRole('radio', { name: '达成' }).focus();
    key(screen.getByRole('radio', { name: '达成' }), 'Tab');
    expect(seen).toEqual([]);
    expect(checked()).toBeNull();
    await expectAccessible();
  });

  it('is chosen by arrows, round the ends, and has one tab stop', () => {
    render(<Play start="no" />);
    screen.getByRole('radio', { checked: true }).focus();
    key(screen.getByRole('radio', { checked: true }), 'ArrowRight');
    expect(checked()).toBe('达成');
    expect(document.activeElement?.textContent).toBe('达成');
    key(screen.getByRole('radio', { checked: true }), 'ArrowLeft');
    expect(checked()).toBe('未达成');
    expect(screen.getAllByRole('radio').filter((radio) => radio.tabIndex === 0)).toHaveLength(1);
  });

  it('is taken back by a second press or Delete where that is allowed, else not', () => {
    const { unmount } = render(<Play start="yes" />);
    fireEvent.click(screen.getByRole('radio', { name: '达成' }));
    expect(checked()).toBeNull();
    fireEvent.click(screen.getByRole('radio', { name: '部分' }));
    screen.getByRole('radio', { name: '部分' }).focus();
    key(screen.getByRole('radio', { name: '部分' }), 'Delete');
    expect(checked()).toBeNull();
    unmount();
    render(<Play start="yes" clearable={false} />);
    fireEvent.click(screen.getByRole('radio', { name: '达成' }));
    expect(checked()).toBe('达成');
  });
});

describe('a menu', () => {
  const picked: string[] = [];
  const items = ['明天', 'Three days', '下周一'].map((label) => ({
    id: label,
    label,
    pick: () => picked.push(label),
  }));
  beforeEach(() => {
    picked.length = 0;
    render(
      <Menu label="稍后" items={items}>
        稍后
      </Menu>,
    );
  });
  const open = () => {
    screen.getByRole('button').focus();
    fireEvent.click(screen.getByRole('button'));
  };

  it('opens with the focus on its first item and moves by arrows, Home, End and letters', async () => {
    expect(screen.queryByRole('menu')).toBeNull();
    open();
    expect(document.activeElement?.textContent).toBe('明天');
    key(document.activeElement!, 'ArrowUp');
    expect(document.activeElement?.textContent).toBe('下周一');
    key(document.activeElement!, 't');
    expect(document.activeElement?.textContent).toBe('Three days');
    key(document.activeElement!, 'Home');
    expect(document.activeElement?.textContent).toBe('明天');
    await expectAccessible();
  });

  it('picks, closes and gives the focus back', () => {
    open();
    fireEvent.click(screen.getByRole('menuitem', { name: '下周一' }));
    expect(picked).toEqual(['下周一']);
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button'));
  });

  it('closes by Escape without telling anyone else, and by a press elsewhere', () => {
    const outside = vi.fn();
    document.addEventListener('keydown', outside);
    open();
    key(document.activeElement!, 'Escape');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(outside).not.toHaveBeenCalled();
    document.removeEventListener('keydown', outside);
    open();
    act(() => void fireEvent.pointerDown(document.body));
    expect(screen.queryByRole('menu')).toBeNull();
    expect(picked).toEqual([]);
  });

  it('leaves the keys of an input method alone', () => {
    open();
    key(document.activeElement!, 'Escape', { isComposing: true });
    expect(screen.queryByRole('menu')).not.toBeNull();
  });
});

describe('a date', () => {
  const today = civilDay.parse('2026-11-20');
  function Play({ clearable = false }: { clearable?: boolean }) {
    const [day, setDay] = useState<CivilDay | null>(null);
    return (
      <>
        <DateField
          label="何时做"
          value={day}
          onChange={setDay}
          quick={quickDays(today)}
          clearable={clearable}
        />
        <output>{day}</output>
      </>
    );
  }
  const value = () => screen.getByRole('status').textContent;

  it('is one press for the usual days, with the exact day behind the word', async () => {
    render(<Play />);
    fireEvent.click(screen.getByRole('button', { name: '下周一' }));
    expect(value()).toBe('2026-11-23');
    expect(screen.getByRole('button', { name: '下周一' }).title).toBe('2026年11月23日 周一');
    fireEvent.click(screen.getByRole('button', { name: '下周一' }));
    expect(value()).toBe('2026-11-23');
    await expectAccessible();
  });

  it.each([
    ['a Wednesday', '2026-11-18', ['明天', '3天后', '下周一']],
    ['a Friday', '2026-11-20', ['明天', '下周一']],
    ['a Sunday', '2026-11-22', ['明天', '3天后']],
  ])('offers each day once: on %s', (_, from, words) => {
    const days = quickDays(civilDay.parse(from));
    expect(days.map(({ label }) => label)).toEqual(words);
    expect(new Set(days.map(({ day }) => day)).size).toBe(days.length);
  });

  it('is taken back by a second press where that is allowed', () => {
    render(<Play clearable />);
    fireEvent.click(screen.getByRole('button', { name: '明天' }));
    fireEvent.click(screen.getByRole('button', { name: '明天' }));
    expect(value()).toBe('');
  });

  it('is any other day by the calendar control, and nothing while that is half typed', () => {
    render(<Play />);
    fireEvent.click(screen.getByRole('button', { name: '选日期' }));
    const input = screen.getByLabelText('何时做', { selector: 'input' });
    expect(document.activeElement).toBe(input);
    fireEvent.input(input, { target: { value: '2027-02-28' } });
    expect(value()).toBe('2027-02-28');
    fireEvent.input(input, { target: { value: '' } });
    expect(value()).toBe('');
  });
});

describe('the undo bar', () => {
  const op = opId.parse('a'.repeat(24));
  const done = ok({ clientId: null, seq: 1 });
  const full = fail({ code: 'full' as const, field: null });
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const command = { do: 'undo', target: op } as const;

  it('says nothing until the deed is on the disk, then offers to undo it for eight seconds', async () => {
    let finish = (_: typeof done) => {};
    const outcome = new Promise<typeof done>((resolve) => {
      finish = resolve;
    });
    const deeds = createDeeds({ run: async () => ({ op, outcome: await outcome }) });
    render(<UndoBar deeds={deeds} />);
    const performed = deeds.perform(command, '已保存');
    await act(async () => {});
    expect(screen.getByRole('status').textContent).toBe('');
    await act(async () => {
      finish(done);
      await performed;
    });
    expect(screen.getByRole('status').textContent).toContain('已保存');
    expect(screen.getByRole('button', { name: '撤销' })).toBeTruthy();
    act(() => void vi.advanceTimersByTime(UNDO_MS));
    expect(screen.getByRole('status').textContent).toBe('');
  });

  it('waits for a pointer or focus that is on it', async () => {
    const deeds = createDeeds({ run: async () => ({ op, outcome: done }) });
    render(<UndoBar deeds={deeds} />);
    await act(async () => void (await deeds.perform(command, '已保存')));
    act(() => screen.getByRole('button', { name: '撤销' }).focus());
    act(() => void vi.advanceTimersByTime(UNDO_MS * 2));
    expect(screen.getByRole('status').textContent).toContain('已保存');
    act(() => screen.getByRole('button', { name: '撤销' }).blur());
    act(() => void vi.advanceTimersByTime(UNDO_MS));
    expect(screen.getByRole('status').textContent).toBe('');
  });

  it('says why a deed was not done, without an undo, and stays', async () => {
    const deeds = createDeeds({ run: async () => ({ op, outcome: full }) });
    render(<UndoBar deeds={deeds} />);
    await act(async () => void (await deeds.perform(command, '已保存')));
    expect(screen.getByRole('status').textContent).toContain('磁盘空间不足');
    expect(screen.queryByRole('button', { name: '撤销' })).toBeNull();
    act(() => void vi.advanceTimersByTime(UNDO_MS * 2));
    expect(screen.getByRole('status').textContent).toContain('磁盘空间不足');
  });

  it('takes the deed back by its operation id and says so', async () => {
    const run = vi.fn(async () => ({ op, outcome: done }));
    const deeds = createDeeds({ run });
    render(<UndoBar deeds={deeds} />);
    await act(async () => void (await deeds.perform({ do: 'undo', target: op }, '已保存')));
    fireEvent.click(screen.getByRole('button', { name: '撤销' }));
    await settled();
    expect(run).toHaveBeenLastCalledWith({ do: 'undo', target: op });
    expect(screen.getByRole('status').textContent).toContain('已撤销');
  });

  it('takes a lost connection for a failure, never for a success', async () => {
    const deeds = createDeeds({ run: () => Promise.reject(new Error('no port')) });
    render(<UndoBar deeds={deeds} />);
    await act(async () => void (await deeds.perform(command, '已保存')));
    expect(screen.getByRole('status').textContent).toContain('没有保存');
  });
});

describe('a dialog', () => {
  it('has a name, closes on cancel and gives the focus back', async () => {
    const closed = vi.fn();
    const before = document.body.appendChild(document.createElement('button'));
    before.textContent = '稍后';
    before.focus();
    const { unmount } = render(
      <Dialog title="推迟到" onClose={closed}>
        <button type="button">好</button>
      </Dialog>,
    );
    expect(screen.getByRole('dialog', { name: '推迟到' })).toBeTruthy();
    await expectAccessible();
    fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true }));
    expect(closed).toHaveBeenCalledOnce();
    unmount();
    expect(document.activeElement).toBe(before);
    before.remove();
  });
});
