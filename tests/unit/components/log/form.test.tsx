import { act, fireEvent, render, screen, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { newDraft } from '@/components/log/drafts';
import { KeptDraft } from '@/components/log/KeptDraft';
import { LogForm } from '@/components/log/LogForm';
import { LogKeys } from '@/components/log/LogKeys';
import { createLogSession, type LogSession } from '@/components/log/session';
import { useLogKeys } from '@/components/log/useLogKeys';
import { createDeeds } from '@/components/ui/deeds';
import { fail } from '@/utils/domain/result';
import type { Channel } from '@/utils/domain/schema/contact';
import { aClientId, TODAY } from '../../../gallery/fixtures/people';
import { type PlayPort, playPort } from '../../../gallery/fixtures/port';
import { expectAccessible, settled } from '../setup';

const WANG = {
  subject: { type: 'client', clientId: aClientId(1) } as const,
  name: '王丽华',
  kind: 'individual' as const,
};

function Log({ session }: { session: LogSession }) {
  const open = (channel: Channel) => session.open(newDraft(WANG, { channel }));
  useLogKeys(session, open);
  const log = session.opened.value;
  return (
    <main>
      <h1>王丽华</h1>
      <input aria-label="别处" />
      <LogKeys current={log?.draft.details.channel ?? null} pick={open} />
      <KeptDraft session={session} />
      {log && <LogForm key={log.contactId} log={log} session={session} today={TODAY} />}
    </main>
  );
}

let port: PlayPort;
let session: LogSession;

beforeEach(async () => {
  port = playPort({ state: 'starting' });
  session = createLogSession(port, createDeeds(port));
  session.show({ subject: WANG.subject, record: null });
  render(<Log session={session} />);
  await settled();
});

const press = async (key: string, more: KeyboardEventInit = {}, target?: Element) => {
  fireEvent.keyDown(target ?? document.activeElement ?? document.body, { key, ...more });
  await settled();
};
const details = () => {
  const last = port.commands.at(-1);
  return last?.do === 'logContact' ? last.details : null;
};
const form = () => screen.queryByRole('form');

describe('a call without the mouse', () => {
  it('takes two keys: T, Enter', async () => {
    await press('t');
    await press('Enter');
    expect(port.commands).toHaveLength(1);
    expect(details()).toMatchObject({ channel: 'phone', result: 'reached', note: null, goalReached: null });
    expect(form()).toBeNull();
  });

  it('takes T, Ctrl+Enter as well, from anywhere', async () => {
    await press('t');
    await press('Enter', { ctrlKey: true }, screen.getByLabelText('备注'));
    expect(details()).toMatchObject({ channel: 'phone', result: 'reached' });
  });

  it('that nobody answered takes two: T, N', async () => {
    await press('t');
    await press('n');
    expect(details()).toMatchObject({ channel: 'phone', result: 'noAnswer' });
  });

  it('can become another channel before it is saved', async () => {
    await press('t');
    await press('w');
    await press('Enter');
    expect(details()?.channel).toBe('wechat');
  });
});

describe('keys', () => {
  it('do nothing while an input method composes, nor by the code it leaves behind', async () => {
    await press('t', { isComposing: true });
    await press('t', { keyCode: 229 });
    expect(form()).toBeNull();
    await press('t');
    const note = screen.getByLabelText('备注');
    await press('Enter', { isComposing: true, ctrlKey: true }, note);
    await press('Enter', { keyCode: 229 }, screen.getByLabelText('目标'));
    await press('Escape', { isComposing: true }, note);
    await press('n', { keyCode: 229 });
    expect(port.commands).toEqual([]);
    expect(form()).not.toBeNull();
  });

  it('do nothing while something is typed, here or elsewhere', async () => {
    await press('t', {}, screen.getByLabelText('别处'));
    expect(form()).toBeNull();
    await press('t');
    const note = screen.getByLabelText('备注');
    await press('n', {}, note);
    await press('w', {}, note);
    await press('Enter', {}, note);
    expect(port.commands).toEqual([]);
    expect(session.opened.value?.draft.details.channel).toBe('phone');
  });

  it('with a modifier belong to the browser', async () => {
    await press('t', { ctrlKey: true });
    await press('t', { metaKey: true });
    await press('t', { altKey: true });
    expect(form()).toBeNull();
  });

  it('save by Enter in a line, never in the note', async () => {
    await press('t');
    fireEvent.input(screen.getByLabelText('目标'), { target: { value: '约面谈' } });
    await press('Enter', {}, screen.getByLabelText('目标'));
    expect(details()?.goal).toBe('约面谈');
  });
});

describe('the form', () => {
  it('names the client it saves to', async () => {
    await press('t');
    expect(screen.getByRole('button', { name: '保存到 王丽华' })).toBeTruthy();
    expect(screen.getByRole('form', { name: '记一笔 · 王丽华' })).toBeTruthy();
    await expectAccessible();
  });

  it('never preselects whether the goal was reached', async () => {
    await press('m');
    const goal = screen.getByRole('radiogroup', { name: '是否达成' });
    expect(within(goal).queryByRole('radio', { checked: true })).toBeNull();
    fireEvent.click(within(goal).getByRole('radio', { name: '达成' }));
    await settled();
    expect(screen.getByLabelText('成交标志')).toBeTruthy();
    fireEvent.click(within(goal).getByRole('radio', { name: '达成' }));
    await settled();
    await press('Enter', {}, screen.getByRole('radio', { name: '见到' }));
    expect(details()?.goalReached).toBeNull();
  });

  it('makes a plan of a day ahead: no result, no goal state, and the button says so', async () => {
    await press('m');
    await act(async () => session.change({ day: '2026-11-27' as typeof TODAY }));
    expect(screen.getByRole('button', { name: '存为 王丽华 的计划' })).toBeTruthy();
    expect(screen.queryByRole('radiogroup', { name: '结果' })).toBeNull();
    expect(screen.queryByRole('radiogroup', { name: '是否达成' })).toBeNull();
    await press('n');
    expect(port.commands).toEqual([]);
    await press('Enter', { ctrlKey: true });
    expect(details()).toMatchObject({ result: null, day: '2026-11-27' });
    await expectAccessible();
  });

  it('takes a next step with its day by one press', async () => {
    await press('t');
    fireEvent.input(screen.getByLabelText('下一步'), { target: { value: '发产品说明' } });
    await settled();
    fireEvent.click(screen.getByRole('button', { name: '下周一' }));
    await settled();
    await press('Enter', { ctrlKey: true });
    expect(details()?.nextStep).toEqual({ text: '发产品说明', due: '2026-11-23' });
  });

  it('takes yesterday by one press', async () => {
    await press('t');
    fireEvent.click(screen.getByRole('button', { name: '昨天' }));
    await settled();
    await press('Enter', { ctrlKey: true });
    expect(details()).toMatchObject({ day: '2026-11-19', result: 'reached' });
  });

  it('keeps what was written when saving fails and says what to do', async () => {
    port.answer.outcome = fail({ code: 'full', field: null });
    await press('t');
    fireEvent.input(screen.getByLabelText('备注'), { target: { value: '想稳一点' } });
    await settled();
    await press('Enter', { ctrlKey: true });
    expect(screen.getByRole('alert').textContent).toContain('磁盘空间不足');
    expect(screen.getByLabelText<HTMLTextAreaElement>('备注').value).toBe('想稳一点');
    await expectAccessible();
  });

  it('names the part that is wrong', async () => {
    port.answer.outcome = fail({ code: 'invalid', field: 'nextStep' });
    await press('t');
    await press('Enter');
    expect(screen.getByRole('alert').textContent).toContain('下一步');
  });

  it('closes by Escape, keeps the draft and offers it again', async () => {
    await press('t');
    fireEvent.input(screen.getByLabelText('备注'), { target: { value: '说到一半' } });
    await settled();
    await press('Escape', {}, screen.getByLabelText('备注'));
    expect(form()).toBeNull();
    expect(screen.getByText(/有一笔没写完/)).toBeTruthy();
    await expectAccessible();
    fireEvent.click(screen.getByRole('button', { name: '继续写' }));
    await settled();
    expect(screen.getByLabelText<HTMLTextAreaElement>('备注').value).toBe('说到一半');
  });

  it('gives the focus back to the letter that opened it', async () => {
    const letter = screen.getByRole('button', { name: /电话/ });
    letter.focus();
    fireEvent.click(letter);
    await settled();
    expect(document.activeElement?.textContent).toBe('接通');
    await press('Escape');
    expect(document.activeElement).toBe(letter);
  });
});

describe('the recording of a sale', () => {
  const sign = async (client: Parameters<typeof newDraft>[0] = WANG) => {
    act(() => session.open(newDraft(client, { channel: 'meeting', purpose: 'signing' })));
    await settled();
    fireEvent.click(screen.getByRole('radio', { name: '达成' }));
    await settled();
  };
  const asked = () => screen.queryByRole('radiogroup', { name: '双录' });
  const choose = async (name: string) => {
    fireEvent.click(screen.getByRole('radio', { name }));
    await settled();
  };

  it('is asked once the goal is said to be reached, and nothing is chosen', async () => {
    act(() => session.open(newDraft(WANG, { channel: 'meeting', purpose: 'signing' })));
    await settled();
    expect(asked()).toBeNull();
    fireEvent.click(screen.getByRole('radio', { name: '达成' }));
    await settled();
    const group = asked();
    if (!group) throw new Error('not asked');
    const choices = within(group).getAllByRole('radio');
    expect(choices.map((choice) => choice.textContent)).toEqual(['双录编号', '线上办理', '本产品无需双录']);
    expect(choices.some((choice) => choice.getAttribute('aria-checked') === 'true')).toBe(false);
    await expectAccessible();
  });

  it('keeps a sale from being saved until it is there, and keeps what was written', async () => {
    await sign();
    fireEvent.input(screen.getByLabelText('备注'), { target: { value: '签了九十天' } });
    await press('Enter', { ctrlKey: true });
    expect(port.commands).toEqual([]);
    expect(screen.getByText(/请填双录编号或选“线上办理”/)).toBeTruthy();
    expect(screen.getByLabelText<HTMLTextAreaElement>('备注').value).toBe('签了九十天');
    await expectAccessible();
    await choose('双录编号');
    fireEvent.input(screen.getByLabelText('双录编号'), { target: { value: '  ' } });
    await press('Enter', { ctrlKey: true });
    expect(port.commands).toEqual([]);
    fireEvent.input(screen.getByLabelText('双录编号'), { target: { value: ' SL-7 ' } });
    await settled();
    // Chosen once more, it is still there.
    await choose('双录编号');
    await press('Enter', { ctrlKey: true });
    expect(details()).toMatchObject({ recording: { by: 'number', number: 'SL-7' }, note: '签了九十天' });
  });

  it('takes that it was made online, and goes where nothing was reached', async () => {
    await sign();
    await choose('线上办理');
    await press('n', { altKey: false }, document.body);
    expect(details()).toMatchObject({ result: 'noAnswer' });
    expect(details()).not.toHaveProperty('recording');
  });

  it('is not asked of a company, nor where the bank asks none', async () => {
    await sign({ ...WANG, kind: 'company' });
    expect(asked()).toBeNull();
    act(() => session.discard());
    act(() => {
      port.settings.value = { ...port.settings.value, recordedSales: 'none' };
    });
    await sign();
    expect(asked()).toBeNull();
  });
});
