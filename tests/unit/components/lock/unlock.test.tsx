import { fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { UnlockPage } from '@/components/lock/UnlockPage';
import { button, click, settle } from '../options/hands';
import { closed, expectAccessible, speak } from '../setup';
import { fakeLock, PASSPHRASE } from './fakePort';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

afterEach(async () => {
  await expectAccessible();
  speak('zh_CN');
  await closed();
});

const fake = () => fakeLock('locked');
const open = (lock: ReturnType<typeof fake>, elsewhere: (() => void) | null = null) =>
  settle(() => render(<UnlockPage port={lock.port} theme="system" elsewhere={elsewhere} />));
const type = (label: string, value: string) =>
  settle(() => fireEvent.input(screen.getByLabelText(label), { target: { value } }));

describe('a locked page', () => {
  it('takes the passphrase at once, and hands it over once', async () => {
    const lock = fake();
    await open(lock);
    expect(document.activeElement).toBe(screen.getByLabelText('口令'));
    await type('口令', PASSPHRASE);
    await click(button('解锁'));
    expect(lock.calls).toEqual([`unlock ${PASSPHRASE}`]);
    expect(screen.getByLabelText('口令')).toHaveProperty('value', '');
  });

  it('says the same of every mistake, keeps what was typed, and says how long to wait', async () => {
    const lock = fake();
    lock.answers.push({ state: 'wrong' }, { state: 'wait', ms: 3500 });
    await open(lock);
    await type('口令', 'x');
    await click(button('解锁'));
    expect(screen.getByText('口令不对')).toBeDefined();
    expect(screen.getByLabelText('口令')).toHaveProperty('value', 'x');
    await click(button('解锁'));
    expect(screen.getByText('试的次数太多，请等4秒')).toBeDefined();
  });

  it('says that the bank can open it where it can, and hands out the file for the bank', async () => {
    const saved = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:file');
    const lock = fake();
    lock.bankOpens.value = true;
    await open(lock);
    expect(screen.getByText(/本行能打开这份数据/)).toBeDefined();
    await click(button('忘了口令'));
    await click(await screen.findByRole('button', { name: '存下给银行的文件' }));
    expect(saved).toHaveBeenCalledTimes(1);
    expect(screen.getByText(/已存为zhibi-recovery-0011223344556677.json/)).toBeDefined();
  });

  it('asks for a passphrase to be set where the bank requires one and there is none', async () => {
    const lock = fake();
    lock.mustSetUp.value = true;
    await open(lock);
    expect(await screen.findByRole('heading', { name: '本行要求设置口令' })).toBeDefined();
    expect(screen.queryByLabelText('口令')).toBeNull();
    await click(button('设置口令'));
    expect(screen.getByLabelText('新口令')).toBeDefined();
  });

  it('shows the passphrase only when asked, and says when Caps Lock is on', async () => {
    await open(fake());
    expect(screen.getByLabelText('口令')).toHaveProperty('type', 'password');
    await click(button(/显示/));
    expect(screen.getByLabelText('口令')).toHaveProperty('type', 'text');
    await settle(() => fireEvent.keyUp(screen.getByLabelText('口令'), { key: 'A', modifierCapsLock: true }));
    expect(screen.getByText('大写锁定已打开')).toBeDefined();
  });

  it('opens by the recovery key and a new passphrase', async () => {
    const lock = fake();
    lock.answers.push({ state: 'noKey' }, { state: 'wrong' });
    await open(lock);
    await click(button('忘了口令'));
    await screen.findByLabelText('恢复密钥');
    await type('恢复密钥', 'one two three');
    expect(button('设置并解锁')).toHaveProperty('disabled', true);
    await type('新口令', PASSPHRASE);
    await type('再输一次', PASSPHRASE);
    await click(button('设置并解锁'));
    expect(screen.getByText('这不是24个字的恢复密钥，请看看有没有漏字或错字')).toBeDefined();
    await click(button('设置并解锁'));
    expect(screen.getByText('这个恢复密钥不是这份数据的')).toBeDefined();
    await click(button('设置并解锁'));
    expect(lock.state.value).toBe('open');
    expect(lock.calls.at(-1)).toBe(`recover one two three ${PASSPHRASE}`);
  });

  it('sends whoever has forgotten it elsewhere from a popup', async () => {
    speak('en');
    const elsewhere = vi.fn();
    await open(fake(), elsewhere);
    await click(button('I have forgotten it'));
    expect(elsewhere).toHaveBeenCalledOnce();
  });
});
