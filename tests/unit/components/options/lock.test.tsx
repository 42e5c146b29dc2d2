import { fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { fakeLock, PASSPHRASE, WORDS } from '../lock/fakePort';
import { closed, expectAccessible } from '../setup';
import { fakeOptionsPort } from './fakePort';
import { button, click, open, part, settle } from './hands';

afterEach(() => expectAccessible().finally(closed));

const type = (label: string, value: string) =>
  settle(() => fireEvent.input(screen.getByLabelText(label), { target: { value } }));

/** The number of each word that is asked for, as its field names it. */
const asked = (): number[] =>
  within(screen.getByRole('dialog'))
    .getAllByRole('textbox')
    .map((field) =>
      Number(document.querySelector(`label[for="${field.id}"]`)?.textContent?.replace(/\D/g, '')),
    );

async function typeAsked(word: (place: number) => string): Promise<void> {
  for (const place of asked()) await type(`第${place}个`, word(place));
}

async function toTheWords(): Promise<void> {
  await click(button('设置口令'));
  await type('新口令', PASSPHRASE);
  await type('再输一次', PASSPHRASE);
  await click(button('继续'));
}

describe('the lock', () => {
  it('is set up with a passphrase and a recovery key that was written down', async () => {
    const fake = fakeOptionsPort();
    await open(fake);
    expect(part('锁定').getByText(/^没有口令时，密钥和数据在一起/)).toBeDefined();
    await toTheWords();
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(
      expect.arrayContaining([...WORDS]),
    );
    await click(button('已经抄好'));
    expect(screen.queryByText('word1')).toBeNull();
    await typeAsked(() => 'wrong');
    await click(button('启用口令'));
    expect(fake.lock.calls).toEqual([]);
    expect(screen.getByText('和刚才显示的不一样，请看看纸上抄的')).toBeDefined();
    await typeAsked((place) => ` ${WORDS[place - 1]?.toUpperCase()} `);
    await click(button('启用口令'));
    expect(fake.lock.calls).toEqual([`setUp ${PASSPHRASE} 24`]);
    expect(screen.getByText('口令已启用')).toBeDefined();
    expect(part('锁定').getByText(/^锁定时，密钥由口令封住/)).toBeDefined();
  });

  it('takes no weak passphrase, and none that was typed twice differently', async () => {
    await open(fakeOptionsPort());
    await click(button('设置口令'));
    await type('新口令', '12345678');
    await type('再输一次', '12345678');
    expect(screen.getByText('太容易猜中')).toBeDefined();
    expect(button('继续')).toHaveProperty('disabled', true);
    await type('新口令', PASSPHRASE);
    await type('再输一次', `${PASSPHRASE}!`);
    expect(screen.getByText('两次输入不一样')).toBeDefined();
    expect(button('继续')).toHaveProperty('disabled', true);
  });

  it('says that nothing was changed when it could not be set', async () => {
    const fake = fakeOptionsPort();
    fake.lock.answers.push({ state: 'failed' });
    await open(fake);
    await toTheWords();
    await click(button('已经抄好'));
    await typeAsked((place) => WORDS[place - 1] ?? '');
    await click(button('启用口令'));
    expect(screen.getByText(/^没有完成，什么都没有改变/)).toBeDefined();
  });

  it('is changed and removed by whoever knows the passphrase', async () => {
    const lock = fakeLock('open');
    lock.answers.push({ state: 'wrong' });
    const fake = fakeOptionsPort({ lock });
    await open(fake);
    await click(button('修改口令'));
    await type('现在的口令', 'x');
    await type('新口令', PASSPHRASE);
    await type('再输一次', PASSPHRASE);
    await click(within(screen.getByRole('dialog')).getByRole('button', { name: '修改口令' }));
    expect(screen.getByText('口令不对')).toBeDefined();
    await type('现在的口令', 'former');
    await click(within(screen.getByRole('dialog')).getByRole('button', { name: '修改口令' }));
    expect(screen.getByText('口令已修改')).toBeDefined();
    await click(button('取消口令'));
    await type('现在的口令', PASSPHRASE);
    await click(within(screen.getByRole('dialog')).getByRole('button', { name: '取消口令' }));
    expect(lock.calls).toEqual([
      `change x ${PASSPHRASE}`,
      `change former ${PASSPHRASE}`,
      `remove ${PASSPHRASE}`,
    ]);
    expect(part('锁定').getByText('还没有设口令。')).toBeDefined();
  });

  it('has its keys changed with the passphrase and a recovery key that was written down', async () => {
    const lock = fakeLock('open');
    lock.answers.push({ state: 'wrong' });
    await open(fakeOptionsPort({ lock }));
    await click(button('更换密钥'));
    await type('现在的口令', 'x');
    await click(button('继续'));
    expect(screen.getByText('口令不对')).toBeDefined();
    await type('现在的口令', PASSPHRASE);
    await click(button('继续'));
    await click(button('已经抄好'));
    await typeAsked((place) => WORDS[place - 1] ?? '');
    await click(button('启用新密钥'));
    expect(lock.calls).toEqual(['unlock x', `unlock ${PASSPHRASE}`, `renew ${PASSPHRASE} 24`]);
    expect(screen.getByText(/^已启用新密钥/)).toBeDefined();
  });

  it('says while the keys are being changed, and offers no other change meanwhile', async () => {
    const lock = fakeLock('open');
    await open(fakeOptionsPort({ lock }));
    await settle(() => {
      lock.changingKeys.value = true;
    });
    expect(screen.getByText(/^正在后台把内容换到新密钥下/)).toBeDefined();
    expect(screen.queryByRole('button', { name: '更换密钥' })).toBeNull();
    await settle(() => {
      lock.changingKeys.value = false;
    });
    expect(screen.queryByText(/^正在后台把内容换到新密钥下/)).toBeNull();
    expect(button('更换密钥')).toBeDefined();
  });

  it('locks by itself when its user wants it', async () => {
    const fake = fakeOptionsPort({ lock: fakeLock('open') });
    await open(fake);
    const field = screen.getByLabelText('多久没人动这台电脑就锁定');
    await settle(() => {
      fireEvent.input(field, { target: { value: '５' } });
      fireEvent.blur(field);
    });
    expect(fake.lock.calls).toEqual(['times 5 12']);
    expect(screen.getByText(/5分钟没人动就锁定/)).toBeDefined();
  });

  it('covers the whole page at once, and leaves what was typed below it', async () => {
    const fake = fakeOptionsPort({ lock: fakeLock('open') });
    await open(fake);
    const address = screen.getByLabelText('按网址连接');
    await settle(() => fireEvent.input(address, { target: { value: 'crm.bank.example' } }));
    await click(button('立即锁定'));
    expect(document.querySelector('.options')).toHaveProperty('hidden', true);
    expect(screen.getByRole('heading', { name: '知彼已锁定' })).toBeDefined();
    await type('口令', PASSPHRASE);
    await click(button('解锁'));
    expect(document.querySelector('.options')).toHaveProperty('hidden', false);
    expect(screen.queryByRole('heading', { name: '知彼已锁定' })).toBeNull();
    expect(address).toHaveProperty('value', 'crm.bank.example');
  });
});
