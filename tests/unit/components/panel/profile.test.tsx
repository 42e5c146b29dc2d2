import { fireEvent, render, screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { createDesk } from '@/components/panel/desk';
import { Notes } from '@/components/panel/notes/Notes';
import { Profile } from '@/components/panel/profile/Profile';
import { parseEntry } from '@/components/panel/profile/parseEntry';
import { fail } from '@/utils/domain/result';
import type { Note } from '@/utils/domain/schema/note';
import { aClientId, aNoteId, NOTES, TODAY } from '../../../gallery/fixtures/people';
import { FULL } from '../../../gallery/fixtures/pictures';
import { playPort } from '../../../gallery/fixtures/port';
import { expectAccessible, settled } from '../setup';

const WANG = {
  subject: { type: 'client', clientId: aClientId(1) } as const,
  name: '王丽华',
  kind: 'individual' as const,
};
const button = (name: string | RegExp) => screen.getByRole('button', { name });

const textbox = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });

function show(part: 'profile' | 'notes', notes: readonly Note[] = NOTES) {
  const port = playPort({ state: 'starting' });
  const desk = createDesk(port);
  render(
    <main>
      <h1>王丽华</h1>
      {part === 'profile' ? (
        <Profile picture={FULL} client={WANG} desk={desk} />
      ) : (
        <Notes notes={notes} client={WANG} zone="Asia/Shanghai" today={TODAY} desk={desk} />
      )}
    </main>,
  );
  return { port, desk };
}

describe('the profile', () => {
  it('puts the next question on top and opens its field once it was asked', async () => {
    show('profile');
    expect(document.querySelector('blockquote')?.textContent).toMatch(/？$/);
    fireEvent.click(button('问到了'));
    expect(screen.getByRole('form', { name: '配偶' })).toBeTruthy();
    expect(document.activeElement).toBe(textbox('配偶'));
    await expectAccessible();
  });

  it('lists what is missing, most points first, and the rest on demand', async () => {
    show('profile');
    const gains = () =>
      [...document.querySelectorAll('.fieldrow-gain')].map((gain) => Number(gain.textContent));
    expect(gains()).toHaveLength(6);
    expect(gains()).toEqual([...gains()].sort((a, b) => b - a));
    fireEvent.click(button('全部资料'));
    expect(screen.getByText('开户网点')).toBeTruthy();
    expect(screen.getByText('2020年由邓慧介绍')).toBeTruthy();
    expect(document.body.textContent).not.toContain('孩子姓名');
    await expectAccessible();
  });

  it.each([
    ['客户说的', 'client'],
    ['我推测的', 'guess'],
  ])('saves with who says so: %s', async (name, source) => {
    const { port } = show('profile');
    fireEvent.click(button('填写配偶'));
    expect((button(name) as HTMLButtonElement).disabled).toBe(true);
    fireEvent.input(textbox('配偶'), { target: { value: '在医院工作' } });
    fireEvent.click(button(name));
    await settled();
    expect(port.commands[0]).toEqual({
      do: 'setFact',
      subject: WANG.subject,
      key: 'spouse',
      fact: { value: { type: 'text', text: '在医院工作' }, source, day: TODAY },
    });
    expect(screen.queryByRole('form')).toBeNull();
  });

  it('keeps what was typed when it was not saved', async () => {
    const { port } = show('profile');
    port.answer.outcome = fail({ code: 'full', field: null });
    fireEvent.click(button('填写配偶'));
    fireEvent.input(textbox('配偶'), { target: { value: '在医院工作' } });
    fireEvent.click(button('客户说的'));
    await settled();
    expect(textbox('配偶').value).toBe('在医院工作');
  });

  it('saves by Enter, but not while an input method composes', async () => {
    const { port } = show('profile');
    fireEvent.click(button('填写配偶'));
    const input = textbox('配偶');
    fireEvent.input(input, { target: { value: '教师' } });
    fireEvent.keyDown(input, { key: 'Enter', isComposing: true });
    await settled();
    expect(port.commands).toEqual([]);
    fireEvent.keyDown(input, { key: 'Enter' });
    await settled();
    expect(port.commands).toHaveLength(1);
  });

  it('asks which holds where the RM’s value and the CRM’s differ', async () => {
    const { port } = show('profile');
    fireEvent.click(button('全部资料'));
    const conflict = within(document.querySelector<HTMLElement>('.conflict')!);
    expect(conflict.getByText(/滨江路8号/)).toBeTruthy();
    expect(conflict.getByText(/望湖苑3幢1201/)).toBeTruthy();
    fireEvent.click(conflict.getByRole('button', { name: '用CRM的' }));
    await settled();
    expect(port.commands[0]).toEqual({ do: 'clearFact', clientId: aClientId(1), key: 'address' });
    fireEvent.click(conflict.getByRole('button', { name: '保留我的' }));
    await settled();
    expect(port.commands[1]).toMatchObject({
      do: 'setFact',
      key: 'address',
      fact: { day: TODAY, source: 'client' },
    });
  });

  it('takes a birthday by either calendar', async () => {
    const { port } = show('profile');
    fireEvent.click(button('全部资料'));
    fireEvent.click(button('改生日'));
    fireEvent.click(screen.getByRole('radio', { name: '农历' }));
    fireEvent.change(screen.getByLabelText('农历月'), { target: { value: '12' } });
    fireEvent.change(screen.getByLabelText('农历日'), { target: { value: '23' } });
    fireEvent.click(screen.getByLabelText('闰月'));
    fireEvent.click(button('客户说的'));
    await settled();
    expect(port.commands[0]).toMatchObject({
      key: 'birthday',
      fact: { value: { type: 'lunarDay', year: null, month: 12, day: 23, leap: true } },
    });
    await expectAccessible();
  });

  it('takes a choice by one press', async () => {
    const { port } = show('profile');
    fireEvent.click(button('全部资料'));
    fireEvent.click(button('改婚姻状况'));
    fireEvent.click(screen.getByRole('radio', { name: '离异' }));
    fireEvent.click(button('客户说的'));
    await settled();
    expect(port.commands[0]).toMatchObject({ fact: { value: { type: 'choice', code: 'divorced' } } });
  });

  it('reads an amount back as it understood it, and says so when it does not', async () => {
    show('profile');
    fireEvent.click(button('全部资料'));
    fireEvent.click(button('改本行资产'));
    const input = textbox('本行资产');
    expect(input.value).toBe('4860000');
    fireEvent.input(input, { target: { value: '512.5万' } });
    expect(screen.getByText('512.5 万')).toBeTruthy();
    fireEvent.input(input, { target: { value: '很多' } });
    expect(screen.getByText('看不懂，请改一下')).toBeTruthy();
    expect((button('客户说的') as HTMLButtonElement).disabled).toBe(true);
    await expectAccessible();
  });
});

describe('what is typed', () => {
  it.each([
    ['138 0013 6621', '+8613800136621'],
    ['+86 138-0013-6621', '+8613800136621'],
    ['１３８００１３６６２１', '+8613800136621'],
    ['+852 9123 4567', '+85291234567'],
    ['0571-8800 1234', null],
    ['12345678', null],
  ])('as a phone %s is %s', (raw, e164) => {
    expect(parseEntry('phone', raw)).toEqual({ type: 'phone', raw, e164 });
  });

  it.each([
    ['phone', '123'],
    ['number', '很多'],
    ['money', '1.2.3'],
    ['text', '   '],
    ['text', 'x'.repeat(2001)],
  ] as const)('as a %s can be nothing', (type, text) => {
    expect(parseEntry(type, text)).toBeNull();
  });

  it('as a number may have commas and a percent sign', () => {
    expect(parseEntry('number', '1,200')).toEqual({ type: 'number', number: 1200 });
    expect(parseEntry('number', '35%')).toEqual({ type: 'number', number: 35 });
  });
});

describe('notes', () => {
  it('stand pinned ones first and are accessible', async () => {
    show('notes');
    const texts = [...document.querySelectorAll('.note-text')].map((note) => note.textContent);
    expect(texts[0]).toContain('周一、周三上午在工厂');
    await expectAccessible();
  });

  it('are added with the client named, and stay in the form until they are on the disk', async () => {
    const { port } = show('notes');
    fireEvent.click(button('写一条'));
    fireEvent.input(textbox('写一条'), { target: { value: '喜欢喝白茶' } });
    port.answer.outcome = fail({ code: 'full', field: null });
    fireEvent.click(button('保存到 王丽华'));
    await settled();
    expect(textbox('写一条').value).toBe('喜欢喝白茶');
    port.answer.outcome = { ok: true, value: { clientId: null, seq: 1 } };
    fireEvent.keyDown(textbox('写一条'), { key: 'Enter', ctrlKey: true });
    await settled();
    expect(port.commands.at(-1)).toMatchObject({ do: 'addNote', subject: WANG.subject, text: '喜欢喝白茶' });
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('say how far they may go, by a choice and a chip', async () => {
    const { port } = show('notes');
    fireEvent.click(button('写一条'));
    fireEvent.input(textbox('写一条'), { target: { value: '家里的事' } });
    fireEvent.change(screen.getByLabelText('敏感程度'), { target: { value: 'localOnly' } });
    await expectAccessible();
    fireEvent.click(button('保存到 王丽华'));
    await settled();
    expect(port.commands.at(-1)).toMatchObject({ do: 'addNote', text: '家里的事', sensitivity: 'localOnly' });
  });

  it('are refused with the reason and the place, and stay in the form', async () => {
    const { port, desk } = show('notes');
    fireEvent.click(button('写一条'));
    fireEvent.input(textbox('写一条'), { target: { value: '卡号 4111 1111 1111 1111' } });
    port.answer.outcome = fail({ code: 'holdsCard', field: 'noteText' });
    fireEvent.click(button('保存到 王丽华'));
    await settled();
    expect(desk.deeds.said.value?.text).toMatch(/“备忘”里像是有银行卡号/);
    expect(textbox('写一条').value).toBe('卡号 4111 1111 1111 1111');
  });

  it('are unpinned, edited and removed with an undo', async () => {
    const { port, desk } = show('notes');
    fireEvent.click(screen.getAllByRole('button', { name: '置顶' })[0]!);
    await settled();
    expect(port.commands[0]).toMatchObject({ do: 'editNote', noteId: aNoteId(1), pinned: false });
    fireEvent.click(screen.getAllByRole('button', { name: '备忘的更多操作' })[1]!);
    fireEvent.click(screen.getByRole('menuitem', { name: '修改' }));
    fireEvent.input(screen.getByLabelText('修改'), { target: { value: '两人资产互不告知' } });
    fireEvent.click(button('保存'));
    await settled();
    expect(port.commands[1]).toMatchObject({ do: 'editNote', noteId: aNoteId(2), text: '两人资产互不告知' });
    fireEvent.click(screen.getAllByRole('button', { name: '备忘的更多操作' })[0]!);
    fireEvent.click(screen.getByRole('menuitem', { name: '删除' }));
    await settled();
    expect(port.commands[2]).toMatchObject({ do: 'removeNote', noteId: aNoteId(1) });
    expect(desk.deeds.said.value?.undo).not.toBeNull();
  });

  describe('of which two devices wrote one at once', () => {
    const [first, second] = NOTES;
    if (!first || !second) throw new Error('there are two notes');
    const copy = { ...second, id: aNoteId(3), text: '母亲的账户另有人管', copyOf: second.id };
    const pair = { clientId: first.clientId, noteId: second.id, copyId: copy.id };
    const seen = [second.text, copy.text];
    const both = async () => {
      const shown = show('notes', [first, second, copy]);
      fireEvent.click(button('处理'));
      await screen.findByRole('group');
      return shown;
    };

    it('say so, and offer to keep the one, the other or both', async () => {
      const { port, desk } = await both();
      await expectAccessible();
      const [one, other] = screen.getAllByRole('button', { name: '只留这份' });
      fireEvent.click(other!);
      await settled();
      expect(port.commands).toEqual([{ do: 'settleNotes', ...pair, text: copy.text, seen }]);
      expect(desk.deeds.said.value?.undo).not.toBeNull();
      fireEvent.click(button('处理'));
      await screen.findByRole('group');
      expect(one?.isConnected).toBe(false);
      fireEvent.click(button('两份都留'));
      await settled();
      expect(port.commands[1]).toEqual({ do: 'settleNotes', ...pair, text: null, seen });
    });

    it('are written into one, which stays typed where it could not be saved', async () => {
      const { port } = await both();
      fireEvent.click(button('合写一份'));
      expect(textbox('合写一份').value).toBe(`${second.text}\n${copy.text}`);
      fireEvent.input(textbox('合写一份'), { target: { value: '账户另有人管' } });
      await expectAccessible();
      port.answer.outcome = fail({ code: 'changedSince', field: null });
      fireEvent.click(button('保存'));
      await settled();
      expect(port.commands[0]).toMatchObject({ text: '账户另有人管', seen });
      expect(textbox('合写一份').value).toBe('账户另有人管');
    });

    it('are notes like others where the first is there no more', () => {
      show('notes', [first, copy]);
      expect(screen.queryByRole('button', { name: '处理' })).toBeNull();
    });
  });
});
